"""Operations on vectors of I32F32 in raw bits, for all inputs."""

import numpy as np

from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array
from subtensor_spec.vectorised.words.i32f32 import checked_multiply_or_zero, safe_divide, scalar
from subtensor_spec.vectorised.words.i32f32_sums import wrapping_sum


def normalised_by(vector: Int64Array, total: int) -> Int64Array:
    """Divide each entry by a total, rounding toward zero; a total of zero changes nothing.

    Computes YC-vector/normalise-by-sum.
    """
    return safe_divide(vector, scalar(total)) if total else vector


def normalised(vector: Int64Array) -> Int64Array:
    """Divide a vector by its wrapping sum, rounding toward zero; a sum of zero changes nothing.

    Computes YC-vector/normalise.
    """
    return normalised_by(vector, wrapping_sum(vector))


def product(left: Int64Array, right: Int64Array) -> Int64Array:
    """Multiply two vectors as far as both reach; a product that overflows is zero (YC-vector/product)."""
    length = min(left.size, right.size)
    return checked_multiply_or_zero(left[:length], right[:length])


def clamped(values: Int64Array, low: Int64Array, high: Int64Array) -> Int64Array:
    """Lower values to ``high``, then raise them to ``low``, which wins if the limits cross (YC-vector/clamp)."""
    return np.maximum(np.minimum(values, high), low)


def top(vector: Int64Array, count: int) -> BoolArray:
    """Choose the ``count`` greatest entries; among equal ones the higher index wins (``is_topk``)."""
    refused = max(vector.size - count, 0)
    if refused == vector.size:
        return np.zeros(vector.size, dtype=np.bool_)
    least = np.partition(vector, refused)[refused]
    chosen: BoolArray = vector > least
    equal = np.flatnonzero(vector == least)
    missing = vector.size - refused - int(chosen.sum())
    chosen[equal[equal.size - missing :]] = True
    return chosen


def top_nonzero(vector: Int64Array, count: int) -> BoolArray:
    """Choose the ``count`` greatest entries and of them those that are not zero (YC-vector/top-k)."""
    nonzero: BoolArray = vector != 0
    return top(vector, count) & nonzero
