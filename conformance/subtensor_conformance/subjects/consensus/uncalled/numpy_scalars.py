"""Functions of numbers and vectors that no other production code calls, on whole arrays."""

import numpy as np

from subtensor_spec.vectorised.words.arrays import HALF, LOW_HALF, BoolArray, Int64Array, UInt64Array
from subtensor_spec.vectorised.words.i32f32 import FRACTION_BITS, safe_divide
from subtensor_spec.vectorised.words.i32f32_sums import wrapping_sums
from subtensor_spec.vectorised.words.i64f64 import DoubleWords
from subtensor_spec.vectorised.words.wide.arithmetic import safe_divide as safe_divide_wide
from subtensor_spec.vectorised.words.wide.floats import F32, from_float
from subtensor_spec.vectorised.words.wide.formats import I32F32


def to_u64(values: Int64Array) -> UInt64Array:
    """Round down to whole; below zero is zero (``fixed_to_u64``)."""
    whole: Int64Array = np.maximum(values >> FRACTION_BITS, 0)
    return whole.view(np.uint64)


def widened(values: Int64Array) -> DoubleWords:
    """Widen I32F32 to I64F64, exactly (``fixed32_to_fixed64``)."""
    return DoubleWords((values >> FRACTION_BITS).view(np.uint64), values.view(np.uint64) << HALF)


def from_f32(bits: UInt64Array) -> tuple[Int64Array, BoolArray]:
    """Take 32-bit floats, given by their bits, to the nearest I32F32, saturating (``fixed``).

    Production panics on what it takes for NaN; the mask says where.
    """
    read = from_float(bits, F32, I32F32)
    limbs = read.result.saturated().limbs
    low, high = np.broadcast_arrays(*limbs)
    number: UInt64Array = (high << HALF) | low
    return number.view(np.int64), read.nan


def quotient(left: Int64Array, right: Int64Array) -> Int64Array:
    """Divide entry by entry; zero where there is no quotient or ``right`` has ended (``vecdiv``)."""
    divisors = np.zeros_like(left)
    reached = min(left.size, right.size)
    divisors[:reached] = right[:reached]
    return safe_divide(left, divisors)


def rows_normalised(values: DoubleWords, starts: Int64Array) -> DoubleWords:
    """Divide each run of numbers by its wrapping sum, if that is above zero (``inplace_row_normalize_64``)."""
    totals = run_sums(values, starts)
    runs = np.repeat(np.arange(starts.size - 1), np.diff(starts))
    by = DoubleWords(totals.high[runs], totals.low[runs])
    quotients = DoubleWords.from_numbers(safe_divide_wide(values.to_numbers(), by.to_numbers()))
    divided = ~by.negative() & ((by.high | by.low) != 0)
    return DoubleWords(np.where(divided, quotients.high, values.high), np.where(divided, quotients.low, values.low))


def run_sums(values: DoubleWords, starts: Int64Array) -> DoubleWords:
    """Return the sum of each run modulo 2**128: halves of words are summed apart and then carried."""
    halves = (values.low & LOW_HALF, values.low >> HALF, values.high & LOW_HALF, values.high >> HALF)
    first, second, third, fourth = (wrapping_sums(half.view(np.int64), starts).view(np.uint64) for half in halves)
    second += first >> HALF
    third += second >> HALF
    fourth += third >> HALF
    return DoubleWords((fourth << HALF) | (third & LOW_HALF), (second << HALF) | (first & LOW_HALF))
