"""Weights stay in range, follow added reserves without moving the price, and give the price a pool starts with."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chapters.swap.curve import price_of_reserves
from subtensor_spec.chapters.swap.weights import (
    EQUAL_WEIGHTS,
    MIN_WEIGHT,
    checked_weights,
    weights_after_liquidity,
    weights_for_price,
)

RESERVES = st.integers(10**9, 21 * 10**15)
U64 = st.integers(0, 2**64 - 1)


@pytest.mark.parametrize(
    ("parts", "allowed"), [(10**16 - 1, False), (10**16, True), (99 * 10**16, True), (99 * 10**16 + 1, False)]
)
def test_a_weight_reaches_from_a_hundredth_to_99_hundredths(parts: int, allowed: bool) -> None:
    """A comment in production says a tenth; the constant says a hundredth."""
    found = checked_weights(Perquintill(parts))
    assert (found is not None) == allowed
    assert MIN_WEIGHT.parts == 10**16


@given(RESERVES, RESERVES, st.integers(0, 10**12), st.integers(0, 10**12))
@settings(deadline=None)
def test_liquidity_in_any_proportion_leaves_the_price_where_it_was(
    tao: int, alpha: int, more_tao: int, more_alpha: int
) -> None:
    before = EQUAL_WEIGHTS
    after = weights_after_liquidity(before, tao, alpha, more_tao, more_alpha)
    old = Fraction(price_of_reserves(before, alpha, tao).bits, 2**64)
    if after is None:
        return
    new = Fraction(price_of_reserves(after, alpha + more_alpha, tao + more_tao).bits, 2**64)
    assert abs(new / old - 1) < Fraction(1, 10**8) if old > Fraction(1, 10**6) else True


@given(U64, U64, U64, U64)
@settings(deadline=None)
def test_weights_after_liquidity_are_in_range_or_none(tao: int, alpha: int, more_tao: int, more_alpha: int) -> None:
    after = weights_after_liquidity(EQUAL_WEIGHTS, tao, alpha, more_tao, more_alpha)
    assert after is None or MIN_WEIGHT <= after.quote <= Perquintill(99 * 10**16)


def test_an_empty_side_weighs_one_half_or_nothing() -> None:
    """With no TAO or no alpha both sides are zero and the weight is one half; one side alone is out of range."""
    assert weights_after_liquidity(EQUAL_WEIGHTS, 0, 0, 5, 5) == EQUAL_WEIGHTS
    assert weights_after_liquidity(EQUAL_WEIGHTS, 10**9, 0, 0, 5) is None
    assert weights_after_liquidity(EQUAL_WEIGHTS, 10**9, 0, 5, 0) == EQUAL_WEIGHTS


def test_products_beyond_u128_saturate() -> None:
    top = 2**64 - 1
    assert weights_after_liquidity(EQUAL_WEIGHTS, top, top, top, top) == EQUAL_WEIGHTS


@given(RESERVES, RESERVES, st.fractions(Fraction(1, 10**3), 10**3))
@settings(deadline=None)
def test_a_pool_that_starts_with_a_price_has_it(tao: int, alpha: int, wanted: Fraction) -> None:
    """Within a part in ten million where the weight is in range: it has 18 digits, the product is cut to a rao."""
    price = U64F64.from_bits(int(wanted * 2**64))
    share = Fraction(tao) / (wanted * alpha + tao)
    if not Fraction(11, 1000) < share < Fraction(989, 1000):
        return
    weights = weights_for_price(price, tao, alpha)
    found = Fraction(price_of_reserves(weights, alpha, tao).bits, 2**64)
    assert abs(found / wanted - 1) < Fraction(1, 10**6) or found < Fraction(1, 10**5)


def test_a_price_without_reserves_or_out_of_balance_is_an_error() -> None:
    for tao, alpha in ((0, 0), (10**9, 0), (0, 10**9)):
        with pytest.raises(CallError, match=r"Swap\.ReservesOutOfBalance"):
            weights_for_price(U64F64.ONE, tao, alpha)
