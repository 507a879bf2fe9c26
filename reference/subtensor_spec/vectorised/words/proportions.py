"""Kernels for proportions: I32F32 from zero to one in raw bits, where one 64-bit word holds every intermediate value.

Each function states what it needs; :mod:`subtensor_spec.vectorised.words.i32f32` has the operations without conditions.
Products and shifted numerators of two proportions reach 2**64 exactly, and only where both (or the numerator) are
one: those places are computed apart, so that one is no exception for the caller. Results go to arrays that the caller
gives, because on large tables new memory costs more than the arithmetic.
"""

import numpy as np

from subtensor_spec.vectorised.words.arrays import HALF, LOW_HALF, WORD, Int64Array, UInt64Array
from subtensor_spec.vectorised.words.i32f32 import ONE

_ONE = np.uint64(ONE)


def are_proportions(values: Int64Array) -> bool:
    """Tell whether no value is negative or greater than one."""
    return bool((values.view(np.uint64) <= _ONE).all())


def scale(values: Int64Array, factors: Int64Array, out: Int64Array) -> Int64Array:
    """Set ``out`` to ``values * factors`` rounded down; both are proportions and broadcast to ``out``.

    A factor of one leaves the value; taken out of the product, whose factors are then below one, nothing reaches 2**64.
    """
    words, by, product = values.view(np.uint64), factors.view(np.uint64), out.view(np.uint64)
    if int(by.max(initial=0)) < ONE:
        np.multiply(words, by, out=product)
        product >>= HALF
        return out
    unscaled = words * (by >> HALF)
    np.multiply(words, by & LOW_HALF, out=product)
    product >>= HALF
    product += unscaled
    return out


def divide_columns(values: Int64Array, divisors: Int64Array) -> Int64Array:
    """Divide each column by its divisor in place, rounding down; values are proportions and at most their divisor.

    A divisor of zero, which only a column of zeros can have, changes nothing. Shifted by 32 bits, a value of one
    leaves the word; its quotient is the divisor's reciprocal.
    """
    words, by = values.view(np.uint64), np.maximum(divisors, 1).view(np.uint64)
    ones = np.nonzero(words == _ONE) if int(words.max(initial=0)) == ONE else None
    words <<= HALF
    words //= by
    if ones is not None:
        words[ones] = reciprocal(by[ones[1]])
    return values


def reciprocal(values: UInt64Array, out: UInt64Array | None = None) -> UInt64Array:
    """Return ``floor(2**64 / value)`` for values of at least two; ``out`` must not be ``values``.

    The quotient of 2**64 - 1 is the same, or one less if the value divides 2**64, which only powers of two do.
    """
    out = np.subtract(values, np.uint64(1), out=out)
    out &= values
    powers = None if out.all() else np.nonzero(out == 0)
    np.floor_divide(np.uint64(WORD - 1), values, out=out)
    if powers is not None:
        out[powers] += np.uint64(1)
    return out


def share_columns(values: Int64Array) -> Int64Array:
    """Divide each column of proportions by its sum in place, rounding down (YC-sparse/column-normalise).

    There are fewer than 2**31 rows, so that no sum saturates.
    """
    return divide_columns(values, values.sum(axis=0))


def divide_integers(values: Int64Array, totals: Int64Array) -> Int64Array:
    """Replace integers by their parts of totals in place, rounding down; ``0 <= values <= totals``, both below 2**31.

    A total of zero, whose values are zeros, changes nothing.
    """
    words = values.view(np.uint64)
    words <<= HALF
    words //= np.maximum(totals, 1).view(np.uint64)
    return values


def to_u16(values: Int64Array) -> Int64Array:
    """Replace proportions by their product with 65535 in place, rounded down to whole (``fixed_proportion_to_u16``)."""
    values *= (1 << 16) - 1
    values >>= 32
    return values
