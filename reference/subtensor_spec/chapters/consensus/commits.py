"""Which weights are overtaken by a commit that has not been revealed yet."""

from subtensor_spec.arithmetic import U64
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.source import in_epoch
from subtensor_spec.rules import SUBTENSOR, rule

NO_COMMIT = U64.MAX
"""Stands for a neuron without an open commit: no registration comes later."""

WEIGHTS = "pallets/subtensor/src/subnets/weights.rs"


@rule("YC-commits/current-epoch", SUBTENSOR(WEIGHTS, "current_epoch_with_lookahead"))
def current_epoch(epoch_index: int, epoch_due: bool) -> int:
    """Commits are judged by the subnet's epoch number, or the next one while an epoch is due; it saturates."""
    return U64.saturated(epoch_index + epoch_due)


@rule("YC-commits/expired", SUBTENSOR(WEIGHTS, "is_commit_expired"))
def is_commit_expired(commit_epoch: int, reveal_period: int, epoch: int) -> bool:
    """A commit has expired once the epoch is past the commit's own plus the reveal period; the sum saturates."""
    return epoch > U64.saturated(commit_epoch + reveal_period)


@rule("YC-commits/earliest", in_epoch("epoch_mechanism"))
def earliest_commit_blocks(epoch: EpochInput) -> list[int]:
    """For each neuron the earliest block of its open commits is taken; without one, the greatest u64 stands.

    Of a neuron's hash commits, which are stored oldest first, only the first that has not expired counts; of its
    timelocked commits all that have not. Commits of uids that do not exist are ignored.
    """
    blocks = [NO_COMMIT] * epoch.n
    now = current_epoch(epoch.epoch_index, epoch.epoch_due)

    def is_open(commit_epoch: int) -> bool:
        return not is_commit_expired(commit_epoch, epoch.reveal_period, now)

    for uid, commits in epoch.weight_commits:
        first_open = next((block for commit_epoch, block in commits if is_open(commit_epoch)), NO_COMMIT)
        if uid < epoch.n:
            blocks[uid] = min(blocks[uid], first_open)
    for commit_epoch, timelocked in epoch.timelocked_commits:
        for uid, block in timelocked:
            if is_open(commit_epoch) and uid < epoch.n:
                blocks[uid] = min(blocks[uid], block)
    return blocks
