"""Audit of prices and quotes that a chain's runtime API answered at a block."""

from collections.abc import Callable
from typing import TypeVar

from subtensor_spec.arithmetic import U64, U64F64
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.swap import SwapBalancer
from subtensor_spec.chain.scale import U64 as U64_CODEC
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chain.units import RAO_PER_TAO
from subtensor_spec.chapters.swap.liquidity import current_alpha_price, sim_swap
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.errors import InvalidInput
from subtensor_spec.explain.audit.blocks import Blocks
from subtensor_spec.wire.state.snapshots import Answer

V = TypeVar("V")

_PRICE = "SwapRuntimeApi_current_alpha_price"
_BUY, _SELL = "SwapRuntimeApi_sim_swap_tao_for_alpha", "SwapRuntimeApi_sim_swap_alpha_for_tao"
_AMOUNTS = 4
"""Amounts of a quote that are compared: TAO, alpha, fee in TAO, fee in alpha; slippage follows them."""


def decoded(answer: Answer, decode: Callable[[bytes], V]) -> V:
    """Return what an answer says; :class:`InvalidInput` names it if its bytes say nothing."""
    try:
        return decode(answer.result)
    except InvalidInput as complaint:
        raise InvalidInput(answer.method, str(complaint)) from None


def audit_prices(blocks: Blocks) -> None:
    """Work out the price of each pool, and hold it in rao for one alpha against what the chain answered."""
    state = blocks.play_after()
    prices = {netuid: current_alpha_price(state, netuid) for netuid in SwapBalancer.keys(state)}
    blocks.audit.answers["prices"] = {str(netuid): str(price.bits) for netuid, price in sorted(prices.items())}
    check = blocks.audit.check("AMM-state/price", _PRICE)
    for answer in blocks.after.answers:
        if answer.method == _PRICE:
            netuid = _argument(answer, "netuid")
            rao = current_alpha_price(state, NetUid(netuid)).saturating_mul(U64F64.saturating_from_num(RAO_PER_TAO))
            check.compare([netuid], str(decoded(answer, U64_CODEC.decode)), str(rao.saturating_to_num(U64)))


def audit_quotes(blocks: Blocks) -> None:
    """Hold quotes against what the chain answered: what would be paid in, paid out, and the fee."""
    state = blocks.play_after()
    check = blocks.audit.check("AMM-state/simulate", "SwapRuntimeApi_sim_swap")
    for answer in blocks.after.answers:
        if answer.method in (_BUY, _SELL):
            buys = answer.method == _BUY
            netuid, amount = _argument(answer, "netuid"), _argument(answer, "tao_rao" if buys else "alpha_rao")
            order: Order = Buy(TaoBalance(amount)) if buys else Sell(AlphaBalance(amount))
            ours = [str(part) for part in _quote(state, NetUid(netuid), order)]
            check.compare([netuid, "stake" if buys else "unstake", str(amount)], _amounts(answer), ours)


def _quote(state: State, netuid: NetUid, order: Order) -> tuple[int, int, int, int]:
    """A quote that the chain would refuse is all zeros."""
    try:
        result = sim_swap(state, netuid, order)
    except CallError:
        return 0, 0, 0, 0
    if isinstance(order, Buy):
        return result.amount_paid_in, result.amount_paid_out, result.fee_paid, 0
    return result.amount_paid_out, result.amount_paid_in, 0, result.fee_paid


def _amounts(answer: Answer) -> list[str]:
    if len(answer.result) < 8 * _AMOUNTS:
        raise InvalidInput(answer.method, "is too short for a quote")
    return [str(int.from_bytes(answer.result[8 * n : 8 * n + 8], "little")) for n in range(_AMOUNTS)]


def _argument(answer: Answer, name: str) -> int:
    value = answer.arguments.get(name)
    if not isinstance(value, int):
        raise InvalidInput(answer.method, f"has no argument {name}")
    return value
