"""The library's square root and safe-math's."""

from math import isqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import FORMATS, I32F32, I64F64, I110F18, U64F64, U96F32
from subtensor_spec.arithmetic.transcendental import sqrt
from subtensor_spec.arithmetic.transcendental.safe_math import checked_sqrt

every_format = pytest.mark.parametrize("number", FORMATS.values(), ids=FORMATS)
quick = settings(max_examples=60, deadline=None)

CONVERGES_BELOW = {"I96F32": 2**57, "U96F32": 2**57, "I110F18": 2**30, "U110F18": 2**30}
"""Newton's steps are too few for greater arguments in the formats with few fraction bits."""


@every_format
def test_zero_and_one_are_their_own_roots(number):
    assert sqrt(number.ZERO) == number.ZERO
    assert sqrt(number.ONE) == number.ONE


def test_a_negative_number_has_none():
    assert sqrt(-I32F32.from_bits(1)) is None
    assert checked_sqrt(-I32F32.from_bits(1), I32F32.from_bits(1)) is None


@pytest.mark.parametrize(("number", "first"), [(I32F32, 3), (I64F64, 3), (U64F64, 2)])
def test_the_smallest_numbers_have_none_where_the_reciprocal_overflows(number, first):
    for bits in range(1, first):
        assert sqrt(number.from_bits(bits)) is None
    assert sqrt(number.from_bits(first)) is not None


@every_format
@quick
@given(data=st.data())
def test_is_within_two_bits_of_the_true_root_where_it_converges(number, data):
    limit = min(CONVERGES_BELOW.get(number.NAME, 2**128) * number.ONE.bits, number.MAX_BITS)
    sizes = st.integers(0, limit.bit_length() - 3).map(lambda shift: 7 << shift)
    bits = data.draw(st.integers(3, limit) | sizes.filter(limit.__ge__))
    root = sqrt(number.from_bits(bits))
    assert abs(root.bits - isqrt(bits << number.FRACTION_BITS)) <= 2


def test_a_large_argument_of_a_coarse_format_is_far_off():
    """18 steps from half the argument are too few: the root of 2**100 comes out 2**31 times too large."""
    argument = I110F18.from_bits(1 << 118)
    assert sqrt(argument).bits / 2**68 == pytest.approx(2**31, rel=1e-15)
    assert sqrt(U96F32.from_bits(1 << 112)).bits / 2**72 == pytest.approx(128.0026, rel=1e-6)


@every_format
@quick
@given(data=st.data())
def test_safe_maths_root_times_itself_is_the_argument_within_epsilon(number, data):
    """At the end the guess and argument/guess differ by no more than epsilon, if that was reached in 129 halvings."""
    argument = number.from_bits(data.draw(st.integers(number.ONE.bits, number.ONE.bits << 16)))
    epsilon = number.from_bits(number.ONE.bits >> 8)
    guess = checked_sqrt(argument, epsilon)
    assert argument.safe_div(guess).abs_diff(guess) <= epsilon


def test_safe_maths_root_of_zero_shrinks_toward_it():
    assert checked_sqrt(I32F32.ZERO, I32F32.from_bits(1)).bits == 1
    assert checked_sqrt(I32F32.ZERO, I32F32.ONE).bits == 1 << 31


@pytest.mark.parametrize(
    ("number", "argument", "epsilon", "expected"),
    [
        (I32F32, 281470681743360, 42949672, 1099494850560),
        (I64F64, 184467440737095516160, 184467440737095516, 58366651170721628160),
        (U64F64, 58614966425643560289522801600436, 1, 32882446450088300647570373),
        (I110F18, 17179607040, 26, 67108351),
    ],
)
def test_observed_values_of_safe_maths_root(number, argument, epsilon, expected):
    assert checked_sqrt(number.from_bits(argument), number.from_bits(epsilon)).bits == expected
