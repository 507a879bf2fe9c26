"""Rounding to whole numbers, and conversions between formats and integers."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import FORMATS, I16, I32F32, I64, I64F64, I96F32, I128, U8, U16, U32, U64, U96F32, U128
from subtensor_spec.arithmetic.fixed_point.safe_floor import checked_floor

every_format = pytest.mark.parametrize("number", FORMATS.values(), ids=FORMATS)
every_kind = pytest.mark.parametrize("kind", [U8, U16, U32, U64, U128, I16, I64, I128], ids=lambda kind: kind.name)
quick = settings(max_examples=60, deadline=None)


def bits(number):
    halves = st.integers(-40, 40).map(lambda n: n << (number.FRACTION_BITS - 1))
    near_halves = st.builds(lambda base, step: base + step, halves, st.integers(-1, 1))
    edges = st.integers(0, 2 << number.FRACTION_BITS)
    anywhere = st.one_of(
        near_halves,
        edges.map(lambda n: number.MAX_BITS - n),
        edges.map(lambda n: number.MIN_BITS + n),
        st.integers(number.MIN_BITS, number.MAX_BITS),
    )
    return anywhere.filter(lambda n: number.MIN_BITS <= n <= number.MAX_BITS)


@every_format
@quick
@given(data=st.data())
def test_floor_ceiling_and_nearest_against_exact_fractions(number, data):
    """floor ≤ x ≤ ceiling; nearest goes half away from zero; whole part and fraction add up to the number."""
    x = number.from_bits(data.draw(bits(number)))
    one = number.ONE.bits
    value = Fraction(x.bits, one)
    assert x.floor().bits == x.int().bits == x.saturating_floor().bits == floor(value) * one
    assert x.checked_floor() == x.floor()
    assert x.int() + x.frac() == x
    assert 0 <= x.frac().bits < one
    nearest = floor(abs(value) + Fraction(1, 2)) * (1 if value >= 0 else -1)
    for exact, plain, saturating, checked in (
        (ceil(value) * one, x.ceil(), x.saturating_ceil(), x.checked_ceil()),
        (nearest * one, x.round(), x.saturating_round(), x.checked_round()),
    ):
        assert plain == number.wrapped(exact)
        assert saturating == number.saturated(exact)
        assert checked == number.checked(exact)


def test_the_fraction_of_a_negative_number_is_positive():
    minus_a_quarter = I32F32.from_bits(-(2**30))
    assert minus_a_quarter.frac() == I32F32.from_bits(3 * 2**30)
    assert minus_a_quarter.int() == -I32F32.ONE


@pytest.mark.parametrize(("tenths", "expected"), [(-1, -2), (-10, -1), (-15, -3), (0, 0), (9, 0), (25, 2)])
def test_safe_maths_floor_is_one_too_low_below_zero(tenths, expected):
    """-0.1 gives -2: it takes one off the whole part, which already is the floor."""
    number = I64F64.from_bits((tenths << 64) // 10)
    assert checked_floor(number) == I64F64.saturating_from_num(expected)


def test_safe_maths_floor_has_no_result_at_the_very_bottom():
    assert checked_floor(I64F64.from_bits(I64F64.MIN_BITS + 1)) is None
    assert checked_floor(I64F64.MIN) == I64F64.MIN


@every_format
@quick
@given(data=st.data())
def test_conversion_between_formats_rounds_down(number, data):
    """From any format to any other: the floor in the target's bits, then saturated, wrapped or nothing."""
    source = data.draw(st.sampled_from(list(FORMATS.values())))
    x = source.from_bits(data.draw(bits(source)))
    exact = floor(Fraction(x.bits, source.ONE.bits) * number.ONE.bits)
    assert number.saturating_from_num(x) == number.saturated(exact)
    assert number.wrapping_from_num(x) == number.wrapped(exact)
    assert number.checked_from_num(x) == number.checked(exact)


@every_format
@quick
@given(data=st.data())
def test_conversion_from_an_integer_is_exact(number, data):
    n = data.draw(st.integers(-(2**127), 2**128 - 1) | st.integers(-5, 5))
    assert number.saturating_from_num(n) == number.saturated(n * number.ONE.bits)
    assert number.wrapping_from_num(n) == number.wrapped(n * number.ONE.bits)
    assert number.checked_from_num(n) == number.checked(n * number.ONE.bits)


@every_kind
@every_format
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_conversion_to_an_integer_rounds_down(number, kind, data):
    """The floor, then the kind's limit, the congruent integer, or nothing."""
    x = number.from_bits(data.draw(bits(number)))
    whole = floor(Fraction(x.bits, number.ONE.bits))
    assert x.saturating_to_num(kind) == min(max(whole, kind.MIN), kind.MAX)
    wrapped = x.wrapping_to_num(kind)
    assert kind.MIN <= wrapped <= kind.MAX
    assert (wrapped - whole) % 2**kind.width == 0
    assert x.checked_to_num(kind) == (whole if kind.MIN <= whole <= kind.MAX else None)


def test_integer_kinds_have_their_widths():
    assert [(kind.name, kind.width) for kind in (U8, U16, U32, U64, U128)] == [
        ("u8", 8), ("u16", 16), ("u32", 32), ("u64", 64), ("u128", 128),
    ]
    assert (I64.MIN, I64.MAX) == (-(2**63), 2**63 - 1)


def test_a_negative_number_floors_to_minus_one_and_saturates_to_zero():
    tiny = -I96F32.from_bits(1)
    assert tiny.saturating_to_num(I64) == -1
    assert tiny.saturating_to_num(U64) == 0
    assert tiny.wrapping_to_num(U64) == 2**64 - 1
    assert U96F32.saturating_from_num(tiny) == U96F32.ZERO
