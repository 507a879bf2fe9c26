"""I64F64 on whole arrays of raw bits, two words to a number: what stake needs, and normalisation for all inputs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from subtensor_spec.vectorised.words.arrays import HALF, LOW_HALF, BoolArray, Int64Array, UInt64Array
from subtensor_spec.vectorised.words.wide.arithmetic import safe_divide
from subtensor_spec.vectorised.words.wide.conversion import convert
from subtensor_spec.vectorised.words.wide.formats import I32F32, I64F64, Numbers

WIDTH = 128

LOW = (1 << 32) - 1


@dataclass(frozen=True)
class DoubleWords:
    """Numbers of 128 bits in two's complement: the upper word (the whole part) and the lower one (the fraction)."""

    high: UInt64Array
    low: UInt64Array

    @classmethod
    def from_bits(cls, values: Sequence[int]) -> "DoubleWords":
        """Return the numbers with the given raw bits."""
        packed = b"".join([(value % (1 << WIDTH)).to_bytes(16, "little") for value in values])
        words = np.frombuffer(packed, dtype="<u8").reshape(len(values), 2)
        return cls(words[:, 1].astype(np.uint64), words[:, 0].astype(np.uint64))

    def to_bits(self) -> list[int]:
        """Return the raw bits as Python integers."""
        packed = np.stack([self.low, self.high], axis=1).astype("<u8").tobytes()
        return [int.from_bytes(packed[i : i + 16], "little", signed=True) for i in range(0, len(packed), 16)]

    def kept(self, mask: BoolArray) -> "DoubleWords":
        """Return the numbers with zero wherever the mask does not hold."""
        flag = mask.astype(np.uint64)
        return DoubleWords(self.high * flag, self.low * flag)

    def negative(self) -> BoolArray:
        """Tell which numbers are below zero."""
        return self.high.view(np.int64) < 0

    def to_numbers(self) -> Numbers:
        """Return the numbers in the form of the generic limb arithmetic."""
        words = (self.low & LOW_HALF, self.low >> HALF, self.high & LOW_HALF, self.high >> HALF)
        return Numbers(I64F64, words)

    @classmethod
    def from_numbers(cls, numbers: Numbers) -> "DoubleWords":
        """Return the numbers from the form of the generic limb arithmetic."""
        words = np.broadcast_arrays(*numbers.limbs)
        return cls((words[3] << HALF) | words[2], (words[1] << HALF) | words[0])


def sums(values: DoubleWords) -> tuple[int, int]:
    """Return the true sum of the numbers and the one that plain addition gives, which wraps at 128 bits.

    Halves of words are summed apart, so that 2**32 numbers would fit.
    """
    total = sum(
        int((word & LOW_HALF).sum()) + (int((word >> HALF).sum()) << 32) << shift
        for word, shift in ((values.low, 0), (values.high, 64))
    )
    total -= int(values.negative().sum()) << WIDTH
    wrapped = (total + (1 << WIDTH - 1)) % (1 << WIDTH) - (1 << WIDTH - 1)
    return total, wrapped


def normalised(values: DoubleWords) -> DoubleWords:
    """Divide each number by their wrapping sum, rounding toward zero; zero on overflow, unchanged for a sum of zero.

    Computes YC-vector/normalise for I64F64 (``inplace_normalize_64``).
    """
    _, total = sums(values)
    if total == 0:
        return values
    quotients = safe_divide(values.to_numbers(), Numbers.all_equal(I64F64, total))
    return DoubleWords.from_numbers(quotients)


def shares_as_i32f32(values: DoubleWords) -> Int64Array:
    """Return each number's share of their wrapping sum, narrowed to I32F32 (rounded down, saturating).

    If no number is negative and the sum does not wrap, no share exceeds one, and rounding down twice is rounding down
    once: the share is ``floor(value * 2**32 / sum)``. Otherwise the division is done in full and narrowed.
    Computes YC-stake/shares.
    """
    true_sum, total = sums(values)
    if true_sum == total > 0 and not values.negative().any():
        return _proportions(values, total)
    return narrowed(normalised(values))


def narrowed(values: DoubleWords) -> Int64Array:
    """Return the numbers as I32F32: 32 fraction bits are dropped, which rounds down, and the whole part saturates."""
    limbs = convert(values.to_numbers(), I32F32).saturated().limbs
    low, high = np.broadcast_arrays(*limbs)
    bits: UInt64Array = (high << HALF) | low
    return bits.view(np.int64)


def _proportions(values: DoubleWords, total: int) -> Int64Array:
    """Return ``floor(value * 2**32 / total)`` for ``0 <= value <= total``.

    One digit of long division to the base 2**32 (Knuth's algorithm D): with the total shifted until its top bit is
    set, the two leading digits of the value divided by the total's leading one are at most two too large, if capped
    at a digit. Multiplying back tells. A value equal to the total would need one digit more; it is one.
    """
    shift = WIDTH - total.bit_length()
    divisor = [(total << shift) >> place & LOW for place in (0, 32, 64, 96)]
    high, low = _shifted(values, shift)
    digit = np.minimum(high // np.uint64(divisor[3]), np.uint64(LOW))
    for _ in range(2):
        digit -= _exceeds(digit, divisor, high, low)
    whole = (values.high == total >> 64) & (values.low == total & (1 << 64) - 1)
    return np.where(whole, 1 << 32, digit.view(np.int64))


def _shifted(values: DoubleWords, places: int) -> tuple[UInt64Array, UInt64Array]:
    """Return the words of ``value * 2**places``, of which no bit is lost."""
    if places >= 64:
        return values.low << np.uint64(places - 64), np.zeros_like(values.low)
    if places == 0:
        return values.high, values.low
    left, right = np.uint64(places), np.uint64(64 - places)
    return (values.high << left) | (values.low >> right), values.low << left


def _exceeds(digit: UInt64Array, divisor: list[int], high: UInt64Array, low: UInt64Array) -> UInt64Array:
    """Return 1 where ``digit * divisor`` is greater than the value (words ``high``, ``low``) times 2**32, else 0."""
    column = digit * np.uint64(divisor[0])
    bottom = column & LOW_HALF
    column = digit * np.uint64(divisor[1]) + (column >> HALF)
    middle = column & LOW_HALF
    column = digit * np.uint64(divisor[2]) + (column >> HALF)
    middle |= column << HALF
    top = digit * np.uint64(divisor[3]) + (column >> HALF)
    greater: BoolArray = (top > high) | ((top == high) & ((middle > low) | ((middle == low) & (bottom != 0))))
    return greater.astype(np.uint64)
