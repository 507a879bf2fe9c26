"""The pool: its price, its start, and the protocol's liquidity."""

import pytest

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.types import AlphaBalance, Balancer, TaoBalance
from subtensor_spec.chapters.swap.pool import Pool, alpha_worth, current_price, initialised, weights_adjusted
from subtensor_spec.chapters.swap.weights import EQUAL_WEIGHTS

SKEWED = Balancer(Perquintill(25 * 10**16))


def pool(tao: int, alpha: int, weights: Balancer = EQUAL_WEIGHTS, started: bool = True, mechanism: int = 1) -> Pool:
    reserve = AlphaBalance(alpha)
    return Pool(TaoBalance(tao), reserve, weights, started, mechanism=mechanism)


def test_the_price_counts_the_weights() -> None:
    """Three quarters of alpha to one of TAO make alpha three times as dear as the reserves alone say."""
    assert current_price(pool(10**9, 10**9)) == U64F64.ONE
    assert current_price(pool(10**9, 10**9, SKEWED)) == U64F64.saturating_from_num(3)
    assert current_price(pool(10**9, 0)) == U64F64.ZERO


def test_alpha_of_a_subnet_without_a_pool_is_worth_a_tao() -> None:
    stable = pool(0, 0, mechanism=0)
    assert current_price(stable) == U64F64.ONE
    assert alpha_worth(stable, TaoBalance(77)) == AlphaBalance(77)


def test_tao_is_worth_its_quotient_by_the_price() -> None:
    assert alpha_worth(pool(10**9, 10**9, SKEWED), TaoBalance(10)) == 3
    assert alpha_worth(pool(0, 10**9), TaoBalance(10)) == 0


def test_a_pool_starts_once() -> None:
    fresh = pool(10**9, 10**9, SKEWED, started=False)
    assert initialised(fresh).weights == EQUAL_WEIGHTS, "weights of a pool that never started are overwritten"
    assert initialised(fresh, U64F64.saturating_from_num(3)).weights == SKEWED
    running = pool(10**9, 10**9, SKEWED)
    assert initialised(running, U64F64.ONE) == running
    with pytest.raises(CallError, match=r"Swap\.ReservesOutOfBalance"):
        initialised(fresh, U64F64.saturating_from_num(1000))


def test_protocol_liquidity_moves_the_weights_and_not_the_reserves() -> None:
    before = pool(10**9, 10**9)
    after = weights_adjusted(before, TaoBalance(10**9), AlphaBalance(0))
    assert after is not None
    assert (after.tao, after.alpha) == (before.tao, before.alpha)
    assert after.weights.quote.parts == 666_666_666_666_666_666
    assert weights_adjusted(before, TaoBalance(10**12), AlphaBalance(0)) is None
