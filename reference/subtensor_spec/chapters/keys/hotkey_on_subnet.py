"""What a swap of hotkeys does on one subnet."""

from collections.abc import Iterable
from typing import Any

from subtensor_spec.chain.items.consensus import LoadedEmission, MechanismCountCurrent
from subtensor_spec.chain.items.neurons import IsNetworkMember, Keys, Uids
from subtensor_spec.chain.items.serving import Axons, NeuronCertificates, Prometheus
from subtensor_spec.chain.items.stake_weight import ChildkeyTake, PendingChildKeys
from subtensor_spec.chain.items.staking import AutoStakeDestination, AutoStakeDestinationColdkeys
from subtensor_spec.chain.items.subnets import SubnetOwnerHotkey
from subtensor_spec.chain.items.weights import WeightCommits
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import OptionalDoubleMap
from subtensor_spec.chain.types import AccountId, MechId, NetUid, Relation
from subtensor_spec.chapters.keys.hotkey_stake import swap_stake_of_hotkey
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index
from subtensor_spec.chapters.stake_weight.relation_swap import parent_child_swap_hotkey
from subtensor_spec.chapters.subnets.owner_hotkey import set_subnet_owner_hotkey
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/swap/swap_hotkey.rs"


@rule("KEY-hotkey/subnet", SUBTENSOR(_PATH, "perform_hotkey_swap_on_one_subnet"))
def perform_hotkey_swap_on_one_subnet(
    state: State, old_hotkey: AccountId, new_hotkey: AccountId, netuid: NetUid, keep_stake: bool
) -> None:
    """On a subnet the new hotkey takes the old one's place, in this order.

    Membership, stored for the new hotkey whether or not it is one; if it is one, the neuron; the childkey take, if one
    is stored; parents and children; where it is a pending child; where miners' dividends are staked; whether it is the
    owner's hotkey. Stake and what is reckoned by it come last, unless they are kept.
    """
    member = IsNetworkMember.get(state, old_hotkey, netuid)
    IsNetworkMember.remove(state, old_hotkey, netuid)
    IsNetworkMember.put(state, new_hotkey, netuid, member)
    if member:
        swap_neuron(state, old_hotkey, new_hotkey, netuid)
    if ChildkeyTake.contains(state, old_hotkey, netuid):
        ChildkeyTake.put(state, new_hotkey, netuid, ChildkeyTake.take(state, old_hotkey, netuid))
    parent_child_swap_hotkey(state, old_hotkey, new_hotkey, netuid)
    swap_pending_child(state, old_hotkey, new_hotkey, netuid)
    swap_auto_stake_destination(state, old_hotkey, new_hotkey, netuid)
    if SubnetOwnerHotkey.contains(state, netuid) and SubnetOwnerHotkey.get(state, netuid) == old_hotkey:
        set_subnet_owner_hotkey(state, netuid, new_hotkey)
    if not keep_stake:
        swap_stake_of_hotkey(state, old_hotkey, new_hotkey, netuid)


@rule("KEY-hotkey/neuron", SUBTENSOR(_PATH, "perform_hotkey_swap_on_one_subnet"))
def swap_neuron(state: State, old_hotkey: AccountId, new_hotkey: AccountId, netuid: NetUid) -> None:
    """The neuron passes to the new hotkey under its uid, with its endpoints, its hash commits in each mechanism, its
    place in the loaded emission and its certificate; timelocked commits stay with the old one.
    """
    uid = Uids.get(state, netuid, old_hotkey)
    if uid is not None:
        _move(state, Uids, netuid, old_hotkey, new_hotkey)
        Keys.put(state, netuid, uid, new_hotkey)
    _move(state, Prometheus, netuid, old_hotkey, new_hotkey)
    _move(state, Axons, netuid, old_hotkey, new_hotkey)
    for mechanism in range(MechanismCountCurrent.get(state, netuid)):
        index = get_mechanism_storage_index(netuid, MechId(mechanism))
        _move(state, WeightCommits, index, old_hotkey, new_hotkey)
    loaded = LoadedEmission.get(state, netuid)
    if loaded is not None:
        renamed = ((new_hotkey if row[0] == old_hotkey else row[0], *row[1:]) for row in loaded)
        LoadedEmission.put(state, netuid, tuple(renamed))
    _move(state, NeuronCertificates, netuid, old_hotkey, new_hotkey)


def _move(
    state: State, item: OptionalDoubleMap[Any, AccountId, Any], first: Any, old: AccountId, new: AccountId
) -> None:
    """Move an entry from the old hotkey to the new one, if there is one."""
    value = item.get(state, first, old)
    if value is not None:
        item.remove(state, first, old)
        item.put(state, first, new, value)


@rule("KEY-hotkey/pending-child", SUBTENSOR(_PATH, "perform_hotkey_swap_on_one_subnet"))
def swap_pending_child(state: State, old_hotkey: AccountId, new_hotkey: AccountId, netuid: NetUid) -> None:
    """Where the old hotkey is among the children pending on the subnet, the new one comes at their end instead.

    Only its first place is taken, with its proportion; the cooldown stays.
    """
    for parent, (children, cool_down_block) in PendingChildKeys.prefix_items(state, netuid):
        if any(child == old_hotkey for _, child in children):
            PendingChildKeys.put(state, netuid, parent, (renamed(children, old_hotkey, new_hotkey), cool_down_block))


def renamed(children: Iterable[Relation], old_hotkey: AccountId, new_hotkey: AccountId) -> tuple[Relation, ...]:
    """Return the children without the first entry of the old hotkey, and that with the new one at the end."""
    changed = list(children)
    place = next(place for place, (_, child) in enumerate(changed) if child == old_hotkey)
    proportion, _ = changed.pop(place)
    return (*changed, (proportion, new_hotkey))


@rule("KEY-hotkey/auto-stake", SUBTENSOR(_PATH, "perform_hotkey_swap_on_one_subnet"))
def swap_auto_stake_destination(state: State, old_hotkey: AccountId, new_hotkey: AccountId, netuid: NetUid) -> None:
    """The coldkeys whose miners stake to the old hotkey stake to the new one, whose own list theirs replaces."""
    if AutoStakeDestinationColdkeys.contains(state, old_hotkey, netuid):
        coldkeys = AutoStakeDestinationColdkeys.take(state, old_hotkey, netuid)
        for coldkey in coldkeys:
            AutoStakeDestination.put(state, coldkey, netuid, new_hotkey)
        AutoStakeDestinationColdkeys.put(state, new_hotkey, netuid, coldkeys)
