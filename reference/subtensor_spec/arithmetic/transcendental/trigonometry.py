"""Sine and cosine, by rotation through a table of angles."""

from subtensor_spec.arithmetic.transcendental.constants import HALF_PI, PI, TWO_PI, constant
from subtensor_spec.arithmetic.transcendental.widening import Number, require_constants
from subtensor_spec.rules import SUBSTRATE_FIXED, rule

ARCTANGENTS = (
    0xC90FDAA22168C000,
    0x76B19C1586ED3C00,
    0x3EB6EBF25901BA00,
    0x1FD5BA9AAC2F6E00,
    0x0FFAADDB967EF500,
    0x07FF556EEA5D8940,
    0x03FFEAAB776E5360,
    0x01FFFD555BBBA970,
    0x00FFFFAAAADDDDB8,
    0x007FFFF55556EEF0,
    0x003FFFFEAAAAB778,
    0x001FFFFFD55555BC,
    0x000FFFFFFAAAAAAE,
    0x0007FFFFFF555555,
    0x0003FFFFFFEAAAAA,
    0x0001FFFFFFFD5555,
    0x0000FFFFFFFFAAAA,
    0x00007FFFFFFFF555,
    0x00003FFFFFFFFEAA,
    0x00001FFFFFFFFFD5,
    0x00000FFFFFFFFFFA,
    0x000007FFFFFFFFFF,
    0x000003FFFFFFFFFF,
    0x000001FFFFFFFFFF,
)
"""The angles whose tangents are 1, 1/2, 1/4, …, in steps of 2**-64, as production's table has them."""

SHRINKAGE = 0x9B74EDA8A01E2000
"""What a vector must begin with so that the rotations stretch it to one, 0.607 252 9…, in steps of 2**-64."""


@rule("TF-cos/shifted-sine", SUBSTRATE_FIXED("src/transcendental.rs", "cos"))
def cos(angle: Number) -> Number:
    """The cosine is the sine of the angle plus the coarse constant π/2, an addition that wraps."""
    require_constants(type(angle), type(angle))
    return sin(angle + angle.from_bits(constant(HALF_PI, type(angle))))


@rule("TF-sin/mirrored", SUBSTRATE_FIXED("src/transcendental.rs", "sin"))
def sin(angle: Number) -> Number:
    """An angle is brought between -π and π, then mirrored at ±π/2, with the coarse constants, and then rotated to.

    What looks greater than π/2 is mirrored at it; what is less than -π/2 at that.
    """
    number = type(angle)
    require_constants(number, number)
    bits = without_whole_turns(angle.bits, number)
    quarter = constant(HALF_PI, number)
    if looks_greater(bits, quarter, number):
        bits = quarter - (bits - quarter)
    if bits < -quarter:
        bits = -quarter - (bits + quarter)
    return number.wrapped(rotated(bits, number.FRACTION_BITS))


@rule("TF-sin/misread-angle", SUBSTRATE_FIXED("src/cmp.rs", "gt"), SUBSTRATE_FIXED("src/cmp.rs", "lt"))
def looks_greater(bits: int, positive: int, number: type[Number]) -> bool:
    """An angle from 256 up to but not including 512 never looks greater than a constant.

    Production compares in the constant's own 32 bits, nine of them whole, where such an angle's top bit falls on the
    sign. From 512 on the overflow is noticed.
    """
    return bits > positive and not 256 <= bits >> number.FRACTION_BITS < 512


@rule("TF-sin/whole-turns", SUBSTRATE_FIXED("src/transcendental.rs", "sin"))
def without_whole_turns(bits: int, number: type[Number]) -> int:
    """Turns of twice the coarse π are taken off while the angle looks greater than π, or added while it is below -π.

    So an angle of 512 or more ends just below 512. Production goes turn by turn; the number of turns is computed here.
    """
    half, turn = constant(PI, number), constant(TWO_PI, number)
    if bits < -half:
        return bits + _quotient_up(-half - bits, turn) * turn
    if not looks_greater(bits, half, number):
        return bits
    misread_end = number.ONE.bits * 512
    if bits >= misread_end:
        return bits - _quotient_up(bits - misread_end + 1, turn) * turn
    return bits - _quotient_up(bits - half, turn) * turn


def _quotient_up(dividend: int, divisor: int) -> int:
    return -(-dividend // divisor)


@rule("TF-sin/rotation", SUBSTRATE_FIXED("src/transcendental.rs", "cordic_rotation"))
def rotated(angle: int, fraction_bits: int) -> int:
    """The sine is where a vector ends up that is turned toward the angle by 24 fixed angles, each half the last.

    Halving shifts round down. Returns the second coordinate.
    """
    cut = 64 - fraction_bits
    x, y, left = SHRINKAGE >> cut, 0, angle
    for step, arctangent in enumerate(ARCTANGENTS):
        if left < 0:
            x, y, left = x + (y >> step), y - (x >> step), left + (arctangent >> cut)
        else:
            x, y, left = x - (y >> step), y + (x >> step), left - (arctangent >> cut)
    return y
