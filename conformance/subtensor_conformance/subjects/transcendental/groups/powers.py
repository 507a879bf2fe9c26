"""Groups of powers and roots: where each branch of the production code begins and ends."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_spec.arithmetic import FixedPoint


def _power_at_once(number: type[FixedPoint]) -> list[Group]:
    """Return the groups of pow that are answered without a logarithm."""
    one = number.ONE.bits
    return [
        Group(
            "zero-base",
            lambda row: row.values[0] == 0,
            why="Zero to any power is zero, zero to the zeroth included.",
            catches="Answering one for 0^0, or nothing for a negative exponent.",
            tier="smoke",
        ),
        Group(
            "zero-exponent",
            lambda row: row.values[1] == 0,
            why="Anything else to the zeroth is exactly one, negative bases included.",
            catches="Going through the logarithm.",
            tier="smoke",
        ),
        Group(
            "unit-exponent",
            lambda row: row.values[1] == one,
            why="Any base to the first is itself, bit for bit, negative bases included.",
            catches="Going through the logarithm, which would lose bits.",
            tier="smoke",
        ),
    ]


def power(number: type[FixedPoint]) -> list[Group]:
    """Return the groups of pow, which is exp(ln(x)·y) except where it is answered before."""
    return [
        *_power_at_once(number),
        Group(
            "negative-base",
            lambda row: row.values[0] < 0,
            why="A negative base has no logarithm: no answer, whole exponents included.",
            catches="Multiplying for whole exponents.",
        ),
        Group(
            "none",
            lambda row: row.is_none,
            why="The logarithm, its product with the exponent, or exp of that does not exist: no answer.",
            catches="Saturating, or answering zero for a vanishing power.",
        ),
        Group(
            "through-exp",
            anything,
            why="exp of the logarithm times the exponent, with the errors of both: 2^2 is not 4.",
            catches="Multiplying for whole exponents, or a library's pow.",
        ),
    ]


def integer_power(number: type[FixedPoint]) -> list[Group]:
    """Return the groups of powi, which multiplies one factor at a time."""
    return [
        Group(
            "zero-base",
            lambda row: row.values[0] == 0,
            why="Zero to any whole power is zero, the zeroth and negative ones included.",
            catches="Answering one for 0^0, or nothing for a negative exponent.",
            tier="smoke",
        ),
        Group(
            "zero-or-one",
            lambda row: row.values[1] in (0, 1),
            why="The zeroth power is one and the first the base itself.",
            catches="Off by one in the number of products.",
            tier="smoke",
        ),
        Group(
            "none",
            lambda row: row.is_none,
            why="A product does not fit, or the reciprocal of a vanished product is asked for: no answer.",
            catches="Saturating on the way.",
        ),
        Group(
            "negative-exponent",
            lambda row: row.values[1] < 0,
            why="A negative power is one over the positive power, rounded toward zero; the exponent -1 included.",
            catches="Inverting the base first.",
        ),
        Group(
            "products",
            anything,
            why="One product for each further factor, each rounded down.",
            catches="Squaring, which rounds fewer times and gives other bits.",
        ),
    ]


_NO_ROOT = Group(
    "negative",
    lambda row: row.values[0] < 0,
    why="A negative number has no square root: no answer.",
    catches="A NaN, zero, or the root of the absolute value.",
)


def root(number: type[FixedPoint]) -> list[Group]:
    """Return the groups of sqrt: Newton's method a fixed number of times."""
    one = number.ONE.bits
    return [
        _NO_ROOT,
        Group(
            "none",
            lambda row: row.is_none,
            why="The argument, or the root found, is so small that its reciprocal does not fit: no answer.",
            catches="Scaling the argument instead of inverting it.",
        ),
        Group(
            "zero-or-one",
            lambda row: row.values[0] in (0, one),
            why="Zero and one are their own square roots.",
            catches="Dividing by zero in the first step.",
            tier="smoke",
        ),
        Group(
            "below-one",
            lambda row: row.values[0] < one,
            why="Below one the root is one over the root of the reciprocal, both rounded toward zero.",
            catches="An integer square root, which would be more exact.",
        ),
        Group(
            "overflow-on-the-way",
            lambda row: row.values[0] > number.MAX_BITS // 2,
            why="The argument is so large that the first guess is near the limit of the type.",
            catches="A guess that overflows where production's does not.",
        ),
        Group(
            "above-one",
            anything,
            why="Newton's steps with rounded quotients, as many as the type has fraction bits.",
            catches="An integer square root, or stopping when the steps no longer change anything.",
        ),
    ]
