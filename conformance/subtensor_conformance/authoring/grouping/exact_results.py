"""Groups of operations that have an exact result, which is then rounded and fitted into a type.

Every arithmetic operation and conversion of fixed-point numbers is of this kind, so what a row is good for follows from
its exact result alone: does it fit, and if not what then; does it need rounding, and which way.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, trunc
from typing import Any

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row

HALF = Fraction(1, 2)


def half_away(value: Fraction) -> int:
    """Round to nearest, a tie away from zero."""
    return floor(value + HALF) if value >= 0 else ceil(value - HALF)


ROUNDINGS: dict[str, Callable[[Fraction], int]] = {
    "down": floor,
    "up": ceil,
    "toward zero": trunc,
    "to nearest, a tie away from zero": half_away,
    "to nearest, a tie to even": round,
}

MISROUNDING = {
    "down": "Rounding toward zero, as integer division does in C, Go and Rust, or to nearest.",
    "up": "Rounding toward zero or to nearest.",
    "toward zero": "Rounding down, as an arithmetic shift and Python's floor division do, or to nearest.",
    "to nearest, a tie away from zero": "Cutting off the fraction, or rounding in one direction only.",
    "to nearest, a tie to even": "Cutting off the bits that do not fit.",
}

OVERFLOWS = {
    "saturate": ("the answer is the limit that it passes", "Wrapping, or an intermediate type that is too narrow."),
    "wrap": ("it is taken modulo 2 to the width", "Saturating, or trapping as a build with overflow checks does."),
    "check": ("there is no answer", "Answering with a saturated or wrapped value where there is none."),
    "zero": ("the answer is zero", "Saturating: zero is what production gives here, not only for a divisor of zero."),
    "default": ("the answer is the default that was given", "Saturating, or giving zero in place of the default."),
}

NO_DIVISOR = {
    "saturate": ("production panics", "Saturating or answering zero: a divisor of zero is not covered."),
    "wrap": ("production panics", "Answering anything at all."),
    "check": ("there is no answer", "Panicking, or answering zero."),
    "zero": ("the answer is zero", "Panicking, or answering with a limit or a NaN."),
    "default": ("the answer is the default that was given", "Answering zero in place of the default."),
}


@dataclass(frozen=True)
class Operation:
    """What an operation computes before rounding, how it rounds, and what it does with a result that does not fit.

    ``exact`` maps the values of a row to the exact result in units of the result's last bit, or nothing where there is
    no result at all. ``least`` and ``greatest`` are the limits of the result's type, in the same units.
    """

    noun: str
    exact: Callable[[tuple[Any, ...]], Fraction | None]
    rounding: str
    overflow: str
    least: int
    greatest: int
    type: str

    def of(self, row: Row) -> Fraction | None:
        """Return the exact result of a row."""
        return self.exact(row.values)

    def rounded(self, row: Row) -> int:
        """Return the rounded result of a row, which has one."""
        return ROUNDINGS[self.rounding](self.of(row) or Fraction(0))

    def in_units(self, row: Row) -> Fraction:
        """Return the exact result of a row, which has one."""
        return self.of(row) or Fraction(0)


def groups_of(operation: Operation) -> list[Group]:
    """Return the groups of an operation, those that leave the range first."""
    return [_no_divisor(operation), *_overflows(operation), *_inexact(operation), *_exact(operation)]


def _no_divisor(operation: Operation) -> Group:
    then, mistake = NO_DIVISOR[operation.overflow]
    return Group(
        "zero-divisor",
        lambda row: operation.of(row) is None,
        why=f"The divisor is zero, so there is no {operation.noun}: {then}.",
        catches=mistake,
        tier="smoke",
    )


def _overflows(operation: Operation) -> list[Group]:
    then, mistake = OVERFLOWS[operation.overflow]
    noun, kind = operation.noun, operation.type
    return [
        Group(
            "above-maximum",
            lambda row: operation.rounded(row) > operation.greatest,
            why=f"The exact {noun} is above the greatest {kind}: {then}.",
            catches=mistake,
        ),
        Group(
            "below-minimum",
            lambda row: operation.rounded(row) < operation.least,
            why=f"The exact {noun} is below the least {kind}: {then}.",
            catches=mistake,
        ),
    ]


def _inexact(operation: Operation) -> list[Group]:
    noun, rounding = operation.noun, operation.rounding
    unit = "value" if operation.type[0] in "IU" else "integer"
    return [
        Group(
            "half-way",
            lambda row: "tie" in rounding and operation.in_units(row) % 1 == HALF,
            why=f"The exact {noun} lies half way between two {unit}s; it is rounded {rounding}.",
            catches="Resolving ties the other way; languages differ in what their rounding function does here.",
        ),
        Group(
            "negative-inexact",
            lambda row: operation.in_units(row) < 0 and operation.in_units(row) % 1 != 0,
            why=f"The exact {noun} is negative and lies between two {unit}s; it is rounded {rounding}.",
            catches=MISROUNDING[rounding],
            tier="smoke",
        ),
        Group(
            "positive-inexact",
            lambda row: operation.in_units(row) % 1 != 0,
            why=f"The exact {noun} is positive and lies between two {unit}s; it is rounded {rounding}.",
            catches="Rounding the other way or computing in floating point, whose own rounding comes first.",
        ),
    ]


def _exact(operation: Operation) -> list[Group]:
    noun, kind = operation.noun, operation.type
    return [
        Group(
            "at-a-limit",
            lambda row: operation.in_units(row) in (operation.least, operation.greatest) and operation.least < 0,
            why=f"The exact {noun} is the least or the greatest {kind}: it still fits.",
            catches="Declaring an overflow one bit too early.",
        ),
        Group(
            "exact",
            anything,
            why=f"The {noun} can be held exactly: no rounding and no overflow.",
            catches="A wrong scale, swapped operands, a lost sign.",
        ),
    ]
