"""How a mechanism of a subnet is a key of the maps that are kept for each mechanism."""

from subtensor_spec.chain.types import MechId, NetUid, NetUidStorageIndex
from subtensor_spec.rules import SUBTENSOR, rule

GLOBAL_MAX_SUBNET_COUNT = 4096
"""How far the storage indexes of one subnet's mechanisms lie apart."""

_MECHANISM = "pallets/subtensor/src/subnets/mechanism.rs"
_U16_MAX = 2**16 - 1


@rule("MEC-index/of", SUBTENSOR(_MECHANISM, "get_mechanism_storage_index"))
def get_mechanism_storage_index(netuid: NetUid, sub_id: MechId) -> NetUidStorageIndex:
    """A mechanism's index is ``4096 · mechid + netuid``; product and sum each saturate at ``2**16 - 1``."""
    offset = min(sub_id * GLOBAL_MAX_SUBNET_COUNT, _U16_MAX)
    return NetUidStorageIndex(min(offset + netuid, _U16_MAX))


@rule("MEC-index/netuid", SUBTENSOR(_MECHANISM, "get_netuid"))
def get_netuid(netuid_index: NetUidStorageIndex) -> NetUid:
    """The subnet of an index is its remainder by 4096."""
    return NetUid(netuid_index % GLOBAL_MAX_SUBNET_COUNT)
