"""Conversions of vectors between I32F32, I64F64 and integers, for all inputs."""

import numpy as np

from subtensor_spec.vectorised.consensus.matrix.vectors import normalised
from subtensor_spec.vectorised.words.arrays import Int64Array, UInt64Array
from subtensor_spec.vectorised.words.i32f32 import FRACTION_BITS, ONE, multiply, safe_divide, scalar
from subtensor_spec.vectorised.words.i64f64 import DoubleWords

U16_MAX = (1 << 16) - 1


def to_u16(values: Int64Array) -> Int64Array:
    """Round down to whole, within u16 (``fixed_to_u16``)."""
    whole: Int64Array = np.maximum(values >> FRACTION_BITS, 0)
    return np.minimum(whole, U16_MAX)


def double_to_u64(values: DoubleWords) -> UInt64Array:
    """Round I64F64 down to whole; below zero is zero (``fixed64_to_u64``)."""
    return np.where(values.negative(), np.uint64(0), values.high)


def from_u16(values: Int64Array) -> Int64Array:
    """Take integers as whole numbers (``u16_to_fixed``)."""
    return values << FRACTION_BITS


def from_u16_proportion(values: Int64Array) -> Int64Array:
    """Take integers up to 65535 as parts of 65535, rounding down (``u16_proportion_to_fixed``).

    As 2**32 is 65535 * 65537 + 1, the part is 65537 bits for each, and one bit more for all 65535.
    """
    return values * 65537 + ((values + 1) >> 16)


def to_part_of_u16(values: Int64Array) -> Int64Array:
    """Divide by 65535, rounding toward zero (``fixed_to_fixed_u16_proportion``)."""
    return safe_divide(values, scalar(U16_MAX * ONE))


def proportion_to_u16(values: Int64Array) -> Int64Array:
    """Multiply by 65535 and round down, within u16 (``fixed_proportion_to_u16``).

    Nothing from one upward gives more than 65535 and nothing below zero more than 0, so values are brought there
    first and the product fits a word.
    """
    return np.minimum(np.maximum(values, 0), ONE) * U16_MAX >> FRACTION_BITS


def max_upscaled_to_u16(vector: Int64Array) -> Int64Array:
    """Scale a vector so that its greatest entry becomes 65535 (YC-vector/max-upscale)."""
    if not vector.size:
        return vector
    greatest = int(vector.max())
    all_of_u16 = scalar(U16_MAX * ONE)
    if greatest == 0:
        return to_u16(multiply(vector, all_of_u16))
    if greatest > 32768 * ONE:
        return to_u16(_rounded(multiply(vector, safe_divide(all_of_u16, scalar(greatest)))))
    return to_u16(_rounded(safe_divide(multiply(vector, all_of_u16), scalar(greatest))))


def _rounded(values: Int64Array) -> Int64Array:
    """Round to whole, half away from zero.

    The chain rounds what it then takes as u16, where only values between 0 and 65535 tell; others may be brought near.
    """
    return np.minimum(np.maximum(values, 0), U16_MAX * ONE) + ONE // 2


def within_limit(vector: Int64Array, max_limit: int) -> bool:
    """Tell whether integers, once normalised, are all at most a 65535th part (YC-vector/max-limited)."""
    limit = int(from_u16_proportion(scalar(max_limit))[0])
    return not vector.size or int(normalised(from_u16(vector)).max()) <= limit
