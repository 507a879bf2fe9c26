"""What an epoch reads, in the numpy path's own form."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.vectorised.consensus.stored import StoredRows
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array, UInt64Array, as_uint64, padded


@dataclass(frozen=True)
class Commits:
    """Commits of weights that may not have been revealed yet, in the order in which they are stored."""

    queue: Int64Array
    """For each commit the number of the list that holds it."""
    uid: Int64Array
    epoch: UInt64Array
    block: UInt64Array

    @classmethod
    def from_lists(cls, commits: Sequence[tuple[int, int, int, int]]) -> "Commits":
        """Return the commits given as ``(queue, uid, epoch, block)``."""
        queue, uid, epoch, block = zip(*commits, strict=True) if commits else ((), (), (), ())
        return cls(np.array(queue, dtype=np.int64), np.array(uid, dtype=np.int64), as_uint64(epoch), as_uint64(block))


@dataclass(frozen=True)
class EpochArrays:
    """The storage that one epoch reads: the fields of :class:`EpochInput`, per-neuron lists as arrays."""

    n: int
    current_block: int
    tempo: int
    activity_cutoff_factor_milli: int
    last_update: UInt64Array
    """At least ``n`` long: a missing block is zero."""
    block_at_registration: UInt64Array
    last_mechanism_step_block: int
    alpha_stake: UInt64Array
    tao_stake: UInt64Array
    tao_weight: int
    stake_threshold: int
    validator_permit: BoolArray
    max_allowed_validators: int
    owner_uid: int | None
    weights: StoredRows
    bonds: StoredRows
    kappa: int
    bonds_penalty: int
    bonds_moving_average: int
    liquid_alpha: bool
    alpha_low: int
    alpha_high: int
    alpha_sigmoid_steepness: int
    yuma3: bool
    commit_reveal: bool
    reveal_period: int
    epoch_index: int
    epoch_due: bool
    hash_commits: Commits
    timelocked_commits: Commits
    rao_emission: int
    previous_consensus: Int64Array | None = None
    """Parts of 65535, one for each neuron; nothing where liquid alpha goes by the consensus that the epoch finds."""

    @classmethod
    def from_input(cls, epoch: EpochInput) -> "EpochArrays":
        """Convert an epoch's input; the result no longer depends on it."""
        n = epoch.n
        plain = {name: getattr(epoch, name) for name in _SCALARS}
        last_update = as_uint64(epoch.last_update)
        previous = epoch.previous_consensus
        return cls(
            **plain,
            last_update=padded(last_update, max(n, last_update.size), 0),
            block_at_registration=padded(as_uint64(epoch.block_at_registration), n, 0),
            alpha_stake=padded(as_uint64(epoch.alpha_stake), n, 0),
            tao_stake=padded(as_uint64(epoch.tao_stake), n, 0),
            validator_permit=np.array(epoch.validator_permit, dtype=np.bool_),
            weights=StoredRows.from_lists(epoch.weights),
            bonds=StoredRows.from_lists(epoch.bonds),
            hash_commits=Commits.from_lists(
                [(uid, uid, when, block) for uid, queue in epoch.weight_commits for when, block in queue]
            ),
            timelocked_commits=Commits.from_lists(
                [
                    (number, uid, when, block)
                    for number, (when, commits) in enumerate(epoch.timelocked_commits)
                    for uid, block in commits
                ]
            ),
            previous_consensus=None if previous is None else of_neurons(previous, n),
        )


def of_neurons(stored: Sequence[int], n: int) -> Int64Array:
    """Return a stored vector cut to n neurons, or filled up with zeros (REV-liquid/previous)."""
    found = np.zeros(n, dtype=np.int64)
    found[: len(stored)] = stored[:n]
    return found


_SCALARS = [name for name, kind in EpochArrays.__annotations__.items() if kind in (int, bool, int | None)]
"""The fields that both forms hold alike."""
