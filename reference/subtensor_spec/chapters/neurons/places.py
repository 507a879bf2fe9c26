"""Taking a place: a neuron is appended to a subnet, or takes over the uid of another."""

from typing import Any

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.consensus import (
    Active,
    Bonds,
    Consensus,
    Dividends,
    Emission,
    Incentive,
    StakeWeight,
    ValidatorPermit,
    ValidatorTrust,
    Weights,
)
from subtensor_spec.chain.items.neurons import (
    AssociatedEvmAddress,
    BlockAtRegistration,
    IsNetworkMember,
    Keys,
    Uids,
)
from subtensor_spec.chain.items.serving import Axons, NeuronCertificates, Prometheus
from subtensor_spec.chain.items.subnets import SubnetOwnerHotkey, SubnetworkN
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map
from subtensor_spec.chain.types import AccountId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.neurons.price import REGISTRATION
from subtensor_spec.chapters.neurons.pruning import get_neuron_to_prune
from subtensor_spec.chapters.neurons.uids import UIDS, get_max_allowed_uids, get_subnetwork_n
from subtensor_spec.chapters.neurons.vectors import (
    push,
    set_active_for_uid,
    set_element_at,
    set_last_update_for_uid,
    storage_indexes,
)
from subtensor_spec.rules import SUBTENSOR, rule

_MOST_NEURONS = 2**16 - 1

_APPENDED: tuple[tuple[Map[NetUid, Any], object], ...] = (
    (Active, True),
    (Emission, 0),
    (Consensus, 0),
    (Dividends, 0),
    (ValidatorTrust, 0),
    (ValidatorPermit, False),
)
_CLEARED: tuple[tuple[Map[NetUid, Any], object], ...] = (
    (Emission, 0),
    (Consensus, 0),
    (Dividends, 0),
    (StakeWeight, 0),
    (ValidatorTrust, 0),
    (ValidatorPermit, False),
)


@rule("REG-place/register", SUBTENSOR(REGISTRATION, "register_neuron"))
def register_neuron(state: State, netuid: NetUid, hotkey: AccountId) -> Uid:
    """While a subnet has fewer neurons than ``MaxAllowedUids`` a hotkey is appended, then it replaces who is pruned.

    ``NoNeuronIdAvailable`` where nobody can be pruned. Where the pruned neuron is the subnet owner's hotkey the uid is
    answered all the same, though nothing was replaced.
    """
    block = current_block(state)
    if get_subnetwork_n(state, netuid) < get_max_allowed_uids(state, netuid):
        return append_neuron(state, netuid, hotkey, block)
    uid = get_neuron_to_prune(state, netuid)
    if uid is None:
        raise CallError(SubtensorModule.NoNeuronIdAvailable)
    replace_neuron(state, netuid, uid, hotkey, block)
    return uid


@rule("REG-place/append", SUBTENSOR(UIDS, "append_neuron"))
def append_neuron(state: State, netuid: NetUid, new_hotkey: AccountId, block_number: int) -> Uid:
    """A new neuron takes the next uid, which is the number of neurons; every vector by uid grows by one.

    It is active, has no permit, and all its scores are zero; in every mechanism its last weights are of this block.
    Only ``StakeWeight`` does not grow before the next epoch.
    """
    uid = Uid(get_subnetwork_n(state, netuid))
    SubnetworkN.put(state, netuid, min(uid + 1, _MOST_NEURONS))
    for item, value in _APPENDED:
        push(state, item, netuid, value)
    for index in storage_indexes(state, netuid):
        push(state, Incentive, index, 0)
        set_last_update_for_uid(state, index, uid, block_number)
    _enter(state, netuid, uid, new_hotkey, block_number)
    return uid


@rule("REG-place/replace", SUBTENSOR(UIDS, "replace_neuron"))
def replace_neuron(state: State, netuid: NetUid, uid: Uid, new_hotkey: AccountId, block_number: int) -> None:
    """The new hotkey takes over the uid: nothing of the old neuron stays but its place in the vectors.

    Where the old hotkey is the subnet owner's, nothing happens at all, and the caller is not told.
    """
    old_hotkey = Keys.get(state, netuid, uid)
    if SubnetOwnerHotkey.contains(state, netuid) and SubnetOwnerHotkey.get(state, netuid) == old_hotkey:
        return
    _leave(state, netuid, uid, old_hotkey)
    set_active_for_uid(state, netuid, uid, True)
    _enter(state, netuid, uid, new_hotkey, block_number)
    forget_serving(state, netuid, old_hotkey)
    clear_neuron(state, netuid, uid)
    for index in storage_indexes(state, netuid):
        set_last_update_for_uid(state, index, uid, block_number)


def _leave(state: State, netuid: NetUid, uid: Uid, hotkey: AccountId) -> None:
    Uids.remove(state, netuid, hotkey)
    AssociatedEvmAddress.remove(state, netuid, uid)
    IsNetworkMember.remove(state, hotkey, netuid)
    Keys.remove(state, netuid, uid)


def _enter(state: State, netuid: NetUid, uid: Uid, hotkey: AccountId, block_number: int) -> None:
    Keys.put(state, netuid, uid, hotkey)
    Uids.put(state, netuid, hotkey, uid)
    BlockAtRegistration.put(state, netuid, uid, block_number)
    IsNetworkMember.put(state, hotkey, netuid, True)


def forget_serving(state: State, netuid: NetUid, hotkey: AccountId) -> None:
    """Remove where a hotkey serves on a subnet: axon, certificate and measurements."""
    Axons.remove(state, netuid, hotkey)
    NeuronCertificates.remove(state, netuid, hotkey)
    Prometheus.remove(state, netuid, hotkey)


@rule("REG-place/clear", SUBTENSOR(UIDS, "clear_neuron"))
def clear_neuron(state: State, netuid: NetUid, uid: Uid) -> None:
    """A neuron's scores become zero and its permit goes; in every mechanism its bonds and weights are removed.

    The weights that others set for it become zero and stay in their rows; the bonds that others hold in it stay.
    """
    for item, value in _CLEARED:
        set_element_at(state, item, netuid, uid, value)
    for index in storage_indexes(state, netuid):
        set_element_at(state, Incentive, index, uid, 0)
        Bonds.remove(state, index, uid)
        Weights.remove(state, index, uid)
        _unset_weights_for(state, index, uid)


def _unset_weights_for(state: State, index: NetUidStorageIndex, uid: Uid) -> None:
    for setter, row in Weights.prefix_items(state, index):
        if any(to == uid for to, _ in row):
            Weights.put(state, index, setter, tuple((to, 0 if to == uid else weight) for to, weight in row))
