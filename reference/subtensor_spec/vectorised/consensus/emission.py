"""How the epoch's emission is shared between servers and validators."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.vectorised.consensus.matrix.vectors import normalised_by
from subtensor_spec.vectorised.words.arrays import Int64Array, UInt64Array
from subtensor_spec.vectorised.words.i32f32 import ONE, add
from subtensor_spec.vectorised.words.i32f32_sums import wrapping_sum

LOW = ONE - 1
U64_MAX = (1 << 64) - 1


@dataclass(frozen=True)
class Emission:
    """Each neuron's share of the emission in raw bits, and what it comes to in rao."""

    combined_emission_scores: Int64Array
    normalised_server_emission: Int64Array
    normalised_validator_emission: Int64Array
    normalised_combined_emission: Int64Array
    server_emission: UInt64Array
    validator_emission: UInt64Array
    combined_emission: UInt64Array


def share_emission(
    rao: int, incentive: Int64Array, dividends: Int64Array, stake: Int64Array, active: Int64Array
) -> Emission:
    """Return what every neuron earns (YC-emission/scores, YC-emission/without-scores, YC-emission/in-rao)."""
    scores = add(incentive, dividends)
    total = wrapping_sum(scores)
    # Combined emission is normalised on its own, but by the same sum.
    shares = normalised_by(np.stack([incentive, dividends, scores]), total)
    if total == 0:
        shares[1:] = active if wrapping_sum(active) else stake
    server, validator, combined = shares
    paid_server, paid_validator, recorded = in_rao(shares, rao)
    return Emission(scores, server, validator, combined, paid_server, paid_validator, recorded)


def in_rao(shares: Int64Array, rao: int) -> UInt64Array:
    """Return shares of an emission in whole rao, rounded down, within u64.

    With share = a * 2**32 + b and rao = c * 2**32 + d the amount is a * rao + b * c + floor(b * d / 2**32). For a =
    0, and for a share of one, it is at most the emission. Where a * rao or the sum does not fit a word, the amount
    saturates.
    """
    shares = np.maximum(shares, 0)
    whole, fraction = (shares >> 32).view(np.uint64), (shares & LOW).view(np.uint64)
    part = fraction * np.uint64(rao >> 32) + (fraction * np.uint64(rao & LOW) >> 32)
    amount = whole * np.uint64(rao) + part
    too_large = whole > np.uint64(U64_MAX // rao if rao else U64_MAX)
    return np.where(too_large | (amount < part), np.uint64(U64_MAX), amount)
