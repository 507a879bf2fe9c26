"""Groups of exp, of logarithms, and of angles: where each branch of the production code begins and ends."""

from collections.abc import Callable

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_spec.arithmetic import FixedPoint

TAYLOR_IS_EXACT_BELOW = 8
"""Up to this argument the Taylor loop of an I32F32 has run out before it is cut off."""


def _exp_of_zero_and_one(number: type[FixedPoint]) -> list[Group]:
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


def exponential(number: type[FixedPoint]) -> list[Group]:
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


_NO_RECIPROCAL = Group(
    "none",
    lambda row: row.is_none,
    why="The argument is so small that its reciprocal does not fit: no answer.",
    catches="Taking the logarithm of the argument itself.",
)


def logarithm(name: str, base: str) -> Callable[[type[FixedPoint]], list[Group]]:
    """Return what makes the groups of a logarithm; ``base`` says what becomes of the binary one."""

    def groups(number: type[FixedPoint]) -> list[Group]:
        one = number.ONE.bits
        return [
            Group(
                "not-positive",
                lambda row: row.values[0] <= 0,
                why=f"{name} of zero or less does not exist: no answer.",
                catches="Answering zero, as safe_ln does one level above.",
                tier="smoke",
            ),
            _NO_RECIPROCAL,
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


def rotation(number: type[FixedPoint]) -> list[Group]:
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
