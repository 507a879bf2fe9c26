"""Starting a subnet: its token can be traded, and its emission counts from the next block on."""

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import FirstEmissionBlockNumberSet
from subtensor_spec.chain.items.emission import FirstEmissionBlockNumber
from subtensor_spec.chain.items.pools import SubtokenEnabled
from subtensor_spec.chain.items.subnets import NetworkRegisteredAt, StartCallDelay
from subtensor_spec.chain.origins import Origin
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid, saturating_add
from subtensor_spec.chapters.hyperparameters.origins import ensure_subnet_owner
from subtensor_spec.chapters.subnets.existence import SUBNET, if_subnet_exist
from subtensor_spec.rules import SUBTENSOR, rule


@call(SUBTENSOR_MODULE, 92)
@rule("NET-start/call", SUBTENSOR(SUBNET, "do_start_call"))
def start_call(state: State, origin: Origin, netuid: NetUid) -> None:
    """The owner starts a subnet, once: its token is enabled and its first emission is of the next block.

    Refused are, in this order: no subnet (``SubnetNotExists``), anybody but the owner, root too (``BadOrigin``), a
    subnet that was started (``FirstEmissionBlockNumberAlreadySet``), fewer than ``StartCallDelay`` blocks since its
    registration (``NeedWaitingMoreBlocksToStarCall``).
    """
    # CHECK
    if not if_subnet_exist(state, netuid):
        raise CallError(SubtensorModule.SubnetNotExists)
    ensure_subnet_owner(state, origin, netuid)
    if FirstEmissionBlockNumber.contains(state, netuid):
        raise CallError(SubtensorModule.FirstEmissionBlockNumberAlreadySet)
    block = current_block(state)
    if block < saturating_add(NetworkRegisteredAt.get(state, netuid), StartCallDelay.get(state)):
        raise CallError(SubtensorModule.NeedWaitingMoreBlocksToStarCall)
    # ACT
    FirstEmissionBlockNumber.put(state, netuid, block + 1)
    SubtokenEnabled.put(state, netuid, True)
    # EMIT
    state.emit(FirstEmissionBlockNumberSet(netuid, block + 1))
