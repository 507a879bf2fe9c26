"""Liquid alpha: how fast each single bond follows its weight."""

from collections.abc import Iterator, Sequence

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.matrix.conversions import u16_proportion_to_fixed
from subtensor_spec.chapters.consensus.matrix.shapes import ZERO, Dense, SparseMatrix, SparseRow
from subtensor_spec.chapters.consensus.matrix.sigmoid import alpha_sigmoid
from subtensor_spec.chapters.consensus.source import in_epoch, in_settings
from subtensor_spec.rules import rule


@rule("YC-liquid-alpha/acts", in_epoch("compute_bonds_sparse"))
def liquid_alpha_acts(epoch: EpochInput, consensus: Sequence[I32F32]) -> bool:
    """Liquid alpha acts where it is switched on and consensus on at least one neuron is not zero.

    It is asked for under Yuma 3 only; under Yuma 2 the switch changes nothing.
    """
    return epoch.liquid_alpha and any(consensus)


@rule("YC-liquid-alpha/steepness", in_settings("get_alpha_sigmoid_steepness"))
def get_alpha_sigmoid_steepness(stored: int) -> I32F32:
    """The stored steepness is read as a whole number of hundredths; it may be negative."""
    return I32F32.saturating_from_num(stored)


@rule("YC-liquid-alpha/matrix", in_epoch("compute_liquid_alpha_values_sparse"))
def compute_liquid_alpha_values_sparse(
    epoch: EpochInput, weights: SparseMatrix, bonds: SparseMatrix, consensus: Sequence[I32F32]
) -> Dense:
    """Every validator and every neuron have their own alpha, from the weight, the old bond and the consensus
    between them.

    Where there is neither weight nor bond they count as zero.
    """
    low, high = u16_proportion_to_fixed(epoch.alpha_low), u16_proportion_to_fixed(epoch.alpha_high)
    steepness = get_alpha_sigmoid_steepness(epoch.alpha_sigmoid_steepness)
    return [
        [
            alpha_sigmoid(agreed, weight, bond, low, high, steepness)
            for agreed, weight, bond in zip(
                consensus, walked(weight_row, epoch.n), walked(bond_row, epoch.n), strict=True
            )
        ]
        for weight_row, bond_row in zip(weights, bonds, strict=True)
    ]


@rule("YC-liquid-alpha/walk", in_epoch("compute_liquid_alpha_values_sparse"))
def walked(row: SparseRow, columns: int) -> Iterator[I32F32]:
    """A row's value in each column is found by walking along the row once, never back.

    Of entries in the same column the first counts. An entry that stands after one of a higher column is found
    only if the walk has not yet passed its column; if rows are sorted, that is never in question. What is not
    found is zero.
    """
    position = 0
    for column in range(columns):
        while position < len(row) and row[position][0] < column:
            position += 1
        found = position < len(row) and row[position][0] == column
        yield row[position][1] if found else ZERO
