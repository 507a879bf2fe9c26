"""Conversions between numbers and IEEE floats, given and returned as the bits of the float: all in integers.

Rounding is to nearest, ties to even, both ways. Production takes the largest finite exponent for that of infinity
and NaN: it calls a float of that exponent *infinite* if its fraction is zero, else *NaN*, and treats a true infinity
or NaN as a finite number too large for any format.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from subtensor_spec.vectorised.words.wide import addition, shifts
from subtensor_spec.vectorised.words.wide.formats import Format, Numbers, is_zero
from subtensor_spec.vectorised.words.wide.limbs import RADIX, ZERO, Limbs, Mask, UInt64Array, sign
from subtensor_spec.vectorised.words.wide.results import Result, narrow

_ONE = np.uint64(1)


@dataclass(frozen=True)
class FloatFormat:
    """An IEEE float: all bits, and the bits of its significand with the hidden one."""

    width: int
    precision: int

    @property
    def bias(self) -> int:
        """The exponent's bias, which is also the largest finite exponent."""
        return (1 << self.width - self.precision - 1) - 1


F64 = FloatFormat(64, 53)
F32 = FloatFormat(32, 24)


@dataclass(frozen=True)
class FromFloat:
    """Numbers read from floats, and the lanes that production calls NaN or infinite."""

    result: Result
    nan: Mask
    infinite: Mask


def from_float(floats: UInt64Array, source: FloatFormat, target: Format) -> FromFloat:
    """Return the numbers nearest to the floats."""
    fraction_bits = np.uint64(source.precision - 1)
    negative = floats >> np.uint64(source.width - 1)
    biased = floats >> fraction_bits & np.uint64(2 * source.bias + 1)
    fraction = floats & (_ONE << fraction_bits) - _ONE
    hidden = np.minimum(biased, _ONE) << fraction_bits
    largest = biased == np.uint64(2 * source.bias)
    # How far the float's last place lies below the format's; subnormals are far below any format's.
    constant = source.precision - 1 + source.bias - target.fraction_bits
    excess = constant - biased.astype(np.int64)
    whole = _rounded_right(fraction | hidden, excess, source.precision)
    signed = addition.negate_where(_shifted_left(whole, -excess, target.width), negative, target.radix)
    empty = fraction == np.uint64(0)
    return FromFloat(narrow(signed, target), largest & ~empty, largest & empty)


def _rounded_right(whole: UInt64Array, places: npt.NDArray[np.int64], precision: int) -> UInt64Array:
    """Return ``whole / 2 ** places`` to the nearest, ties to even; unchanged where ``places`` is not positive.

    Beyond ``precision`` places less than a half is left, which rounds to zero.
    """
    shift = np.clip(places, 1, precision).astype(np.uint64)
    kept = whole >> shift
    removed = whole & (_ONE << shift) - _ONE
    half = _ONE << shift - _ONE
    odd = kept & _ONE
    # Above half, or exactly half and the last place kept is odd: then half and that place exceed half.
    upward = (removed + odd > half).astype(np.uint64)
    nearest = np.where(places > precision, ZERO, kept + upward)
    return np.where(places > 0, nearest, whole)


def _shifted_left(whole: UInt64Array, places: npt.NDArray[np.int64], width: int) -> Limbs:
    """Return ``whole * 2 ** places`` with room for a sign, where ``places`` is positive, else ``whole``.

    More than ``width`` places push every bit out of the format just as ``width`` do.
    """
    amount = np.clip(places, 0, width).astype(np.uint64)
    blank = np.zeros_like(whole)
    limbs = (whole & RADIX.mask, whole >> RADIX.shift) + (blank,) * (width // RADIX.bits + 1)
    return shifts.shift_left_each(limbs, amount, width + 1, RADIX)


def to_float(numbers: Numbers, target: FloatFormat) -> UInt64Array:
    """Return the bits of the floats nearest to the numbers, all of which lie within the range of either float."""
    number, radix = numbers.format, numbers.format.radix
    negative = sign(numbers.limbs, radix) if number.signed else np.zeros_like(numbers.limbs[0])
    magnitude = addition.negate_where(numbers.limbs, negative, radix)
    zeros = shifts.leading_zeros(magnitude, radix)
    *lower, second, first = shifts.shift_left_each(magnitude, zeros, number.width, radix)
    top = first << radix.shift | second
    dropped = np.uint64(64 - target.precision)
    kept = top >> dropped
    # The lower limbs matter only in that they are not all zero: then an exact half is more than half.
    sticky = kept & _ONE
    for limb in lower:
        sticky = sticky | np.minimum(limb, _ONE)
    removed = top & (_ONE << dropped) - _ONE
    upward = (removed + sticky > _ONE << dropped - _ONE).astype(np.uint64)
    exponent = np.uint64(target.bias + number.width - number.fraction_bits - 1) - zeros
    # The hidden one of the significand raises the exponent field by one; so may the rounding.
    bits = (exponent - _ONE << np.uint64(target.precision - 1)) + kept + upward
    return np.where(is_zero(numbers), ZERO, bits | negative << np.uint64(target.width - 1))
