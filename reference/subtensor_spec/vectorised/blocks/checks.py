"""Whether a state hangs together: what a run would trip over, named by item and key before the first block."""

from typing import Any

from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.consensus import (
    Active,
    Consensus,
    Dividends,
    Emission,
    Incentive,
    LastUpdate,
    MechanismCountCurrent,
    ValidatorPermit,
    ValidatorTrust,
)
from subtensor_spec.chain.items.neurons import BlockAtRegistration, Keys, Uids
from subtensor_spec.chain.items.staking import NumStakingColdkeys, Owner, StakingColdkeysByIndex
from subtensor_spec.chain.items.subnets import NetworksAdded, SubnetworkN
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Item, Map
from subtensor_spec.chain.types import ROOT, MechId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index
from subtensor_spec.errors import InvalidInput

_OF_A_SUBNET: tuple[Map[NetUid, Any], ...] = (Active, Consensus, Dividends, Emission, ValidatorTrust, ValidatorPermit)
_OF_A_MECHANISM: tuple[Map[NetUidStorageIndex, Any], ...] = (Incentive, LastUpdate)


def check_network(state: State) -> None:
    """Raise :class:`InvalidInput` for the first thing that is missing or does not fit, naming item and keys.

    That the height is stored and some subnet; that the neurons of a subnet are numbered without a gap, each with
    its hotkey, its block of registration and, but on root, an owner; that a hotkey has a uid; that the lists of a
    subnet are as long as it has neurons, or empty, and those of a mechanism no longer; and that every number below
    ``NumStakingColdkeys`` has a coldkey.
    """
    if not Number.exists(state):
        raise _complaint(Number, (), "is missing")
    if not NetworksAdded.keys(state):
        raise _complaint(NetworksAdded, (), "has no entry: there is no subnet")
    for netuid in NetworksAdded.keys(state):
        _check_neurons(state, netuid)
        _check_lists(state, netuid)
    for number in range(NumStakingColdkeys.get(state)):
        if not StakingColdkeysByIndex.contains(state, number):
            raise _complaint(StakingColdkeysByIndex, (number,), "is missing")


def _check_neurons(state: State, netuid: NetUid) -> None:
    n = SubnetworkN.get(state, netuid)
    uids = [uid for uid, _hotkey in Keys.prefix_items(state, netuid)]
    if max(uids, default=-1) >= n:
        raise _complaint(Keys, (netuid, max(uids)), f"is beyond the {n} neurons of {SubnetworkN}")
    for uid in map(Uid, range(n)):
        if not Keys.contains(state, netuid, uid):
            raise _complaint(Keys, (netuid, uid), f"is missing: {SubnetworkN} says {n} neurons")
        hotkey = Keys.get(state, netuid, uid)
        found = Uids.get(state, netuid, hotkey)
        if found is None:
            raise _complaint(Uids, (netuid, hotkey), "is missing")
        if not BlockAtRegistration.contains(state, netuid, uid):
            raise _complaint(BlockAtRegistration, (netuid, uid), "is missing")
        if netuid != ROOT and not Owner.contains(state, hotkey):
            raise _complaint(Owner, (hotkey,), "is missing")


def _check_lists(state: State, netuid: NetUid) -> None:
    """Lists of mechanisms may fall behind: a neuron that joins lengthens those of the first one alone."""
    n = SubnetworkN.get(state, netuid)
    for item in _OF_A_SUBNET:
        length = len(item.get(state, netuid))
        if length not in (0, n):
            raise _complaint(item, (netuid,), f"has {length} members, but there are {n} neurons")
    for number in range(MechanismCountCurrent.get(state, netuid)):
        index = get_mechanism_storage_index(netuid, MechId(number))
        for of_mechanism in _OF_A_MECHANISM:
            length = len(of_mechanism.get(state, index))
            if length > n:
                raise _complaint(of_mechanism, (index,), f"has {length} members, but there are {n} neurons")


def _complaint(item: Item[Any], keys: tuple[Any, ...], why: str) -> InvalidInput:
    shown = ", ".join(f"0x{key.hex()}" if isinstance(key, bytes) else str(key) for key in keys)
    return InvalidInput(f"{item}[{shown}]" if keys else str(item), why)
