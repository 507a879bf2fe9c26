"""Powers: with a fixed-point exponent through exp and ln, with an integer exponent by repeated multiplication."""

from typing import overload

from subtensor_spec.arithmetic.fixed_point.formats import FixedPoint
from subtensor_spec.arithmetic.transcendental.exponential import exp
from subtensor_spec.arithmetic.transcendental.logarithm import ln
from subtensor_spec.arithmetic.transcendental.widening import Number, require_constants, widened
from subtensor_spec.rules import SUBSTRATE_FIXED, rule


@overload
def pow(base: Number, exponent: Number) -> Number | None: ...
@overload
def pow(base: FixedPoint, exponent: FixedPoint, destination: type[Number]) -> Number | None: ...
def pow(
    base: FixedPoint, exponent: FixedPoint, destination: type[FixedPoint] | None = None
) -> FixedPoint | None:
    """Return ``base`` to the power ``exponent``, both of one format, or nothing.

    ``destination`` is the format to compute in, that of ``base`` if absent.
    """
    if type(base) is not type(exponent):
        raise TypeError(f"a power of {base.NAME} takes no exponent of {exponent.NAME}")
    number = destination or type(base)
    require_constants(type(base), number)
    if base.bits == 0 or exponent.bits in (0, exponent.ONE.bits):
        return exact_power(base, exponent, number)
    return exp_of_ln(base, exponent, number)


@rule("TF-pow/zero-to-zero", SUBSTRATE_FIXED("src/transcendental.rs", "pow"))
def exact_power(base: FixedPoint, exponent: FixedPoint, number: type[Number]) -> Number:
    """Zero to any power is zero, even to the power zero or a negative one; else power zero is one, power one the base.

    The base is looked at first. A negative base has a power only if the exponent is exactly zero or one.
    """
    if base.bits == 0:
        return number.ZERO
    return number.ONE if exponent.bits == 0 else widened(base, number)


@rule("TF-pow/exp-of-ln", SUBSTRATE_FIXED("src/transcendental.rs", "pow"))
def exp_of_ln(base: FixedPoint, exponent: FixedPoint, number: type[Number]) -> Number | None:
    """Any other power is the exponential of the exponent times the natural logarithm of the base, rounded down.

    Gives nothing where the logarithm, the product or the exponential does; so a negative base gives nothing.
    """
    logarithm = ln(base, number)
    if logarithm is None:
        return None
    product = logarithm.checked_mul(widened(exponent, number))
    return None if product is None else exp(product)


@overload
def powi(base: Number, exponent: int) -> Number | None: ...
@overload
def powi(base: FixedPoint, exponent: int, destination: type[Number]) -> Number | None: ...
@rule("TF-powi/cases", SUBSTRATE_FIXED("src/transcendental.rs", "powi"))
def powi(
    base: FixedPoint, exponent: int, destination: type[FixedPoint] | None = None
) -> FixedPoint | None:
    """An integer power of zero is zero, even with exponent zero or less; else exponent zero gives one.

    A negative exponent gives one divided by the positive power, rounded toward zero; nothing where that overflows or
    the power has been rounded to zero. ``exponent`` is an i32.
    """
    number = destination or type(base)
    require_constants(type(base), number)
    if base.bits == 0:
        return number.ZERO
    if exponent == 0:
        return number.ONE
    power = repeated_product(widened(base, number), exponent)
    if power is None or exponent > 0:
        return power
    return number.ONE.checked_div(power)


@rule("TF-powi/repeated", SUBSTRATE_FIXED("src/transcendental.rs", "powi"))
def repeated_product(base: Number, exponent: int) -> Number | None:
    """The base is multiplied by itself step by step, each product rounded down; an overflow gives nothing.

    The least i32 has no absolute value: it wraps to itself, no step is taken and the base is the power.
    """
    steps = 0 if exponent == -(2**31) else abs(exponent) - 1
    power = base
    before: Number | None = None
    while steps > 0:
        product = power.checked_mul(base)
        if product is None or product == power:
            return product
        if product == before:
            return product if steps & 1 else power  # the last two alternate from here on
        before, power = power, product
        steps -= 1
    return power
