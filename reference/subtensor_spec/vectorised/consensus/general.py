"""Consensus and bonds for all inputs, on sparse rows."""

import numpy as np

from subtensor_spec.vectorised.consensus.activity import earliest_commit_blocks, first_block_of_bonds
from subtensor_spec.vectorised.consensus.agreed import Agreed
from subtensor_spec.vectorised.consensus.inputs import EpochArrays
from subtensor_spec.vectorised.consensus.matrix import averages, columns, masks, sparse_rows, vectors
from subtensor_spec.vectorised.consensus.matrix.conversions import from_u16_proportion, proportion_to_u16
from subtensor_spec.vectorised.consensus.matrix.median import weighted_median_columns
from subtensor_spec.vectorised.consensus.matrix.rows import SparseRows, starts_of
from subtensor_spec.vectorised.consensus.settings import (
    consensus_of_liquid_alpha,
    disabled_liquid_alpha,
    liquid_settings,
    part_of_u16,
    share_of_new_bonds,
)
from subtensor_spec.vectorised.consensus.stored import StoredRows
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array


def agree(epoch: EpochArrays, active: Int64Array, permits: BoolArray, new_permits: BoolArray) -> Agreed:
    """Return consensus, trust, incentive, dividends and bonds.

    Computes YC-consensus/of-stake, YC-consensus/clip, YC-consensus/validator-trust, YC-incentive/ranks,
    YC-incentive/share and YC-bonds/penalty.
    """
    weights = weights_that_count(epoch, permits)
    consensus = weighted_median_columns(active, weights, epoch.n, part_of_u16(epoch.kappa))
    clipped = columns.column_clipped(weights, consensus)
    ranks = columns.column_dot(clipped, active, epoch.n)
    incentive = vectors.normalised(ranks)
    buying = averages.interpolated(weights, clipped, epoch.n, part_of_u16(epoch.bonds_penalty))
    if epoch.yuma3:
        bonds, dividends = _yuma3(epoch, buying, active, consensus, incentive)
    else:
        bonds, dividends = _yuma2(epoch, buying, active, incentive)
    trust = sparse_rows.row_sums(clipped)
    return Agreed(consensus, trust, ranks, incentive, dividends, stored_bonds(bonds, new_permits))


def weights_that_count(epoch: EpochArrays, permits: BoolArray) -> SparseRows:
    """Return the weights after all masks as shares of each row.

    Computes YC-weights/read, -/permitted, -/self, -/outdated, -/committed and YC-sparse/row-normalise.
    """
    read = epoch.weights.first_rows(epoch.n).to_numbers()
    read = read.keep(read.columns < epoch.n)
    permitted = masks.mask_rows(~permits, read)
    others = masks.mask_diagonal(permitted, epoch.owner_uid)
    registered = epoch.block_at_registration
    current = masks.mask_by_vectors(others, epoch.last_update, registered, np.less_equal)
    if epoch.commit_reveal:
        current = masks.mask_by_vectors(current, earliest_commit_blocks(epoch), registered, np.less)
    return sparse_rows.row_normalised(current)


def _bonds_in_current_neurons(epoch: EpochArrays, bonds: SparseRows) -> SparseRows:
    """Remove bonds in neurons registered since the last epoch (YC-bonds/outdated)."""
    return masks.mask_by_scalar(bonds, first_block_of_bonds(epoch), epoch.block_at_registration, np.less_equal)


def _yuma2(
    epoch: EpochArrays, buying: SparseRows, active: Int64Array, incentive: Int64Array
) -> tuple[SparseRows, Int64Array]:
    """Return bonds to store and dividends (YC-yuma2)."""
    n = epoch.n
    held = _bonds_in_current_neurons(epoch, epoch.bonds.first_rows(n).to_numbers())
    held = columns.column_normalised(held, n)
    bought = columns.column_normalised(sparse_rows.rows_scaled(buying, active), n)
    average = averages.averaged(bought, held, share_of_new_bonds(epoch.bonds_moving_average))
    shares = columns.column_normalised(average, n)
    dividends = vectors.normalised(sparse_rows.row_dot(shares, incentive))
    return columns.column_max_upscaled(shares, n), dividends


def _yuma3(
    epoch: EpochArrays, buying: SparseRows, active: Int64Array, consensus: Int64Array, incentive: Int64Array
) -> tuple[SparseRows, Int64Array]:
    """Return bonds to store and dividends (YC-yuma3, YC-bonds/read-proportions, YC-liquid-alpha/acts)."""
    stored = epoch.bonds.first_rows(epoch.n).to_numbers()
    held = _bonds_in_current_neurons(epoch, stored.with_values(from_u16_proportion(stored.values >> 32)))
    if epoch.liquid_alpha and consensus.any():
        reached = buying.keep(buying.columns < epoch.n)
        agreed = consensus_of_liquid_alpha(epoch, consensus)
        alphas = averages.liquid_alphas(reached, held, agreed, liquid_settings(epoch))
        average = averages.average_of_entries(reached, held, alphas)
    else:
        average = averages.averaged(buying, held, disabled_liquid_alpha(epoch.bonds_moving_average))
    shares = columns.column_normalised(average, epoch.n)
    total = sparse_rows.row_sums(sparse_rows.columns_scaled(shares, incentive))
    return average, vectors.normalised(vectors.product(total, active))


def stored_bonds(bonds: SparseRows, new_permits: BoolArray) -> StoredRows:
    """Return the bonds of neurons with a new permit as u16, all other rows empty (YC-output/bonds)."""
    kept = new_permits[bonds.rows]
    starts = starts_of(np.where(new_permits, bonds.lengths, 0))
    values = proportion_to_u16(bonds.values[kept]).astype(np.uint16)
    return StoredRows(starts, bonds.columns[kept].astype(np.uint16), values)
