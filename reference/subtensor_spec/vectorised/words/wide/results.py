"""From a result of unlimited range to a format: what is left when it wraps, whether it overflows, to which side."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.vectorised.words.wide.formats import Format, Numbers, choose
from subtensor_spec.vectorised.words.wide.limbs import Limbs, Mask, extend, is_all_ones, is_zero, sign
from subtensor_spec.vectorised.words.wide.shifts import shift_right

Checked = tuple[Numbers, Mask]
"""The numbers, and the lanes in which there is one; what stands in another lane means nothing."""


@dataclass(frozen=True)
class Result:
    """The outcome of an operation before it is said what happens on overflow."""

    wrapped: Numbers
    overflow: Mask
    negative: Mask
    """Whether the true result is below zero: the side to which an overflow goes."""

    def saturated(self) -> Numbers:
        """Return the nearest number that the format holds."""
        number = self.wrapped.format
        lowest = Numbers.all_equal(number, number.min_bits)
        highest = Numbers.all_equal(number, number.max_bits)
        return choose(self.overflow, choose(self.negative, lowest, highest), self.wrapped)

    def checked(self) -> Checked:
        """Return the numbers with a mask of those that did not overflow."""
        return self.wrapped, ~self.overflow


def narrow(limbs: Limbs, number: Format) -> Result:
    """Fit a two's complement number, of at least the format's limbs, into the format."""
    radix = number.radix
    kept = limbs[: number.limb_count]
    spare = number.limb_count * radix.bits - number.width
    if spare:
        kept = (*kept[:-1], kept[-1] & radix.mask >> np.uint64(spare))
    negative = np.not_equal(sign(limbs, radix), np.uint64(0))
    # What lies above the format's own bits, its sign bit included, must repeat the sign of the whole.
    above = shift_right(limbs, number.width - number.signed, radix)
    fits = is_zero(above)
    if number.signed:
        fits = fits | is_all_ones(above, radix)
    return Result(Numbers(number, kept), ~fits, negative)


def widen(numbers: Numbers) -> Limbs:
    """Return the numbers in two's complement, whatever their format."""
    if numbers.format.signed:
        return numbers.limbs
    return extend(numbers.limbs, len(numbers.limbs) + 1)
