"""Step 6 under Yuma 3: bonds follow weights validator by validator, and stake is applied when dividends are shared."""

from collections.abc import Sequence
from dataclasses import dataclass

from subtensor_spec.arithmetic import I32F32, I64F64
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.matrix.averages import mat_ema_alpha_sparse, mat_ema_sparse
from subtensor_spec.chapters.consensus.matrix.shapes import ONE, Dense, Sparse
from subtensor_spec.chapters.consensus.matrix.sparse_columns import col_normalize_sparse
from subtensor_spec.chapters.consensus.matrix.sparse_products import mat_vec_mul_sparse, row_sum_sparse
from subtensor_spec.chapters.consensus.matrix.vectors import normalize, vec_mul
from subtensor_spec.chapters.consensus.source import in_epoch
from subtensor_spec.chapters.consensus.steps.bonds import (
    Bonds,
    bonds_in_current_neurons,
    get_bonds_sparse_fixed_proportion,
)
from subtensor_spec.chapters.consensus.steps.liquid_alpha import compute_liquid_alpha_values_sparse, liquid_alpha_acts
from subtensor_spec.chapters.revisions.liquid_consensus import as_consensus
from subtensor_spec.rules import rule

MILLION = I64F64.saturating_from_num(1_000_000)


@dataclass(frozen=True, kw_only=True)
class Yuma3Bonds(Bonds):
    """What only Yuma 3 computes on the way: one alpha for all bonds, or one for each under liquid alpha."""

    bonds_alpha: I32F32 | None
    alphas: Dense | None
    total_bonds_per_validator: list[I32F32]


def update_bonds_yuma3(
    epoch: EpochInput,
    weights: Sparse,
    active_stake: Sequence[I32F32],
    consensus: Sequence[I32F32],
    incentive: Sequence[I32F32],
) -> Yuma3Bonds:
    """Return bonds and dividends under Yuma 3; ``weights`` are those that buy bonds."""
    previous = get_bonds_sparse_fixed_proportion(epoch.bonds, epoch.n)
    masked = bonds_in_current_neurons(previous, epoch)
    alpha: I32F32 | None = None
    alphas: Dense | None = None
    if liquid_alpha_acts(epoch, consensus):
        stored = epoch.previous_consensus
        agreed = consensus if stored is None else as_consensus(stored, epoch.n)
        alphas = compute_liquid_alpha_values_sparse(epoch, weights, masked, agreed)
        average = mat_ema_alpha_sparse(weights, masked, alphas)
    else:
        alpha = compute_disabled_liquid_alpha(epoch.bonds_moving_average)
        average = average_bonds_by_alpha(weights, masked, alpha)
    shares = col_normalize_sparse(average, epoch.n)
    total = total_bonds_per_validator(shares, incentive)
    return Yuma3Bonds(
        weights_for_bonds=weights,
        bonds_previous=previous,
        bonds_masked=masked,
        bonds_alpha=alpha,
        alphas=alphas,
        ema_bonds=average,
        ema_bonds_normalised=shares,
        total_bonds_per_validator=total,
        dividends=dividends_yuma3(total, active_stake),
        bonds_stored=average,
    )


@rule("YC-yuma3/alpha", in_epoch("compute_disabled_liquid_alpha"))
def compute_disabled_liquid_alpha(bonds_moving_average: int) -> I32F32:
    """Under Yuma 3 without liquid alpha, new bonds count with 1 less the moving average in millionths.

    Unlike under Yuma 2 the conversions wrap: from 2**63 the moving average is negative, and its millionth part
    wraps at 2**31.
    """
    kept = I64F64.wrapping_from_num(bonds_moving_average).saturating_div(MILLION)
    return ONE.saturating_sub(I32F32.wrapping_from_num(kept))


@rule("YC-yuma3/average", in_epoch("compute_bonds_sparse"))
def average_bonds_by_alpha(weights: Sparse, bonds: Sparse, alpha: I32F32) -> Sparse:
    """Under Yuma 3 without liquid alpha, a bond is the moving average of a validator's weights on a server."""
    return mat_ema_sparse(weights, bonds, alpha)


@rule("YC-yuma3/total-bonds", in_epoch("epoch_mechanism"))
def total_bonds_per_validator(bonds: Sparse, incentive: Sequence[I32F32]) -> list[I32F32]:
    """A validator's total is its share of the bonds in each server times that server's incentive, added up."""
    return row_sum_sparse(mat_vec_mul_sparse(bonds, incentive))


@rule("YC-yuma3/dividends", in_epoch("epoch_mechanism"))
def dividends_yuma3(total_bonds: Sequence[I32F32], active_stake: Sequence[I32F32]) -> list[I32F32]:
    """Under Yuma 3 a validator's dividend is its total times its active stake, divided by the sum of all."""
    return normalize(vec_mul(total_bonds, active_stake))
