"""Step 1: who has set weights recently enough to count."""

from dataclasses import dataclass

from subtensor_spec.arithmetic import U64
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.source import in_epoch, in_settings
from subtensor_spec.rules import rule


@dataclass(frozen=True)
class Activity:
    """The activity of each neuron; both lists are at least ``n`` long."""

    last_update: list[int]
    inactive: list[bool]


def judge_activity(epoch: EpochInput) -> Activity:
    """Return who is active at the epoch's block."""
    last_update = get_last_update(epoch.last_update, epoch.n)
    cutoff = get_activity_cutoff_blocks(epoch.activity_cutoff_factor_milli, epoch.tempo)
    return Activity(last_update, inactive_neurons(last_update, cutoff, epoch.current_block))


@rule("YC-activity/last-update", in_settings("get_last_update"))
def get_last_update(stored: list[int], n: int) -> list[int]:
    """A neuron without a stored block of its last update counts as last updated in block 0."""
    return stored + [0] * (n - len(stored))


@rule("YC-activity/cutoff", in_settings("get_activity_cutoff_blocks"))
def get_activity_cutoff_blocks(factor_milli: int, tempo: int) -> int:
    """The activity cutoff is the factor times the tempo in thousandths, rounded down, and at least one block."""
    return max(factor_milli * tempo // 1000, 1)


@rule("YC-activity/inactive", in_epoch("epoch_mechanism"))
def inactive_neurons(last_update: list[int], cutoff: int, current_block: int) -> list[bool]:
    """A neuron is inactive when its last update plus the cutoff lies before the current block.

    The sum saturates at the greatest u64.
    """
    return [U64.saturated(updated + cutoff) < current_block for updated in last_update]
