"""Which neuron of a subnet is its owner's."""

from subtensor_spec.chain.items.neurons import Uids
from subtensor_spec.chain.items.subnets import SubnetOwnerHotkey
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid, Uid
from subtensor_spec.rules import SUBTENSOR, rule


@rule("NET-owner/uid", SUBTENSOR("pallets/subtensor/src/utils/misc.rs", "get_owner_uid"))
def get_owner_uid(state: State, netuid: NetUid) -> Uid | None:
    """The owner's neuron is the one that ``SubnetOwnerHotkey`` has; none without an entry or without a registration."""
    if not SubnetOwnerHotkey.contains(state, netuid):
        return None
    return Uids.get(state, netuid, SubnetOwnerHotkey.get(state, netuid))
