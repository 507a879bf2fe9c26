"""When a subnet's epoch is due in the chain's state."""

from subtensor_spec.chain.items.schedule import BlocksSinceLastStep, LastEpochBlock, PendingEpochAt, Tempo
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.emission.views import ScheduleView
from subtensor_spec.chapters.schedule import epochs


def should_run_epoch(state: State, netuid: NetUid, current_block: int) -> bool:
    """Return whether a subnet's epoch is due at a block."""
    return epochs.epoch_is_due(_schedule(state, netuid), current_block)


def blocks_until_next_auto_epoch(state: State, netuid: NetUid, tempo: int, block_number: int) -> int:
    """Return the blocks left to the next automatic epoch of a subnet, were that its tempo."""
    return epochs.blocks_until_next_automatic_epoch(LastEpochBlock.get(state, netuid), tempo, block_number)


def get_next_epoch_start_block(state: State, netuid: NetUid) -> int | None:
    """Return the block at which a subnet's next epoch is expected; nothing without a tempo."""
    return epochs.next_epoch_block(_schedule(state, netuid))


def _schedule(state: State, netuid: NetUid) -> ScheduleView:
    return ScheduleView(
        Tempo.get(state, netuid),
        LastEpochBlock.get(state, netuid),
        PendingEpochAt.get(state, netuid),
        BlocksSinceLastStep.get(state, netuid),
    )
