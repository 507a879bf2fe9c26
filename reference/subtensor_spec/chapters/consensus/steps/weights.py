"""Step 4: which of the stored weights count, and each validator's weights as shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import le, lt

from subtensor_spec.chapters.consensus.commits import earliest_commit_blocks
from subtensor_spec.chapters.consensus.epoch_input import EpochInput, Row
from subtensor_spec.chapters.consensus.matrix.conversions import u16_to_fixed
from subtensor_spec.chapters.consensus.matrix.shapes import Sparse
from subtensor_spec.chapters.consensus.matrix.sparse_masks import (
    mask_diag_sparse,
    mask_diag_sparse_except_index,
    mask_rows_sparse,
    vec_mask_sparse_matrix,
)
from subtensor_spec.chapters.consensus.matrix.sparse_products import row_normalize_sparse
from subtensor_spec.chapters.consensus.source import in_epoch
from subtensor_spec.rules import rule


@dataclass(frozen=True)
class Weights:
    """The weights after each mask, ``n`` rows, and as shares of each row."""

    weights_raw: Sparse
    weights_permitted: Sparse
    weights_without_diagonal: Sparse
    weights_current: Sparse
    weights_committed: Sparse
    weights: Sparse


def read_weights(epoch: EpochInput, permits: Sequence[bool], last_update: Sequence[int]) -> Weights:
    """Return the weights that count in this epoch."""
    raw = get_weights_sparse(epoch.weights, epoch.n)
    permitted = weights_of_validators(raw, permits)
    without_diagonal = weights_without_self(permitted, epoch.owner_uid)
    current = weights_for_current_neurons(without_diagonal, last_update, epoch.block_at_registration)
    committed = weights_before_commit(current, epoch) if epoch.commit_reveal else current
    return Weights(raw, permitted, without_diagonal, current, committed, row_normalize_sparse(committed))


@rule("YC-weights/read", in_epoch("get_weights_sparse"))
def get_weights_sparse(stored: Sequence[Row], n: int) -> Sparse:
    """Stored weights are read for the n uids only: rows and entries of uids that do not exist are ignored.

    Order, repeated uids and explicit zeros stay as stored.
    """
    return rows_of_uids([[(uid, u16_to_fixed(weight)) for uid, weight in row if uid < n] for row in stored[:n]], n)


def rows_of_uids(rows: Sparse, n: int) -> Sparse:
    """Return exactly ``n`` rows: a uid without a stored row has an empty one."""
    return rows + [[] for _ in range(n - len(rows))]


@rule("YC-weights/permitted", in_epoch("epoch_mechanism"))
def weights_of_validators(weights: Sparse, permits: Sequence[bool]) -> Sparse:
    """Only weights set by a uid with a permit from before this epoch count; without a stored permit they do not."""
    return mask_rows_sparse([not permit for permit in permits], weights)


@rule("YC-weights/self", in_epoch("epoch_mechanism"))
def weights_without_self(weights: Sparse, owner_uid: int | None) -> Sparse:
    """A weight on oneself does not count, except that of the subnet owner."""
    if owner_uid is None:
        return mask_diag_sparse(weights)
    return mask_diag_sparse_except_index(weights, owner_uid)


@rule("YC-weights/outdated", in_epoch("epoch_mechanism"))
def weights_for_current_neurons(
    weights: Sparse, last_update: Sequence[int], block_at_registration: Sequence[int]
) -> Sparse:
    """A weight does not count if it was set in or before the block in which its target was registered."""
    return vec_mask_sparse_matrix(weights, last_update, block_at_registration, le)


@rule("YC-weights/committed", in_epoch("epoch_mechanism"))
def weights_before_commit(weights: Sparse, epoch: EpochInput) -> Sparse:
    """With commit-reveal, a weight does not count if its target registered after the setter's earliest open commit."""
    return vec_mask_sparse_matrix(weights, earliest_commit_blocks(epoch), epoch.block_at_registration, lt)
