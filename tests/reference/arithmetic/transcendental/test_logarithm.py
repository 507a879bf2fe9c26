"""log2 and ln: digit by digit, and by a coarse constant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32, I64F64, I96F32
from subtensor_spec.arithmetic.transcendental import ln, log2
from subtensor_spec.arithmetic.transcendental.logarithm import halved

formats = pytest.mark.parametrize("number", [I32F32, I64F64, I96F32], ids=lambda number: number.NAME)
quick = settings(max_examples=60, deadline=None)


@formats
def test_of_zero_or_less_there_is_none(number):
    for argument in (number.ZERO, -number.from_bits(1), -number.ONE, number.MIN):
        assert log2(argument) is None
        assert ln(argument) is None


@pytest.mark.parametrize(("number", "first"), [(I32F32, 3), (I64F64, 3), (I96F32, 1)])
def test_of_the_smallest_numbers_there_is_none_where_the_reciprocal_overflows(number, first):
    """In I32F32 and I64F64 one and two bits have no logarithm."""
    for bits in range(1, first):
        assert log2(number.from_bits(bits)) is None
    assert ln(number.from_bits(first)).bits < 0


@formats
def test_of_powers_of_two_is_exact(number):
    for power in range(-(number.FRACTION_BITS - 2), number.INTEGER_BITS - 1):
        argument = number.from_bits(1 << (number.FRACTION_BITS + power))
        assert log2(argument) == number.saturating_from_num(power)


@formats
def test_the_greatest_number_is_rounded_up_to_the_next_power_of_two(number):
    """Halving rounds up all the way, so the logarithm is a whole number."""
    assert log2(number.MAX) == number.saturating_from_num(number.INTEGER_BITS - 1)


@formats
def test_halving_rounds_up(number):
    assert [halved(bits) for bits in range(6)] == [0, 1, 1, 2, 2, 3]


@formats
@quick
@given(data=st.data())
def test_below_one_is_minus_that_of_the_reciprocal(number, data):
    argument = number.from_bits(data.draw(st.integers(3, number.ONE.bits - 1)))
    assert log2(argument) == -log2(number.ONE.checked_div(argument))


@formats
@quick
@given(data=st.data())
def test_doubling_adds_one(number, data):
    """log2(2x) = log2(x) + 1 exactly for x of at least one: the first halving undoes the doubling."""
    argument = number.from_bits(data.draw(st.integers(number.ONE.bits, number.MAX_BITS // 2)))
    assert log2(argument + argument) == log2(argument) + number.ONE


@formats
@quick
@given(data=st.data())
def test_natural_logarithm_is_the_binary_one_divided_by_a_coarse_constant(number, data):
    """The constant is log2(e) cut off after 23 bits, 12102203 steps, so the result is 1.3e-8 too far from zero."""
    argument = number.from_bits(data.draw(st.integers(3, number.MAX_BITS)))
    coarse = number.from_bits(12102203 << (number.FRACTION_BITS - 23))
    assert ln(argument) == log2(argument).checked_div(coarse)


@pytest.mark.parametrize(
    ("bits", "binary", "natural"),
    [
        (15524791544, 7962245934, 5519008393),
        (4294967297, 1, 0),
        (3, -130631591366, -90546920456),
        (9223372036854775807, 133143986176, 92288379858),
    ],
)
def test_observed_values(bits, binary, natural):
    assert log2(I32F32.from_bits(bits)).bits == binary
    assert ln(I32F32.from_bits(bits)).bits == natural


def test_a_wider_destination():
    argument = I32F32.from_bits(1)
    assert ln(argument) is None
    assert ln(argument, I64F64) == ln(I64F64.from_bits(1 << 32))
