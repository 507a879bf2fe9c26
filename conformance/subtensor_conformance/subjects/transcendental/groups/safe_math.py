"""Groups of safe-math's own root, power and logarithms."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_spec.arithmetic import FixedPoint


def bisected_root(number: type[FixedPoint]) -> list[Group]:
    """Return the groups of safe-math's checked_sqrt: bisection until a tolerance is met."""
    return [
        Group(
            "negative",
            lambda row: row.values[0] < 0,
            why="A negative number has no square root: no answer.",
            catches="Zero, or the root of the absolute value.",
        ),
        Group(
            "exact-tolerance",
            lambda row: row.values[1] <= 1,
            why="With a tolerance of a bit or none the bisection may never be satisfied: it ends after 129 steps.",
            catches="Looping for ever, or giving up with no answer.",
        ),
        Group(
            "bisection",
            anything,
            why="Bisection ends as soon as the middle and the quotient by it are within the tolerance.",
            catches="Going on to the best answer: the tolerance decides which bits come out.",
        ),
    ]


_ZERO_EXPONENT = Group(
    "zero-exponent",
    lambda row: row.values[1] == 0,
    why="The zeroth power is one, of zero too: unlike pow of the fixed-point library.",
    catches="Answering zero for 0^0.",
    tier="smoke",
)


def safe_power(number: type[FixedPoint]) -> list[Group]:
    """Return the groups of safe-math's checked_pow: squaring with saturating products."""
    return [
        _ZERO_EXPONENT,
        Group(
            "zero-base",
            lambda row: row.values[0] == 0,
            why="Zero to a positive power is zero; to a negative one there is no answer.",
            catches="Answering zero for both.",
            tier="smoke",
        ),
        Group(
            "saturates",
            lambda row: row.result in (number.MIN_BITS, number.MAX_BITS),
            why="A product does not fit: the power is the limit.",
            catches="Nothing for an answer, as checked products would give.",
        ),
        Group(
            "negative-exponent",
            lambda row: row.values[1] < 0,
            why="One over the positive power; where that has vanished, zero.",
            catches="Inverting the base first, or no answer where the power has vanished.",
        ),
        Group(
            "negative-base",
            lambda row: row.values[0] < 0,
            why="A negative base: squares are positive, and products with it are rounded down, away from zero.",
            catches="Taking the sign out first, which rounds the other way.",
        ),
        Group(
            "squaring",
            anything,
            why="Squaring and multiplying, each product rounded down.",
            catches="One product for each factor, which rounds more often.",
        ),
    ]


def safe_logarithm(number: type[FixedPoint]) -> list[Group]:
    """Return the groups of safe-math's checked_ln: scaling to [1, 2), then eight terms of a series."""
    one = number.ONE.bits
    return [
        Group(
            "not-positive",
            lambda row: row.values[0] <= 0,
            why="The logarithm of zero or less does not exist: no answer.",
            catches="Answering zero.",
            tier="smoke",
        ),
        Group(
            "none",
            lambda row: row.is_none,
            why="An unsigned type cannot hold a negative logarithm: no answer below one.",
            catches="Answering zero or a wrapped value.",
        ),
        Group(
            "whole-power",
            lambda row: row.values[0] & (row.values[0] - 1) == 0,
            why="A power of two: the series vanishes and a multiple of ln 2 is left.",
            catches="A constant ln 2 with other bits.",
        ),
        Group(
            "below-one",
            lambda row: row.values[0] < one,
            why="Below one the argument is doubled until it is in [1, 2) and the multiple of ln 2 is negative.",
            catches="Inverting the argument.",
        ),
        Group(
            "series",
            anything,
            why="Eight terms of ln(1+z): near z = 1 the answer is 6 % off.",
            catches="A library's logarithm, or more terms.",
        ),
    ]


def safe_logarithm_to_base(number: type[FixedPoint]) -> list[Group]:
    """Return the groups of safe-math's checked_log: a quotient of two logarithms."""
    one = number.ONE.bits
    return [
        Group(
            "no-base",
            lambda row: row.values[1] <= 0 or row.values[1] == one,
            why="A base of one, zero or less: no answer.",
            catches="Dividing by a logarithm of zero.",
            tier="smoke",
        ),
        Group(
            "not-positive",
            lambda row: row.values[0] <= 0,
            why="The logarithm of zero or less does not exist: no answer.",
            catches="Answering zero.",
        ),
        Group(
            "none",
            lambda row: row.is_none,
            why="One of the two logarithms or their quotient does not exist in this type: no answer.",
            catches="Answering zero.",
        ),
        Group(
            "quotient",
            anything,
            why="The quotient of two natural logarithms, each with the error of its series.",
            catches="Using the binary logarithm for base two.",
        ),
    ]
