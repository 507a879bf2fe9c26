"""In which epochs a commit is made, may be revealed, and has expired. Epochs are a subnet's own count, u64."""

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.schedule import SubnetEpochIndex
from subtensor_spec.chain.items.weights import RevealPeriodEpochs
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import U64_MAX, NetUid
from subtensor_spec.chapters.consensus import commits
from subtensor_spec.chapters.schedule.due import should_run_epoch
from subtensor_spec.chapters.weights.who import WEIGHTS
from subtensor_spec.rules import SUBTENSOR, rule

MIN_COMMIT_REVEAL_PERIODS = 1
"""The least epochs between a commit and its reveal."""
MAX_COMMIT_REVEAL_PERIODS = 100
"""The most epochs between a commit and its reveal."""


def current_epoch_with_lookahead(state: State, netuid: NetUid) -> int:
    """Return the epoch by which a subnet's commits are judged now: the next one while an epoch is due."""
    due = should_run_epoch(state, netuid, current_block(state))
    return commits.current_epoch(SubnetEpochIndex.get(state, netuid), due)


def is_commit_expired(state: State, netuid: NetUid, commit_epoch: int) -> bool:
    """Return whether the current epoch is past that of the commit's reveal."""
    epoch = current_epoch_with_lookahead(state, netuid)
    return commits.is_commit_expired(commit_epoch, RevealPeriodEpochs.get(state, netuid), epoch)


@rule("CR-epoch/reveal", SUBTENSOR(WEIGHTS, "is_reveal_block_range"))
def is_reveal_block_range(state: State, netuid: NetUid, commit_epoch: int) -> bool:
    """A commit may be revealed in exactly one epoch: its own plus the reveal period, a sum that saturates.

    The current epoch is the next one already in the block in which an epoch is due.
    """
    reveal_epoch = min(commit_epoch + RevealPeriodEpochs.get(state, netuid), U64_MAX)
    return current_epoch_with_lookahead(state, netuid) == reveal_epoch
