"""The subnet owner's part: the cut of the emission, and which hotkeys count as the owner's."""

from subtensor_spec.chain.items.neurons import BlockAtRegistration, Uids
from subtensor_spec.chain.items.staking import OwnedHotkeys
from subtensor_spec.chain.items.subnets import SubnetOwner, SubnetOwnerHotkey
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.locks.changes import auto_lock_owner_cut
from subtensor_spec.chapters.staking.stakes import increase_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"


@rule("DIV-owner/cut", SUBTENSOR(_RUN_COINBASE, "distribute_dividends_and_incentives"))
def pay_owner_cut(state: State, netuid: NetUid, owner_cut: AlphaBalance) -> None:
    """The owner's cut is staked for the owner on the owner's hotkey and then, where that is set, locked.

    It is lost where no owner or no hotkey of the owner is stored. What a lease takes of it is out of scope.
    """
    if SubnetOwner.contains(state, netuid) and SubnetOwnerHotkey.contains(state, netuid):
        coldkey, hotkey = SubnetOwner.get(state, netuid), SubnetOwnerHotkey.get(state, netuid)
        increase_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid, owner_cut)
        auto_lock_owner_cut(state, netuid, owner_cut)


@rule("DIV-owner/hotkeys", SUBTENSOR(_RUN_COINBASE, "get_owner_hotkeys"))
def get_owner_hotkeys(state: State, netuid: NetUid, coldkey: AccountId) -> list[AccountId]:
    """The owner's hotkeys are those that the coldkey owns and that have a uid here, and the stored hotkey of the owner.

    They come in order of the block of registration, the latest first, then of uid; the stored one, if it has a uid and
    is not among them, before all.
    """
    places = []
    for hotkey in OwnedHotkeys.get(state, coldkey):
        uid = Uids.get(state, netuid, hotkey)
        if uid is not None:
            places.append((-BlockAtRegistration.get(state, netuid, uid), uid, hotkey))
    hotkeys = [hotkey for _block, _uid, hotkey in sorted(places, key=lambda place: place[:2])]
    if SubnetOwnerHotkey.contains(state, netuid):
        stored = SubnetOwnerHotkey.get(state, netuid)
        if Uids.get(state, netuid, stored) is not None and stored not in hotkeys:
            hotkeys.insert(0, stored)
    return hotkeys
