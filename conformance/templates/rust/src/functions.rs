//! What this adapter implements: I32F32 is 64 bits, 32 of them behind the point; a number is its bits.

const LOWEST: i128 = i64::MIN as i128;
const HIGHEST: i128 = i64::MAX as i128;

pub enum Outcome {
    Ok(i128),
    /// Production's code would panic here.
    Panic,
    /// The question makes no sense.
    Error,
}

type Function = fn(&[i128]) -> Outcome;

pub const FUNCTIONS: &[(&str, Function)] = &[
    ("i32f32.saturating_add", |row| on_pair(row, |a, b| Outcome::Ok(saturate(a + b)))),
    ("i32f32.saturating_mul", |row| on_pair(row, |a, b| Outcome::Ok(saturate(floored_product(a, b))))),
    ("i32f32.saturating_div", |row| on_pair(row, saturating_div)),
    ("i32f32.safe_div", |row| on_pair(row, |a, b| Outcome::Ok(safe_div(a, b)))),
    ("emission.block_emission_for_issuance", |row| match row {
        [issuance] => Outcome::Ok(block_emission(*issuance)),
        _ => Outcome::Error,
    }),
];

fn on_pair(row: &[i128], function: fn(i128, i128) -> Outcome) -> Outcome {
    match row {
        [a, b] => function(*a, *b),
        _ => Outcome::Error,
    }
}

fn saturate(bits: i128) -> i128 {
    bits.clamp(LOWEST, HIGHEST)
}

/// An arithmetic shift rounds down, as production's multiplication does.
fn floored_product(a: i128, b: i128) -> i128 {
    (a * b) >> 32
}

/// Integer division rounds toward zero, as production's does.
fn truncated_quotient(a: i128, b: i128) -> i128 {
    (a << 32) / b
}

fn saturating_div(a: i128, b: i128) -> Outcome {
    match b {
        0 => Outcome::Panic,
        _ => Outcome::Ok(saturate(truncated_quotient(a, b))),
    }
}

/// Zero for a divisor of zero, and for a quotient that does not fit.
fn safe_div(a: i128, b: i128) -> i128 {
    let quotient = if b == 0 { 0 } else { truncated_quotient(a, b) };
    if (LOWEST..=HIGHEST).contains(&quotient) { quotient } else { 0 }
}

/// One TAO, halved each time the supply that is left has halved.
fn block_emission(issuance: i128) -> i128 {
    let supply = 21_000_000_000_000_000;
    let mut emission = 1_000_000_000;
    let mut left = supply - issuance;
    if left <= 0 {
        return 0;
    }
    while 2 * left <= supply {
        left *= 2;
        emission /= 2;
    }
    emission
}
