"""Integer part, fraction, floor, ceiling and rounding of numbers."""

import numpy as np

from subtensor_spec.vectorised.words.wide import arithmetic
from subtensor_spec.vectorised.words.wide.formats import Numbers, choose, is_negative, is_zero
from subtensor_spec.vectorised.words.wide.limbs import constant
from subtensor_spec.vectorised.words.wide.results import Checked, Result


def integer_part(numbers: Numbers) -> Numbers:
    """Return the number with its fraction bits cleared: the next whole number down."""
    return _masked(numbers, -1 << numbers.format.fraction_bits)


def fraction(numbers: Numbers) -> Numbers:
    """Return the fraction bits alone: never negative, even of a negative number."""
    return _masked(numbers, (1 << numbers.format.fraction_bits) - 1)


def ceiling(numbers: Numbers) -> Result:
    """Return the next whole number up; it overflows upward above the largest whole number."""
    one = Numbers.integer(numbers.format, 1)
    zero = Numbers.all_equal(numbers.format, 0)
    step = choose(is_zero(fraction(numbers)), zero, one)
    return _upward(arithmetic.add(integer_part(numbers), step))


def rounded(numbers: Numbers) -> Result:
    """Return the nearest whole number, half away from zero; it overflows upward at the top of the range."""
    number = numbers.format
    one, zero = Numbers.integer(number, 1), Numbers.all_equal(number, 0)
    half = Numbers.all_equal(number, 1 << number.fraction_bits - 1)
    rest = fraction(numbers)
    # Exactly half of a negative number is already rounded by the step down to its integer part.
    tie_below = arithmetic.equal(rest, half) & is_negative(numbers)
    stays = arithmetic.less(rest, half) | tie_below
    return _upward(arithmetic.add(integer_part(numbers), choose(stays, zero, one)))


def safe_math_floor(numbers: Numbers) -> Checked:
    """Return safe-math's floor: one less than it should be for a negative number that is not whole.

    There is none where that falls below the format's minimum.
    """
    whole = integer_part(numbers)
    lowered, fits = arithmetic.subtract(whole, Numbers.integer(numbers.format, 1)).checked()
    as_is = ~is_negative(numbers) | is_zero(fraction(numbers))
    return choose(as_is, whole, lowered), as_is | fits


def _masked(numbers: Numbers, mask: int) -> Numbers:
    parts = constant(mask, numbers.format.limb_count, numbers.format.radix)
    return Numbers(numbers.format, tuple(limb & part for limb, part in zip(numbers.limbs, parts, strict=True)))


def _upward(result: Result) -> Result:
    return Result(result.wrapped, result.overflow, np.zeros_like(result.negative))
