"""A sale of claimed alpha for root, on columns (RC-claim/swap, STK-swap/sell)."""

from subtensor_spec.chain.types import ROOT, U64_MAX, U128_MAX
from subtensor_spec.chapters.balances.accounts import EXISTENTIAL_DEPOSIT
from subtensor_spec.chapters.swap.liquidity import min_price
from subtensor_spec.chapters.swap.pool import DYNAMIC
from subtensor_spec.chapters.swap.swaps import MAX_INPUT_MULTIPLE, MINIMUM_RESERVE, price_limit
from subtensor_spec.errors import SpecError
from subtensor_spec.vectorised.blocks.column import NOTHING
from subtensor_spec.vectorised.blocks.curve import price_at, price_of
from subtensor_spec.vectorised.blocks.injection import record_flow
from subtensor_spec.vectorised.blocks.limits import U64F64_ONE, saturated
from subtensor_spec.vectorised.blocks.network import Network
from subtensor_spec.vectorised.blocks.power import left_after_sale

_LIMIT = price_limit(min_price()).bits
_I64_END = 1 << 63


class UnusualError(SpecError):
    """Columns cannot follow what happens here."""


def sell_for_root(network: Network, at: int, amount: int) -> int:
    """Sell alpha without a fee, move the TAO to root and count it there; return it, in rao.

    :class:`UnusualError` before anything has changed where the swap or the transfer would be refused, the price limit
    would cut the sale short, an account would die, or the subnet is not dynamic.
    """
    columns, totals, root = network.columns, network.totals, network.at.get(ROOT)
    tao = _tao_for(network, at, amount)
    free = columns.free.values
    if root is None or NOTHING in (free[at], free[root]) or free[at] - tao < EXISTENTIAL_DEPOSIT:
        raise UnusualError
    if free[root] + tao > U64_MAX:
        raise UnusualError
    columns.alpha_in.values[at] = saturated(columns.alpha_in.values[at] + amount)
    columns.alpha_out.values[at] = max(columns.alpha_out.values[at] - amount, 0)
    columns.tao.values[at] -= tao
    columns.volume.values[at] = min(columns.volume.values[at] + tao, U128_MAX)
    network.prices[at] = None
    free[at] -= tao
    free[root] += tao
    netuid = network.netuids[at]
    totals.sold_for_root[netuid] = saturated(totals.sold_for_root.get(netuid, 0) + tao)
    record_flow(network, at, -tao)
    columns.tao.values[root] = saturated(columns.tao.values[root] + tao)
    columns.alpha_out.values[root] = saturated(columns.alpha_out.values[root] + tao)
    totals.stake = saturated(max(totals.stake - tao, 0) + tao)
    return tao


def _tao_for(network: Network, at: int, amount: int) -> int:
    """Return what a pool pays for alpha where all of it is swapped (AMM-swap/order, AMM-sell/paid-out)."""
    columns = network.columns
    alpha, tao, quote = columns.alpha_in.values[at], columns.tao.values[at], columns.quote.values[at]
    if columns.mechanism.values[at] != DYNAMIC or not columns.initialised.values[at] or amount >= _I64_END:
        raise UnusualError
    if amount > alpha * MAX_INPUT_MULTIPLE or tao < MINIMUM_RESERVE or alpha + amount > U64_MAX:
        raise UnusualError
    if price_at(network, at) <= _LIMIT:
        raise UnusualError
    paid = tao * max(U64F64_ONE - left_after_sale(quote, alpha, amount), 0) >> 64
    if not 0 < paid < min(tao, _I64_END) or price_of(quote, alpha + amount, tao - paid) < _LIMIT:
        raise UnusualError
    return paid
