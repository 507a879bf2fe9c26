"""Buying and selling a subnet's alpha, with all that the chain counts of it: reserves, outstanding alpha, volume."""

from subtensor_spec.arithmetic import I64
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetMechanism, SubnetTAO, SubnetVolume
from subtensor_spec.chain.items.staking import TotalStake
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import U128_MAX, AlphaBalance, NetUid, TaoBalance, saturating_add, saturating_sub
from subtensor_spec.chapters.swap.liquidity import (
    decrease_provided_alpha_reserve,
    decrease_provided_tao_reserve,
    swap,
)
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import DYNAMIC
from subtensor_spec.chapters.swap.swaps import SwapResult
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/staking/stake_utils.rs"


@rule("STK-swap/buy", SUBTENSOR(_PATH, "swap_tao_for_alpha"))
def swap_tao_for_alpha(
    state: State, netuid: NetUid, tao: TaoBalance, price_limit: TaoBalance, drop_fees: bool
) -> SwapResult:
    """TAO buys alpha in the pool, or one for one on a subnet that is not dynamic; then the books follow, saturating.

    The pool's alpha shrinks by what was bought and its TAO grows by what was paid in, each by at most what an i64
    holds; outstanding alpha grows by what was bought. ``TotalStake`` and ``SubnetVolume`` grow by all the TAO that was
    offered, its fee and what the price limit left over included. Refuses as the swap does.
    """
    result = _swapped(state, netuid, Buy(tao), price_limit, drop_fees)
    bought = AlphaBalance(result.amount_paid_out)
    decrease_provided_alpha_reserve(state, netuid, AlphaBalance(min(bought, -I64.MIN)))
    SubnetAlphaOut.put(state, netuid, saturating_add(SubnetAlphaOut.get(state, netuid), bought))
    paid_in = TaoBalance(min(result.amount_paid_in, I64.MAX))
    SubnetTAO.put(state, netuid, saturating_add(SubnetTAO.get(state, netuid), paid_in))
    increase_total_stake(state, tao)
    _count_volume(state, netuid, tao)
    return result


@rule("STK-swap/sell", SUBTENSOR(_PATH, "swap_alpha_for_tao"))
def swap_alpha_for_tao(
    state: State, netuid: NetUid, alpha: AlphaBalance, price_limit: TaoBalance, drop_fees: bool
) -> SwapResult:
    """Alpha is sold for TAO in the pool, or one for one on a subnet that is not dynamic; then the books follow.

    The pool's alpha grows, and outstanding alpha shrinks, by what was paid in without the fee, at most what an i64
    holds; the pool's TAO shrinks by what it paid. ``TotalStake`` shrinks and ``SubnetVolume`` grows by what it paid.
    All saturates. Refuses as the swap does.
    """
    result = _swapped(state, netuid, Sell(alpha), price_limit, drop_fees)
    paid_in = AlphaBalance(min(result.amount_paid_in, I64.MAX))
    SubnetAlphaIn.put(state, netuid, saturating_add(SubnetAlphaIn.get(state, netuid), paid_in))
    SubnetAlphaOut.put(state, netuid, saturating_sub(SubnetAlphaOut.get(state, netuid), paid_in))
    paid_out = TaoBalance(result.amount_paid_out)
    decrease_provided_tao_reserve(state, netuid, TaoBalance(min(paid_out, -I64.MIN)))
    TotalStake.put(state, saturating_sub(TotalStake.get(state), paid_out))
    _count_volume(state, netuid, paid_out)
    return result


def _swapped(state: State, netuid: NetUid, order: Order, price_limit: TaoBalance, drop_fees: bool) -> SwapResult:
    if SubnetMechanism.get(state, netuid) == DYNAMIC:
        return swap(state, netuid, order, price_limit, drop_fees)
    return SwapResult(order.amount_in, order.amount_in, 0, 0)


def _count_volume(state: State, netuid: NetUid, tao: TaoBalance) -> None:
    SubnetVolume.put(state, netuid, min(SubnetVolume.get(state, netuid) + tao, U128_MAX))


def increase_total_stake(state: State, increment: TaoBalance) -> None:
    """Raise ``TotalStake``, saturating."""
    TotalStake.put(state, saturating_add(TotalStake.get(state), increment))
