"""What the chain's own TAO buys from a pool, on columns (AMM-swap/order for a purchase without fee and limit)."""

from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.types import U64_MAX, AlphaBalance, Balancer, TaoBalance
from subtensor_spec.chapters.swap.liquidity import max_price
from subtensor_spec.chapters.swap.order import Buy
from subtensor_spec.chapters.swap.pool import DYNAMIC, Pool
from subtensor_spec.chapters.swap.swaps import (
    MAX_INPUT_MULTIPLE,
    MINIMUM_RESERVE,
    check_payout,
    price_limit,
    swap,
)
from subtensor_spec.chapters.swap.weights import HALF
from subtensor_spec.vectorised.blocks.curve import price_of
from subtensor_spec.vectorised.blocks.limits import U64F64_ONE
from subtensor_spec.vectorised.blocks.network import Network
from subtensor_spec.vectorised.blocks.power import left_after_purchase

_LIMIT = price_limit(max_price())

Bought = tuple[int, int]
"""Alpha paid out and TAO paid in."""


def alpha_for(network: Network, at: int, tao: int) -> Bought | None:
    """Return what TAO buys, nothing where the swap fails."""
    if network.columns.mechanism.values[at] != DYNAMIC:
        return tao, tao
    return _whole_order(network, at, tao) or _any_order(network, at, tao)


def _whole_order(network: Network, at: int, paid: int) -> Bought | None:
    """Return what an order buys that goes through as a whole; nothing where that is not plain to see."""
    columns = network.columns
    tao, alpha, quote = columns.tao.values[at], columns.alpha_in.values[at], columns.quote.values[at]
    if not columns.initialised.values[at] or paid > tao * MAX_INPUT_MULTIPLE or tao + paid > U64_MAX:
        return None
    if alpha < MINIMUM_RESERVE or price_of(quote, alpha, tao) >= _LIMIT.bits:
        return None
    bought = alpha * max(U64F64_ONE - left_after_purchase(quote, tao, paid), 0) >> 64
    if not 0 < bought < alpha or price_of(quote, alpha - bought, tao + paid) > _LIMIT.bits:
        return None
    return bought, paid


def _any_order(network: Network, at: int, tao: int) -> Bought | None:
    pool, order = _pool_at(network, at), Buy(TaoBalance(tao))
    try:
        result = swap(pool, order, _LIMIT, drop_fees=True, simulate=True)
        _note_initialised(network, at)
        check_payout(pool, order, result)
    except CallError:
        return None
    return result.amount_paid_out, result.amount_paid_in


def _pool_at(network: Network, at: int) -> Pool:
    columns = network.columns
    return Pool(
        TaoBalance(columns.tao.values[at]),
        AlphaBalance(columns.alpha_in.values[at]),
        Balancer(Perquintill(columns.quote.values[at])),
        bool(columns.initialised.values[at]),
        columns.fee_rate.values[at],
        columns.mechanism.values[at],
    )


def _note_initialised(network: Network, at: int) -> None:
    """Mark a pool that was never initialised, and store one half each as its weights (AMM-state/initialise)."""
    columns = network.columns
    if not columns.initialised.values[at]:
        columns.initialised.values[at], columns.quote.values[at] = 1, HALF.parts
        columns.initialised.touched.add(at)
        columns.quote.touched.add(at)
