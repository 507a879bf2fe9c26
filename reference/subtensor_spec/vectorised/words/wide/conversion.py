"""Conversions between fixed-point formats and integer types; an integer type is a format without fraction bits."""

from subtensor_spec.vectorised.words.wide import shifts
from subtensor_spec.vectorised.words.wide.formats import Format, Numbers
from subtensor_spec.vectorised.words.wide.limbs import extend_sign
from subtensor_spec.vectorised.words.wide.results import Result, narrow, widen


def convert(numbers: Numbers, target: Format) -> Result:
    """Return the numbers in another format; fraction bits that it lacks are dropped, which rounds down."""
    radix = target.radix
    limbs = widen(numbers)
    places = target.fraction_bits - numbers.format.fraction_bits
    if places < 0:
        limbs = shifts.shift_right(limbs, -places, radix)
    elif places:
        limbs = shifts.shift_left_signed(limbs, places, radix)
    return narrow(extend_sign(limbs, max(len(limbs), target.limb_count), radix), target)
