"""Step 5: what the stake agrees on, the weights cut down to it, and what follows for trust and incentive."""

from collections.abc import Sequence
from dataclasses import dataclass

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.matrix.conversions import u16_proportion_to_fixed
from subtensor_spec.chapters.consensus.matrix.median import weighted_median_col_sparse
from subtensor_spec.chapters.consensus.matrix.shapes import Sparse
from subtensor_spec.chapters.consensus.matrix.sparse_columns import col_clip_sparse
from subtensor_spec.chapters.consensus.matrix.sparse_products import matmul_sparse, row_sum_sparse
from subtensor_spec.chapters.consensus.matrix.vectors import normalize
from subtensor_spec.chapters.consensus.source import in_epoch
from subtensor_spec.rules import rule


@dataclass(frozen=True)
class Agreement:
    """Consensus, ranks and incentive by server, trust by validator, and the clipped weights."""

    consensus: list[I32F32]
    clipped_weights: Sparse
    validator_trust: list[I32F32]
    ranks: list[I32F32]
    incentive: list[I32F32]


def reach_agreement(epoch: EpochInput, weights: Sparse, active_stake: Sequence[I32F32]) -> Agreement:
    """Return what validators agree on, weighted by their active stake.

    Consensus is used as it is: it is neither divided by its sum nor cut to u16.
    """
    consensus = weighted_median_col_sparse(active_stake, weights, epoch.n, u16_proportion_to_fixed(epoch.kappa))
    clipped = col_clip_sparse(weights, consensus)
    ranks = matmul_sparse(clipped, active_stake, epoch.n)
    return Agreement(consensus, clipped, validator_trust(clipped), ranks, incentive_of_servers(ranks))


@rule("YC-consensus/validator-trust", in_epoch("epoch_mechanism"))
def validator_trust(clipped_weights: Sparse) -> list[I32F32]:
    """A validator's trust is what clipping has left of its weights, added up."""
    return row_sum_sparse(clipped_weights)


@rule("YC-incentive/share", in_epoch("epoch_mechanism"))
def incentive_of_servers(ranks: Sequence[I32F32]) -> list[I32F32]:
    """Incentive is a neuron's share of all ranks; without any rank it is zero."""
    return normalize(ranks)
