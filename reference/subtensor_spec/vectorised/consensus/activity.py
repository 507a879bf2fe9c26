"""Who is active, who may validate, and whose weights an open commit overtakes."""

import numpy as np

from subtensor_spec.vectorised.consensus.inputs import Commits, EpochArrays
from subtensor_spec.vectorised.consensus.matrix.vectors import top_nonzero
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array, UInt64Array

U64_MAX = (1 << 64) - 1


def inactive_neurons(epoch: EpochArrays) -> BoolArray:
    """Tell whose last update plus the cutoff lies before the current block.

    Computes YC-activity/last-update, YC-activity/cutoff and YC-activity/inactive. The sum of a u64 and the cutoff
    (below 2**48) is less than the block exactly if the block exceeds the cutoff and the update is less than their
    difference.
    """
    cutoff = max(epoch.activity_cutoff_factor_milli * epoch.tempo // 1000, 1)
    return epoch.last_update < np.uint64(max(epoch.current_block - cutoff, 0))


def with_owner(permits: BoolArray, owner_uid: int | None) -> BoolArray:
    """Give the subnet owner's uid a permit, if the list reaches that far (YC-permits/owner)."""
    if owner_uid is None or owner_uid >= permits.size or permits[owner_uid]:
        return permits
    granted = permits.copy()
    granted[owner_uid] = True
    return granted


def new_permits(stake: Int64Array, epoch: EpochArrays) -> BoolArray:
    """Choose who may validate from the next epoch on (YC-permits/new)."""
    return with_owner(top_nonzero(stake, epoch.max_allowed_validators), epoch.owner_uid)


def first_block_of_bonds(epoch: EpochArrays) -> int:
    """Return the block from which on a neuron's registration removes bonds in it (YC-bonds/first-block)."""
    if epoch.last_mechanism_step_block == 0:
        return max(epoch.current_block - epoch.tempo, 0)
    return min(epoch.last_mechanism_step_block + 1, U64_MAX)


def earliest_commit_blocks(epoch: EpochArrays) -> UInt64Array:
    """Return for each neuron the earliest block of its open commits, the greatest u64 without one.

    Computes YC-commits/earliest.
    """
    blocks = np.full(epoch.n, U64_MAX, dtype=np.uint64)
    hashes = _open(epoch.hash_commits, epoch)
    _, first = np.unique(epoch.hash_commits.queue[hashes], return_index=True)
    for commits, chosen in (
        (epoch.hash_commits, hashes[first]),
        (epoch.timelocked_commits, _open(epoch.timelocked_commits, epoch)),
    ):
        known = chosen[commits.uid[chosen] < epoch.n]
        np.minimum.at(blocks, commits.uid[known], commits.block[known])
    return blocks


def _open(commits: Commits, epoch: EpochArrays) -> Int64Array:
    """Return which commits have not expired: the epoch is at most their own plus the reveal period, all saturating.

    Computes YC-commits/current-epoch and YC-commits/expired. A sum that saturates is not less than any epoch.
    """
    now = min(epoch.epoch_index + epoch.epoch_due, U64_MAX)
    return np.flatnonzero(commits.epoch >= np.uint64(max(now - epoch.reveal_period, 0)))
