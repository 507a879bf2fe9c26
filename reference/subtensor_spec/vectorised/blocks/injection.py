"""What reaches the pools in a block: alpha bought with excess TAO, then liquidity (EMI-inject)."""

from subtensor_spec.chain.types import U64_MAX, U128_MAX
from subtensor_spec.chapters.balances.fungible import Credit, resolve
from subtensor_spec.chapters.subnets.existence import account_of
from subtensor_spec.vectorised.blocks.column import NOTHING
from subtensor_spec.vectorised.blocks.curve import quote_after_liquidity
from subtensor_spec.vectorised.blocks.limits import saturated
from subtensor_spec.vectorised.blocks.network import Network
from subtensor_spec.vectorised.blocks.purchase import alpha_for
from subtensor_spec.vectorised.blocks.terms import Terms

_I64_MAX = (1 << 63) - 1


def inject(network: Network, terms: list[Terms], credit: int) -> None:
    """Spend the block's TAO subnet by subnet; what is left is recycled (EMI-inject/block)."""
    for of_subnet in terms:
        credit = _inject(network, of_subnet, credit)
    if credit:
        totals = network.totals
        totals.issuance = max(totals.issuance - credit, 0)
        totals.balances = max(totals.balances - credit, 0)


def _inject(network: Network, terms: Terms, credit: int) -> int:
    """Weights first, then the purchase, then liquidity (EMI-inject/subnet); return what is left of the credit."""
    columns, at = network.columns, terms.at
    tao_in, alpha_in = terms.tao_in, terms.alpha_in
    quote = quote_after_liquidity(
        columns.quote.values[at], columns.tao.values[at], columns.alpha_in.values[at], tao_in, alpha_in
    )
    network.prices[at] = None
    if quote is None:
        tao_in = alpha_in = 0
    else:
        columns.quote.values[at] = quote
        columns.quote.touched.add(at)
    columns.excess_tao.values[at] = columns.tao_in_emission.values[at] = 0
    if terms.excess_tao:
        credit = _buy(network, at, terms.excess_tao, credit)
    columns.alpha_in_emission.values[at] = alpha_in
    columns.issued.values[at] = saturated(columns.issued.values[at] + alpha_in)
    columns.alpha_in.values[at] = saturated(columns.alpha_in.values[at] + alpha_in)
    if not tao_in or not _spend(network, at, tao_in, credit):
        return credit
    columns.tao_in_emission.values[at] = tao_in
    columns.tao.values[at] = saturated(columns.tao.values[at] + tao_in)
    network.totals.stake = saturated(network.totals.stake + tao_in)
    record_flow(network, at, tao_in)
    return credit - tao_in


def _spend(network: Network, at: int, part: int, credit: int) -> bool:
    """Pay a part of the credit into a subnet's account; return whether that could be (ISS-supply/spend)."""
    if credit < part:
        return False
    free = network.columns.free.values[at]
    if free != NOTHING and free + part <= U64_MAX:
        network.columns.free.values[at] = free + part
        return True
    network.totals.settle(network.state)
    paid = resolve(network.state, account_of(network.netuids[at]), Credit(part))
    network.totals.load(network.state)
    network.columns.free.reload(network.state, at)
    return paid


def record_flow(network: Network, at: int, tao: int) -> None:
    """Count TAO that the chain itself brings, or takes where negative (EMI-flow/protocol-in, EMI-flow/protocol-out).

    Less than 2**63 rao are ever paid, so that none is read as negative.
    """
    flow = network.columns.protocol_flow
    flow.values[at] = max(-_I64_MAX - 1, min(flow.values[at] + tao, _I64_MAX))
    flow.touched.add(at)


def _buy(network: Network, at: int, excess_tao: int, credit: int) -> int:
    """Buy alpha that belongs to nobody (EMI-inject/buy, STK-swap/buy); return what is left of the credit."""
    columns = network.columns
    if not _spend(network, at, excess_tao, credit):
        return credit
    bought = alpha_for(network, at, excess_tao)
    if bought is None:
        return credit - excess_tao
    alpha, paid_in = bought
    columns.alpha_in.values[at] = max(columns.alpha_in.values[at] - min(alpha, _I64_MAX + 1), 0)
    columns.alpha_out.values[at] = saturated(columns.alpha_out.values[at] + alpha)
    columns.tao.values[at] = saturated(columns.tao.values[at] + min(paid_in, _I64_MAX))
    network.totals.stake = saturated(network.totals.stake + excess_tao)
    columns.volume.values[at] = min(columns.volume.values[at] + excess_tao, U128_MAX)
    columns.protocol_alpha.values[at] = saturated(columns.protocol_alpha.values[at] + alpha)
    for column in (columns.alpha_out, columns.tao, columns.volume, columns.protocol_alpha):
        column.touched.add(at)
    columns.excess_tao.values[at] = paid_in
    record_flow(network, at, paid_in)
    return credit - excess_tao
