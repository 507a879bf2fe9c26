"""Floats in and out, by bit patterns."""

import struct
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import FORMATS, I32F32, I64F64, U64F64
from subtensor_spec.errors import InvalidInput, Panic

every_format = pytest.mark.parametrize("number", FORMATS.values(), ids=FORMATS)
quick = settings(max_examples=80, deadline=None)

TRUE_INFINITY = 0x7FF0_0000_0000_0000
TRUE_NAN = 0x7FF8_0000_0000_0000
GREATEST_FLOAT = 0x7FEF_FFFF_FFFF_FFFF
TWO_TO_1023 = 0x7FE0_0000_0000_0000
SIGN = 1 << 63


def pattern64(value: float) -> int:
    return int.from_bytes(struct.pack(">d", value), "big")


def pattern32(value: float) -> int:
    return int.from_bytes(struct.pack(">f", value), "big")


@every_format
@quick
@given(value=st.floats(-1e40, 1e40) | st.floats(-3, 3))
def test_a_float_becomes_the_nearest_number_half_to_even(number, value):
    """Python's own rounding of the exact fraction, half to even, is the expected one."""
    exact = round(Fraction(value) * number.ONE.bits)
    assert number.saturating_from_f64_bits(pattern64(value)) == number.saturated(exact)
    assert number.wrapping_from_f64_bits(pattern64(value)) == number.wrapped(exact)
    assert number.checked_from_f64_bits(pattern64(value)) == number.checked(exact)


@every_format
@quick
@given(value=st.floats(width=32, allow_nan=False, allow_infinity=False, min_value=-(2.0**100), max_value=2.0**100))
def test_a_short_float_becomes_what_its_value_as_a_long_one_does(number, value):
    assert number.saturating_from_f32_bits(pattern32(value)) == number.saturating_from_f64_bits(pattern64(value))
    assert number.wrapping_from_f32_bits(pattern32(value)) == number.wrapping_from_f64_bits(pattern64(value))
    assert number.checked_from_f32_bits(pattern32(value)) == number.checked_from_f64_bits(pattern64(value))


@every_format
@quick
@given(data=st.data())
def test_a_number_becomes_the_nearest_float_half_to_even(number, data):
    """Python divides integers to the nearest float, half to even; a short float is nearest among its neighbours."""
    x = number.from_bits(data.draw(st.integers(number.MIN_BITS, number.MAX_BITS) | st.integers(0, 2**26)))
    assert x.to_f64_bits() == pattern64(x.bits / number.ONE.bits)
    exact = Fraction(x.bits, number.ONE.bits)
    pattern = x.to_f32_bits()
    distance, neighbours = (
        [abs(Fraction(struct.unpack(">f", near.to_bytes(4, "big"))[0]) - abs(exact)) for near in group]
        for group in ([pattern & 0x7FFF_FFFF], [max((pattern & 0x7FFF_FFFF) - 1, 0), (pattern & 0x7FFF_FFFF) + 1])
    )
    assert distance[0] <= min(neighbours)
    assert distance[0] < min(neighbours) or not pattern & 1
    assert (pattern >> 31 == 1) == (x.bits < 0)


def test_ties_go_to_the_even_neighbour():
    half_a_bit = 2.0**-33
    for halves, expected in ((1, 0), (3, 2), (5, 2), (-1, 0), (-3, -2)):
        assert I32F32.saturating_from_f64_bits(pattern64(halves * half_a_bit)).bits == expected


def test_a_true_infinity_or_nan_saturates_by_its_sign():
    for pattern in (TRUE_INFINITY, TRUE_NAN, TRUE_INFINITY + 1):
        assert I32F32.saturating_from_f64_bits(pattern) == I32F32.MAX
        assert I32F32.saturating_from_f64_bits(pattern | SIGN) == I32F32.MIN
        assert I32F32.wrapping_from_f64_bits(pattern) == I32F32.ZERO
        assert I32F32.checked_from_f64_bits(pattern) is None


def test_the_greatest_finite_floats_are_taken_for_infinity_and_nan():
    """The special exponent is looked for one too low: 2**1023 passes for infinite, what is above it for NaN."""
    assert I64F64.saturating_from_f64_bits(TWO_TO_1023) == I64F64.MAX
    assert U64F64.saturating_from_f64_bits(TWO_TO_1023 | SIGN) == U64F64.MIN
    with pytest.raises(Panic, match="infinite"):
        I64F64.wrapping_from_f64_bits(TWO_TO_1023)
    for convert in (I64F64.saturating_from_f64_bits, I64F64.wrapping_from_f64_bits):
        with pytest.raises(Panic, match="NaN"):
            convert(GREATEST_FLOAT)
    assert I64F64.checked_from_f64_bits(GREATEST_FLOAT) is None
    assert I64F64.checked_from_f64_bits(TWO_TO_1023) is None
    with pytest.raises(Panic, match="NaN"):
        I64F64.saturating_from_f32_bits(0x7F7F_FFFF)
    assert I64F64.saturating_from_f32_bits(0x7F80_0000) == I64F64.MAX


def test_zeros_and_subnormal_floats_are_zero():
    for pattern in (0, SIGN, 1, SIGN | 1, 0x000F_FFFF_FFFF_FFFF):
        assert I64F64.saturating_from_f64_bits(pattern) == I64F64.ZERO
    assert I32F32.ZERO.to_f64_bits() == 0


def test_a_pattern_too_wide_is_refused():
    for convert, pattern in ((I32F32.saturating_from_f64_bits, 1 << 64), (I32F32.saturating_from_f32_bits, -1)):
        with pytest.raises(InvalidInput, match="bit pattern"):
            convert(pattern)
