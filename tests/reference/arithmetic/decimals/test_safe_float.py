"""The decimal float against exact fractions, and at the edges of its exponent."""

import struct
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.arithmetic.decimals.safe_float import MAX_MANTISSA, capped_power_of_ten
from subtensor_spec.errors import InvalidInput

LEAST = MAX_MANTISSA // 10 + 1
TOP, BOTTOM = 2**63 - 1, -(2**63)

mantissas = st.integers(LEAST, MAX_MANTISSA) | st.integers(1, 999).map(lambda n: n * 10**18).filter(
    lambda m: m >= LEAST
)
exponents = st.integers(-45, 24)
numbers = st.just(SafeFloat()) | st.builds(SafeFloat, mantissas, exponents)
positive = st.builds(SafeFloat, mantissas, exponents)


def value(number: SafeFloat) -> Fraction:
    return Fraction(number.mantissa) * Fraction(10) ** number.exponent


def last_digit(number: SafeFloat) -> Fraction:
    return Fraction(10) ** number.exponent


def is_normalised(number: SafeFloat) -> bool:
    return (number.mantissa, number.exponent) == (0, 0) or LEAST <= number.mantissa <= MAX_MANTISSA


@given(st.integers(0, MAX_MANTISSA), exponents)
@settings(deadline=None)
def test_making_a_number_keeps_its_value(mantissa: int, exponent: int) -> None:
    """A mantissa of up to 21 digits is normalised without loss."""
    made = SafeFloat.new(mantissa, exponent)
    assert made is not None
    assert is_normalised(made)
    assert value(made) == Fraction(mantissa) * Fraction(10) ** exponent


@given(numbers, numbers)
@settings(deadline=None)
def test_a_sum_is_short_by_less_than_the_greater_operands_last_digit(left: SafeFloat, right: SafeFloat) -> None:
    """Adding rounds down: never above the true sum, and less than two last digits of the result below it."""
    total = left.add(right)
    assert total is not None
    exact = value(left) + value(right)
    assert value(total) <= exact
    assert exact - value(total) < 2 * last_digit(total) or exact == value(total)


@given(numbers, positive)
@settings(deadline=None)
def test_a_difference_is_off_by_less_than_a_last_digit(left: SafeFloat, right: SafeFloat) -> None:
    """Subtracting cuts one operand to the other's last digit, so it can be off in either direction by one digit."""
    difference = left.sub(right)
    if left.is_zero:
        assert difference is None
        return
    assert difference is not None
    coarser = max(last_digit(left), last_digit(right))
    assert abs(value(difference) - max(value(left) - value(right), Fraction(0))) < coarser


@given(numbers)
@settings(deadline=None)
def test_zero_is_neutral(number: SafeFloat) -> None:
    zero = SafeFloat()
    assert number.add(zero) == number
    assert zero.add(number) == number
    assert number.sub(zero) == number
    assert number.sub(number) == zero


@given(numbers, positive)
@settings(deadline=None)
def test_a_quotient_keeps_twenty_one_digits(left: SafeFloat, right: SafeFloat) -> None:
    quotient = left.div(right)
    assert quotient is not None
    exact = value(left) / value(right)
    assert value(quotient) <= exact
    assert exact - value(quotient) <= exact / 10**20


@given(numbers, numbers, positive)
@settings(deadline=None)
def test_a_product_over_a_number_keeps_twenty_digits(left: SafeFloat, factor: SafeFloat, right: SafeFloat) -> None:
    """``left · factor / right`` is rounded down in one go."""
    result = left.mul_div(factor, right)
    assert result is not None
    exact = value(left) * value(factor) / value(right)
    assert value(result) <= exact
    assert exact - value(result) <= exact / 10**19


@given(positive, positive)
@settings(deadline=None)
def test_greater_is_greater(left: SafeFloat, right: SafeFloat) -> None:
    assert left.gt(right) == (value(left) > value(right))


def test_zero_counts_as_greater_than_a_small_number() -> None:
    """A behaviour: zero has exponent 0, and exponents are compared first."""
    assert SafeFloat().gt(SafeFloat(LEAST, -22))
    assert not SafeFloat().gt(SafeFloat(LEAST, -1))
    assert not SafeFloat(LEAST, -22).gt(SafeFloat())


@given(numbers)
@settings(deadline=None)
def test_an_integer_part_is_cut_off_and_saturates(number: SafeFloat) -> None:
    assert number.to_u64() == min(int(value(number)), 2**64 - 1)


@given(st.integers(0, 2**64 - 1))
@settings(deadline=None)
def test_every_u64_survives(integer: int) -> None:
    assert SafeFloat.from_u64(integer).to_u64() == integer


@given(st.integers(0, 2**128 - 1))
@settings(deadline=None)
def test_a_fixed_point_share_keeps_twenty_digits(bits: int) -> None:
    """Production carries old shares over so: never more than the share was, and twenty digits of it."""
    exact = Fraction(bits, 2**64)
    made = value(SafeFloat.from_u64f64(U64F64.from_bits(bits)))
    assert made <= exact
    assert exact - made <= exact / 10**19


@given(positive)
@settings(deadline=None)
def test_a_double_is_near(number: SafeFloat) -> None:
    double = struct.unpack(">d", number.to_f64_bits().to_bytes(8, "big"))[0]
    assert double == pytest.approx(float(value(number)), rel=1e-13)


def test_a_zero_of_a_great_exponent_is_no_double() -> None:
    """A behaviour: the power of ten overflows to infinity first."""
    assert SafeFloat(0, 308).to_f64_bits() == 0
    assert SafeFloat(0, 309).to_f64_bits() == SafeFloat(0, 2**63 - 1).to_f64_bits() == 0xFFF8_0000_0000_0000


@pytest.mark.parametrize(
    ("mantissa", "exponent", "made"),
    [
        (1, BOTTOM + 21, (10**21, BOTTOM)),
        (1, BOTTOM + 20, None),
        (10**21, TOP, (10**21, TOP)),
        (10**21 + 1, 0, None),
        (10**20, 0, (10**21, -1)),
        (0, TOP, (0, 0)),
    ],
)
def test_a_number_exists_as_long_as_its_exponent_does(
    mantissa: int, exponent: int, made: tuple[int, int] | None
) -> None:
    assert SafeFloat.new(mantissa, exponent) == (None if made is None else SafeFloat(*made))


def test_an_exponent_that_leaves_i64_on_the_way_gives_nothing_even_if_it_would_return() -> None:
    """10²¹ + 5 is first divided by ten, for which there is no exponent, and would then be multiplied back."""
    assert SafeFloat.normalised(10**21 + 5, TOP) is None
    assert SafeFloat.normalised(10**21 + 5, TOP - 1) == SafeFloat(10**21, TOP - 1)


def test_nothing_comes_of_a_divisor_of_zero_or_an_exponent_out_of_range() -> None:
    one = SafeFloat(10**21, -21)
    assert one.div(SafeFloat()) is None
    assert one.mul_div(one, SafeFloat()) is None
    assert SafeFloat(10**21, TOP).mul_div(SafeFloat(10**21, 1), one) is None
    assert SafeFloat(10**21, BOTTOM).div(SafeFloat(10**21, 0)) is None
    assert SafeFloat(10**21, BOTTOM).div(one) == SafeFloat(10**21, BOTTOM)
    assert SafeFloat(10**21, TOP).add(SafeFloat(10**21, TOP)) is None


def test_a_power_of_ten_is_capped() -> None:
    assert [capped_power_of_ten(e) for e in (0, 1, 21, 22, 23, 10**6)] == [1, 10, 10**21, 10**22, 10**22, 10**22]


def test_the_cap_shows_on_a_mantissa_that_was_never_normalised() -> None:
    """Storage may hold any u128: 10³⁰ · 10⁻⁴⁰ is cut to 10³⁰ / 10²² = 10⁸ rather than zero."""
    assert SafeFloat(10**30, -40).to_u64() == 10**8


@pytest.mark.parametrize(("mantissa", "exponent"), [(-1, 0), (2**128, 0), (0, 2**63), (0, -(2**63) - 1)])
def test_what_the_integer_types_cannot_hold_is_refused(mantissa: int, exponent: int) -> None:
    with pytest.raises(InvalidInput, match="outside the range of"):
        SafeFloat(mantissa, exponent)


@given(positive, positive, positive)
@settings(deadline=None, max_examples=50)
def test_adding_does_not_associate(a: SafeFloat, b: SafeFloat, c: SafeFloat) -> None:
    """Order counts, but only below the last digits: two ways to add three numbers differ by at most four of them."""
    left, right = a.add(b), b.add(c)
    assert left is not None
    assert right is not None
    one, other = left.add(c), a.add(right)
    assert one is not None
    assert other is not None
    assert abs(value(one) - value(other)) <= 4 * max(last_digit(one), last_digit(other))
