"""The arithmetic operations of fixed-point numbers on whole arrays, as the exact path has them.

A function that can overflow gives a :class:`Result`: take ``.wrapped``, ``.saturated()`` or ``.checked()`` of it.
Both operands have the same format.
"""

import numpy as np

from subtensor_spec.vectorised.words.wide import addition, division, multiplication, shifts
from subtensor_spec.vectorised.words.wide.formats import Numbers, choose, is_negative, is_zero
from subtensor_spec.vectorised.words.wide.limbs import ZERO, Limbs, Mask, UInt64Array, extend, sign
from subtensor_spec.vectorised.words.wide.results import Checked, Result, narrow


def less(left: Numbers, right: Numbers) -> Mask:
    """Tell where ``left < right``."""
    compare = addition.less_signed if left.format.signed else addition.less
    return compare(left.limbs, right.limbs, left.format.radix)


def equal(left: Numbers, right: Numbers) -> Mask:
    """Tell where ``left == right``."""
    same = np.equal(left.limbs[0], right.limbs[0])
    for one, other in zip(left.limbs[1:], right.limbs[1:], strict=True):
        same = same & np.equal(one, other)
    return same


def add(left: Numbers, right: Numbers) -> Result:
    """Return ``left + right``."""
    number = left.format
    total, carry = addition.add_carrying(left.limbs, right.limbs, ZERO, number.radix)
    outcome = Numbers(number, total)
    if not number.signed:
        return Result(outcome, np.not_equal(carry, ZERO), np.zeros_like(carry, dtype=np.bool_))
    # Only operands of one sign can overflow, and then the sum has the other sign.
    below = is_negative(left)
    overflow = (below == is_negative(right)) & (below != is_negative(outcome))
    return Result(outcome, overflow, below)


def subtract(left: Numbers, right: Numbers) -> Result:
    """Return ``left - right``."""
    number = left.format
    total, enough = addition.subtract_carrying(left.limbs, right.limbs, number.radix)
    outcome = Numbers(number, total)
    if not number.signed:
        below = np.equal(enough, ZERO)
        return Result(outcome, below, below)
    # Only operands of different signs can overflow, and then the difference has not the sign of the first.
    below = is_negative(left)
    overflow = (below != is_negative(right)) & (below != is_negative(outcome))
    return Result(outcome, overflow, below)


def negate(numbers: Numbers) -> Result:
    """Return ``-numbers``."""
    return subtract(Numbers.all_equal(numbers.format, 0), numbers)


def absolute(numbers: Numbers) -> Result:
    """Return the absolute value; that of the minimum of a signed format overflows upward."""
    negated = negate(numbers)
    below = is_negative(numbers)
    return Result(choose(below, negated.wrapped, numbers), negated.overflow & below, np.zeros_like(below))


def multiply(left: Numbers, right: Numbers) -> Result:
    """Return ``left * right``, rounded down (toward negative infinity)."""
    number = left.format
    if number.signed:
        product = multiplication.multiply_signed(left.limbs, right.limbs, number.radix)
    else:
        product = multiplication.multiply(left.limbs, right.limbs, number.radix)
        product = extend(product, len(product) + 1)
    return narrow(shifts.shift_right(product, number.fraction_bits, number.radix), number)


def divide(left: Numbers, right: Numbers) -> Result:
    """Return ``left / right``, rounded toward zero; a lane whose divisor is zero means nothing."""
    number, radix = left.format, left.format.radix
    numerator, numerator_sign = _magnitude(left)
    divisor, divisor_sign = _magnitude(_without_zero(right))
    scaled = shifts.shift_left(numerator, number.fraction_bits, radix)
    quotient, _ = division.divide(scaled, divisor, radix)
    quotient = extend(quotient, len(quotient) + 1)
    return narrow(addition.negate_where(quotient, numerator_sign ^ divisor_sign, radix), number)


def divide_by_integer(numbers: Numbers, divisor: int) -> Numbers:
    """Return the quotient by a positive whole number that fits a limb, rounded toward zero: it never overflows.

    Both operands of a fixed-point division carry the same factor, so the division by ``divisor`` in the format is
    the division of the bits by the plain integer.
    """
    radix = numbers.format.radix
    magnitude, negative = _magnitude(numbers)
    quotient = division.divide_by_small(magnitude, divisor, radix)
    return Numbers(numbers.format, addition.negate_where(quotient, negative, radix))


def remainder(left: Numbers, right: Numbers) -> Checked:
    """Return the remainder of the truncating division, with the sign of ``left``; none for the divisor zero."""
    radix = left.format.radix
    numerator, negative = _magnitude(left)
    divisor, _ = _magnitude(_without_zero(right))
    rest = division.remainder(numerator, divisor, radix)
    return Numbers(left.format, addition.negate_where(rest, negative, radix)), ~is_zero(right)


def checked_divide(left: Numbers, right: Numbers) -> Checked:
    """Return the quotient where it exists: the divisor is not zero and the quotient fits."""
    result = divide(left, right)
    return result.wrapped, ~result.overflow & ~is_zero(right)


def safe_divide(left: Numbers, right: Numbers, default: Numbers | None = None) -> Numbers:
    """Return the quotient, or ``default`` (zero unless given) where the divisor is zero or the quotient overflows."""
    quotient, present = checked_divide(left, right)
    return choose(present, quotient, default or Numbers.all_equal(left.format, 0))


def minimum(left: Numbers, right: Numbers) -> Numbers:
    """Return the smaller of each pair."""
    return choose(less(right, left), right, left)


def maximum(left: Numbers, right: Numbers) -> Numbers:
    """Return the larger of each pair."""
    return choose(less(left, right), right, left)


def absolute_difference(left: Numbers, right: Numbers) -> Numbers:
    """Return the larger minus the smaller, saturating."""
    swapped = less(left, right)
    return subtract(choose(swapped, right, left), choose(swapped, left, right)).saturated()


def _without_zero(numbers: Numbers) -> Numbers:
    """Return the numbers with one bit in place of each zero, so that they can be divided by."""
    empty = is_zero(numbers).astype(np.uint64)
    return Numbers(numbers.format, (numbers.limbs[0] + empty, *numbers.limbs[1:]))


def _magnitude(numbers: Numbers) -> tuple[Limbs, UInt64Array]:
    """Return the absolute values as unsigned limbs, and 1 for each number below zero."""
    if not numbers.format.signed:
        return numbers.limbs, np.zeros_like(numbers.limbs[0])
    negative = sign(numbers.limbs, numbers.format.radix)
    return addition.negate_where(numbers.limbs, negative, numbers.format.radix), negative
