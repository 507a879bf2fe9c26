"""Sine and cosine by rotation (CORDIC), as substrate-fixed computes them."""

from subtensor_spec.vectorised.wide import arithmetic
from subtensor_spec.vectorised.wide.addition import add, less, magnitude, negate_where, subtract
from subtensor_spec.vectorised.wide.constants import (
    ARC_TANGENTS,
    CORDIC_GAIN,
    HALF_PI,
    PI,
    TWO_PI,
    in_format,
)
from subtensor_spec.vectorised.wide.division import remainder
from subtensor_spec.vectorised.wide.formats import Format, Numbers, choose, is_negative
from subtensor_spec.vectorised.wide.limbs import Mask, is_zero, select, sign
from subtensor_spec.vectorised.wide.shifts import shift_right


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
    """Bring the angle to within half a turn by whole turns.

    Production takes off one turn after another until no more than half a turn is left; a division says what is left.
    """
    number, radix = angle.format, angle.format.radix
    turn, half = _constant(TWO_PI, number).limbs, _constant(PI, number).limbs
    negative = sign(angle.limbs, radix)
    size = magnitude(angle.limbs, radix)
    excess = subtract(size, half, radix)
    rest = remainder(excess, turn, radix)
    # What is left lies above minus half a turn: half a turn itself stays.
    within = subtract(add(half, rest, radix), turn, radix)
    within = select(is_zero(rest), half, within)
    wound = negate_where(within, negative, radix)
    return Numbers(number, select(less(half, size, radix), wound, angle.limbs))


def _mirrored(angle: Numbers) -> Numbers:
    """Reflect an angle beyond a quarter turn to the one within it that has the same sine."""
    quarter = _constant(HALF_PI, angle.format)
    opposite = arithmetic.negate(quarter).wrapped
    beyond = arithmetic.subtract(angle, quarter).wrapped
    angle = choose(arithmetic.less(quarter, angle), arithmetic.subtract(quarter, beyond).wrapped, angle)
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
