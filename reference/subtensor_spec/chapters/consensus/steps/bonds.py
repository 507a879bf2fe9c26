"""Step 6: what a validator has invested in each server, from epoch to epoch. Both kinds of Yuma share what is here."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import le

from subtensor_spec.arithmetic import I32F32, U64
from subtensor_spec.chapters.consensus.epoch_input import EpochInput, Row
from subtensor_spec.chapters.consensus.matrix.averages import interpolate_sparse
from subtensor_spec.chapters.consensus.matrix.conversions import (
    fixed_to_fixed_u16_proportion,
    u16_proportion_to_fixed,
    u16_to_fixed,
)
from subtensor_spec.chapters.consensus.matrix.shapes import Sparse
from subtensor_spec.chapters.consensus.matrix.sparse_masks import scalar_vec_mask_sparse_matrix
from subtensor_spec.chapters.consensus.source import in_epoch
from subtensor_spec.chapters.consensus.steps.weights import rows_of_uids
from subtensor_spec.rules import rule


@dataclass(frozen=True, kw_only=True)
class Bonds:
    """The bonds of an epoch, ``n`` rows each, and the dividends they earn."""

    weights_for_bonds: Sparse
    bonds_previous: Sparse
    bonds_masked: Sparse
    ema_bonds: Sparse
    ema_bonds_normalised: Sparse
    dividends: list[I32F32]
    bonds_stored: Sparse


@rule("YC-bonds/penalty", in_epoch("epoch_mechanism"))
def weights_for_bonds(weights: Sparse, clipped_weights: Sparse, n: int, penalty: int) -> Sparse:
    """Bonds are bought with weights mixed from the full ones and the clipped ones by the bonds penalty.

    A penalty of 0 takes the full weights as they are, of 65535 the clipped ones as they are.
    """
    return interpolate_sparse(weights, clipped_weights, n, u16_proportion_to_fixed(penalty))


@rule("YC-bonds/read", in_epoch("get_bonds_sparse"))
def get_bonds_sparse(stored: Sequence[Row], n: int) -> Sparse:
    """Stored bonds are read as whole numbers, in n rows; unlike weights, bonds in uids that do not exist stay."""
    return rows_of_uids([[(uid, u16_to_fixed(bond)) for uid, bond in row] for row in stored[:n]], n)


@rule("YC-bonds/read-proportions", in_epoch("get_bonds_sparse_fixed_proportion"))
def get_bonds_sparse_fixed_proportion(stored: Sequence[Row], n: int) -> Sparse:
    """For Yuma 3, stored bonds are read as parts of 65535, rounding down."""
    return [[(uid, fixed_to_fixed_u16_proportion(bond)) for uid, bond in row] for row in get_bonds_sparse(stored, n)]


@rule("YC-bonds/first-block", in_epoch("epoch_mechanism"))
def first_block_of_bonds(last_mechanism_step_block: int, current_block: int, tempo: int) -> int:
    """Bonds are kept in neurons registered before the block after the last epoch.

    If no epoch is recorded (block 0), a tempo before the current block stands in its place.
    """
    if last_mechanism_step_block == 0:
        return max(current_block - tempo, 0)
    return U64.saturated(last_mechanism_step_block + 1)


@rule("YC-bonds/outdated", in_epoch("epoch_mechanism"))
def bonds_in_current_neurons(bonds: Sparse, epoch: EpochInput) -> Sparse:
    """Bonds in a neuron that registered since the last epoch are removed."""
    first = first_block_of_bonds(epoch.last_mechanism_step_block, epoch.current_block, epoch.tempo)
    return scalar_vec_mask_sparse_matrix(bonds, first, epoch.block_at_registration, le)
