"""Calls about a coldkey's hotkeys: claiming one that nobody has, and where mined alpha is staked."""

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import AutoStakeDestinationSet
from subtensor_spec.chain.items.neurons import Uids
from subtensor_spec.chain.items.staking import AutoStakeDestination, AutoStakeDestinationColdkeys
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.staking.ownership import create_account_if_non_existent
from subtensor_spec.chapters.staking.validation import ensure_subnet_exists
from subtensor_spec.rules import SUBTENSOR, rule

_DISPATCHES = "pallets/subtensor/src/macros/dispatches.rs"


@call(SUBTENSOR_MODULE, 91)
@rule("STK-owner/associate", SUBTENSOR("pallets/subtensor/src/staking/account.rs", "do_try_associate_hotkey"))
def try_associate_hotkey(state: State, origin: Origin, hotkey: AccountId) -> None:
    """The signer becomes the owner of a hotkey that has none; one that has an owner stays with it, without an error."""
    create_account_if_non_existent(state, ensure_signed(origin), hotkey)


@call(SUBTENSOR_MODULE, 114)
@rule("STK-auto/set", SUBTENSOR(_DISPATCHES, "set_coldkey_auto_stake_hotkey"))
def set_coldkey_auto_stake_hotkey(state: State, origin: Origin, netuid: NetUid, hotkey: AccountId) -> None:
    """The signer names the hotkey that its miners' alpha on a subnet is staked with.

    ``SubnetNotExists``; ``HotKeyNotRegisteredInSubNet``; ``SameAutoStakeHotkeyAlreadySet``. The coldkey leaves the list
    of the hotkey it had named, which is stored even if nobody is left, and joins the other's. Emits
    ``AutoStakeDestinationSet``.
    """
    coldkey = ensure_signed(origin)
    # CHECK
    ensure_subnet_exists(state, netuid)
    if not Uids.contains(state, netuid, hotkey):
        raise CallError(SubtensorModule.HotKeyNotRegisteredInSubNet)
    current = AutoStakeDestination.get(state, coldkey, netuid)
    if current == hotkey:
        raise CallError(SubtensorModule.SameAutoStakeHotkeyAlreadySet)
    # ACT
    if current is not None:
        left = AutoStakeDestinationColdkeys.get(state, current, netuid)
        AutoStakeDestinationColdkeys.put(state, current, netuid, tuple(key for key in left if key != coldkey))
    AutoStakeDestination.put(state, coldkey, netuid, hotkey)
    joined = AutoStakeDestinationColdkeys.get(state, hotkey, netuid)
    AutoStakeDestinationColdkeys.put(state, hotkey, netuid, joined if coldkey in joined else (*joined, coldkey))
    # EMIT
    state.emit(AutoStakeDestinationSet(coldkey, netuid, hotkey))
