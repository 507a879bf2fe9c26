"""exp: its exact cases, its range, and its laws."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32, I64F64, I96F32, I110F18, U64F64
from subtensor_spec.arithmetic.transcendental import exp

formats = pytest.mark.parametrize("number", [I32F32, I64F64, I96F32], ids=lambda number: number.NAME)
quick = settings(max_examples=100, deadline=None)

GREATEST_EXPONENT = {"I32F32": 89715445397, "I64F64": 787851848574078720573, "I96F32": 399388593063}
"""The greatest arguments that have an exponential, in bits: about 20.89, 42.71 and 92.99."""


@formats
def test_of_zero_is_exactly_one(number):
    assert exp(number.ZERO) == number.ONE


def test_of_one_is_the_coarse_constant_and_one_bit_later_the_series():
    """e is cut off after 23 bits, so exp of exactly one lies 321 bits below its neighbours' trend."""
    assert exp(I32F32.ONE).bits == 11674931200
    assert exp(I32F32.from_bits(I32F32.ONE.bits + 1)).bits == 11674931552
    assert exp(I32F32.from_bits(I32F32.ONE.bits - 1)).bits > exp(I32F32.ONE).bits
    assert exp(I64F64.ONE).bits == 11674931200 << 32


@formats
def test_the_range_ends_where_a_step_overflows(number):
    """Beyond the greatest exponent there is nothing, and nothing for its negative although the value is near zero."""
    last = GREATEST_EXPONENT[number.NAME]
    assert exp(number.from_bits(last)) is not None
    assert exp(number.from_bits(-last)) is not None
    assert exp(number.from_bits(last + 1)) is None
    assert exp(number.from_bits(-last - 1)) is None
    assert exp(number.MAX) is None
    assert exp(number.MIN) is None


def test_at_twenty_the_series_is_too_short():
    """With as many terms as fraction bits, e**20 in I32F32 is 0.81 % low; I64F64 has terms enough."""
    short = exp(I32F32.saturating_from_num(20)).bits / 2**32
    long = exp(I64F64.saturating_from_num(20)).bits / 2**64
    assert long == pytest.approx(485165195.4097903, rel=1e-14)
    assert 1 - short / long == pytest.approx(0.0080917, rel=1e-4)


@formats
@quick
@given(data=st.data())
def test_of_a_negative_number_is_the_reciprocal(number, data):
    bits = data.draw(st.integers(1, 20 << number.FRACTION_BITS).filter(lambda b: b != number.ONE.bits))
    positive = exp(number.from_bits(bits))
    assert exp(number.from_bits(-bits)) == number.ONE.checked_div(positive)


@quick
@given(st.lists(st.integers(-20 << 32, 20 << 32), min_size=2, max_size=2))
def test_rises_apart_from_its_roundings(pair):
    """A greater argument never gives a smaller result, but for the dent at exactly one and a few bits of rounding."""
    low, high = (exp(I32F32.from_bits(bits)) for bits in sorted(pair))
    slack = 400 if I32F32.ONE.bits in pair else 40
    assert low.bits <= high.bits + slack


def test_a_wider_destination_computes_with_more_terms():
    argument = I32F32.saturating_from_num(20)
    assert exp(argument, I64F64) == exp(I64F64.saturating_from_num(20))
    assert exp(I32F32.ONE, I64F64).bits == 11674931200 << 32
    assert exp(I32F32.MIN, I64F64) is None


def test_formats_that_production_does_not_compile_are_refused():
    for attempt in (lambda: exp(U64F64.ONE), lambda: exp(I110F18.ONE)):
        with pytest.raises(TypeError):
            attempt()
    for argument, destination in ((I64F64.ONE, I96F32), (I64F64.ONE, I32F32), (U64F64.ONE, I64F64)):
        with pytest.raises(TypeError, match="does not hold every number"):
            exp(argument, destination)
