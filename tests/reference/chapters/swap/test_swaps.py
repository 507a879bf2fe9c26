"""Swaps: the order of the checks, the fee, the limit, and what production does at the edges."""

import pytest

from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.types import AlphaBalance, Balancer, TaoBalance
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import Pool, current_price
from subtensor_spec.chapters.swap.swaps import SwapResult, fee_of, fee_on_top, price_limit, settled, swap
from subtensor_spec.chapters.swap.weights import EQUAL_WEIGHTS

ANY_BUY, ANY_SALE = price_limit(2**64 - 1), price_limit(0)
TAO = 10**9


def pool(tao: int, alpha: int, parts: int = 5 * 10**17, fee_rate: int = 33, mechanism: int = 1) -> Pool:
    weights = Balancer(Perquintill(parts))
    reserve = AlphaBalance(alpha)
    return Pool(TaoBalance(tao), reserve, weights, fee_rate=fee_rate, mechanism=mechanism)


def buy(rao: int) -> Buy:
    return Buy(TaoBalance(rao))


def sell(rao: int) -> Sell:
    return Sell(AlphaBalance(rao))


def code(view: Pool, order: Order, limit: int) -> str:
    with pytest.raises(CallError) as caught:
        swap(view, order, price_limit(limit))
    return caught.value.code


def test_a_buy_pays_its_fee_first_and_then_follows_the_product() -> None:
    view = pool(1000 * TAO, 1000 * TAO)
    result = swap(view, buy(100 * TAO), ANY_BUY)
    assert result == SwapResult(99_949_645_228, 90_867_473_489, 50_354_772, 50_354_772)
    assert result.amount_paid_in + result.fee_paid == 100 * TAO


def test_checks_come_in_productions_order() -> None:
    """Size of the input, then the paying reserve, then the limit, then an order too small."""
    low = pool(10**6, 10**6 - 1)
    assert code(low, buy(2 * 10**9), 0) == "Swap.SwapInputTooLarge"
    assert code(low, buy(10**6), 0) == "Swap.ReservesTooLow"
    view = pool(TAO, TAO)
    assert code(view, buy(TAO), TAO) == "Swap.PriceLimitExceeded"
    assert code(view, sell(TAO), TAO) == "Swap.PriceLimitExceeded"
    assert code(pool(10**15, 10**6), buy(1), 2**64 - 1) == "Swap.ReservesTooLow"


def test_the_input_may_be_a_thousand_times_the_reserve_after_its_fee() -> None:
    view = pool(10**6, 10**9)
    gross = 1_000_503_801
    assert gross - fee_of(view, gross) == 1000 * 10**6
    assert swap(view, buy(gross), ANY_BUY).amount_paid_in == 1000 * 10**6
    assert code(view, buy(gross + 1), 2**64 - 1) == "Swap.SwapInputTooLarge"


def test_a_limit_cuts_an_order_short_and_its_fee_with_it() -> None:
    """The rest of the offer is neither paid nor taken as a fee, and the price stops below the limit."""
    view = pool(1000 * TAO, 1000 * TAO)
    result = swap(view, buy(100 * TAO), price_limit(1_100_000_000))
    assert result.amount_paid_in == 48_808_848_170
    assert result.fee_paid == fee_on_top(view, result.amount_paid_in) == 24_589_966
    assert result.amount_paid_in + result.fee_paid < 100 * TAO
    assert current_price(settled(view, buy(100 * TAO), result)) <= price_limit(1_100_000_000)


def test_a_fee_on_top_is_the_same_part_of_the_total() -> None:
    view = pool(TAO, TAO, fee_rate=10_000)
    on_top = fee_on_top(view, 10**12)
    assert abs(fee_of(view, 10**12 + on_top) - on_top) <= 1


def test_no_fee_without_a_pool_or_for_the_protocol_or_below_a_rao() -> None:
    view = pool(TAO, TAO)
    assert fee_of(pool(TAO, TAO, mechanism=0), 10**12) == 0
    assert fee_of(view, 10**12, drop_fees=True) == fee_on_top(view, 10**12, drop_fees=True) == 0
    assert (fee_of(view, 1985), fee_of(view, 1986)) == (0, 1)


def test_a_rate_of_65535_takes_everything_but_nothing_at_a_limit() -> None:
    """A behaviour: the ratio for an order cut short divides by zero, which gives zero."""
    view = pool(TAO, TAO, fee_rate=65535)
    assert fee_of(view, 10**9) == 10**9
    assert fee_on_top(view, 10**9) == 0
    assert swap(view, buy(10**9), ANY_BUY) == SwapResult(0, 0, 10**9, 0)


def test_an_order_of_nothing_does_nothing() -> None:
    view = pool(TAO, TAO)
    assert swap(view, buy(0), ANY_BUY) == swap(view, sell(0), ANY_SALE) == SwapResult(0, 0, 0, 0)


def test_an_order_of_nothing_takes_the_whole_of_a_pool_whose_other_side_is_empty() -> None:
    """A behaviour: with nothing in the reserve the power is zero, so the other reserve is paid out for nothing."""
    assert swap(pool(0, 5 * 10**6), buy(0), ANY_BUY) == SwapResult(0, 5 * 10**6, 0, 0)


def test_a_great_order_at_a_lopsided_pool_takes_the_whole_reserve() -> None:
    """A behaviour: a power below a part of 10¹⁸ is zero. Paying just the reserve is allowed; the price is then 0."""
    view = pool(10**9, 10**12, 95 * 10**16)
    order = buy(100 * 10**9)
    result = swap(view, order, ANY_BUY)
    after = settled(view, order, result)
    assert result.amount_paid_out == 10**12
    assert (after.alpha, current_price(after).bits) == (0, 0)


def test_a_sale_that_would_take_the_whole_reserve_is_cut_at_the_limit() -> None:
    """Its price of zero oversteps every limit but zero, so it sells what brings the price to the limit."""
    view = pool(10**12, 10**9, 5 * 10**16)
    limited, free = swap(view, sell(100 * 10**9), price_limit(1000)), swap(view, sell(100 * 10**9), ANY_SALE)
    assert free.amount_paid_out == 10**12
    assert limited.amount_paid_in < free.amount_paid_in


def test_at_weights_beyond_19_to_1_a_larger_order_can_get_less() -> None:
    """The counterexample to monotonicity: the exponential fails below about -138 and leaves noise for a power."""
    view = pool(10**9, 10**12, 97 * 10**16 + 1, fee_rate=0)
    got = [swap(view, buy(times * 10**9), ANY_BUY).amount_paid_out for times in (10, 109, 118)]
    assert got == [1_000_000_000_000, 123_448_587_787, 1_000_000_000_000]


def test_with_reserves_beyond_any_supply_a_round_trip_can_gain() -> None:
    """The counterexample: the power is good to a part of 10¹⁸, which is many rao of a reserve above 10¹⁸ rao."""
    view = pool(5382839509043340288, 6124722684817064960, 132017546270134998, fee_rate=0)
    bought = swap(view, buy(13), ANY_BUY)
    after = settled(view, buy(13), bought)
    assert swap(after, sell(bought.amount_paid_out), ANY_SALE).amount_paid_out - 13 == 24


def test_a_simulation_does_not_ask_whether_the_pool_can_pay() -> None:
    view = pool(TAO, TAO)
    assert swap(view, buy(TAO), ANY_BUY, simulate=True) == swap(view, buy(TAO), ANY_BUY)


def test_a_pool_that_never_started_swaps_at_equal_weights() -> None:
    fresh = Pool(TaoBalance(TAO), AlphaBalance(TAO), Balancer(Perquintill(9 * 10**17)), False)
    result = swap(fresh, buy(10**6), ANY_BUY)
    assert result == swap(pool(TAO, TAO), buy(10**6), ANY_BUY)
    assert settled(fresh, buy(10**6), result).weights == EQUAL_WEIGHTS


def test_settling_moves_the_reserves_by_what_was_swapped_without_the_fee() -> None:
    view = pool(1000 * TAO, 1000 * TAO)
    order = sell(10 * TAO)
    result = swap(view, order, ANY_SALE)
    after = settled(view, order, result)
    assert after.alpha == 1010 * TAO - result.fee_paid
    assert after.tao == 1000 * TAO - result.amount_paid_out
    huge = SwapResult(2**64 - 1, 2**64 - 1, 0, 0)
    full = settled(pool(2**63, 2**64 - 1), buy(0), huge)
    assert (full.tao, full.alpha) == (2**64 - 1, 2**63 - 1), "each change is at most what an i64 holds"


def test_default_limits_are_a_million_and_a_millionth() -> None:
    assert price_limit(buy(1).default_limit).bits == 10**6 * 2**64
    assert price_limit(sell(1).default_limit).bits == 2**64 // 10**6
    assert code(pool(10**6, 10**13), sell(10**9), sell(1).default_limit) == "Swap.PriceLimitExceeded"
