"""Sums, products, quotients and remainders against exact fractions."""

from fractions import Fraction
from math import floor, trunc
from operator import mod, truediv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import FORMATS, I32F32, I64F64, U64F64, FixedPoint
from subtensor_spec.errors import Panic

every_format = pytest.mark.parametrize("number", FORMATS.values(), ids=FORMATS)
signed_formats = pytest.mark.parametrize("number", [f for f in FORMATS.values() if f.SIGNED], ids=lambda f: f.NAME)
quick = settings(max_examples=60, deadline=None)


def numbers(number: type[FixedPoint]) -> st.SearchStrategy[FixedPoint]:
    """Numbers of every size, with the edges and small values often."""
    one = 1 << number.FRACTION_BITS
    near = [number.MIN_BITS, number.MAX_BITS, 0, one, -one, one // 2]
    edges = st.builds(lambda base, step: base + step, st.sampled_from(near), st.integers(-3, 3))
    sizes = st.integers(1, number.WIDTH).flatmap(lambda width: st.integers(-(2**width), 2**width))
    anywhere = st.one_of(edges, sizes)
    return anywhere.map(lambda bits: number.from_bits(min(max(bits, number.MIN_BITS), number.MAX_BITS)))


def value(number: FixedPoint) -> Fraction:
    return Fraction(number.bits, 2**number.FRACTION_BITS)


@every_format
@quick
@given(data=st.data())
def test_sums_and_differences_are_exact(number, data):
    """a + b - b is a, whatever wraps on the way; where a sum fits it is the sum of the values."""
    a, b = data.draw(numbers(number)), data.draw(numbers(number))
    assert a + b - b == a
    assert a.wrapping_add(b) == b.wrapping_add(a) == a + b
    total = a.checked_add(b)
    if total is not None:
        assert value(total) == value(a) + value(b)
        assert total == a.saturating_add(b) == a + b
    difference = a.checked_sub(b)
    if difference is not None:
        assert value(difference) == value(a) - value(b)
        assert difference == a.saturating_sub(b) == a - b


@every_format
@quick
@given(data=st.data())
def test_distance_is_the_difference_without_its_sign(number, data):
    a, b = data.draw(numbers(number)), data.draw(numbers(number))
    assert value(a.abs_diff(b)) == min(abs(value(a) - value(b)), value(number.MAX))
    assert a.abs_diff(b) == b.abs_diff(a)


@every_format
@quick
@given(data=st.data())
def test_a_sum_over_many_wraps_at_each_step(number, data):
    """Iterator::sum is the plain operator, step by step from zero."""
    terms = data.draw(st.lists(numbers(number), max_size=8))
    step_by_step = number.ZERO
    for term in terms:
        step_by_step = step_by_step + term
    assert number.wrapping_sum(terms) == step_by_step


def test_a_sum_beyond_the_range_turns_negative():
    assert I64F64.wrapping_sum([I64F64.MAX, I64F64.from_bits(1)]) == I64F64.MIN
    assert I64F64.wrapping_sum([]) == I64F64.ZERO


@signed_formats
def test_the_least_number_has_no_negative(number):
    least, greatest = number.MIN, number.MAX
    assert -least == least.wrapping_neg() == least.abs() == abs(least) == least
    assert least.saturating_neg() == least.saturating_abs() == greatest
    assert least.checked_neg() is None
    assert least.checked_abs() is None
    assert -greatest == number.from_bits(number.MIN_BITS + 1)
    assert (-number.ONE).abs() == (-number.ONE).checked_abs() == number.ONE


def test_an_unsigned_number_saturates_its_negative_to_zero():
    assert U64F64.ONE.saturating_neg() == U64F64.ZERO
    assert U64F64.ONE.checked_neg() is None
    assert U64F64.ZERO.checked_neg() == U64F64.ZERO
    assert U64F64.ONE.wrapping_neg().bits == 2**128 - 2**64


@every_format
@quick
@given(data=st.data())
def test_a_product_is_rounded_down(number, data):
    """The product in bits is the floor of the exact one, negative products included."""
    a, b = data.draw(numbers(number)), data.draw(numbers(number))
    exact = floor(value(a) * value(b) * 2**number.FRACTION_BITS)
    assert a.saturating_mul(b) == number.saturated(exact)
    assert a.checked_mul(b) == number.checked(exact)
    assert a * b == a.wrapping_mul(b) == number.wrapped(exact)


def test_the_smallest_negative_times_the_smallest_positive_is_not_zero():
    smallest = I32F32.from_bits(1)
    assert -smallest * smallest == -smallest
    assert smallest * smallest == I32F32.ZERO


@every_format
@quick
@given(data=st.data())
def test_a_quotient_is_rounded_toward_zero(number, data):
    """The quotient in bits is the exact one with its fraction cut off; negating an operand negates it."""
    a, b = data.draw(numbers(number)), data.draw(numbers(number).filter(bool))
    exact = trunc(value(a) / value(b) * 2**number.FRACTION_BITS)
    assert a.saturating_div(b) == number.saturated(exact)
    assert a.checked_div(b) == number.checked(exact)
    assert a / b == a.wrapping_div(b) == number.wrapped(exact)
    assert a.safe_div(b) == (number.checked(exact) or number.ZERO)
    default = data.draw(numbers(number))
    fitting = number.checked(exact)
    assert a.safe_div_or(b, default) == (default if fitting is None else fitting)


@every_format
def test_division_by_zero(number):
    """Plain, wrapping and saturating division panic; checked gives nothing, safe zero or its default."""
    one, zero = number.ONE, number.ZERO
    for divide in (truediv, mod, number.wrapping_div, number.saturating_div):
        with pytest.raises(Panic, match="division by zero"):
            divide(one, zero)
    assert one.checked_div(zero) is None
    assert one.checked_rem(zero) is None
    assert one.safe_div(zero) == zero
    assert one.safe_div_or(zero, number.MAX) == number.MAX


def test_safe_division_gives_zero_on_overflow_too():
    tiny = I32F32.from_bits(1)
    assert I32F32.ONE.saturating_div(tiny) == I32F32.MAX
    assert I32F32.ONE.safe_div(tiny) == I32F32.ZERO


@every_format
@quick
@given(data=st.data())
def test_a_remainder_has_the_sign_of_the_dividend(number, data):
    """dividend = whole quotient × divisor + remainder, and the remainder is smaller than the divisor."""
    a, b = data.draw(numbers(number)), data.draw(numbers(number).filter(bool))
    remainder = a.checked_rem(b)
    assert remainder == a % b
    assert abs(remainder.bits) < abs(b.bits)
    assert (a.bits - remainder.bits) % b.bits == 0
    assert remainder.bits * a.bits >= 0
