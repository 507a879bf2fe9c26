"""The exponential function: a Taylor series of fixed length."""

from typing import overload

from subtensor_spec.arithmetic.fixed_point.formats import FixedPoint
from subtensor_spec.arithmetic.transcendental.constants import E, constant
from subtensor_spec.arithmetic.transcendental.widening import Number, require_constants, widened
from subtensor_spec.rules import SUBSTRATE_FIXED, rule


@overload
def exp(exponent: Number) -> Number | None: ...
@overload
def exp(exponent: FixedPoint, destination: type[Number]) -> Number | None: ...
@rule("TF-exp/cases", SUBSTRATE_FIXED("src/transcendental.rs", "exp"))
def exp(exponent: FixedPoint, destination: type[FixedPoint] | None = None) -> FixedPoint | None:
    """The exponential of exactly zero is exactly one, that of exactly one is the constant, the rest is the series.

    Gives nothing where any step overflows. ``destination`` is the format to compute in, that of ``exponent`` if absent.
    """
    number = destination or type(exponent)
    require_constants(type(exponent), number)
    if exponent.bits == 0:
        return number.ONE
    if exponent.bits == exponent.ONE.bits:
        return exp_of_one(number)
    if exponent.bits < 0:
        return exp_of_negative(exponent, number)
    return taylor_series(widened(exponent, number))


@rule("TF-exp/exact-one", SUBSTRATE_FIXED("src/transcendental.rs", "exp"))
def exp_of_one(number: type[Number]) -> Number:
    """The exponential of exactly one is the coarse constant e, below what the series gives one bit further on."""
    return number.from_bits(constant(E, number))


@rule("TF-exp/negative", SUBSTRATE_FIXED("src/transcendental.rs", "exp"))
def exp_of_negative(exponent: FixedPoint, number: type[Number]) -> Number | None:
    """The exponential of a negative number is one divided by that of its absolute value, rounded toward zero.

    Gives nothing where the series does, although the true value is near zero, and for the least number.
    """
    magnitude = exponent.checked_neg()
    if magnitude is None:
        return None
    positive = taylor_series(widened(magnitude, number))
    return None if positive is None else number.ONE.checked_div(positive)


@rule("TF-exp/taylor", SUBSTRATE_FIXED("src/transcendental.rs", "exp"))
def taylor_series(exponent: Number) -> Number | None:
    """The series has as many terms as the format has fraction bits, each rounded down twice, and no more.

    Term i is term i-1 times the exponent, divided by i. Gives nothing where a term, or the sum so far, overflows.
    """
    fraction_bits, greatest = exponent.FRACTION_BITS, exponent.MAX_BITS
    factor = term = exponent.bits
    total = term + exponent.ONE.bits
    if total > greatest:
        return None
    # All numbers here are positive integers, so shifting and // both round down, toward zero as well.
    for divisor in range(2, fraction_bits):
        product = term * factor >> fraction_bits
        if product > greatest:
            return None
        term = product // divisor
        if not term:
            break  # the terms that follow are zero too
        total += term
        if total > greatest:
            return None
    return exponent.from_bits(total)
