"""Perquintill: ratios rounded down, amounts rounded to nearest, never above the whole."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.arithmetic.decimals.perquintill import ACCURACY
from subtensor_spec.errors import InvalidInput

U128 = st.integers(0, 2**128 - 1)
PARTS = st.integers(0, ACCURACY)


@given(U128, U128)
@settings(deadline=None)
def test_a_ratio_is_rounded_down_and_never_above_the_whole(numerator: int, denominator: int) -> None:
    parts = Perquintill.from_rational(numerator, denominator).parts
    if numerator < denominator:
        assert 0 <= Fraction(numerator, denominator) * ACCURACY - parts < 1
    else:
        assert parts == ACCURACY


def test_nothing_of_nothing_is_the_whole() -> None:
    """A behaviour: a denominator of zero counts as the whole, even below a numerator of zero."""
    assert Perquintill.from_rational(0, 0) == Perquintill.from_rational(7, 0) == Perquintill(ACCURACY)


@given(PARTS, U128)
@settings(deadline=None)
def test_a_share_of_an_amount_is_rounded_to_nearest(parts: int, amount: int) -> None:
    exact = Fraction(parts * amount, ACCURACY)
    share = Perquintill(parts).of(amount)
    assert abs(share - exact) <= Fraction(1, 2)
    assert share - exact != Fraction(-1, 2), "a half is rounded up"
    assert share <= amount


@given(PARTS)
@settings(deadline=None)
def test_two_complements_are_the_whole(parts: int) -> None:
    share = Perquintill(parts)
    assert share.parts + share.complement().parts == ACCURACY
    assert share.complement().complement() == share


def test_more_parts_than_the_whole_count_as_the_whole() -> None:
    assert Perquintill.from_parts(2**64 - 1) == Perquintill(ACCURACY)
    assert Perquintill.from_parts(ACCURACY - 1).parts == ACCURACY - 1


@pytest.mark.parametrize("parts", [-1, ACCURACY + 1])
def test_a_share_outside_the_whole_is_refused(parts: int) -> None:
    with pytest.raises(InvalidInput, match="not between"):
        Perquintill(parts)


def test_parts_and_amounts_that_the_integer_types_cannot_hold_are_refused() -> None:
    with pytest.raises(InvalidInput, match="range of u64"):
        Perquintill.from_parts(2**64)
    with pytest.raises(InvalidInput, match=r"denominator.*range of u128"):
        Perquintill.from_rational(0, 2**128)
