"""Calls that move stake to another hotkey, coldkey or subnet."""

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.event_kinds.subtensor_module import StakeMoved, StakeSwapped, StakeTransferred
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.staking.transition import Place, transition_stake_internal
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/staking/move_stake.rs"


@call(SUBTENSOR_MODULE, 85)
@rule("STK-move/call", SUBTENSOR(_PATH, "do_move_stake"))
def move_stake(
    state: State,
    origin: Origin,
    origin_hotkey: AccountId,
    destination_hotkey: AccountId,
    origin_netuid: NetUid,
    destination_netuid: NetUid,
    alpha_amount: AlphaBalance,
) -> None:
    """The signer moves stake of its own to another hotkey, another subnet, or both. Emits ``StakeMoved``."""
    coldkey = ensure_signed(origin)
    source = Place(coldkey, origin_hotkey, origin_netuid)
    target = Place(coldkey, destination_hotkey, destination_netuid)
    tao = transition_stake_internal(state, source, target, alpha_amount)
    state.emit(StakeMoved(coldkey, origin_hotkey, origin_netuid, destination_hotkey, destination_netuid, tao))


@call(SUBTENSOR_MODULE, 86)
@rule("STK-move/transfer", SUBTENSOR(_PATH, "do_transfer_stake"))
def transfer_stake(
    state: State,
    origin: Origin,
    destination_coldkey: AccountId,
    hotkey: AccountId,
    origin_netuid: NetUid,
    destination_netuid: NetUid,
    alpha_amount: AlphaBalance,
) -> None:
    """The signer gives stake to another coldkey, where both subnets allow transfers. Emits ``StakeTransferred``."""
    coldkey = ensure_signed(origin)
    source = Place(coldkey, hotkey, origin_netuid)
    target = Place(destination_coldkey, hotkey, destination_netuid)
    tao = transition_stake_internal(state, source, target, alpha_amount, check_transfer_toggle=True)
    state.emit(StakeTransferred(coldkey, destination_coldkey, hotkey, origin_netuid, destination_netuid, tao))


@call(SUBTENSOR_MODULE, 87)
@rule("STK-move/swap", SUBTENSOR(_PATH, "do_swap_stake"))
def swap_stake(
    state: State,
    origin: Origin,
    hotkey: AccountId,
    origin_netuid: NetUid,
    destination_netuid: NetUid,
    alpha_amount: AlphaBalance,
) -> None:
    """The signer moves stake with a hotkey to another subnet. Emits ``StakeSwapped``."""
    swap_at(state, origin, hotkey, origin_netuid, destination_netuid, alpha_amount, None, None)


@call(SUBTENSOR_MODULE, 90)
@rule("STK-move/swap-limit", SUBTENSOR(_PATH, "do_swap_stake_limit"))
def swap_stake_limit(
    state: State,
    origin: Origin,
    hotkey: AccountId,
    origin_netuid: NetUid,
    destination_netuid: NetUid,
    alpha_amount: AlphaBalance,
    limit_price: TaoBalance,
    allow_partial: bool,
) -> None:
    """The signer moves as much stake to another subnet as a limit on the ratio of the two prices lets through.

    If that is not all, it is refused unless a part is allowed. Emits ``StakeSwapped``.
    """
    swap_at(state, origin, hotkey, origin_netuid, destination_netuid, alpha_amount, limit_price, allow_partial)


def swap_at(
    state: State,
    origin: Origin,
    hotkey: AccountId,
    origin_netuid: NetUid,
    destination_netuid: NetUid,
    alpha_amount: AlphaBalance,
    limit_price: TaoBalance | None,
    allow_partial: bool | None,
) -> None:
    """Move stake with a hotkey between subnets, with or without a limit."""
    coldkey = ensure_signed(origin)
    source, target = Place(coldkey, hotkey, origin_netuid), Place(coldkey, hotkey, destination_netuid)
    tao = transition_stake_internal(state, source, target, alpha_amount, limit_price, allow_partial)
    state.emit(StakeSwapped(coldkey, hotkey, origin_netuid, destination_netuid, tao))
