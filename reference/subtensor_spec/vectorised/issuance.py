"""Block emission for many issuances at once, in integers only."""

import numpy as np

from subtensor_spec.chapters.issuance.emission import BLOCK_EMISSION, TOTAL_SUPPLY
from subtensor_spec.vectorised.words.arrays import UInt64Array
from subtensor_spec.vectorised.words.i32f32 import ONE, safe_divide, scalar
from subtensor_spec.vectorised.words.proportions import reciprocal

U64_MAX = np.uint64((1 << 64) - 1)
TWO = np.uint64(2 * ONE)
ONE_BIT = np.uint64(1)
MOST_HALVINGS = 32


def block_emissions(issuances: UInt64Array) -> UInt64Array:
    """Return the emission of a block in rao for each issuance in rao (ISS-emission/block).

    Production's 1 / 2**h and its product with one TAO are exact in 32 fraction bits, so that rounding down is a shift.
    """
    issued = np.minimum(issuances, np.uint64(TOTAL_SUPPLY - 1))
    emission = np.uint64(BLOCK_EMISSION) >> halvings(issued)
    return np.where(issuances < TOTAL_SUPPLY, emission, np.uint64(0))


def halvings(issuances: UInt64Array) -> UInt64Array:
    """Return how often emission has halved at issuances below the total supply (ISS-emission/halvings).

    The share issued is below one, so what is left of the supply is 1 to 2**32 bits. The whole part of the logarithm
    is counted as production does it: its reciprocal is halved, rounding up, until it is below two. Of one bit the
    reciprocal, 2**64, does not fit a word; it would be halved 32 times.
    """
    share = safe_divide(issuances.view(np.int64), scalar(TOTAL_SUPPLY))
    left = (ONE - share).view(np.uint64)
    ratio = reciprocal(np.maximum(left, np.uint64(2)))
    count = np.zeros_like(ratio)
    for _ in range(MOST_HALVINGS):
        large = ratio >= TWO
        if not large.any():
            break
        count += large
        ratio = np.where(large, (ratio >> ONE_BIT) + (ratio & ONE_BIT), ratio)
    return np.where(left == 1, np.uint64(MOST_HALVINGS), count)


def alpha_issuances(alpha_in: UInt64Array, alpha_out: UInt64Array) -> UInt64Array:
    """Return the alpha issued in the pool's reserve and outside it, saturating (ISS-emission/alpha)."""
    total = alpha_in + alpha_out
    return np.where(total < alpha_in, U64_MAX, total)


def stored_emissions(stored: UInt64Array, issuances: UInt64Array) -> UInt64Array:
    """Return the item ``BlockEmission`` after each issuance; the total supply leaves it (ISS-emission/stored-item)."""
    return np.where(issuances < TOTAL_SUPPLY, block_emissions(issuances), stored)
