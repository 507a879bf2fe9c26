"""Formats of numbers, and arrays of numbers of one format."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from subtensor_spec.vectorised.words.wide import limbs as wide
from subtensor_spec.vectorised.words.wide.limbs import RADIX, Lanes, Limbs, Mask, Radix, UInt64Array


@dataclass(frozen=True)
class Format:
    """A fixed-point format, or an integer type, which is a format without fraction bits.

    ``width`` counts all bits, ``fraction_bits`` those below the point. A signed width fills whole limbs.
    """

    name: str
    signed: bool
    width: int
    fraction_bits: int
    radix: Radix = RADIX

    @cached_property
    def limb_count(self) -> int:
        """How many limbs hold a number of this format."""
        return -(-self.width // self.radix.bits)

    @cached_property
    def max_bits(self) -> int:
        """The largest number, in bits."""
        return (1 << self.width - self.signed) - 1

    @cached_property
    def min_bits(self) -> int:
        """The smallest number, in bits."""
        return -(1 << self.width - 1) if self.signed else 0


I32F32 = Format("I32F32", True, 64, 32)
I64F64 = Format("I64F64", True, 128, 64)
I96F32 = Format("I96F32", True, 128, 32)
I110F18 = Format("I110F18", True, 128, 18)
U64F64 = Format("U64F64", False, 128, 64)
U96F32 = Format("U96F32", False, 128, 32)
U110F18 = Format("U110F18", False, 128, 18)

FORMATS = {number.name: number for number in (I32F32, I64F64, I96F32, I110F18, U64F64, U96F32, U110F18)}
"""The chain's seven fixed-point formats."""

_WIDTHS = {False: (16, 32, 64, 128), True: (64, 128)}

INTEGERS = {
    name: Format(name, signed, width, 0)
    for signed, widths in _WIDTHS.items()
    for width in widths
    for name in (f"{'i' if signed else 'u'}{width}",)
}
"""The integer types that fixed-point numbers are converted from and to: ``u16`` to ``u128``, ``i64``, ``i128``."""


@dataclass(frozen=True)
class Numbers:
    """Many numbers of one format, one per lane; a single lane stands for any number of equal ones."""

    format: Format
    limbs: Limbs

    @classmethod
    def from_bits(cls, number: Format, values: Sequence[int]) -> "Numbers":
        """Return the numbers whose raw bits are given."""
        return cls(number, wide.from_integers(values, number.limb_count))

    @classmethod
    def from_uint64(cls, number: Format, values: UInt64Array) -> "Numbers":
        """Return the numbers whose raw bits are given, one ``uint64`` a lane; the format has 64 bits or more.

        A format of 64 bits reads them as it reads its own bits, a wider one as positive.
        """
        halves = (values & number.radix.mask, values >> number.radix.shift)
        return cls(number, wide.extend(halves, number.limb_count))

    @classmethod
    def all_equal(cls, number: Format, bits: int) -> "Numbers":
        """Return one number, given in bits, that stands for any number of lanes."""
        return cls(number, wide.constant(bits, number.limb_count, number.radix))

    @classmethod
    def integer(cls, number: Format, value: int) -> "Numbers":
        """Return one whole number for any number of lanes; it wraps if the format cannot hold it."""
        return cls.all_equal(number, value << number.fraction_bits)

    def to_bits(self) -> list[int]:
        """Return the raw bits of every lane."""
        return wide.to_integers(self.limbs, signed=self.format.signed)

    def take(self, lanes: Lanes) -> "Numbers":
        """Return the lanes of the given indices."""
        return Numbers(self.format, wide.take(self.limbs, lanes))

    def put(self, lanes: Lanes, values: "Numbers") -> "Numbers":
        """Return these numbers with the lanes of the given indices replaced."""
        return Numbers(self.format, wide.put(self.limbs, lanes, values.limbs))


def choose(mask: Mask, chosen: Numbers, otherwise: Numbers) -> Numbers:
    """Return ``chosen`` in the lanes where ``mask`` holds, ``otherwise`` elsewhere."""
    return Numbers(chosen.format, wide.select(mask, chosen.limbs, otherwise.limbs))


def is_zero(numbers: Numbers) -> Mask:
    """Tell which numbers are zero."""
    return wide.is_zero(numbers.limbs)


def is_negative(numbers: Numbers) -> Mask:
    """Tell which numbers are below zero; no unsigned one is."""
    if not numbers.format.signed:
        return np.zeros_like(numbers.limbs[0], dtype=np.bool_)
    return np.not_equal(wide.sign(numbers.limbs, numbers.format.radix), np.uint64(0))
