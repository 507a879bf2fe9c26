"""Groups of decimal floats, parts of 10^18, ratio powers and Q32 powers."""

from math import gcd

from subtensor_conformance.vectors.arrangement import Group, anything
from subtensor_conformance.vectors.rows import Row

GREATEST_MANTISSA = 10**21
LARGEST_EXACT = 1024
"""The greatest numerator or denominator of an exponent that is not approximated."""
NO_ROOM = 22
"""Digits apart from which one of two numbers has no digit left beside the other."""


def _is_normalised(number: tuple[int, int]) -> bool:
    mantissa, exponent = number
    return GREATEST_MANTISSA // 10 < mantissa <= GREATEST_MANTISSA or (mantissa, exponent) == (0, 0)


def _all_normalised(row: Row) -> bool:
    return all(_is_normalised(number) for number in row.values)


_NOT_NORMALISED = Group(
    "not-normalised",
    lambda row: not _all_normalised(row),
    why="An operand is not normalised, as an old storage entry may be: it is used as it is.",
    catches="Normalising operands first.",
)

_EXPONENT = Group(
    "exponent-leaves-range",
    lambda row: row.is_none and all(mantissa for mantissa, _ in row.values),
    why="The exponent leaves the range of i64: there is no result.",
    catches="Saturating the exponent, or an infinity.",
)

NEW = [
    Group(
        "mantissa-too-great",
        lambda row: row.values[0] > GREATEST_MANTISSA,
        why="A mantissa above 10^21 is refused.",
        catches="Dropping digits until it fits.",
        tier="smoke",
    ),
    Group(
        "exponent-leaves-range",
        lambda row: row.is_none,
        why="Normalising moves the exponent out of the range of i64: there is no result.",
        catches="Saturating the exponent.",
    ),
    Group(
        "zero",
        lambda row: row.values[0] == 0,
        why="Zero is (0, 0), whatever exponent was given.",
        catches="Keeping the exponent.",
        tier="smoke",
    ),
    Group(
        "at-the-edge",
        lambda row: row.values[0] in (10**20, 10**20 + 1, GREATEST_MANTISSA - 1, GREATEST_MANTISSA),
        why="A mantissa at the edge of the normalised range: 10^20 is below it, 10^21 belongs to it.",
        catches="A range that is open at the other end.",
        tier="smoke",
    ),
    Group(
        "scaled-up",
        anything,
        why="A short mantissa is brought to 21 digits and the exponent lowered along.",
        catches="20 digits, or a mantissa without trailing zeros.",
    ),
]


def _with_zero(*positions: int) -> Group:
    return Group(
        "zero-operand",
        lambda row: any(row.values[position][0] == 0 for position in positions),
        why="An operand is zero: a sum is the other operand as it is; x - 0 is x, and 0 - x is nothing at all.",
        catches="Aligning zero's exponent with the other's; answering zero for 0 - x.",
        tier="smoke",
    )


def _gap(row: Row) -> int:
    first, second = (int(number[1]) for number in row.values[:2])
    return abs(first - second)


def _additive(word: str) -> list[Group]:
    groups = [
        _with_zero(0, 1),
        _EXPONENT,
        _NOT_NORMALISED,
        Group(
            "far-apart",
            lambda row: _gap(row) >= NO_ROOM,
            why="The smaller operand has no digit left beside the greater one: it is lost.",
            catches="A power of ten that overflows.",
        ),
    ]
    if word == "difference":
        negative = Group(
            "would-be-negative",
            lambda row: row.outcome == {"ok": ["0", "0"]},
            why="The subtrahend is as large or larger: the difference is zero.",
            catches="Nothing, or a negative number.",
            tier="smoke",
        )
        groups.insert(1, negative)
    aligned = Group(
        "digits-cut",
        lambda row: _gap(row) > 0,
        why=f"The operand with the lower exponent is cut to the other's last digit before the {word}.",
        catches=f"An exact {word} that is rounded afterwards.",
    )
    same = Group(
        "same-exponent",
        anything,
        why=f"Both operands have the same exponent: the {word} of mantissas is exact, and may need normalising.",
        catches="A lost carry or a leading zero.",
    )
    return [*groups, aligned, same]


def _quotients(divisor: int) -> list[Group]:
    return [
        Group(
            "zero-divisor",
            lambda row: row.values[divisor][0] == 0,
            why="The divisor is zero: there is no result.",
            catches="Answering zero, or the greatest number.",
            tier="smoke",
        ),
        Group(
            "zero-dividend",
            lambda row: any(mantissa == 0 for mantissa, _ in row.values[:divisor]),
            why="The dividend or a factor is zero: the result is zero, with exponent zero.",
            catches="Zero with an exponent.",
        ),
        _EXPONENT,
        _NOT_NORMALISED,
        Group(
            "ordinary",
            anything,
            why="The full product is divided once, rounded down, and cut to 21 digits one digit at a time.",
            catches="Rounding the product first: that is the loss of precision that was fixed.",
        ),
    ]


GREATER = [
    Group(
        "zero-operand",
        lambda row: any(mantissa == 0 for mantissa, _ in row.values),
        why="Zero has exponent 0 and numbers are compared by exponent: zero counts as greater than 10^20 · 10^-23.",
        catches="Comparing values.",
        tier="smoke",
    ),
    _NOT_NORMALISED,
    Group(
        "exponents-far-apart",
        lambda row: _gap(row) > 1,
        why="Exponents two or more apart decide alone.",
        catches="Scaling mantissas up until they overflow.",
    ),
    Group(
        "exponents-beside",
        lambda row: _gap(row) == 1,
        why="Exponents one apart: the mantissas are compared at a common exponent.",
        catches="Letting the exponents decide.",
    ),
    Group("same-exponent", anything, why="Mantissas decide.", catches=">= in place of >."),
]

TO_INTEGER = [
    Group(
        "saturates",
        lambda row: row.outcome == {"ok": str(2**64 - 1)},
        why="The number is beyond u64 and saturates.",
        catches="Wrapping.",
    ),
    Group(
        "vanishes",
        lambda row: row.outcome == {"ok": "0"},
        why="The number is below one, or zero: rounded down it is zero.",
        catches="A power of ten that overflows for a very low exponent.",
    ),
    Group(
        "fraction-lost",
        lambda row: row.values[0][1] < 0,
        why="Digits behind the point are cut off.",
        catches="Rounding to nearest.",
    ),
    Group("whole", anything, why="The exponent is not negative: all digits count.", catches="Losing trailing zeros."),
]

TO_DOUBLE = [
    Group(
        "zero",
        lambda row: row.values[0][0] == 0,
        why="Zero is the double zero.",
        catches="Failing on a mantissa of zero.",
    ),
    Group(
        "ordinary",
        anything,
        why="Mantissa and power of ten are rounded to doubles before they are multiplied.",
        catches="The nearest double to the exact value.",
    ),
]

FROM_INTEGER = [
    Group("zero", lambda row: row.values[0] == 0, why="Zero is (0, 0).", catches="Zero with an exponent."),
    Group(
        "ordinary",
        anything,
        why="An integer of up to 20 digits is held exactly, scaled up to 21.",
        catches="Going through a double.",
    ),
]

FROM_FIXED = [
    Group("zero", lambda row: row.values[0] == 0, why="Zero is (0, 0).", catches="Zero with an exponent."),
    Group(
        "whole",
        lambda row: row.values[0] % 2**64 == 0,
        why="No fraction: the integer part alone.",
        catches="Zero added with a lower exponent, which would cut digits.",
    ),
    Group(
        "below-one",
        lambda row: row.values[0] < 2**64,
        why="No integer part: 21 digits of the fraction.",
        catches="Fewer digits, for leading zeros.",
    ),
    Group(
        "mixed",
        anything,
        why="The fraction is cut to the last digit of the integer part: a long integer part leaves few to it.",
        catches="The nearest decimal of the whole.",
    ),
]

FROM_RATIONAL = [
    Group(
        "zero-denominator",
        lambda row: row.values[1] == 0,
        why="Anything over zero is the whole, zero over zero too.",
        catches="Panicking, or answering zero.",
        tier="smoke",
    ),
    Group(
        "above-one",
        lambda row: row.values[0] > row.values[1],
        why="More than one is one.",
        catches="Parts above 10^18.",
    ),
    Group(
        "wide",
        lambda row: max(row.values) >= 2**64,
        why="Operands beyond 64 bits: the product with 10^18 needs more than 128.",
        catches="Overflow in the product; shifting operands down, which loses the last part.",
    ),
    Group("ordinary", anything, why="The quotient in parts of 10^18, rounded down.", catches="Rounding to nearest."),
]

OF_AMOUNT = [
    Group(
        "half-way",
        lambda row: row.values[0] * row.values[1] * 2 % 10**18 == 0 != row.values[0] * row.values[1] % 10**18,
        why="The product lies half way between two integers.",
        catches="Resolving the tie the other way.",
    ),
    Group(
        "wide",
        lambda row: row.values[0] * row.values[1] >= 2**128,
        why="The product does not fit 128 bits.",
        catches="Overflow, or splitting the amount and rounding each part.",
    ),
    Group("ordinary", anything, why="The product over 10^18, rounded to nearest.", catches="Rounding down."),
]


def _is_small(numerator: int, denominator: int) -> bool:
    return max(numerator, denominator) // gcd(numerator, denominator) <= LARGEST_EXACT


RATIO_POWER = [
    Group(
        "zero-base-or-exponent",
        lambda row: not row.is_none and 0 in (row.values[0], row.values[2]),
        why="A base of zero gives zero, whatever the exponent; any other base to the zeroth gives the scale.",
        catches="Answering one, or the scale, for 0^0.",
        tier="smoke",
    ),
    Group(
        "no-power",
        lambda row: row.is_none,
        why="There is no power: a denominator is zero, or the series fails.",
        catches="Answering zero or one.",
    ),
    Group(
        "exact",
        lambda row: _is_small(row.values[2], row.values[3]),
        why="Both parts of the reduced exponent are at most 1024: the power is an integer root, rounded down once.",
        catches="Going through the logarithm for small exponents too.",
        tier="smoke",
    ),
    Group(
        "base-below-one",
        lambda row: row.values[0] < row.values[1],
        why="A base below one: the logarithm is negative.",
        catches="Inverting the base, or rounding negative numbers toward zero.",
    ),
    Group(
        "approximate",
        anything,
        why="exp(exponent · ln(base)) by series in integers at the given precision.",
        catches="Another number of terms or another rounding; doubles have too few digits.",
    ),
]

COMPLEMENT = [Group("ordinary", anything, why="What parts lack to one.", catches="Wrapping below zero.")]
Q32_MUL = [
    Group(
        "saturates",
        lambda row: row.values[0] * row.values[1] >> 32 > 2**64 - 1,
        why="The product is beyond u64.",
        catches="Wrapping.",
    ),
    Group("ordinary", anything, why="The product is rounded down to a whole number.", catches="Rounding to nearest."),
]
Q32_POW = [
    Group("zero-exponent", lambda row: row.values[1] == 0, why="The zeroth power is one.", catches="The base."),
    Group(
        "ordinary",
        anything,
        why="Squaring and multiplying, each product rounded down to 32 fraction bits.",
        catches="One product for each factor, or a power in floating point.",
    ),
]
DECAY = [
    Group("zero", lambda row: row.values[0] == 0, why="No half-life at all.", catches="Dividing by zero."),
    Group(
        "ordinary",
        anything,
        why="The greatest factor whose power over the half-life is at most one half.",
        catches="A root in floating point.",
    ),
]

GROUPS = {
    "sf.new": NEW,
    "sf.add": _additive("sum"),
    "sf.sub": _additive("difference"),
    "sf.div": _quotients(1),
    "sf.mul_div": _quotients(2),
    "sf.gt": GREATER,
    "sf.to_u64": TO_INTEGER,
    "sf.to_f64": TO_DOUBLE,
    "sf.from_u64": FROM_INTEGER,
    "sf.from_U64F64": FROM_FIXED,
    "perquintill.from_rational": FROM_RATIONAL,
    "perquintill.mul_round": OF_AMOUNT,
    "perquintill.complement": COMPLEMENT,
    "bigmath.pow_ratio_scaled": RATIO_POWER,
    "q32.mul_by_q32": Q32_MUL,
    "q32.pow_q32": Q32_POW,
    "q32.decay_factor_q32": DECAY,
}
"""The groups of each function by the name that captured answers give it."""
