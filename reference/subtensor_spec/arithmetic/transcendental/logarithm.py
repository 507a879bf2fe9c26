"""The binary logarithm, digit by digit, and the natural one from it."""

from typing import overload

from subtensor_spec.arithmetic.fixed_point.formats import FixedPoint
from subtensor_spec.arithmetic.transcendental.constants import LOG2_E, constant
from subtensor_spec.arithmetic.transcendental.widening import Number, require_constants, widened
from subtensor_spec.rules import SUBSTRATE_FIXED, rule


@overload
def log2(argument: Number) -> Number | None: ...
@overload
def log2(argument: FixedPoint, destination: type[Number]) -> Number | None: ...
@rule("TF-log2/cases", SUBSTRATE_FIXED("src/transcendental.rs", "log2"))
def log2(argument: FixedPoint, destination: type[FixedPoint] | None = None) -> FixedPoint | None:
    """The binary logarithm of zero or less is nothing; below one it is minus that of the reciprocal.

    Gives nothing too where the reciprocal overflows. ``destination`` is the format to compute in, that of ``argument``
    if absent.
    """
    number = destination or type(argument)
    require_constants(type(argument), number)
    if argument.bits <= 0:
        return None
    wide = widened(argument, number)
    if wide.bits >= wide.ONE.bits:
        return log2_from_one(wide)
    reciprocal = wide.ONE.checked_div(wide)
    return None if reciprocal is None else -log2_from_one(reciprocal)


def log2_from_one(argument: Number) -> Number:
    """Return the binary logarithm of a number that is at least one."""
    whole, mantissa = halve_below_two(argument.bits, argument.FRACTION_BITS)
    fraction = squared_digits(mantissa, argument.FRACTION_BITS)
    return argument.from_bits((whole << argument.FRACTION_BITS) + fraction)


@rule("TF-log2/whole-part", SUBSTRATE_FIXED("src/transcendental.rs", "log2_inner"))
def halve_below_two(bits: int, fraction_bits: int) -> tuple[int, int]:
    """The whole part is how often the number must be halved to fall below two.

    Returns it and what is left, between one and two.
    """
    two = 2 << fraction_bits
    whole = 0
    while bits >= two:
        whole += 1
        bits = halved(bits)
    return whole, bits


@rule("TF-log2/squaring", SUBSTRATE_FIXED("src/transcendental.rs", "log2_inner"))
def squared_digits(mantissa: int, fraction_bits: int) -> int:
    """Each binary digit after the point comes from squaring: at two or more the digit is one and the square is halved.

    The square is rounded down. Exactly one has no digits. Returns the digits as an integer of ``fraction_bits`` bits.
    """
    two = 2 << fraction_bits
    digits = 0
    if mantissa * 2 == two:
        return digits
    for _ in range(fraction_bits):
        mantissa = mantissa * mantissa >> fraction_bits
        digits <<= 1
        if mantissa >= two:
            digits |= 1
            mantissa = halved(mantissa)
    return digits


@rule("TF-log2/halving", SUBSTRATE_FIXED("src/transcendental.rs", "rs"))
def halved(bits: int) -> int:
    """A number is halved by a shift that rounds half up, so repeated halving carries small errors upward."""
    return (bits >> 1) + (bits & 1)


@overload
def ln(argument: Number) -> Number | None: ...
@overload
def ln(argument: FixedPoint, destination: type[Number]) -> Number | None: ...
@rule("TF-ln/quotient", SUBSTRATE_FIXED("src/transcendental.rs", "ln"))
def ln(argument: FixedPoint, destination: type[FixedPoint] | None = None) -> FixedPoint | None:
    """The natural logarithm is the binary one divided by the coarse constant log2 e, rounded toward zero.

    Gives nothing where the binary one does. ``destination`` is the format to compute in, that of ``argument`` if
    absent.
    """
    number = destination or type(argument)
    binary = log2(argument, number)
    return None if binary is None else binary / number.from_bits(constant(LOG2_E, number))
