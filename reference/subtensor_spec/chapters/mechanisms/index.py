"""How a mechanism of a subnet is named as a storage key, and which mechanisms there are."""

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.consensus import MechanismCountCurrent
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, MechId, NetUid, NetUidStorageIndex
from subtensor_spec.chapters.subnets.existence import if_subnet_exist
from subtensor_spec.rules import SUBTENSOR, rule

MECHANISM = "pallets/subtensor/src/subnets/mechanism.rs"
"""Where production keeps what this chapter says."""

GLOBAL_MAX_SUBNET_COUNT = 4096
"""The step between the storage indices of two mechanisms of a subnet."""

MAX_MECHANISM_COUNT_PER_SUBNET = MechId(16)
"""More mechanisms would not fit in a u16 index."""

MAIN = MechId(0)
"""The first mechanism, whose storage index is the netuid itself."""

_U16_MAX = 2**16 - 1


@rule("MEC-index/storage", SUBTENSOR(MECHANISM, "get_mechanism_storage_index"))
def get_mechanism_storage_index(netuid: NetUid, mecid: MechId) -> NetUidStorageIndex:
    """A mechanism's storage index is its number times 4096 plus the netuid, product and sum saturating at 65535."""
    return NetUidStorageIndex(min(min(mecid * GLOBAL_MAX_SUBNET_COUNT, _U16_MAX) + netuid, _U16_MAX))


@rule("MEC-index/netuid", SUBTENSOR(MECHANISM, "get_netuid"))
def get_netuid(index: NetUidStorageIndex) -> NetUid:
    """The netuid of a storage index is its remainder by 4096, whether or not that subnet exists."""
    return NetUid(index % GLOBAL_MAX_SUBNET_COUNT)


@rule("MEC-index/both", SUBTENSOR(MECHANISM, "get_netuid_and_subid"))
def get_netuid_and_subid(state: State, index: NetUidStorageIndex) -> tuple[NetUid, MechId]:
    """A storage index names the remainder by 4096 as netuid and the quotient as mechanism, if that mechanism exists.

    ``MechanismDoesNotExist`` if the subnet does not exist or has no more mechanisms than that number.
    """
    netuid, mecid = get_netuid(index), MechId(index // GLOBAL_MAX_SUBNET_COUNT)
    ensure_mechanism_exists(state, netuid, mecid)
    return netuid, mecid


def netuid_and_subid_or_default(state: State, index: NetUidStorageIndex) -> tuple[NetUid, MechId]:
    """Return the netuid and the mechanism of a storage index; root's main mechanism if there is no such mechanism."""
    try:
        return get_netuid_and_subid(state, index)
    except CallError:
        return ROOT, MAIN


@rule("MEC-index/exists", SUBTENSOR(MECHANISM, "ensure_mechanism_exists"))
def ensure_mechanism_exists(state: State, netuid: NetUid, mecid: MechId) -> None:
    """A mechanism exists if its subnet does and its number is less than the subnet's count of mechanisms.

    ``MechanismDoesNotExist`` otherwise.
    """
    if not if_subnet_exist(state, netuid) or get_current_mechanism_count(state, netuid) <= mecid:
        raise CallError(SubtensorModule.MechanismDoesNotExist)


def get_current_mechanism_count(state: State, netuid: NetUid) -> MechId:
    """Return how many mechanisms a subnet has."""
    return MechanismCountCurrent.get(state, netuid)
