"""I32F32 arithmetic on whole arrays of raw bits, for all inputs, in 64-bit integers only.

Every function first looks at the range of its operands. Where the intermediate value provably fits one 64-bit word, one
word is used; else two. Operands broadcast as numpy's do; a scalar is given as an array of one element.
"""

import numpy as np

from subtensor_spec.vectorised.words.arrays import HALF, WORD, BoolArray, Int64Array, UInt64Array, bounds

FRACTION_BITS = 32
ONE = 1 << FRACTION_BITS
MAX = (1 << 63) - 1
MIN = -(1 << 63)
LOW = ONE - 1
"""Mask of the fraction bits."""


def scalar(bits: int) -> Int64Array:
    """Return one number, given in raw bits, as an array that broadcasts."""
    return np.array([bits], dtype=np.int64)


def add(left: Int64Array, right: Int64Array) -> Int64Array:
    """Return ``left + right``, saturating (FX-add)."""
    (low, high), (other_low, other_high) = bounds(left), bounds(right)
    total = left + right
    if low + other_low >= MIN and high + other_high <= MAX:
        return total
    return _saturated(total, ((left ^ total) & (right ^ total)) < 0, left < 0)


def subtract(left: Int64Array, right: Int64Array) -> Int64Array:
    """Return ``left - right``, saturating (FX-sub)."""
    (low, high), (other_low, other_high) = bounds(left), bounds(right)
    difference = left - right
    if low - other_high >= MIN and high - other_low <= MAX:
        return difference
    return _saturated(difference, ((left ^ right) & (left ^ difference)) < 0, left < 0)


def multiply(left: Int64Array, right: Int64Array) -> Int64Array:
    """Return ``left * right`` rounded down, saturating (FX-mul)."""
    product, overflow, negative = _product(left, right)
    return product if overflow is None else _saturated(product, overflow, negative)


def checked_multiply_or_zero(left: Int64Array, right: Int64Array) -> Int64Array:
    """Return ``left * right`` rounded down, and zero where that overflows (``checked_mul`` with a default)."""
    product, overflow, _ = _product(left, right)
    return product if overflow is None else np.where(overflow, 0, product)


def _product(left: Int64Array, right: Int64Array) -> tuple[Int64Array, BoolArray | None, BoolArray]:
    """Return the wrapped product, where it overflows (nothing if nowhere), and where it is negative."""
    (low, high), (other_low, other_high) = bounds(left), bounds(right)
    nowhere = np.zeros(1, dtype=np.bool_)
    if low >= 0 and other_low >= 0 and high * other_high < WORD:
        word = left.view(np.uint64) * right.view(np.uint64)
        return (word >> FRACTION_BITS).view(np.int64), None, nowhere
    if max(-low, high) * max(-other_low, other_high) <= MAX:
        return left * right >> FRACTION_BITS, None, nowhere
    high_part, low_part = _wide_product(left, right)
    overflow = (high_part < -(1 << 31)) | (high_part >= 1 << 31)
    return (high_part << FRACTION_BITS) | low_part, overflow, high_part < 0


def _wide_product(left: Int64Array, right: Int64Array) -> tuple[Int64Array, Int64Array]:
    """Return ``floor(left * right / 2**32)`` in two words: what lies above its low 32 bits, and those.

    With left = a·2³² + b and right = c·2³² + d (a, c signed, b, d below 2³²) it is a·c·2³² + a·d + b·c + floor(b·d /
    2³²). Each product fits a word; the middle three are added in halves.
    """
    a, b, c, d = left >> FRACTION_BITS, left & LOW, right >> FRACTION_BITS, right & LOW
    first, second = a * d, b * c
    bottom = ((b.view(np.uint64) * d.view(np.uint64)) >> FRACTION_BITS).view(np.int64)
    low_part = (first & LOW) + (second & LOW) + bottom
    high_part = a * c + (first >> FRACTION_BITS) + (second >> FRACTION_BITS) + (low_part >> FRACTION_BITS)
    return high_part, low_part & LOW


def _saturated(wrapped: Int64Array, overflow: BoolArray, negative: BoolArray) -> Int64Array:
    return np.where(overflow, np.where(negative, scalar(MIN), scalar(MAX)), wrapped)


def safe_divide(left: Int64Array, right: Int64Array) -> Int64Array:
    """Return ``left / right`` rounded toward zero, and zero where the divisor is or the quotient overflows.

    Computes ``safe_div``.
    """
    (low, high), (other_low, _) = bounds(left), bounds(right)
    if low >= 0 and high < ONE and other_low > 0 and (high << FRACTION_BITS) // other_low <= MAX:
        return ((left.view(np.uint64) << FRACTION_BITS) // right.view(np.uint64)).view(np.int64)
    present = right != 0
    negative = (left < 0) != (right < 0)
    quotient, too_large = _wide_quotient(_absolute(left), np.where(present, _absolute(right), np.uint64(1)))
    # The magnitude 2**63 fits only with a minus.
    fits = present & ~too_large & ((quotient >> 63 == 0) | (negative & (quotient == 1 << 63)))
    signed = np.where(negative, -quotient.view(np.int64), quotient.view(np.int64))
    return np.where(fits, signed, 0)


def _absolute(values: Int64Array) -> UInt64Array:
    """Return magnitudes; that of the least number, 2**63, is itself as unsigned."""
    return np.where(values < 0, -values, values).view(np.uint64)


def _wide_quotient(left: UInt64Array, right: UInt64Array) -> tuple[UInt64Array, BoolArray]:
    """Return ``floor(left * 2**32 / right)`` and where it does not fit a word.

    Long division: the whole part first, then as many fraction bits at a time as a remainder can be shifted by without
    leaving the word. A remainder is below its divisor, so for divisors up to 2**63 that is at least one.
    """
    whole = left // right
    remainder = left - whole * right
    step = min(64 - (bounds(right)[1] - 1).bit_length(), FRACTION_BITS)
    quotient, missing = whole, FRACTION_BITS
    while missing:
        places = min(step, missing)
        remainder = remainder << np.uint64(places)
        digit = remainder // right
        remainder = remainder - digit * right
        quotient = (quotient << np.uint64(places)) | digit
        missing -= places
    return quotient, whole >> HALF != 0
