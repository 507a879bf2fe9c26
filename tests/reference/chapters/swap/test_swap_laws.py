"""Laws of trading with a weighted pool.

They hold for reserves up to the total supply and weights from 0.05 to 0.95, far beyond any pool of the chain; outside,
the powers lose their digits or fail, and ``test_swaps`` pins counterexamples. There is no fee unless a law is about it:
the pool alone must not lose.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.types import AlphaBalance, Balancer, TaoBalance
from subtensor_spec.chapters.swap.curve import price_of_reserves
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import Pool, current_price
from subtensor_spec.chapters.swap.swaps import SwapResult, settled, swap

SUPPLY = 21 * 10**15
RESERVES = st.integers(10**6, 10**9) | st.integers(10**6, SUPPLY)
PARTS = st.just(5 * 10**17) | st.integers(5 * 10**16, 95 * 10**16)
RATES = st.sampled_from([0, 1, 33, 196, 10_000])
SHARES = st.integers(0, 10**4) | st.integers(0, 10**6) | st.integers(0, 10**9)
"""An order's size in millionths of the reserve that it is paid into."""

POOLS = st.builds(
    lambda tao, alpha, parts: Pool(TaoBalance(tao), AlphaBalance(alpha), Balancer(Perquintill(parts)), fee_rate=0),
    RESERVES,
    RESERVES,
    PARTS,
)
NO_LIMIT = {True: U64F64.MAX, False: U64F64.ZERO}


def order_of(pool: Pool, is_buy: bool, millionths: int, more: int = 0) -> Order:
    reserve = pool.tao if is_buy else pool.alpha
    return order(is_buy, min(reserve * millionths // 10**6 + 1 + more, 2**64 - 1))


def order(is_buy: bool, rao: int) -> Order:
    return Buy(TaoBalance(rao)) if is_buy else Sell(AlphaBalance(rao))


def outcome(pool: Pool, asked: Order, limit: U64F64 | None = None, drop_fees: bool = False) -> SwapResult | None:
    """What an order does, or nothing where the chain refuses it."""
    try:
        return swap(pool, asked, NO_LIMIT[isinstance(asked, Buy)] if limit is None else limit, drop_fees=drop_fees)
    except CallError:
        return None


def with_rate(pool: Pool, rate: int) -> Pool:
    return Pool(pool.tao, pool.alpha, pool.weights, fee_rate=rate)


@given(POOLS, st.booleans(), SHARES)
@settings(deadline=None, max_examples=150)
def test_there_and_back_never_gains(pool: Pool, is_buy: bool, millionths: int) -> None:
    """Buying and selling what was bought, or the reverse, gives back at most what was paid, even without a fee."""
    there = order_of(pool, is_buy, millionths)
    first = outcome(pool, there)
    if first is None or first.amount_paid_out == 0:
        return
    back = outcome(settled(pool, there, first), order(not is_buy, first.amount_paid_out))
    assert back is None or back.amount_paid_out <= first.amount_paid_in


@given(POOLS, st.booleans(), SHARES, st.integers(0, 10**6) | st.integers(0, SUPPLY))
@settings(deadline=None, max_examples=150)
def test_a_larger_order_never_gets_less(pool: Pool, is_buy: bool, millionths: int, more: int) -> None:
    small, large = (
        outcome(pool, order_of(pool, is_buy, millionths)),
        outcome(pool, order_of(pool, is_buy, millionths, more)),
    )
    assert small is None or large is None or small.amount_paid_out <= large.amount_paid_out


@given(POOLS, st.booleans(), SHARES)
@settings(deadline=None, max_examples=150)
def test_the_price_moves_the_right_way(pool: Pool, is_buy: bool, millionths: int) -> None:
    """A buy never lowers the price and a sale never raises it, but for a buy that takes the whole reserve."""
    asked = order_of(pool, is_buy, millionths)
    result = outcome(pool, asked)
    if result is None:
        return
    before, after = current_price(pool), current_price(settled(pool, asked, result))
    if result.amount_paid_out == asked.reserve_out(pool):
        assert after == U64F64.ZERO
    elif is_buy:
        assert after >= before
    else:
        assert after <= before


@given(POOLS, st.booleans(), SHARES, RATES)
@settings(deadline=None, max_examples=150)
def test_a_fee_never_adds_to_what_is_paid_out(pool: Pool, is_buy: bool, millionths: int, rate: int) -> None:
    charged = with_rate(pool, rate)
    asked = order_of(pool, is_buy, millionths)
    with_fee, without = outcome(charged, asked), outcome(charged, asked, drop_fees=True)
    if with_fee is not None and without is not None:
        assert with_fee.amount_paid_out <= without.amount_paid_out
        assert with_fee.amount_paid_in + with_fee.fee_paid == asked.amount_in
        assert without.fee_paid == 0


@given(POOLS, st.booleans(), SHARES)
@settings(deadline=None, max_examples=150)
def test_a_pool_pays_no_more_than_it_holds(pool: Pool, is_buy: bool, millionths: int) -> None:
    result = outcome(pool, order_of(pool, is_buy, millionths))
    assert result is None or result.amount_paid_out <= order_of(pool, is_buy, 0).reserve_out(pool)


@given(POOLS, st.booleans(), SHARES, st.integers(1, 2_000), RATES)
@settings(deadline=None, max_examples=150)
def test_a_limit_is_kept_to_a_rao(pool: Pool, is_buy: bool, millionths: int, thousandths: int, rate: int) -> None:
    """The price after an order is within the limit once a rao of what was paid out is put back.

    And an order cut short costs no more than was offered.
    """
    charged = with_rate(pool, rate)
    asked = order_of(pool, is_buy, millionths)
    limit = U64F64.from_bits(min(current_price(pool).bits * thousandths // 1000, U64F64.MAX_BITS))
    result = outcome(charged, asked, limit)
    if result is None:
        return
    assert result.amount_paid_in + result.fee_paid <= asked.amount_in
    after = settled(charged, asked, result)
    slack = limit.bits // 10**15 + 2
    if is_buy and result.amount_paid_out < pool.alpha:
        assert price_of_reserves(pool.weights, after.alpha + 1, after.tao).bits <= limit.bits + slack
    elif not is_buy:
        assert price_of_reserves(pool.weights, after.alpha, after.tao + 1).bits >= limit.bits - slack
