"""Removing a subnet: everything that storage keeps of it and its neurons, stake and pool excepted."""

from subtensor_spec.chain.event_kinds.subtensor_module import SubnetIdentityRemoved
from subtensor_spec.chain.items.commitments import TimelockedIndex
from subtensor_spec.chain.items.consensus import Weights
from subtensor_spec.chain.items.neurons import IsNetworkMember, Keys
from subtensor_spec.chain.items.rate_limits import TransactionKeyLastBlock
from subtensor_spec.chain.items.subnets import (
    AccumulatedLeaseDividends,
    SubnetIdentitiesV3,
    SubnetLeases,
    SubnetLeaseShares,
    SubnetUidToLeaseId,
    TotalNetworks,
)
from subtensor_spec.chain.pallets import COMMITMENTS
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import storage_prefix
from subtensor_spec.chain.types import NET_UID, NetUid, NetUidStorageIndex, saturating_sub
from subtensor_spec.chapters.neurons.vectors import storage_indexes
from subtensor_spec.chapters.subnets import belongings
from subtensor_spec.chapters.subnets.existence import ROOT_RS
from subtensor_spec.rules import SUBTENSOR, rule

_ROOT_INDEX = NetUidStorageIndex(0)
_COMMITMENT_MAPS = ("CommitmentOf", "LastCommitment", "LastBondsReset", "RevealedCommitments", "UsedSpaceOf")
"""The maps of the pallet Commitments, all with the netuid as first key as it is."""


@rule("NET-remove/all", SUBTENSOR(ROOT_RS, "remove_network"))
def remove_network(state: State, netuid: NetUid) -> None:
    """All that ``belongings`` lists goes, one network less is counted, and root's weights for the subnet become zero.

    What is not listed stays, and the next subnet with this netuid finds it: how many places there must be at least,
    whether the owner gets a cut and what becomes of that of his miners, voting power, who stakes by itself to whom,
    the blocks of the owner's changes. An identity tells that it is removed; nothing else does.
    """
    for hotkey in [hotkey for _, hotkey in Keys.prefix_items(state, netuid)]:
        IsNetworkMember.remove(state, hotkey, netuid)
    TotalNetworks.put(state, saturating_sub(TotalNetworks.get(state), 1))
    _unset_root_weights(state, netuid)
    _remove_mechanisms(state, netuid)
    for single in belongings.BY_NETUID:
        single.remove(state, netuid)
    for below in belongings.BELOW_NETUID:
        below.clear_prefix(state, netuid)
    _remove_identity(state, netuid)
    _remove_by_hotkey(state, netuid)
    _remove_lease(state, netuid)


def _unset_root_weights(state: State, netuid: NetUid) -> None:
    for uid, row in Weights.prefix_items(state, _ROOT_INDEX):
        Weights.put(state, _ROOT_INDEX, uid, tuple((to, 0 if to == netuid else weight) for to, weight in row))


def _remove_mechanisms(state: State, netuid: NetUid) -> None:
    for index in storage_indexes(state, netuid):
        for single in belongings.BY_MECHANISM:
            single.remove(state, index)
        for below in belongings.BELOW_MECHANISM:
            below.clear_prefix(state, index)


def _remove_identity(state: State, netuid: NetUid) -> None:
    if SubnetIdentitiesV3.contains(state, netuid):
        SubnetIdentitiesV3.remove(state, netuid)
        state.emit(SubnetIdentityRemoved(netuid))


def _remove_by_hotkey(state: State, netuid: NetUid) -> None:
    for item in belongings.BY_HOTKEY:
        for hotkey, other in item.keys(state):
            if other == netuid:
                item.remove(state, hotkey, netuid)
    for hotkey, other, kind in TransactionKeyLastBlock.keys(state):
        if other == netuid:
            TransactionKeyLastBlock.remove(state, hotkey, netuid, kind)


def _remove_lease(state: State, netuid: NetUid) -> None:
    lease = SubnetUidToLeaseId.take(state, netuid)
    if lease is not None:
        SubnetLeases.remove(state, lease)
        SubnetLeaseShares.clear_prefix(state, lease)
        AccumulatedLeaseDividends.remove(state, lease)


@rule("NET-remove/commitments", SUBTENSOR("pallets/commitments/src/lib.rs", "purge_netuid"))
def purge_commitments(state: State, netuid: NetUid) -> None:
    """What the pallet Commitments keeps for the subnet goes; its index of timelocked ones is stored even if empty."""
    for name in _COMMITMENT_MAPS:
        prefix = storage_prefix(COMMITMENTS, name)
        for key in state.raw_keys(prefix + NET_UID.encode(netuid), prefix):
            state.erase(key)
    TimelockedIndex.put(state, tuple(place for place in TimelockedIndex.get(state) if place[0] != netuid))
