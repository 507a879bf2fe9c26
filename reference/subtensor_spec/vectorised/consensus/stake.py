"""The stake of each neuron, in rao and as a share of all."""

import numpy as np

from subtensor_spec.vectorised.consensus.inputs import EpochArrays
from subtensor_spec.vectorised.consensus.matrix.masks import mask_vector
from subtensor_spec.vectorised.consensus.matrix.vectors import normalised
from subtensor_spec.vectorised.words.arrays import HALF, LOW_HALF, BoolArray, Int64Array, UInt64Array
from subtensor_spec.vectorised.words.i64f64 import DoubleWords, shares_as_i32f32

U64_MAX = (1 << 64) - 1
LIMIT = 1 << 63
"""From here on a whole number saturates as I64F64."""


def total_stake(epoch: EpochArrays) -> DoubleWords:
    """Return alpha plus TAO times the TAO weight, as I64F64 (YC-stake/tao-weight, YC-stake/total)."""
    weight = (epoch.tao_weight << 32) // U64_MAX
    whole, fraction = _weighted(epoch.tao_stake, weight)
    high = epoch.alpha_stake + whole
    # Alpha and the weighted TAO are both below 2**63 unless they saturate, so their sum does not wrap.
    saturated = (epoch.alpha_stake >= LIMIT) | (high >= LIMIT)
    return DoubleWords(
        np.where(saturated, np.uint64(LIMIT - 1), high), np.where(saturated, np.uint64(U64_MAX), fraction)
    )


def _weighted(tao: UInt64Array, weight: int) -> tuple[UInt64Array, UInt64Array]:
    """Return whole part and fraction of TAO times a weight that has 32 fraction bits and is at most one.

    With TAO = a * 2**32 + b, each of a * weight and b * weight fits a word, and the product's 32 fraction bits are
    those of the second. TAO of 2**63 or more is the greatest I64F64, one bit less than 2**63; that bit's share is
    less than a bit, so that the rounded product is one bit less than the weight times 2**63.
    """
    factor = np.uint64(weight)
    low = (tao & LOW_HALF) * factor
    whole, fraction = (tao >> HALF) * factor + (low >> HALF), low << HALF
    beyond = tao >= LIMIT
    if beyond.any() and weight:
        whole = np.where(beyond, np.uint64((weight << 31) - 1), whole)
        fraction = np.where(beyond, np.uint64(U64_MAX), fraction)
    return whole, fraction


def stake_shares(total: DoubleWords, epoch: EpochArrays) -> Int64Array:
    """Return each neuron's share of the stake that reaches the threshold; the owner's always does.

    Computes YC-stake/threshold and YC-stake/shares.
    """
    reaches = total.high >= np.uint64(epoch.stake_threshold)
    if epoch.owner_uid is not None and epoch.owner_uid < epoch.n:
        reaches[epoch.owner_uid] = True
    return shares_as_i32f32(total.kept(reaches))


def active_stake(stake: Int64Array, inactive: BoolArray, permits: BoolArray) -> Int64Array:
    """Return the shares of active neurons with a permit among themselves (YC-stake/active)."""
    return normalised(mask_vector(~permits, mask_vector(inactive, stake)))
