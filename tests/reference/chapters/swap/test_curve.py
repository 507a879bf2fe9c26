"""The curve against true powers, its price, and what it answers out of its depth."""

from fractions import Fraction

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.types import Balancer
from subtensor_spec.chapters.swap.curve import (
    alpha_needed_for_tao,
    alpha_to_reach_price,
    power_of_alpha_sold,
    power_of_tao_paid,
    price_of_reserves,
    tao_to_reach_price,
)
from subtensor_spec.chapters.swap.weights import EQUAL_WEIGHTS, base_weight

U64 = st.integers(1, 2**64 - 1)
WEIGHTS = st.integers(10**16, 99 * 10**16).map(lambda parts: Balancer(Perquintill(parts)))
MILD = st.integers(20 * 10**16, 80 * 10**16).map(lambda parts: Balancer(Perquintill(parts)))
HALF = EQUAL_WEIGHTS
ONE = U64F64.ONE


def fraction(number: U64F64) -> Fraction:
    return Fraction(number.bits, ONE.bits)


def price(value: Fraction) -> U64F64:
    return U64F64.from_bits(int(value * ONE.bits))


@given(WEIGHTS, U64, U64)
@settings(deadline=None)
def test_the_price_is_the_ratio_of_the_weights_times_that_of_the_reserves(weights: Balancer, x: int, y: int) -> None:
    """Rounded down three times, so never above the true price unless that leaves U64F64."""
    found = fraction(price_of_reserves(weights, x, y))
    true = Fraction(base_weight(weights).parts, weights.quote.parts) * Fraction(y, x)
    assert found <= true
    if true < 2**63:
        error = (Fraction(y, x) + Fraction(base_weight(weights).parts, weights.quote.parts) + 2) / ONE.bits
        assert true - found <= error


def test_the_price_of_no_alpha_is_zero() -> None:
    assert price_of_reserves(HALF, 0, 10**9) == U64F64.ZERO
    assert price_of_reserves(HALF, 10**9, 0) == U64F64.ZERO


@given(MILD, st.integers(10**6, 2**63), st.integers(0, 10**6))
@settings(deadline=None, max_examples=60)
def test_what_a_payment_leaves_is_near_the_true_power(weights: Balancer, reserve: int, ppm: int) -> None:
    """Within a few parts of 10¹⁸ for payments up to the reserve itself; rounded down."""
    paid = reserve * ppm // 10**6
    with mpmath.workdps(50):
        base, quote = mpmath.mpf(base_weight(weights).parts), mpmath.mpf(weights.quote.parts)
        ratio = mpmath.mpf(reserve) / (reserve + paid)
        for found, exponent in (
            (power_of_alpha_sold(weights, reserve, paid), base / quote),
            (power_of_tao_paid(weights, reserve, paid), quote / base),
        ):
            true = ratio**exponent
            assert true - mpmath.mpf("1.1e-18") <= mpmath.mpf(found.bits) / ONE.bits <= true + mpmath.mpf("1e-30")


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
@settings(deadline=None)
def test_equal_weights_make_the_product_of_the_reserves_constant(reserve: int, paid: int) -> None:
    """The power is then the quotient of the reserves, rounded down to a part of 10¹⁸ and to U64F64."""
    after = min(reserve + paid, 2**64 - 1)
    parts = 10**18 * reserve // after if after else 0
    assert power_of_alpha_sold(HALF, reserve, paid).bits == parts * ONE.bits // 10**18


@pytest.mark.parametrize(
    ("wanted", "needed"),
    [
        (0, 0),
        (500_000_000, 1_000_000_000),
        (940_000_000, 15_666_666_666),
        (950_000_000, 0),
        (10**9, 0),
        (2**64 - 1, 0),
    ],
)
def test_a_great_request_for_tao_seems_to_need_no_alpha(wanted: int, needed: int) -> None:
    """A behaviour: above a power of about 18.45, and where all is asked for, the answer is zero."""
    assert alpha_needed_for_tao(HALF, 10**9, 10**9, wanted) == needed


@given(MILD, st.integers(10**6, 21 * 10**15), st.fractions(Fraction(1, 1000), 1000), st.fractions(1, 10))
@settings(deadline=None, max_examples=60)
def test_what_reaches_a_price_is_near_the_true_amount(
    weights: Balancer, reserve: int, at: Fraction, by: Fraction
) -> None:
    """A buyer's limit above and a seller's limit below: the reserve times (power - 1), rounded down."""
    low, high = price(at), price(at * by)
    with mpmath.workdps(50):
        ratio = mpmath.mpf(high.bits) / low.bits
        for found, weight in (
            (tao_to_reach_price(weights, low, high, reserve), base_weight(weights)),
            (alpha_to_reach_price(weights, high, low, reserve), weights.quote),
        ):
            true = reserve * (ratio ** (mpmath.mpf(weight.parts) / 10**18) - 1)
            assert true - 1 - mpmath.mpf("1e-17") * reserve <= found <= true


def test_a_limit_further_than_the_power_reaches_stops_the_order_there() -> None:
    """A behaviour: the power is capped at the greatest u64 of parts, so an order grows a reserve 17.4-fold at most."""
    most = 17_446_744_073
    assert tao_to_reach_price(HALF, ONE, price(Fraction(10**6)), 10**9) == most
    assert alpha_to_reach_price(HALF, price(Fraction(10**6)), ONE, 10**9) == most
    assert tao_to_reach_price(HALF, ONE, price(Fraction(340)), 10**9) < most


def test_no_amount_reaches_a_price_from_zero_or_in_the_wrong_direction() -> None:
    assert tao_to_reach_price(HALF, U64F64.ZERO, ONE, 10**9) == 0
    assert alpha_to_reach_price(HALF, ONE, U64F64.ZERO, 10**9) == 0
    assert tao_to_reach_price(HALF, ONE, price(Fraction(1, 2)), 10**9) == 0
