"""Laws that the rest of the specification leans on."""

from subtensor_conformance.subjects.fixed_point.proofs.contracts.about import about
from subtensor_spec.arithmetic import I32F32
from subtensor_spec.arithmetic.fixed_point.division import truncated_quotient
from subtensor_spec.arithmetic.fixed_point.multiplication import floored_product

ADD, MUL, DIV, SAFE = "FX-add/exact", "FX-mul/floor", "FX-div/toward-zero", "FX-div/safe-zero"
SATURATE = "FX-overflow/saturate"

ANY_LENGTH = "each share is at most its true quotient, and these sum to one: so it holds for rows of any length"


@about(ADD, SATURATE)
def addition_commutes(left: int, right: int) -> bool:
    """A saturating sum does not depend on the order of its two terms.

    pre: -2**63 <= left < 2**63
    pre: -2**63 <= right < 2**63
    post: _
    """
    one, other = I32F32.from_bits(left), I32F32.from_bits(right)
    return one.saturating_add(other) == other.saturating_add(one)


@about(MUL, SATURATE)
def multiplication_commutes(left: int, right: int) -> bool:
    """A saturating product does not depend on the order of its two factors.

    pre: -2**63 <= left < 2**63
    pre: -2**63 <= right < 2**63
    post: _
    """
    one, other = I32F32.from_bits(left), I32F32.from_bits(right)
    return one.saturating_mul(other) == other.saturating_mul(one)


@about(MUL, DIV)
def one_changes_nothing(bits: int) -> bool:
    """Multiplying or dividing by one gives the number back.

    pre: -2**63 <= bits < 2**63
    post: _
    """
    number = I32F32.from_bits(bits)
    return number.saturating_mul(I32F32.ONE) == number == number.saturating_div(I32F32.ONE)


@about(MUL)
def products_keep_order(smaller: int, larger: int, factor: int) -> bool:
    """Rounding down keeps the order: of two numbers, the larger times a factor that is not negative is no smaller.

    pre: -2**63 <= smaller <= larger < 2**63
    pre: 0 <= factor < 2**63
    post: _
    """
    return floored_product(smaller, factor, 32) <= floored_product(larger, factor, 32)


@about(DIV)
def quotients_keep_order(smaller: int, larger: int, divisor: int) -> bool:
    """Rounding toward zero keeps the order under division by a positive number.

    pre: -2**63 <= smaller <= larger < 2**63
    pre: 0 < divisor < 2**63
    post: _
    """
    return truncated_quotient(smaller, divisor, 32) <= truncated_quotient(larger, divisor, 32)


@about(MUL)
def proportions_multiply_to_less(left: int, right: int) -> int:
    """The product of two proportions is a proportion, and exceeds neither.

    pre: 0 <= left <= 2**32
    pre: 0 <= right <= 2**32
    post: 0 <= _ <= min(left, right)
    """
    return I32F32.from_bits(left).saturating_mul(I32F32.from_bits(right)).bits


@about(SAFE)
def a_part_is_a_proportion(part: int, whole: int) -> int:
    """A part divided by its whole is from zero to one.

    pre: 0 <= part <= whole < 2**63
    post: 0 <= _ <= 2**32
    """
    return I32F32.from_bits(part).safe_div(I32F32.from_bits(whole)).bits


@about(SAFE, "FX-sum/wrapping", carries_over=ANY_LENGTH)
def two_shares(first: int, second: int) -> int:
    """A normalised row of two sums to at most one.

    pre: 0 <= first < 2**62
    pre: 0 <= second < 2**62
    post: 0 <= _ <= 2**32
    """
    return _sum_of_shares(first, second)


@about(SAFE, "FX-sum/wrapping", carries_over=ANY_LENGTH)
def three_shares(first: int, second: int, third: int) -> int:
    """A normalised row of three sums to at most one.

    pre: 0 <= first < 2**61
    pre: 0 <= second < 2**61
    pre: 0 <= third < 2**61
    post: 0 <= _ <= 2**32
    """
    return _sum_of_shares(first, second, third)


@about(SAFE, "FX-sum/wrapping", carries_over=ANY_LENGTH)
def four_shares(first: int, second: int, third: int, fourth: int) -> int:
    """A normalised row of four sums to at most one.

    pre: 0 <= first < 2**61
    pre: 0 <= second < 2**61
    pre: 0 <= third < 2**61
    pre: 0 <= fourth < 2**61
    post: 0 <= _ <= 2**32
    """
    return _sum_of_shares(first, second, third, fourth)


@about(SAFE, MUL, carries_over="every part is at most its true share of the amount: so it holds for any number of them")
def shares_pay_no_more(first: int, second: int, third: int, amount: int) -> int:
    """Three parts of an amount, each share of it rounded down, are together at most the amount.

    pre: 0 <= first < 2**61
    pre: 0 <= second < 2**61
    pre: 0 <= third < 2**61
    pre: 0 <= amount < 2**63
    post: 0 <= _ <= amount
    """
    total = first + second + third
    shares = [I32F32.from_bits(part).safe_div(I32F32.from_bits(total)) for part in (first, second, third)]
    return sum(I32F32.from_bits(amount).saturating_mul(share).bits for share in shares)


@about(MUL, ADD)
def averages_stay_below_the_larger(old: int, new: int, weight: int) -> int:
    """A moving average of two numbers that are not negative is at most the larger of them.

    pre: 0 <= old < 2**62
    pre: 0 <= new < 2**62
    pre: 0 <= weight <= 2**32
    post: 0 <= _ <= max(old, new)
    """
    share, rest = I32F32.from_bits(weight), I32F32.from_bits(2**32 - weight)
    return I32F32.from_bits(new).saturating_mul(share).saturating_add(I32F32.from_bits(old).saturating_mul(rest)).bits


@about(DIV)
def whole_divisors_cancel(bits: int, divisor: int) -> bool:
    """Dividing by a whole number divides the bits by the plain integer.

    pre: -2**127 <= bits < 2**127
    pre: 0 < divisor < 2**31
    post: _
    """
    quotient = truncated_quotient(bits, divisor << 64, 64)
    return quotient == (bits // divisor if bits >= 0 else -(-bits // divisor))


@about(MUL)
def products_lie_within_those_of_the_bounds(left: int, right: int, left_bound: int, right_bound: int) -> bool:
    """A product of two numbers is no larger than the product of the bounds on their magnitudes.

    pre: abs(left) <= left_bound <= 2**63
    pre: abs(right) <= right_bound <= 2**63
    post: _
    """
    return abs(left * right) <= left_bound * right_bound


def _sum_of_shares(*parts: int) -> int:
    total = I32F32.from_bits(sum(parts))
    return I32F32.wrapping_sum(I32F32.from_bits(part).safe_div(total) for part in parts).bits
