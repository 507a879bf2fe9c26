"""The pool as a view: its price, its start, and the protocol's liquidity."""

import pytest

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain import AlphaBalance, CallError, NetUid, TaoBalance
from subtensor_spec.chapters.swap.pool import PoolView, alpha_worth, current_price, initialised, weights_adjusted
from subtensor_spec.chapters.swap.weights import Weights
from subtensor_spec.errors import InvalidInput

NETUID = NetUid(1)
SKEWED = Weights(Perquintill(25 * 10**16))


def pool(tao: int, alpha: int, weights: Weights | None = None, started: bool = True, mechanism: int = 1) -> PoolView:
    reserve = AlphaBalance(NETUID, alpha)
    return PoolView(NETUID, TaoBalance(tao), reserve, weights or Weights(), started, mechanism=mechanism)


def test_the_price_counts_the_weights() -> None:
    """Three quarters of alpha to one of TAO make alpha three times as dear as the reserves alone say."""
    assert current_price(pool(10**9, 10**9)) == U64F64.ONE
    assert current_price(pool(10**9, 10**9, SKEWED)) == U64F64.saturating_from_num(3)
    assert current_price(pool(10**9, 0)) == U64F64.ZERO


def test_alpha_of_a_subnet_without_a_pool_is_worth_a_tao() -> None:
    stable = pool(0, 0, mechanism=0)
    assert current_price(stable) == U64F64.ONE
    assert alpha_worth(stable, TaoBalance(77)) == AlphaBalance(NETUID, 77)


def test_tao_is_worth_its_quotient_by_the_price() -> None:
    assert alpha_worth(pool(10**9, 10**9, SKEWED), TaoBalance(10)).rao == 3
    assert alpha_worth(pool(0, 10**9), TaoBalance(10)).rao == 0


def test_a_pool_starts_once() -> None:
    fresh = pool(10**9, 10**9, SKEWED, started=False)
    assert initialised(fresh).weights == Weights(), "weights of a pool that never started are overwritten"
    assert initialised(fresh, U64F64.saturating_from_num(3)).weights == SKEWED
    running = pool(10**9, 10**9, SKEWED)
    assert initialised(running, U64F64.ONE) == running
    with pytest.raises(CallError, match=r"Swap\.ReservesOutOfBalance"):
        initialised(fresh, U64F64.saturating_from_num(1000))


def test_protocol_liquidity_moves_the_weights_and_not_the_reserves() -> None:
    before = pool(10**9, 10**9)
    after = weights_adjusted(before, TaoBalance(10**9), AlphaBalance(NETUID, 0))
    assert after is not None
    assert (after.tao, after.alpha) == (before.tao, before.alpha)
    assert after.weights.quote.parts == 666_666_666_666_666_666
    assert weights_adjusted(before, TaoBalance(10**12), AlphaBalance(NETUID, 0)) is None


def test_a_pool_holds_its_own_subnets_alpha_and_a_u16_fee_rate() -> None:
    with pytest.raises(InvalidInput, match="alpha of subnet 2 in the pool of subnet 1"):
        PoolView(NETUID, TaoBalance(1), AlphaBalance(NetUid(2), 1))
    with pytest.raises(InvalidInput, match="fee_rate"):
        PoolView(NETUID, TaoBalance(1), AlphaBalance(NETUID, 1), fee_rate=65536)
