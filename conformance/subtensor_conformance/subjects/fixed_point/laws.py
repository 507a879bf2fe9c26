"""Laws of numbers: order of operands, monotonicity, and what undoes what."""

from typing import Any

from subtensor_conformance.laws.law import ROWS, Input, Law, Round, ask, in_order, integers, require


def _commutes(value: Input) -> Round:
    function, rows = value["function"], value["rows"]
    there = yield from ask(function, *rows)
    back = yield from ask(function, *([right, left] for left, right in rows))
    for row, one, other in zip(rows, there, back, strict=True):
        require(one == other, f"{function} of {row} is {one}, with the operands swapped {other}")


def _never_falls(value: Input) -> Round:
    return in_order(value, rising=True)


def _undone(value: Input) -> Round:
    function, inverse, rows = value["function"], value["inverse"], value["rows"]
    results = yield from ask(function, *rows)
    undone = yield from ask(inverse, *([result, row[1]] for row, result in zip(rows, results, strict=True)))
    for row, back in zip(rows, undone, strict=True):
        require(back == row[0], f"{function} of {row}, undone with {inverse}, is {back}")


def _negated(row: list[Any]) -> list[Any]:
    return [str(-int(row[0])), *row[1:]]


def _mirrored(value: Input) -> Round:
    function, rows = value["function"], value["rows"]
    there = yield from ask(function, *rows)
    mirrored = yield from ask(function, *(_negated(row) for row in rows))
    for row, one, other in zip(rows, integers(there), integers(mirrored), strict=True):
        require(one == -other, f"{function} of {row} is {one}, of the negated first operand {other}")


LAWS = (
    Law(
        "operands-commute",
        "A sum or product is the same with its operands swapped, overflow and rounding included.",
        ROWS,
        ("FX-add/exact", "FX-mul/floor"),
        _commutes,
    ),
    Law(
        "never-falls",
        "Along rows in rising order of one argument, the others being the same, the result never falls.",
        f"{ROWS}, in rising order of one argument",
        ("FX-mul/floor", "FX-div/toward-zero", "FX-convert/floor"),
        _never_falls,
    ),
    Law(
        "wrapping-undone",
        "A wrapping sum is undone by the wrapping difference, overflow or not.",
        "a function, its inverse, and rows of arguments of the first",
        ("FX-overflow/wrap",),
        _undone,
    ),
    Law(
        "quotient-mirrored",
        "Negating the dividend negates a quotient that is rounded toward zero.",
        ROWS,
        ("FX-div/toward-zero",),
        _mirrored,
    ),
)
