"""Quotients and remainders of limbs: long division, one limb of the quotient at a time (Knuth's algorithm D)."""

import numpy as np

from subtensor_spec.vectorised.words.wide.addition import add_carrying, complement
from subtensor_spec.vectorised.words.wide.limbs import ONE, ZERO, Limbs, Radix, UInt64Array, extend, scale
from subtensor_spec.vectorised.words.wide.multiplication import multiply_add_limb
from subtensor_spec.vectorised.words.wide.shifts import leading_zeros, shift_left_each


def divide(numerator: Limbs, divisor: Limbs, radix: Radix) -> tuple[Limbs, Limbs]:
    """Return quotient (as long as the numerator) and remainder (as long as the divisor) of unsigned numbers.

    The divisor must not be zero. The remainder is still multiplied by 2 to the power of the divisor's leading
    zeros; :func:`remainder` undoes that.
    """
    width = radix.bits * len(divisor)
    zeros = leading_zeros(divisor, radix)
    divisor = shift_left_each(divisor, zeros, width, radix)
    shifted = shift_left_each(extend(numerator, len(numerator) + len(divisor)), zeros, width, radix)
    rest = shifted[len(numerator) :]
    digits = []
    for limb in reversed(shifted[: len(numerator)]):
        digit, rest = divide_step((limb, *rest), divisor, radix)
        digits.append(digit)
    return tuple(reversed(digits)), rest


def divide_step(rest: Limbs, divisor: Limbs, radix: Radix) -> tuple[UInt64Array, Limbs]:
    """Divide a number one limb longer than the divisor, whose top bit is set: one limb of quotient, and the rest.

    Needs ``rest`` below the divisor times the radix, so that the quotient fits a limb. The estimate from the top
    limbs is never too small and at most two too large, which two conditional additions undo.
    """
    estimate = (rest[-1] << radix.shift | rest[-2]) // divisor[-1]
    digit = np.minimum(estimate, radix.mask)
    blank = (np.zeros_like(digit),) * len(divisor)
    taken = multiply_add_limb(divisor, digit, blank, radix)
    rest, enough = add_carrying(rest, complement(taken, radix), ONE, radix)
    for _ in range(2):
        # Where too much was taken, the divisor comes back; the carry tells that the rest is no longer negative.
        missing = ONE - enough
        rest, carried = add_carrying(rest, (*scale(divisor, missing), blank[0]), ZERO, radix)
        enough = enough + carried
        digit = digit - missing
    return digit, rest[:-1]


def divide_by_small(numerator: Limbs, divisor: int, radix: Radix) -> Limbs:
    """Return the quotient of an unsigned number by one positive integer that fits a limb."""
    by = np.uint64(divisor)
    digits = []
    rest = np.zeros_like(numerator[0])
    for limb in reversed(numerator):
        column = rest << radix.shift | limb
        digit = column // by
        digits.append(digit)
        rest = column - digit * by
    return tuple(reversed(digits))


def remainder(numerator: Limbs, divisor: Limbs, radix: Radix) -> Limbs:
    """Return the remainder of unsigned numbers; the divisor must not be zero."""
    _, shifted = divide(numerator, divisor, radix)
    count = len(divisor)
    width = radix.bits * count
    back = np.uint64(width) - leading_zeros(divisor, radix)
    # Shifting left by the places that are missing to a whole width, then dropping that width, shifts right.
    return shift_left_each(extend(shifted, 2 * count), back, width + 1, radix)[count:]
