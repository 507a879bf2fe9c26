"""What calls did to a pool after the block's step: told apart by the reserves, explained where one swap explains it."""

from collections.abc import Iterator

from subtensor_spec.arithmetic import U16
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetTAO
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import Pool, read_pool
from subtensor_spec.chapters.swap.swaps import SwapResult, fee_of, price_limit, settled, swap


class Touched:
    """The pools that the chain has otherwise than the block's step left them."""

    def __init__(self, chain: State, state: State) -> None:
        self._chain, self._state = chain, state

    def explain(self, netuid: NetUid) -> str:
        """Return what calls did to a subnet's pool, in words."""
        tao = SubnetTAO.get(self._chain, netuid) - SubnetTAO.get(self._state, netuid)
        alpha = SubnetAlphaIn.get(self._chain, netuid) - SubnetAlphaIn.get(self._state, netuid)
        outside = SubnetAlphaOut.get(self._chain, netuid) - SubnetAlphaOut.get(self._state, netuid)
        pool = read_pool(self._state, netuid)
        if tao > 0 > alpha:
            return _purchase(pool, tao, -alpha) + _outside(outside, -alpha)
        if tao < 0 < alpha:
            return _sale(pool, -tao, alpha) + _outside(outside, -alpha)
        if tao or alpha:
            return f"calls changed the pool by {tao} rao of TAO and {alpha} of alpha"
        return f"alpha outside the pool changed by {outside} rao: burned or recycled" if outside < 0 else ""


def _outside(change: int, traded: int) -> str:
    if change == traded:
        return ""
    if traded > 0 and not change:
        return "; the alpha was recycled, as a registration does"
    return f"; alpha outside the pool changed by {change} rao"


def _purchase(pool: Pool, tao: int, alpha: int) -> str:
    """A purchase of so much that its part without the fee is what the pool took."""
    for amount in _with_fee(pool, tao):
        result = _swapped(pool, Buy(TaoBalance(amount)), drop_fees=False)
        if result is not None and (result.amount_paid_in, result.amount_paid_out) == (tao, alpha):
            return f"a purchase of {amount} rao, fee {result.fee_paid}, which bought {alpha} rao of alpha"
    result = _swapped(pool, Buy(TaoBalance(tao)), drop_fees=True)
    if result is not None and result.amount_paid_out == alpha:
        return f"a purchase of {tao} rao without a fee, which bought {alpha} rao of alpha"
    one = "" if result is None else f"; one alone would have bought {result.amount_paid_out}"
    return f"several calls: together {tao} rao went in and {alpha} rao of alpha came out{one}"


def _with_fee(pool: Pool, without: int) -> Iterator[int]:
    """Yield the amounts that leave so much when their fee is taken off."""
    least = without * U16.MAX // max(U16.MAX - pool.fee_rate, 1)
    for amount in range(max(least - 2, 0), least + 3):
        if amount - fee_of(pool, amount) == without:
            yield amount


def _sale(pool: Pool, tao: int, alpha: int) -> str:
    """A sale whose fee, in alpha, was sold after it without a fee; or one without a fee."""
    result = _swapped(pool, Sell(AlphaBalance(alpha)), drop_fees=False)
    if result is not None:
        rest = _swapped(settled(pool, Sell(AlphaBalance(alpha)), result), Sell(AlphaBalance(result.fee_paid)), True)
        for_fee = 0 if rest is None else rest.amount_paid_out
        if result.amount_paid_out + for_fee == tao:
            return f"a sale of {alpha} rao of alpha for {result.amount_paid_out} rao, its fee sold for {for_fee}"
        if result.amount_paid_out == tao:
            return f"a sale of {alpha} rao of alpha for {tao} rao"
    free = _swapped(pool, Sell(AlphaBalance(alpha)), drop_fees=True)
    if free is not None and free.amount_paid_out == tao:
        return f"a sale of {alpha} rao of alpha without a fee for {tao} rao"
    one = "" if free is None else f"; one alone would have brought {free.amount_paid_out}"
    return f"several calls: together {alpha} rao of alpha went in and {tao} rao came out{one}"


def _swapped(pool: Pool, order: Order, drop_fees: bool) -> SwapResult | None:
    try:
        return swap(pool, order, price_limit(order.default_limit), drop_fees=drop_fees)
    except CallError:
        return None
