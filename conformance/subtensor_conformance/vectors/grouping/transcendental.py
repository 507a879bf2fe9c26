"""Groups of the transcendental functions: where each branch of the production code begins and ends."""

import re
from collections.abc import Callable

from subtensor_conformance.functions.function import Function
from subtensor_conformance.vectors.arrangement import Group, anything
from subtensor_conformance.vectors.grouping.safe_math import (
    bisected_root,
    safe_logarithm,
    safe_logarithm_to_base,
    safe_power,
)
from subtensor_spec.arithmetic import FORMATS, FixedPoint

Groups = list[Group]

TAYLOR_IS_EXACT_BELOW = 8
"""Up to this argument the Taylor loop of an I32F32 has run out before it is cut off."""


def groups_for(function: Function) -> Groups:
    """Return the groups of one transcendental function; none for another."""
    _, type_name, operation = function.raw_name.split(".")
    operation = re.sub(r"_to_[IU]\d+F\d+$", "", operation)
    make = _BY_NAME.get(operation)
    return make(FORMATS[type_name]) if make else []


def _exp_of_zero_and_one(number: type[FixedPoint]) -> Groups:
    """Return the groups of exp at zero, at one and beside it."""
    one = number.ONE.bits
    return [
        Group(
            "zero",
            lambda row: row.values[0] == 0,
            why="exp(0) is answered before the series: exactly one.",
            catches="A series whose first terms are rounded.",
            tier="smoke",
        ),
        Group(
            "exactly-one",
            lambda row: row.values[0] == one,
            why="exp(1) is a constant with 23 fraction bits, not what the series gives one bit further on.",
            catches="Using the series, or a better value of e.",
            tier="smoke",
        ),
        Group(
            "beside-one",
            lambda row: abs(row.values[0] - one) <= 2,
            why="One or two bits from exactly one the series is used again, and it gives a better e than the constant.",
            catches="Comparing with one after rounding to fewer bits.",
            tier="smoke",
        ),
    ]


def exponential(number: type[FixedPoint]) -> Groups:
    """Return the groups of exp."""
    one = number.ONE.bits
    return [
        *_exp_of_zero_and_one(number),
        Group(
            "none-negative",
            lambda row: row.is_none and row.values[0] < 0,
            why="exp of the negated argument does not fit: no answer, although the true value is nearly zero.",
            catches="Answering zero.",
        ),
        Group(
            "none-positive",
            lambda row: row.is_none,
            why="A term, or the sum of the series, does not fit: there is no answer.",
            catches="Saturating, or answering because the true value would fit.",
        ),
        Group(
            "negative",
            lambda row: row.values[0] < 0,
            why="exp of a negative number is one over exp of its absolute value, rounded toward zero.",
            catches="Summing the alternating series, or raising e to the power.",
        ),
        Group(
            "cut-off",
            lambda row: row.values[0] > TAYLOR_IS_EXACT_BELOW * one,
            why="The series has as many terms as the type has fraction bits, too few here: the answer is visibly low.",
            catches="Summing until the terms vanish, or using a library's exp.",
        ),
        Group(
            "series",
            anything,
            why="The Taylor series, each term rounded down after the product and toward zero after the division.",
            catches="Rounding once at the end, or another order of product and division.",
        ),
    ]


_ODD_HALVING = Group(
    "odd-halving",
    lambda row: row.values[0] & 1 == 1,
    why="An odd argument: halving rounds the lost bit up, not down.",
    catches="Halving with a plain shift.",
)


def _logarithm(name: str, base: str) -> Callable[[type[FixedPoint]], Groups]:
    def groups(number: type[FixedPoint]) -> Groups:
        one = number.ONE.bits
        return [
            Group(
                "not-positive",
                lambda row: row.values[0] <= 0,
                why=f"{name} of zero or less does not exist: no answer.",
                catches="Answering zero, as safe_ln does one level above.",
                tier="smoke",
            ),
            Group(
                "none",
                lambda row: row.is_none,
                why="The argument is so small that its reciprocal does not fit: no answer.",
                catches="Taking the logarithm of the argument itself.",
            ),
            Group(
                "whole-power",
                lambda row: row.values[0] & (row.values[0] - 1) == 0,
                why="A power of two: halving ends at exactly one, and no fraction bit is computed.",
                catches=f"Going on with the fraction bits; {base}.",
            ),
            Group(
                "below-one",
                lambda row: row.values[0] < one,
                why="Below one it is the negated logarithm of the reciprocal, which was rounded toward zero.",
                catches="Scaling the argument up instead of inverting it.",
            ),
            _ODD_HALVING,
            Group(
                "ordinary",
                anything,
                why=f"Fraction bits by repeated squaring, each product rounded down; {base}.",
                catches="A library's logarithm, or one that rounds its squares.",
            ),
        ]

    return groups


def _power_at_once(number: type[FixedPoint]) -> Groups:
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


def power(number: type[FixedPoint]) -> Groups:
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


def integer_power(number: type[FixedPoint]) -> Groups:
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


def root(number: type[FixedPoint]) -> Groups:
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


def rotation(number: type[FixedPoint]) -> Groups:
    """Return the groups of sin and cos."""
    half_turn = number.ONE.bits * 355 // 113
    return [
        Group(
            "wrapped-around",
            lambda row: abs(row.values[0]) > half_turn,
            why="Beyond half a turn the angle is brought back by whole turns, with a turn of 23 fraction bits.",
            catches="A better value of pi.",
        ),
        Group("first-turn", anything, why="24 steps of a rotation by table.", catches="A library's sine or cosine."),
    ]


_BY_NAME: dict[str, Callable[[type[FixedPoint]], Groups]] = {
    "exp": exponential,
    "ln": _logarithm("ln", "the binary logarithm is divided by log2(e) with 23 fraction bits"),
    "log2": _logarithm("log2", "the answer is the binary logarithm itself"),
    "pow": power,
    "powi": integer_power,
    "sqrt": root,
    "fx_checked_sqrt": bisected_root,
    "fx_checked_pow": safe_power,
    "fx_checked_ln": safe_logarithm,
    "fx_checked_log": safe_logarithm_to_base,
    "sin": rotation,
    "cos": rotation,
}
