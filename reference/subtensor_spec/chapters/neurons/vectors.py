"""What is kept of all neurons of a subnet in one vector by uid, and how one neuron's place in it is written."""

from typing import Any, TypeVar

from subtensor_spec.chain.items.consensus import (
    Active,
    Consensus,
    Dividends,
    Emission,
    Incentive,
    LastUpdate,
    MechanismCountCurrent,
    StakeWeight,
    ValidatorPermit,
    ValidatorTrust,
)
from subtensor_spec.chain.items.subnets import SubnetworkN
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map
from subtensor_spec.chain.types import MechId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index, get_netuid
from subtensor_spec.rules import SUBTENSOR, rule

K = TypeVar("K")

_UIDS = "pallets/subtensor/src/subnets/uids.rs"
_MISC = "pallets/subtensor/src/utils/misc.rs"

BY_SUBNET: tuple[tuple[Map[NetUid, Any], Any], ...] = (
    (Active, False),
    (Emission, 0),
    (Consensus, 0),
    (Dividends, 0),
    (ValidatorTrust, 0),
    (ValidatorPermit, False),
    (StakeWeight, 0),
)
"""The vectors of a subnet, each with its element's default."""

BY_MECHANISM: tuple[Map[NetUidStorageIndex, tuple[int, ...]], ...] = (Incentive, LastUpdate)
"""The vectors of each of its mechanisms; their default is zero."""


def storage_indexes(state: State, netuid: NetUid) -> list[NetUidStorageIndex]:
    """Return the storage indexes of a subnet's mechanisms, the main one's first."""
    count = MechanismCountCurrent.get(state, netuid)
    return [get_mechanism_storage_index(netuid, MechId(mechanism)) for mechanism in range(count)]


@rule("REG-vector/set", SUBTENSOR(_UIDS, "set_element_at"))
def set_element_at(state: State, item: Map[K, Any], key: K, uid: Uid, value: object) -> None:
    """A vector is stored with the neuron's element replaced; one too short for the neuron is stored as it is.

    So a vector that was never written becomes an empty one.
    """
    vector = list(item.get(state, key))
    if uid < len(vector):
        vector[uid] = value
    item.put(state, key, tuple(vector))


@rule("REG-vector/set-existing", SUBTENSOR(_MISC, "set_active_for_uid"))
def set_existing_element(state: State, item: Map[K, Any], key: K, uid: Uid, value: object) -> None:
    """The neuron's element is replaced where the vector has one; a vector too short for the neuron is not stored."""
    if uid < len(item.get(state, key)):
        set_element_at(state, item, key, uid, value)


def set_active_for_uid(state: State, netuid: NetUid, uid: Uid, active: bool) -> None:
    """Set whether a neuron is active, if ``Active`` reaches to it."""
    set_existing_element(state, Active, netuid, uid, active)


@rule("REG-vector/last-update", SUBTENSOR(_MISC, "get_last_update"))
def get_last_update(state: State, index: NetUidStorageIndex) -> tuple[int, ...]:
    """The blocks of the last weights in a mechanism are as many as the subnet has neurons at least, zeros at the end.

    A vector that is longer stays so.
    """
    stored = LastUpdate.get(state, index)
    return stored + (0,) * (SubnetworkN.get(state, get_netuid(index)) - len(stored))


@rule("REG-vector/set-last-update", SUBTENSOR(_MISC, "set_last_update_for_uid"))
def set_last_update_for_uid(state: State, index: NetUidStorageIndex, uid: Uid, block: int) -> None:
    """The block of a neuron's last weights is written into the vector of at least all neurons, which is stored.

    Nothing is stored for a uid that it does not reach.
    """
    blocks = list(get_last_update(state, index))
    if uid < len(blocks):
        blocks[uid] = block
        LastUpdate.put(state, index, tuple(blocks))


def push(state: State, item: Map[K, Any], key: K, value: object) -> None:
    """Store a vector with one more element at its end."""
    item.put(state, key, (*item.get(state, key), value))
