"""Quotes agree with the swap, and their ratios are exact."""

from fractions import Fraction

from subtensor_spec.chain.types import AlphaBalance, TaoBalance
from subtensor_spec.chapters.swap import Buy, Pool, Sell, quote

TAO = 10**9
POOL = Pool(TaoBalance(20_000 * TAO), AlphaBalance(3_000_000 * TAO))


def test_a_stake_is_quoted_to_the_rao() -> None:
    found = quote(POOL, Buy(TaoBalance(100 * TAO)))
    assert (found.result.amount_paid_in, found.result.fee_paid, found.unspent) == (99_949_645_228, 50_354_772, 0)
    assert found.result.amount_paid_out == 14_917_894_869_213
    assert found.average_price == Fraction(99_949_645_228, 14_917_894_869_213)
    assert found.slippage is not None
    assert abs(found.slippage - Fraction(4997, 10**6)) < Fraction(1, 10**6)
    assert found.price_after > found.price_before
    assert found.after.tao == 20_000 * TAO + found.result.amount_paid_in


def test_an_unstake_slips_the_other_way_and_counts_as_positive() -> None:
    found = quote(POOL, Sell(AlphaBalance(10_000 * TAO)))
    assert found.slippage is not None
    assert 0 < found.slippage < Fraction(1, 100)
    assert found.price_after < found.price_before
    assert found.average_price == Fraction(found.result.amount_paid_out, found.result.amount_paid_in)


def test_what_a_limit_leaves_is_unspent() -> None:
    found = quote(POOL, Buy(TaoBalance(1000 * TAO)), limit=7_000_000)
    assert found.unspent == 1000 * TAO - found.result.amount_paid_in - found.result.fee_paid > 0
    assert found.price_after <= found.limit


def test_nothing_has_no_average_price() -> None:
    found = quote(POOL, Buy(TaoBalance(0)))
    assert (found.average_price, found.slippage) == (None, None)
    stable = Pool(TaoBalance(TAO), AlphaBalance(TAO), initialised=False)
    assert quote(stable, Buy(TaoBalance(10**6))).price_before.bits == 2**64
