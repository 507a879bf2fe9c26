"""Which mechanisms there are: those of a subnet that exists, numbered below its current count."""

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.consensus import MechanismCountCurrent
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import MechId, NetUid, NetUidStorageIndex
from subtensor_spec.chapters.mechanisms.indexes import GLOBAL_MAX_SUBNET_COUNT, get_netuid
from subtensor_spec.chapters.subnets.existence import if_subnet_exist
from subtensor_spec.rules import SUBTENSOR, rule

_MECHANISM = "pallets/subtensor/src/subnets/mechanism.rs"


@rule("MEC-exists/check", SUBTENSOR(_MECHANISM, "ensure_mechanism_exists"))
def ensure_mechanism_exists(state: State, netuid: NetUid, sub_id: MechId) -> None:
    """A mechanism exists if its subnet does and its number is below ``MechanismCountCurrent``.

    ``MechanismDoesNotExist`` otherwise.
    """
    if not if_subnet_exist(state, netuid) or MechanismCountCurrent.get(state, netuid) <= sub_id:
        raise CallError(SubtensorModule.MechanismDoesNotExist)


@rule("MEC-index/parts", SUBTENSOR(_MECHANISM, "get_netuid_and_subid"))
def get_netuid_and_subid(state: State, netuid_index: NetUidStorageIndex) -> tuple[NetUid, MechId]:
    """A storage index stands for the remainder by 4096 as the subnet and the quotient as the mechanism, which exists.

    ``MechanismDoesNotExist`` if it does not.
    """
    netuid, sub_id = get_netuid(netuid_index), MechId(netuid_index // GLOBAL_MAX_SUBNET_COUNT)
    ensure_mechanism_exists(state, netuid, sub_id)
    return netuid, sub_id
