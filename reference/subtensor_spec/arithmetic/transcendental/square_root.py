"""The square root: Newton's iteration of fixed length."""

from typing import overload

from subtensor_spec.arithmetic.fixed_point.formats import FixedPoint
from subtensor_spec.arithmetic.transcendental.widening import Number, widened
from subtensor_spec.rules import SUBSTRATE_FIXED, rule


@overload
def sqrt(argument: Number) -> Number | None: ...
@overload
def sqrt(argument: FixedPoint, destination: type[Number]) -> Number | None: ...
@rule("TF-sqrt/cases", SUBSTRATE_FIXED("src/transcendental.rs", "sqrt"))
def sqrt(argument: FixedPoint, destination: type[FixedPoint] | None = None) -> FixedPoint | None:
    """The square root of a negative number is nothing; zero and one are their own roots.

    ``destination`` is the format to compute in, that of ``argument`` if absent.
    """
    number = destination or type(argument)
    if argument.bits < 0:
        return None
    wide = widened(argument, number)
    if wide.bits in (0, number.ONE.bits):
        return wide
    return root_below_one(wide) if wide < number.ONE else newton(wide)


@rule("TF-sqrt/below-one", SUBSTRATE_FIXED("src/transcendental.rs", "sqrt"))
def root_below_one(argument: Number) -> Number | None:
    """Below one, the root is the reciprocal of the root of the reciprocal, both rounded toward zero.

    Gives nothing where the first reciprocal overflows.
    """
    reciprocal = argument.ONE.checked_div(argument)
    return None if reciprocal is None else argument.ONE.checked_div(newton(reciprocal))


@rule("TF-sqrt/newton", SUBSTRATE_FIXED("src/transcendental.rs", "sqrt"))
def newton(argument: Number) -> Number:
    """Newton's iteration starts at half the number plus one and takes as many steps as there are fraction bits.

    Each step is ``(guess + argument / guess) / 2`` with plain operators, both divisions rounded toward zero.
    """
    two = argument.wrapping_from_num(2)
    guess = argument / two + argument.ONE
    for _ in range(argument.FRACTION_BITS):
        guess = (guess + argument / guess) / two
    return guess
