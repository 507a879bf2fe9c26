"""Step 6 under Yuma 2: bonds are each validator's share in a server, averaged over epochs."""

from collections.abc import Sequence
from dataclasses import dataclass

from subtensor_spec.arithmetic import I32F32, I64F64
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.matrix.averages import mat_ema_sparse
from subtensor_spec.chapters.consensus.matrix.shapes import ONE, Sparse
from subtensor_spec.chapters.consensus.matrix.sparse_columns import col_max_upscale_sparse, col_normalize_sparse
from subtensor_spec.chapters.consensus.matrix.sparse_products import matmul_transpose_sparse, row_hadamard_sparse
from subtensor_spec.chapters.consensus.matrix.vectors import normalize
from subtensor_spec.chapters.consensus.source import in_epoch
from subtensor_spec.chapters.consensus.steps.bonds import Bonds, bonds_in_current_neurons, get_bonds_sparse
from subtensor_spec.rules import rule

MILLION = I64F64.saturating_from_num(1_000_000)


@dataclass(frozen=True, kw_only=True)
class Yuma2Bonds(Bonds):
    """What only Yuma 2 computes on the way."""

    bonds_normalised: Sparse
    bonds_delta: Sparse
    bonds_delta_normalised: Sparse
    bonds_alpha: I32F32


def update_bonds_yuma2(
    epoch: EpochInput, weights: Sparse, active_stake: Sequence[I32F32], incentive: Sequence[I32F32]
) -> Yuma2Bonds:
    """Return bonds and dividends under Yuma 2; ``weights`` are those that buy bonds."""
    previous = get_bonds_sparse(epoch.bonds, epoch.n)
    masked = bonds_in_current_neurons(previous, epoch)
    shares = col_normalize_sparse(masked, epoch.n)
    delta = row_hadamard_sparse(weights, active_stake)
    delta_shares = col_normalize_sparse(delta, epoch.n)
    alpha = share_of_new_bonds(epoch.bonds_moving_average)
    average = average_bonds(delta_shares, shares, alpha)
    average_shares = col_normalize_sparse(average, epoch.n)
    return Yuma2Bonds(
        weights_for_bonds=weights,
        bonds_previous=previous,
        bonds_masked=masked,
        bonds_normalised=shares,
        bonds_delta=delta,
        bonds_delta_normalised=delta_shares,
        bonds_alpha=alpha,
        ema_bonds=average,
        ema_bonds_normalised=average_shares,
        dividends=dividends_yuma2(average_shares, incentive),
        bonds_stored=col_max_upscale_sparse(average_shares, epoch.n),
    )


@rule("YC-yuma2/alpha", in_epoch("compute_ema_bonds_normal_sparse"))
def share_of_new_bonds(bonds_moving_average: int) -> I32F32:
    """Under Yuma 2 new bonds count with 1 less the moving average in millionths, saturating at every step.

    A moving average above a million makes it negative.
    """
    kept = I64F64.saturating_from_num(bonds_moving_average).safe_div(MILLION)
    return ONE.saturating_sub(I32F32.saturating_from_num(kept))


@rule("YC-yuma2/average", in_epoch("compute_ema_bonds_normal_sparse"))
def average_bonds(delta: Sparse, bonds: Sparse, alpha: I32F32) -> Sparse:
    """Under Yuma 2 bonds are the moving average of what validators hold and what they buy, as shares in each server."""
    return mat_ema_sparse(delta, bonds, alpha)


@rule("YC-yuma2/dividends", in_epoch("epoch_mechanism"))
def dividends_yuma2(bonds: Sparse, incentive: Sequence[I32F32]) -> list[I32F32]:
    """Under Yuma 2 a validator's dividend is its share in each server times that server's incentive, added up.

    Dividends are then divided by their sum. Stake counts only through the bonds that it has bought.
    """
    return normalize(matmul_transpose_sparse(bonds, incentive))
