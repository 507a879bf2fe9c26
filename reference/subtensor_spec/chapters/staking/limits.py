"""How much of an order can be executed: what a pool supports at all, and what a price limit lets through.

Price limits are rao of TAO for one alpha, u64.
"""

from subtensor_spec.arithmetic import U64, U64F64
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetMechanism, SubnetTAO
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, U64_MAX, AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chain.units import RAO_PER_TAO
from subtensor_spec.chapters.swap.liquidity import current_alpha_price
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import DYNAMIC, read_pool
from subtensor_spec.chapters.swap.swaps import MAX_INPUT_MULTIPLE, price_limit, swap
from subtensor_spec.rules import SUBTENSOR, rule

STABLE = 0
"""The mechanism of a subnet whose alpha is always worth one TAO."""

_ADD = "pallets/subtensor/src/staking/add_stake.rs"
_REMOVE = "pallets/subtensor/src/staking/remove_stake.rs"
_MOVE = "pallets/subtensor/src/staking/move_stake.rs"


def _greatest_input(reserve: int) -> int:
    return U64.saturated(reserve * MAX_INPUT_MULTIPLE)


def has_fixed_price(state: State, netuid: NetUid) -> bool:
    """Return whether a subnet's alpha is always worth one TAO: on root, and where there is no pool."""
    return netuid == ROOT or SubnetMechanism.get(state, netuid) == STABLE


@rule("STK-limit/input-add", SUBTENSOR(_ADD, "ensure_add_stake_input_within_swap_limit"))
def ensure_add_stake_input_within_swap_limit(state: State, netuid: NetUid, amount: TaoBalance) -> None:
    """On a dynamic subnet but root at most 1 000 times the pool's TAO can be staked: ``InsufficientLiquidity``."""
    if netuid == ROOT or SubnetMechanism.get(state, netuid) != DYNAMIC:
        return
    if amount > _greatest_input(SubnetTAO.get(state, netuid)):
        raise CallError(SubtensorModule.InsufficientLiquidity)


@rule("STK-limit/input-remove", SUBTENSOR(_REMOVE, "ensure_remove_stake_input_within_swap_limit"))
def ensure_remove_stake_input_within_swap_limit(state: State, netuid: NetUid, amount: AlphaBalance) -> None:
    """On a dynamic subnet but root at most 1 000 times the pool's alpha can be unstaked: ``InsufficientLiquidity``."""
    if netuid == ROOT or SubnetMechanism.get(state, netuid) != DYNAMIC:
        return
    if amount > _greatest_input(SubnetAlphaIn.get(state, netuid)):
        raise CallError(SubtensorModule.InsufficientLiquidity)


@rule("STK-limit/add", SUBTENSOR(_ADD, "get_max_amount_add"))
def get_max_amount_add(state: State, netuid: NetUid, limit_price: TaoBalance) -> TaoBalance:
    """The most TAO that a price limit lets through is what a simulated buy with a thousandfold reserve would pay.

    Its fee is included; it refuses as the swap does. Where the price is fixed, any amount at a limit of one TAO or
    more, else none.
    """
    if has_fixed_price(state, netuid):
        return TaoBalance(U64_MAX if limit_price >= RAO_PER_TAO else 0)
    order = Buy(TaoBalance(_greatest_input(SubnetTAO.get(state, netuid))))
    return TaoBalance(_paid_up_to(state, netuid, order, limit_price))


@rule("STK-limit/remove", SUBTENSOR(_REMOVE, "get_max_amount_remove"))
def get_max_amount_remove(state: State, netuid: NetUid, limit_price: TaoBalance) -> AlphaBalance:
    """The most alpha that a price limit lets through is what a simulated sale of a thousandfold reserve would pay.

    Its fee is included; it refuses as the swap does. Where the price is fixed, any amount at a limit of one TAO or
    less, else none.
    """
    if has_fixed_price(state, netuid):
        return AlphaBalance(U64_MAX if limit_price <= RAO_PER_TAO else 0)
    order = Sell(AlphaBalance(_greatest_input(SubnetAlphaIn.get(state, netuid))))
    return AlphaBalance(_paid_up_to(state, netuid, order, limit_price))


def _paid_up_to(state: State, netuid: NetUid, order: Order, limit_price: TaoBalance) -> int:
    result = swap(read_pool(state, netuid), order, price_limit(limit_price), simulate=True)
    return U64.saturated(result.amount_paid_in + result.fee_paid)


@rule("STK-limit/move", SUBTENSOR(_MOVE, "get_max_amount_move"))
def get_max_amount_move(
    state: State, origin_netuid: NetUid, destination_netuid: NetUid, limit_price: TaoBalance
) -> AlphaBalance:
    """The limit of a move is a price of the origin's alpha in the destination's: how much alpha does it let through?

    Both prices fixed: any amount at a limit of one or less, else none. Only the origin's fixed: any at a limit of zero,
    else what a purchase at the inverse price would take (the inverse in whole rao, rounded down). Only the
    destination's fixed: what a sale at that limit would take. Else the two pools decide.
    """
    origin_fixed = has_fixed_price(state, origin_netuid)
    destination_fixed = has_fixed_price(state, destination_netuid)
    if origin_fixed and destination_fixed:
        return AlphaBalance(0 if limit_price > RAO_PER_TAO else U64_MAX)
    if origin_fixed and SubnetMechanism.get(state, destination_netuid) == DYNAMIC:
        if not limit_price:
            return AlphaBalance(U64_MAX)
        return AlphaBalance(get_max_amount_add(state, destination_netuid, inverse_price(limit_price)))
    if destination_fixed and SubnetMechanism.get(state, origin_netuid) == DYNAMIC:
        return get_max_amount_remove(state, origin_netuid, limit_price)
    return greatest_move_between_pools(state, origin_netuid, destination_netuid, limit_price)


@rule("STK-limit/inverse", SUBTENSOR(_MOVE, "get_max_amount_move"))
def inverse_price(limit_price: TaoBalance) -> TaoBalance:
    """The inverse of a price in rao is ``10⁹ / price · 10⁹``, quotient and product rounded down in U64F64."""
    tao = U64F64.saturating_from_num(RAO_PER_TAO)
    inverse = tao.safe_div(U64F64.saturating_from_num(limit_price)).saturating_mul(tao)
    return TaoBalance(inverse.saturating_to_num(U64))


@rule("STK-limit/between-pools", SUBTENSOR(_MOVE, "get_max_amount_move"))
def greatest_move_between_pools(
    state: State, origin_netuid: NetUid, destination_netuid: NetUid, limit_price: TaoBalance
) -> AlphaBalance:
    """Between two pools a limit ``p`` lets through ``a₂ · (t₁ / (t₁ + t₂)) / p - a₁ · (t₂ / (t₁ + t₂))`` alpha.

    ``t`` and ``a`` are the reserves of origin (1) and destination (2); each step rounds down in U64F64, the difference
    is at least zero, the result in whole rao. Nothing if any reserve is zero or the limit is above the present ratio
    of the two prices; any amount at a limit of zero. Fees and the pools' weights play no part.
    """
    subnets = (origin_netuid, destination_netuid)
    reserves = [item.get(state, netuid) for item in (SubnetTAO, SubnetAlphaIn) for netuid in subnets]
    if not all(reserves):
        return AlphaBalance(0)
    tao_1, tao_2, alpha_1, alpha_2 = (U64F64.saturating_from_num(reserve) for reserve in reserves)
    limit = U64F64.saturating_from_num(limit_price).safe_div(U64F64.saturating_from_num(RAO_PER_TAO))
    ratio = current_alpha_price(state, origin_netuid).safe_div(current_alpha_price(state, destination_netuid))
    if limit > ratio:
        return AlphaBalance(0)
    if not limit_price:
        return AlphaBalance(U64_MAX)
    both = tao_2.saturating_add(tao_1)
    bought = alpha_2.saturating_mul(tao_1.safe_div(both)).safe_div(limit)
    return AlphaBalance(bought.saturating_sub(alpha_1.saturating_mul(tao_2.safe_div(both))).saturating_to_num(U64))
