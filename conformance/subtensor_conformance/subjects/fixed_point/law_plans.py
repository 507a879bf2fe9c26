"""Inputs of the laws of fixed-point numbers."""

from collections.abc import Iterator

from subtensor_conformance.authoring.plans.laws import PlannedLaw
from subtensor_conformance.functions.values import fixed_point
from subtensor_conformance.laws.law import Input
from subtensor_spec.arithmetic import FORMATS, FixedPoint


def _bits(number: type[FixedPoint]) -> list[str]:
    return [str(value) for value in sorted({int(value) for value in fixed_point(number).values()})]


def _formats() -> Iterator[tuple[str, list[str]]]:
    for name, number in FORMATS.items():
        yield name.lower(), _bits(number)


def planned_laws() -> Iterator[PlannedLaw]:
    """Yield the planned inputs of the laws."""
    pairs = [
        (f"{name}-{verb}", {"function": f"{name}.{verb}".replace("-", "_"), "rows": _paired(values)})
        for name, values in _formats()
        for verb in ("saturating-add", "saturating-mul", "wrapping-add", "wrapping-mul")
    ]
    yield PlannedLaw(
        "operands-swapped",
        "operands-commute",
        "Sums and products of values around zero, one and the limits of every format, with the operands swapped.",
        "An operation that treats its operands differently, by sign or by width.",
        "core",
        pairs,
    )
    yield PlannedLaw(
        "products-in-order",
        "never-falls",
        "Products with a positive factor, along the values of every format.",
        "A jump where an intermediate type overflows or the rounding changes direction.",
        "core",
        _rising_inputs("saturating_mul"),
    )
    yield PlannedLaw(
        "quotients-in-order",
        "never-falls",
        "Quotients by a positive divisor, along the values of every format.",
        "A jump where an intermediate type overflows or the rounding changes direction.",
        "core",
        _rising_inputs("saturating_div"),
    )
    yield from _of_inverses()


def _of_inverses() -> Iterator[PlannedLaw]:
    yield PlannedLaw(
        "sums-undone",
        "wrapping-undone",
        "Wrapping sums, overflowing and not, undone by the wrapping difference.",
        "Saturation in one of the two.",
        "core",
        [
            (name, {"function": f"{name}.wrapping_add", "inverse": f"{name}.wrapping_sub", "rows": _paired(values)})
            for name, values in _formats()
        ],
    )
    yield PlannedLaw(
        "quotients-mirrored",
        "quotient-mirrored",
        "Quotients of a dividend and of its negative, which rounding toward zero makes mirror images.",
        "Rounding down.",
        "core",
        [
            (name, {"function": f"{name}.checked_div", "rows": _by_three_bits(name, values)})
            for name, values in _formats()
            if name.startswith("i")
        ],
    )


def _by_three_bits(name: str, values: list[str]) -> list[list[str]]:
    """Return divisions by three bits of the values that can be divided so without overflow, negated or not."""
    number = FORMATS[name.upper()]
    return [[value, "3"] for value in values if abs(int(value)) << number.FRACTION_BITS < 3 * number.MAX_BITS]


def _paired(values: list[str]) -> list[list[str]]:
    return [[left, right] for index, left in enumerate(values[::3]) for right in values[index % 3 :: 4]]


def _rising_inputs(function: str) -> list[tuple[str, Input]]:
    """Return for each format its values in rising order, each with a second operand of two thirds."""
    inputs: list[tuple[str, Input]] = []
    for name, values in _formats():
        two_thirds = str(FORMATS[name.upper()].ONE.bits * 2 // 3)
        inputs.append((name, {"function": f"{name}.{function}", "rows": [[value, two_thirds] for value in values]}))
    return inputs
