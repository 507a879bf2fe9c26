"""Safe-math's logarithms."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import FORMATS, I32F32, I64F64, U64F64, U96F32
from subtensor_spec.arithmetic.transcendental.safe_math import between_one_and_two, checked_ln, checked_log

every_format = pytest.mark.parametrize("number", FORMATS.values(), ids=FORMATS)
quick = settings(max_examples=60, deadline=None)


@every_format
def test_of_one_is_zero_and_of_zero_none(number):
    assert checked_ln(number.ONE) == number.ZERO
    assert checked_ln(number.ZERO) is None


@every_format
@quick
@given(data=st.data())
def test_scaling_keeps_the_number_between_one_and_two(number, data):
    argument = number.from_bits(data.draw(st.integers(1, number.MAX_BITS)))
    mantissa, exponent = between_one_and_two(argument)
    assert number.ONE <= mantissa < number.ONE + number.ONE
    shifted = argument.bits >> exponent if exponent >= 0 else argument.bits << -exponent
    assert mantissa.bits == shifted


def test_just_below_a_power_of_two_it_is_far_too_low():
    """Eight terms of the series give 0.6345 for ln 2 = 0.6931, and the exact value returns at the power itself."""
    below, at = I64F64.from_bits((2 << 64) - 1), I64F64.saturating_from_num(2)
    assert checked_ln(below).bits / 2**64 == pytest.approx(0.634523809, rel=1e-8)
    assert checked_ln(at).bits / 2**64 == pytest.approx(0.693147180, rel=1e-8)


def test_below_one_an_unsigned_format_wraps():
    """The power of two is negative there; taken as an unsigned number it is near the greatest."""
    assert checked_ln(U64F64.from_bits(223695688584941)).bits == 235865763225513286037806028712190052708
    assert checked_ln(I64F64.from_bits(1 << 63)).bits < 0


def test_a_base_of_one_zero_or_less_gives_nothing():
    ten = I32F32.saturating_from_num(10)
    for base in (I32F32.ONE, I32F32.ZERO, -I32F32.ONE):
        assert checked_log(ten, base) is None
    assert checked_log(I32F32.ZERO, ten) is None
    assert checked_log(ten, ten) == I32F32.ONE
    assert checked_log(U96F32.from_bits(103420975594042675255), U96F32.from_bits(42949672960)).bits == 44588807235


@quick
@given(bits=st.integers(2**64, I64F64.MAX_BITS), base=st.integers(2**65, 2**80))
def test_a_logarithm_to_a_base_is_the_quotient_of_two(bits, base):
    argument, base = I64F64.from_bits(bits), I64F64.from_bits(base)
    assert checked_log(argument, base) == checked_ln(argument).checked_div(checked_ln(base))
