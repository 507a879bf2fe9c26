"""Logarithms: base 2 and natural as substrate-fixed computes them, natural and of any base as safe-math does."""

import numpy as np
import numpy.typing as npt

from subtensor_spec.vectorised.words.wide import arithmetic
from subtensor_spec.vectorised.words.wide.addition import add
from subtensor_spec.vectorised.words.wide.constants import LOG2_E, in_format, nearest_to_float
from subtensor_spec.vectorised.words.wide.conversion import convert
from subtensor_spec.vectorised.words.wide.formats import INTEGERS, Format, Numbers, choose, is_negative, is_zero
from subtensor_spec.vectorised.words.wide.limbs import Mask, extend
from subtensor_spec.vectorised.words.wide.progress import Presence
from subtensor_spec.vectorised.words.wide.results import Checked
from subtensor_spec.vectorised.words.wide.shifts import shift_right

_LN_2 = 0x3FE62E42FEFA39EF
"""The natural logarithm of 2 as a 64-bit float, in bits."""

_TAYLOR = (
    0x3FE0000000000000, 0x3FD5555555555555, 0x3FD0000000000000, 0x3FC999999999999A,
    0x3FC5555555555555, 0x3FC2492492492492, 0x3FC0000000000000,
)  # fmt: skip
"""1/2, 1/3, … 1/8 as 64-bit floats, in bits."""


def log2(operand: Numbers, destination: Format) -> Checked:
    """Return the binary logarithm, one bit at a time by squaring; none for zero and below.

    Below 1 it is that of the inverse, negated; none where the inverse overflows.
    """
    one = Numbers.integer(destination, 1)
    presence = Presence(~is_negative(operand) & ~is_zero(operand))
    value = convert(operand, destination).wrapped
    small = arithmetic.less(value, one)
    inverse, invertible = arithmetic.checked_divide(one, value)
    presence.mask = presence.mask & (~small | invertible)
    bits = _log2_of_one_or_more(choose(small, inverse, value), presence.mask)
    return choose(small, arithmetic.negate(bits).wrapped, bits), presence.mask


def _log2_of_one_or_more(operand: Numbers, mask: Mask) -> Numbers:
    """Return the binary logarithm of numbers that are at least 1 in the lanes of the mask."""
    number = operand.format
    one, two = Numbers.integer(number, 1), Numbers.integer(number, 2)
    value = choose(mask, operand, one)
    whole = np.zeros_like(value.limbs[0])
    while (large := ~arithmetic.less(value, two)).any():
        value = choose(large, _halved_upward(value), value)
        whole = whole + large
    exact = arithmetic.equal(value, one)
    places = np.zeros_like(whole)
    for _ in range(number.fraction_bits):
        value = arithmetic.multiply(value, value).wrapped
        large = ~arithmetic.less(value, two)
        places = places << np.uint64(1) | large
        value = choose(large, _halved_upward(value), value)
    # The whole part of an exact power of two is its logarithm; its fraction is not looked for.
    rest = Numbers.from_uint64(number, np.where(exact, np.zeros_like(places), places))
    return arithmetic.add(convert(Numbers.from_uint64(INTEGERS["u64"], whole), number).wrapped, rest).wrapped


def _halved_upward(numbers: Numbers) -> Numbers:
    """Return half of each non-negative number, with the bit that is lost added back: rounded up."""
    number = numbers.format
    half = shift_right(numbers.limbs, 1, number.radix)
    lost = extend((numbers.limbs[0] & np.uint64(1),), number.limb_count)
    return Numbers(number, add(half, lost, number.radix))


def ln(operand: Numbers, destination: Format) -> Checked:
    """Return the natural logarithm: the binary one divided by log2(e), which carries 23 fraction bits."""
    binary, present = log2(operand, destination)
    divisor = Numbers.all_equal(destination, in_format(LOG2_E, 23, destination))
    return arithmetic.divide(binary, divisor).wrapped, present


def safe_math_ln(operand: Numbers) -> Checked:
    """Return safe-math's natural logarithm: eight terms of a series and the exponent times ln 2.

    None for zero and below. In an unsigned format the exponent of a number below 1 wraps, and the product with ln 2
    overflows or not as it will.
    """
    number = operand.format
    presence = Presence(~is_negative(operand) & ~is_zero(operand))
    mantissa, exponent = _mantissa_and_exponent(choose(presence.mask, operand, Numbers.integer(number, 1)))
    near_one = presence.take(arithmetic.subtract(mantissa, Numbers.integer(number, 1)).checked())
    series = _taylor(near_one, presence)
    exponents = convert(Numbers.from_uint64(INTEGERS["i64"], exponent.astype(np.uint64)), number).wrapped
    scaled = arithmetic.multiply(exponents, Numbers.all_equal(number, nearest_to_float(_LN_2, number)))
    total = presence.take(arithmetic.add(series, presence.take(scaled.checked())).checked())
    return total, presence.mask


def _mantissa_and_exponent(operand: Numbers) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """Halve or double each positive number until it is at least 1 and below 2; return it and the power of 2."""
    number = operand.format
    one, two = Numbers.integer(number, 1), Numbers.integer(number, 2)
    exponent = np.zeros(operand.limbs[0].shape, dtype=np.int64)
    value = operand
    while (large := ~arithmetic.less(value, two)).any():
        value = choose(large, arithmetic.divide_by_integer(value, 2), value)
        exponent = exponent + large
    while (small := arithmetic.less(value, one)).any():
        value = choose(small, arithmetic.multiply(value, two).wrapped, value)
        exponent = exponent - small
    return value, exponent


def _taylor(near_one: Numbers, presence: Presence) -> Numbers:
    """Return z - z²/2 + z³/3 - … - z⁸/8."""
    number = near_one.format
    powers = [near_one]
    for _ in _TAYLOR:
        powers.append(presence.take(arithmetic.multiply(powers[-1], near_one).checked()))
    total = near_one
    for index, coefficient in enumerate(_TAYLOR):
        factor = Numbers.all_equal(number, nearest_to_float(coefficient, number))
        term = presence.take(arithmetic.multiply(powers[index + 1], factor).checked())
        combine = arithmetic.add if index % 2 else arithmetic.subtract
        total = presence.take(combine(total, term).checked())
    return total


def safe_math_log(operand: Numbers, base: Numbers) -> Checked:
    """Return the quotient of the natural logarithms; none if either is none, or for the base 1."""
    allowed = ~is_negative(base) & ~is_zero(base)
    allowed = allowed & ~arithmetic.equal(base, Numbers.integer(base.format, 1))
    presence = Presence(allowed)
    upper = presence.take(safe_math_ln(operand))
    lower = presence.take(safe_math_ln(base))
    quotient = presence.take(arithmetic.checked_divide(upper, lower))
    return quotient, presence.mask
