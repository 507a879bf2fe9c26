"""Power, square root and logarithms of the chain's own ``safe-math`` primitive.

They are not those of the fixed-point library: other algorithms, other edges. They exist for every format.
"""

import struct
from typing import TypeVar

from subtensor_spec.arithmetic.fixed_point.formats import FixedPoint
from subtensor_spec.arithmetic.fixed_point.integers import I32
from subtensor_spec.rules import SUBTENSOR, rule

Number = TypeVar("Number", bound=FixedPoint)

_PATH = "primitives/safe-math/src/lib.rs"

LN_2 = 0.693147180559945309417232121458
"""The natural logarithm of two, as an f64."""

COEFFICIENTS = (1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6, 1 / 7, 1 / 8)
"""The coefficients of the series of ln(1+z) after the first, as f64; they are subtracted and added in turn."""

MOST_BISECTIONS = 129


@rule("TF-safe-pow/cases", SUBTENSOR(_PATH, "checked_pow"))
def checked_pow(base: Number, exponent: int) -> Number | None:
    """Safe-math's integer power: exponent zero gives one even for zero; zero to a negative power is nothing.

    A negative exponent gives one divided by the positive power, rounded toward zero, or zero where there is no such
    quotient. An exponent beyond the range of i32 is taken as its limit.
    """
    exponent = I32.saturated(exponent)
    if exponent == 0:
        return base.ONE
    if not base:
        return base.ZERO if exponent > 0 else None
    power = power_by_squaring(base, abs(exponent))
    return power if exponent > 0 else base.ONE.safe_div(power)


@rule("TF-safe-pow/squaring", SUBTENSOR(_PATH, "checked_pow"))
def power_by_squaring(base: Number, exponent: int) -> Number:
    """The power is gathered from repeated squares, low digit of the exponent first; every product saturates."""
    power = base.ONE
    while exponent:
        if exponent & 1:
            power = power.saturating_mul(base)
        base = base.saturating_mul(base)
        exponent >>= 1
    return power


@rule("TF-safe-sqrt/bisection", SUBTENSOR(_PATH, "checked_sqrt"))
def checked_sqrt(argument: Number, epsilon: Number) -> Number | None:
    """Safe-math's square root halves an interval until guess and argument/guess differ by at most ``epsilon``.

    The interval begins between zero and the argument, or between the argument and one if that is greater; after 129
    halvings the guess stands whatever it is. A negative argument gives nothing.
    """
    if argument < argument.ZERO:
        return None
    low, high = (argument.ZERO, argument) if argument > argument.ONE else (argument, argument.ONE)
    guess = _middle(low, high)
    quotient = argument.safe_div(guess)
    for _ in range(MOST_BISECTIONS):
        if not quotient.abs_diff(guess) > epsilon:
            break
        if quotient < guess:
            high = guess
        else:
            low = guess
        guess = _middle(low, high)
        quotient = argument.safe_div(guess)
    return guess


def _middle(low: Number, high: Number) -> Number:
    return high.saturating_add(low).safe_div(low.saturating_from_num(2))


@rule("TF-safe-ln/scaled", SUBTENSOR(_PATH, "checked_ln"))
def checked_ln(argument: Number) -> Number | None:
    """Safe-math's natural logarithm scales by powers of two to between one and two, and adds their logarithms.

    Below one the power of two is negative; an unsigned format has no such number, so it wraps to a very large one.
    Gives nothing for zero or less, and where the scaled logarithm of two or the sum overflows.
    """
    if argument <= argument.ZERO:
        return None
    mantissa, exponent = between_one_and_two(argument)
    doublings = argument.wrapping_from_num(exponent)
    scale = doublings.checked_mul(_from_double(type(argument), LN_2))
    return None if scale is None else series_of_ln(mantissa - argument.ONE).checked_add(scale)


def between_one_and_two(argument: Number) -> tuple[Number, int]:
    """Return the argument times a power of two between one and two, rounded down, and minus that power."""
    two = argument.wrapping_from_num(2)
    exponent = 0
    while argument >= two:
        argument = argument / two
        exponent += 1
    while argument < argument.ONE:
        argument = argument * two
        exponent -= 1
    return argument, exponent


@rule("TF-safe-ln/eight-terms", SUBTENSOR(_PATH, "checked_ln"))
def series_of_ln(offset: Number) -> Number:
    """The logarithm of one plus z, for z from zero to one, is eight terms of its series, summed left to right.

    Powers of z and their products with the coefficients are rounded down; the coefficients are f64 values rounded to
    the format. Where z is near one the sum is 0.0586 too low.
    """
    total = power = offset
    for index, coefficient in enumerate(COEFFICIENTS, start=2):
        power = power * offset
        term = power * _from_double(type(offset), coefficient)
        total = total + term if index & 1 else total - term
    return total


def _from_double(number: type[Number], value: float) -> Number:
    return number.wrapping_from_f64_bits(int.from_bytes(struct.pack(">d", value), "big"))


@rule("TF-safe-log/quotient", SUBTENSOR(_PATH, "checked_log"))
def checked_log(argument: Number, base: Number) -> Number | None:
    """Safe-math's logarithm to a base is the quotient of two natural ones, rounded toward zero.

    A base that is one, zero or less gives nothing; so does whatever either logarithm or the quotient refuses.
    """
    if base <= base.ZERO or base == base.ONE:
        return None
    numerator, denominator = checked_ln(argument), checked_ln(base)
    if numerator is None or denominator is None:
        return None
    return numerator.checked_div(denominator)
