"""Which epochs run in a block, which are deferred or skipped, and what is taken out of the pending amounts for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from subtensor_spec.chain.event_kinds.subtensor_module import EpochDeferred, EpochSkipped
from subtensor_spec.chain.items.emission import (
    PendingOwnerCut,
    PendingRootAlphaDivs,
    PendingServerEmission,
    PendingValidatorEmission,
)
from subtensor_spec.chain.items.neurons import Keys
from subtensor_spec.chain.items.schedule import (
    BlocksSinceLastStep,
    LastEpochBlock,
    MaxEpochsPerBlock,
    PendingEpochAt,
    SubnetEpochIndex,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map
from subtensor_spec.chain.types import AlphaBalance, NetUid, saturating_add
from subtensor_spec.chapters.locks.owner import change_subnet_owner_if_needed
from subtensor_spec.chapters.schedule.due import should_run_epoch
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"


@dataclass(frozen=True)
class Pending:
    """What has been waiting for a subnet's epoch, in rao of its alpha."""

    server: AlphaBalance
    validator: AlphaBalance
    root: AlphaBalance
    owner_cut: AlphaBalance


@rule("SCH-epoch/consistent", SUBTENSOR("pallets/subtensor/src/epoch/run_epoch.rs", "is_epoch_input_state_consistent"))
def is_epoch_input_state_consistent(state: State, netuid: NetUid) -> bool:
    """An epoch can run only if no hotkey has two uids in the subnet."""
    hotkeys = [hotkey for _uid, hotkey in Keys.prefix_items(state, netuid)]
    return len(set(hotkeys)) == len(hotkeys)


@rule("SCH-block/deferred", SUBTENSOR(_RUN_COINBASE, "epochs_deferred_this_block"))
def epochs_deferred_this_block(state: State, subnets: Iterable[NetUid], block: int) -> set[NetUid]:
    """Of the epochs that are due at a block, those are deferred that come after ``MaxEpochsPerBlock`` others.

    Subnets are counted in the order given; one whose epoch is skipped does not count.
    """
    cap, running = MaxEpochsPerBlock.get(state), 0
    deferred = set()
    for netuid in subnets:
        if not should_run_epoch(state, netuid, block):
            continue
        if running >= cap:
            deferred.add(netuid)
        elif is_epoch_input_state_consistent(state, netuid):
            running += 1
    return deferred


@rule("SCH-block/drain", SUBTENSOR(_RUN_COINBASE, "drain_pending"))
def drain_pending(state: State, subnets: Iterable[NetUid], block: int) -> dict[NetUid, Pending]:
    """Each subnet, in the order given, is one block further from its last epoch; those due run, wait or are skipped.

    When ``MaxEpochsPerBlock`` epochs run, a further one is deferred to the next block. One that cannot run is skipped:
    its pending amounts stay, its slot is used all the same. A subnet that runs may change its owner by conviction.
    Returns what is to be distributed, in order of netuid.
    """
    cap = MaxEpochsPerBlock.get(state)
    drained: dict[NetUid, Pending] = {}
    for netuid in subnets:
        BlocksSinceLastStep.put(state, netuid, saturating_add(BlocksSinceLastStep.get(state, netuid), 1))
        if not should_run_epoch(state, netuid, block):
            continue
        if len(drained) >= cap:
            _defer(state, netuid, block)
            continue
        if is_epoch_input_state_consistent(state, netuid):
            BlocksSinceLastStep.put(state, netuid, 0)
            drained[netuid] = take_pending(state, netuid)
            change_subnet_owner_if_needed(state, netuid)
        else:
            state.emit(EpochSkipped(netuid, block))
        _use_slot(state, netuid, block)
    return dict(sorted(drained.items()))


@rule("SCH-block/take", SUBTENSOR(_RUN_COINBASE, "drain_pending"))
def take_pending(state: State, netuid: NetUid) -> Pending:
    """All four pending amounts of a subnet are taken; zero stays stored in their place."""

    def taken(pending: Map[NetUid, AlphaBalance]) -> AlphaBalance:
        amount = pending.get(state, netuid)
        pending.put(state, netuid, AlphaBalance(0))
        return amount

    return Pending(
        taken(PendingServerEmission),
        taken(PendingValidatorEmission),
        taken(PendingRootAlphaDivs),
        taken(PendingOwnerCut),
    )


def _defer(state: State, netuid: NetUid, block: int) -> None:
    next_block = saturating_add(block, 1)
    PendingEpochAt.put(state, netuid, next_block)
    state.emit(EpochDeferred(netuid, block, next_block))


def _use_slot(state: State, netuid: NetUid, block: int) -> None:
    LastEpochBlock.put(state, netuid, block)
    PendingEpochAt.put(state, netuid, 0)
    SubnetEpochIndex.put(state, netuid, saturating_add(SubnetEpochIndex.get(state, netuid), 1))
