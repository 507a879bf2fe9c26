"""Sine and cosine by rotation (CORDIC), as substrate-fixed computes them."""

import numpy as np

from subtensor_spec.vectorised.words.wide import arithmetic
from subtensor_spec.vectorised.words.wide.addition import add, less, magnitude, negate_where, subtract
from subtensor_spec.vectorised.words.wide.constants import ARC_TANGENTS, CORDIC_GAIN, HALF_PI, PI, TWO_PI, in_format
from subtensor_spec.vectorised.words.wide.division import remainder
from subtensor_spec.vectorised.words.wide.formats import Format, Numbers, choose, is_negative
from subtensor_spec.vectorised.words.wide.limbs import ZERO, Mask, is_zero, select, sign
from subtensor_spec.vectorised.words.wide.shifts import shift_right


def sine(angle: Numbers) -> Numbers:
    """Return the sine of an angle in radians."""
    return _rotated(_mirrored(_wound_back(angle)))


def cosine(angle: Numbers) -> Numbers:
    """Return the sine of the angle plus a quarter turn, which wraps."""
    quarter = _constant(HALF_PI, angle.format)
    return sine(arithmetic.add(angle, quarter).wrapped)


def _constant(bits: int, number: Format) -> Numbers:
    return Numbers.all_equal(number, in_format(bits, 23, number))


def _wound_back(angle: Numbers) -> Numbers:
    """Bring the angle to within half a turn by whole turns; one of 256 or more stays, or ends just below 512.

    Production takes off one turn after another; the rest of a division says what is left.
    """
    number, radix = angle.format, angle.format.radix
    turn, half = _constant(TWO_PI, number).limbs, _constant(PI, number).limbs
    misread_end = Numbers.integer(number, 512).limbs
    negative = sign(angle.limbs, radix)
    size = magnitude(angle.limbs, radix)
    far = np.equal(negative, ZERO) & ~less(size, misread_end, radix)
    bound = select(far, misread_end, half)
    rest = remainder(subtract(size, bound, radix), turn, radix)
    # What is left lies above the bound less a turn: half a turn itself stays, 512 does not.
    within = subtract(add(bound, rest, radix), turn, radix)
    within = select(is_zero(rest) & ~far, half, within)
    wound = Numbers(number, negate_where(within, negative, radix))
    return choose(less(half, size, radix) & ~_is_misread(angle), wound, angle)


def _is_misread(angle: Numbers) -> Mask:
    """Tell which angles never look greater than a constant: those from 256 up to but not including 512.

    Production compares in the constant's own 32 bits, nine of them whole, where such an angle's top bit falls on the
    sign. From 512 on the overflow is noticed.
    """
    low, high = Numbers.integer(angle.format, 256), Numbers.integer(angle.format, 512)
    return ~arithmetic.less(angle, low) & arithmetic.less(angle, high)


def _mirrored(angle: Numbers) -> Numbers:
    """Reflect an angle beyond a quarter turn to the one within it that has the same sine."""
    quarter = _constant(HALF_PI, angle.format)
    opposite = arithmetic.negate(quarter).wrapped
    beyond = arithmetic.subtract(angle, quarter).wrapped
    above = arithmetic.less(quarter, angle) & ~_is_misread(angle)
    angle = choose(above, arithmetic.subtract(quarter, beyond).wrapped, angle)
    beyond = arithmetic.add(angle, quarter).wrapped
    return choose(arithmetic.less(angle, opposite), arithmetic.subtract(opposite, beyond).wrapped, angle)


def _rotated(angle: Numbers) -> Numbers:
    """Rotate a vector by the angle in smaller and smaller steps, and return its second coordinate."""
    number = angle.format
    x = Numbers.all_equal(number, in_format(CORDIC_GAIN, 64, number))
    y = Numbers.all_equal(number, 0)
    for index, tangent in enumerate(ARC_TANGENTS):
        step = Numbers.all_equal(number, in_format(tangent, 64, number))
        backward = is_negative(angle)
        x_part, y_part = _shifted(x, index), _shifted(y, index)
        x, y, angle = (
            _add_or_subtract(x, y_part, backward),
            _add_or_subtract(y, x_part, ~backward),
            _add_or_subtract(angle, step, backward),
        )
    return y


def _shifted(numbers: Numbers, places: int) -> Numbers:
    """Return the numbers divided by ``2 ** places`` and rounded down."""
    return Numbers(numbers.format, shift_right(numbers.limbs, places, numbers.format.radix))


def _add_or_subtract(left: Numbers, right: Numbers, adding: Mask) -> Numbers:
    return choose(adding, arithmetic.add(left, right).wrapped, arithmetic.subtract(left, right).wrapped)
