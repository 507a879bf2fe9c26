"""A swap: check an order against a pool, find how much of it the price limit lets through, and what it pays.

A swap reads a pool and changes nothing but its weights if these were never set; :func:`settled` moves the reserves.
"""

from dataclasses import dataclass, replace

from subtensor_spec.arithmetic import I64, U16, U64, U64F64
from subtensor_spec.chain.errors import CallError, Swap
from subtensor_spec.chain.types import AlphaBalance, TaoBalance, saturating_add, saturating_sub
from subtensor_spec.chain.units import RAO_PER_TAO
from subtensor_spec.chapters.swap.order import Buy, Order
from subtensor_spec.chapters.swap.pool import DYNAMIC, Pool, current_price, initialised
from subtensor_spec.rules import SUBTENSOR, rule

MINIMUM_RESERVE = 1_000_000
"""Rao that the paying side of a pool must hold for any swap."""

MAX_INPUT_MULTIPLE = 1_000
"""An order may be so many times the reserve that it is paid into, after its fee."""

_IMPLS = "pallets/swap/src/pallet/impls.rs"
_STEP = "pallets/swap/src/pallet/swap_step.rs"
_STAKE_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"


@dataclass(frozen=True, slots=True)
class SwapResult:
    """What a swap takes and gives, in rao; all but ``amount_paid_out`` in the currency of the order."""

    amount_paid_in: int
    """What goes into the reserve."""
    amount_paid_out: int
    """What the trader gets."""
    fee_paid: int
    """What the trader pays on top of ``amount_paid_in``."""
    fee_to_block_author: int
    """What the block's author gets: the fee, or nothing if nothing was paid in."""


@rule("AMM-swap/order", SUBTENSOR(_IMPLS, "do_swap"), SUBTENSOR(_IMPLS, "swap_inner"))
def swap(pool: Pool, order: Order, limit: U64F64, *, drop_fees: bool = False, simulate: bool = False) -> SwapResult:
    """A swap is checked in this order, then executed in one step.

    :class:`CallError` with ``Swap.SwapInputTooLarge``, ``ReservesTooLow``, ``PriceLimitExceeded``, ``ReservesTooLow``
    again for an order that would get nothing, or ``InsufficientLiquidity``; a simulation skips the last check.
    """
    check_input_size(pool, order, drop_fees)
    check_reserve(pool, order)
    ready = initialised(pool)
    check_limit(ready, order, limit)
    result = execute(ready, order, limit, drop_fees)
    if not simulate:
        check_payout(pool, order, result)
    return result


@rule("AMM-swap/input-size", SUBTENSOR(_IMPLS, "ensure_swap_input_within_reserve_limit"))
def check_input_size(pool: Pool, order: Order, drop_fees: bool) -> None:
    """An order, less its fee, may be at most 1 000 times the reserve that it is paid into."""
    offered = order.amount_in - fee_of(pool, order.amount_in, drop_fees)
    if offered > U64.saturated(order.reserve_in(pool) * MAX_INPUT_MULTIPLE):
        raise CallError(Swap.SwapInputTooLarge)


@rule("AMM-swap/minimum-reserve", SUBTENSOR(_IMPLS, "swap_inner"))
def check_reserve(pool: Pool, order: Order) -> None:
    """The reserve that pays must hold a million rao."""
    if order.reserve_out(pool) < MINIMUM_RESERVE:
        raise CallError(Swap.ReservesTooLow)


@rule("AMM-swap/limit", SUBTENSOR(_IMPLS, "swap_inner"))
def check_limit(pool: Pool, order: Order, limit: U64F64) -> None:
    """The price before the swap must lie on the trader's side of the limit."""
    if not order.may_trade(current_price(pool), limit):
        raise CallError(Swap.PriceLimitExceeded)


@rule("AMM-swap/step", SUBTENSOR(_STEP, "determine_action"), SUBTENSOR(_STEP, "process_swap"), SUBTENSOR(_STEP, "new"))
def execute(pool: Pool, order: Order, limit: U64F64, drop_fees: bool) -> SwapResult:
    """The fee comes off first. If the rest does not carry the price past the limit all of it is swapped.

    Otherwise as much as brings the price to the limit, and the fee is worked out again on that. An order that pays
    anything and gets nothing fails; one that pays nothing does not.
    """
    fee = fee_of(pool, order.amount_in, drop_fees)
    paid_in = order.amount_in - fee
    paid_out = order.paid_out(pool, paid_in)
    if not order.within_limit(order.price_after(pool, paid_in, paid_out), limit):
        paid_in = order.paid_in_to_reach(pool, current_price(pool), limit)
        fee = fee_on_top(pool, paid_in, drop_fees)
        paid_out = order.paid_out(pool, paid_in)
    if paid_in and not paid_out:
        raise CallError(Swap.ReservesTooLow)
    return SwapResult(paid_in, paid_out, fee, fee if paid_in else 0)


@rule("AMM-swap/payout", SUBTENSOR(_IMPLS, "do_swap"))
def check_payout(pool: Pool, order: Order, result: SwapResult) -> None:
    """A pool does not pay more than its reserve; paying exactly all of it is allowed."""
    if order.reserve_out(pool) < result.amount_paid_out:
        raise CallError(Swap.InsufficientLiquidity)


@rule("AMM-fee/of-amount", SUBTENSOR(_IMPLS, "calculate_fee_amount"))
def fee_of(pool: Pool, amount: int, drop_fees: bool = False) -> int:
    """The fee is ``amount · (rate / 65535)``: the rate is rounded down to U64F64, then the product to a rao.

    There is none on a subnet that is not dynamic, nor for the protocol's own swaps.
    """
    if drop_fees or pool.mechanism != DYNAMIC:
        return 0
    rate = U64F64.saturating_from_num(pool.fee_rate).safe_div(U64F64.saturating_from_num(U16.MAX))
    return U64F64.saturating_from_num(amount).saturating_mul(rate).saturating_to_num(U64)


@rule("AMM-fee/on-top", SUBTENSOR(_STEP, "determine_action"))
def fee_on_top(pool: Pool, paid_in: int, drop_fees: bool = False) -> int:
    """An order cut short by its limit pays ``paid_in · (rate / (65535 - rate))`` on top, rounded down as above.

    That is the same part of the total. A rate of 65 535 gives no fee at all.
    """
    rate = U64F64.saturating_from_num(0 if drop_fees else pool.fee_rate)
    ratio = rate.safe_div(U64F64.saturating_from_num(U16.MAX).saturating_sub(rate))
    return U64F64.saturating_from_num(paid_in).saturating_mul(ratio).saturating_to_num(U64)


@rule("AMM-swap/price-limit", SUBTENSOR(_IMPLS, "swap"))
def price_limit(rao_per_alpha: int) -> U64F64:
    """A caller states a limit in rao of TAO for one alpha; as a price it is rounded down to U64F64."""
    return U64F64.saturating_from_num(rao_per_alpha).safe_div(U64F64.saturating_from_num(RAO_PER_TAO))


@rule(
    "AMM-settle/reserves", SUBTENSOR(_STAKE_UTILS, "swap_tao_for_alpha"), SUBTENSOR(_STAKE_UTILS, "swap_alpha_for_tao")
)
def settled(pool: Pool, order: Order, result: SwapResult) -> Pool:
    """After a swap the reserve paid into grows by what was paid in without the fee, the other shrinks by what it paid.

    Each change is at most what an i64 holds, and the reserves stay within u64.
    """
    grows, shrinks = min(result.amount_paid_in, I64.MAX), min(result.amount_paid_out, -I64.MIN)
    ready = initialised(pool)
    if isinstance(order, Buy):
        alpha = saturating_sub(pool.alpha, AlphaBalance(shrinks))
        return replace(ready, tao=saturating_add(pool.tao, TaoBalance(grows)), alpha=alpha)
    alpha = saturating_add(pool.alpha, AlphaBalance(grows))
    return replace(ready, tao=saturating_sub(pool.tao, TaoBalance(shrinks)), alpha=alpha)
