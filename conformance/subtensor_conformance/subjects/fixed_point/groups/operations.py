"""What the fixed-point operations and conversions compute exactly."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from subtensor_conformance.authoring.grouping.exact_results import Operation
from subtensor_conformance.functions.function import Function
from subtensor_spec.arithmetic import FORMATS, FixedPoint

Exact = Callable[[tuple[Any, ...]], Fraction | None]


_INTEGERS = re.compile(r"([ui])(16|32|64|128)")


_TO_INTEGER = re.compile(r"(?P<how>saturating_to|checked_to|to_num)_(?P<to>[ui]\d+)")


_FROM_INTEGER = re.compile(r"(?P<how>saturating_from|checked_from|wrapping_from|from_num)_(?P<of>[ui]\d+)")


_TO_FIXED = re.compile(r"(?P<how>to|from_num_to)_(?P<to>[IU]\d+F\d+)")


_ROUND = re.compile(r"(?P<how>|saturating_|checked_)(?P<to>floor|ceil|round)(_std)?")


_DIRECTIONS = {"floor": "down", "ceil": "up", "round": "to nearest, a tie away from zero"}


def operation_of(function: Function) -> Operation | None:
    """Return what a fixed-point function computes exactly, if it is of that kind."""
    _, type_name, name = function.raw_name.split(".")
    known = name in _ARITHMETIC or any(form.fullmatch(name) for form in (_TO_INTEGER, _FROM_INTEGER, _TO_FIXED, _ROUND))
    return _operation(FORMATS[type_name], name) if known else None


def _operation(number: type[FixedPoint], name: str) -> Operation:
    if match := _TO_INTEGER.fullmatch(name):
        least, greatest = _integer_limits(match["to"])
        exact, overflow = _scaled(-number.FRACTION_BITS), _overflow(match["how"])
        return Operation("value", exact, "down", overflow, least, greatest, match["to"])
    if match := _FROM_INTEGER.fullmatch(name):
        return _into(number, "value", _scaled(number.FRACTION_BITS), "down", _overflow(match["how"]))
    if match := _TO_FIXED.fullmatch(name):
        target = FORMATS[match["to"]]
        how = "saturate" if match["how"] == "to" else "wrap"
        return _into(target, "value", _scaled(target.FRACTION_BITS - number.FRACTION_BITS), "down", how)
    if match := _ROUND.fullmatch(name):
        return _to_whole(number, match["to"], _overflow(match["how"]))
    noun, exact_of, rounding, overflow = _ARITHMETIC[name]
    return _into(number, noun, exact_of(number), rounding, overflow)


def _into(number: type[FixedPoint], noun: str, exact: Exact, rounding: str, overflow: str) -> Operation:
    return Operation(noun, exact, rounding, overflow, number.MIN_BITS, number.MAX_BITS, number.NAME)


def _to_whole(number: type[FixedPoint], direction: str, overflow: str) -> Operation:
    least, greatest = number.MIN_BITS >> number.FRACTION_BITS, number.MAX_BITS >> number.FRACTION_BITS
    kind = f"whole {number.NAME}"
    return Operation("value", _scaled(-number.FRACTION_BITS), _DIRECTIONS[direction], overflow, least, greatest, kind)


def _overflow(name: str) -> str:
    if name.startswith("saturating"):
        return "saturate"
    return "check" if name.startswith("checked") else "wrap"


def _integer_limits(name: str) -> tuple[int, int]:
    match = _INTEGERS.fullmatch(name)
    if match is None:
        raise ValueError(f"unknown integer type {name}")
    width = int(match[2])
    return (0, 2**width - 1) if match[1] == "u" else (-(2 ** (width - 1)), 2 ** (width - 1) - 1)


def _scaled(exponent: int) -> Exact:
    factor = Fraction(2) ** exponent
    return lambda values: values[0] * factor


def _sum(_number: type[FixedPoint]) -> Exact:
    return lambda values: Fraction(values[0] + values[1])


def _difference(_number: type[FixedPoint]) -> Exact:
    return lambda values: Fraction(values[0] - values[1])


def _distance(_number: type[FixedPoint]) -> Exact:
    return lambda values: Fraction(abs(values[0] - values[1]))


def _product(number: type[FixedPoint]) -> Exact:
    return lambda values: Fraction(values[0] * values[1], 1 << number.FRACTION_BITS)


def _quotient(number: type[FixedPoint]) -> Exact:
    return lambda values: Fraction(values[0] << number.FRACTION_BITS, values[1]) if values[1] else None


def _negation(_number: type[FixedPoint]) -> Exact:
    return lambda values: Fraction(-values[0])


def _absolute(_number: type[FixedPoint]) -> Exact:
    return lambda values: Fraction(abs(values[0]))


_ARITHMETIC: dict[str, tuple[str, Callable[[type[FixedPoint]], Exact], str, str]] = {
    "add": ("sum", _sum, "down", "wrap"),
    "wrapping_add": ("sum", _sum, "down", "wrap"),
    "wrapping_sub": ("difference", _difference, "down", "wrap"),
    "saturating_add": ("sum", _sum, "down", "saturate"),
    "checked_add": ("sum", _sum, "down", "check"),
    "sub": ("difference", _difference, "down", "wrap"),
    "saturating_sub": ("difference", _difference, "down", "saturate"),
    "checked_sub": ("difference", _difference, "down", "check"),
    "abs_diff": ("distance", _distance, "down", "saturate"),
    "mul": ("product", _product, "down", "wrap"),
    "wrapping_mul": ("product", _product, "down", "wrap"),
    "saturating_mul": ("product", _product, "down", "saturate"),
    "checked_mul": ("product", _product, "down", "check"),
    "saturating_div": ("quotient", _quotient, "toward zero", "saturate"),
    "checked_div": ("quotient", _quotient, "toward zero", "check"),
    "safe_div": ("quotient", _quotient, "toward zero", "zero"),
    "safe_div_or": ("quotient", _quotient, "toward zero", "default"),
    "div": ("quotient", _quotient, "toward zero", "wrap"),
    "neg": ("negation", _negation, "down", "wrap"),
    "checked_abs": ("absolute value", _absolute, "down", "check"),
    "saturating_neg": ("negation", _negation, "down", "saturate"),
    "checked_neg": ("negation", _negation, "down", "check"),
    "abs": ("absolute value", _absolute, "down", "wrap"),
    "saturating_abs": ("absolute value", _absolute, "down", "saturate"),
}
