"""Stake that changes hotkey, coldkey or subnet: the checks, and the way from one place to the other."""

from dataclasses import dataclass

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.balances.tao import transfer_tao
from subtensor_spec.chapters.locks.availability import ensure_available_to_unstake
from subtensor_spec.chapters.staking.hotkey_take import maybe_become_delegate
from subtensor_spec.chapters.staking.limits import get_max_amount_move
from subtensor_spec.chapters.staking.movement import (
    DEFAULT_MIN_STAKE,
    stake_into_subnet,
    transfer_stake_within_subnet,
    unstake_from_subnet,
)
from subtensor_spec.chapters.staking.ownership import get_owning_coldkey_for_hotkey
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.staking.validation import (
    ensure_hotkey_exists,
    ensure_subnet_exists,
    ensure_subtoken_enabled,
    ensure_transfer_allowed,
    simulated,
)
from subtensor_spec.chapters.swap.liquidity import max_price, min_price
from subtensor_spec.chapters.swap.order import Sell
from subtensor_spec.rules import SUBTENSOR, rule

_MOVE = "pallets/subtensor/src/staking/move_stake.rs"
_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"


@dataclass(frozen=True, slots=True)
class Place:
    """Where stake lies: whose it is, with which hotkey, on which subnet."""

    coldkey: AccountId
    hotkey: AccountId
    netuid: NetUid


@rule("STK-move/transition", SUBTENSOR(_MOVE, "transition_stake_internal"))
def transition_stake_internal(
    state: State,
    origin: Place,
    destination: Place,
    alpha_amount: AlphaBalance,
    limit_price: TaoBalance | None = None,
    allow_partial: bool | None = None,
    check_transfer_toggle: bool = False,
) -> TaoBalance:
    """Stake moves, at most as much as there is, within a subnet as it is, and between subnets as TAO.

    Between subnets a limit price caps the amount; then the checks, then the move. Returns the TAO that it was worth.
    """
    stake = get_stake_for_hotkey_and_coldkey_on_subnet(state, origin.hotkey, origin.coldkey, origin.netuid)
    amount = min(alpha_amount, stake)
    greatest = amount
    if origin.netuid != destination.netuid and limit_price is not None:
        greatest = get_max_amount_move(state, origin.netuid, destination.netuid, limit_price)
    slips = allow_partial is False and amount > greatest
    validate_stake_transition(state, origin, destination, amount, slips, check_transfer_toggle)
    amount = min(amount, greatest)
    if origin.netuid != destination.netuid:
        return move_between_subnets(state, origin, destination, amount)
    return transfer_stake_within_subnet(
        state, origin.coldkey, origin.hotkey, destination.coldkey, destination.hotkey, origin.netuid, amount
    )


@rule("STK-check/transition", SUBTENSOR(_UTILS, "validate_stake_transition"))
def validate_stake_transition(
    state: State,
    origin: Place,
    destination: Place,
    amount: AlphaBalance,
    slips: bool,
    check_transfer_toggle: bool,
) -> None:
    """A move refuses, in this order: from a place to itself, ``SameNetuid``; an unknown subnet, the origin's first.

    A disabled token, the origin's first; an unknown hotkey, the origin's first. Between subnets a simulated sale that
    fails, ``InsufficientLiquidity``, or pays no more than the least stake, ``AmountTooLow``, and an amount above the
    limit's, ``SlippageTooHigh``. A transfer where transfers are off, the origin first, ``TransferDisallowed``. Between
    subnets more than the lock leaves, ``StakeUnavailable``.
    """
    crosses = origin.netuid != destination.netuid
    if origin == destination:
        raise CallError(SubtensorModule.SameNetuid)
    ensure_subnet_exists(state, origin.netuid)
    ensure_subnet_exists(state, destination.netuid)
    ensure_subtoken_enabled(state, origin.netuid)
    ensure_subtoken_enabled(state, destination.netuid)
    ensure_hotkey_exists(state, origin.hotkey)
    ensure_hotkey_exists(state, destination.hotkey)
    if crosses:
        _check_worth(state, origin.netuid, amount)
        if slips:
            raise CallError(SubtensorModule.SlippageTooHigh)
    if check_transfer_toggle:
        ensure_transfer_allowed(state, origin.netuid)
        ensure_transfer_allowed(state, destination.netuid)
    if crosses:
        ensure_available_to_unstake(state, origin.coldkey, origin.netuid, amount)


def _check_worth(state: State, netuid: NetUid, amount: AlphaBalance) -> None:
    if simulated(state, netuid, Sell(amount)).amount_paid_out <= DEFAULT_MIN_STAKE:
        raise CallError(SubtensorModule.AmountTooLow)


@rule("STK-move/between", SUBTENSOR(_MOVE, "transition_stake_internal"))
def move_between_subnets(state: State, origin: Place, destination: Place, amount: AlphaBalance) -> TaoBalance:
    """Stake is sold on one subnet, its TAO goes to the other coldkey, and that buys stake on the other subnet.

    Only one of the swaps has a fee: the purchase if the origin is root, else the sale. TAO below the least stake is not
    staked again and stays with the coldkey. A hotkey that somebody else's stake comes to becomes a delegate.
    """
    from_root = origin.netuid == ROOT
    tao = unstake_from_subnet(
        state, origin.hotkey, origin.coldkey, origin.coldkey, origin.netuid, amount, min_price(), from_root
    )
    if origin.coldkey != destination.coldkey:
        transfer_tao(state, origin.coldkey, destination.coldkey, tao)
    if tao >= DEFAULT_MIN_STAKE:
        if get_owning_coldkey_for_hotkey(state, destination.hotkey) != destination.coldkey:
            maybe_become_delegate(state, destination.hotkey)
        stake_into_subnet(
            state, destination.hotkey, destination.coldkey, destination.netuid, tao, max_price(), not from_root
        )
    return tao
