"""Groups of the fixed-point operations and conversions."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_conformance.vectors.arrangement import Group, anything
from subtensor_conformance.vectors.grouping.exact_results import Operation, groups_of
from subtensor_conformance.vectors.grouping.floats import from_float_groups, to_float_groups
from subtensor_conformance.vectors.grouping.text import display_groups, parse_groups
from subtensor_conformance.vectors.rows import Row
from subtensor_spec.arithmetic import FORMATS, FixedPoint

Exact = Callable[[tuple[Any, ...]], Fraction | None]

_INTEGERS = re.compile(r"([ui])(16|32|64|128)")
_TO_INTEGER = re.compile(r"(?P<how>saturating_to|checked_to|to_num)_(?P<to>[ui]\d+)")
_FROM_INTEGER = re.compile(r"(?P<how>saturating_from|checked_from|wrapping_from|from_num)_(?P<of>[ui]\d+)")
_TO_FIXED = re.compile(r"(?P<how>to|from_num_to)_(?P<to>[IU]\d+F\d+)")
_ROUND = re.compile(r"(?P<how>|saturating_|checked_)(?P<to>floor|ceil|round)(_std)?")

_DIRECTIONS = {"floor": "down", "ceil": "up", "round": "to nearest, a tie away from zero"}


def groups_for(function: Function) -> list[Group]:
    """Return the groups of one fixed-point function."""
    _, type_name, operation = function.raw_name.split(".")
    number = FORMATS[type_name]
    special = _SPECIAL.get(operation)
    if special is not None:
        return special(number)
    return groups_of(_operation(number, operation))


def operation_of(function: Function) -> Operation | None:
    """Return what a fixed-point function computes exactly, if it is of that kind."""
    prefix, type_name, name = function.raw_name.split(".") if function.raw_name.count(".") == 2 else ("", "", "")
    known = name in _ARITHMETIC or any(form.fullmatch(name) for form in (_TO_INTEGER, _FROM_INTEGER, _TO_FIXED, _ROUND))
    return _operation(FORMATS[type_name], name) if prefix == "fx" and known else None


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


def _safe_floor(number: type[FixedPoint]) -> list[Group]:
    def is_fraction(row: Row) -> bool:
        return bool(row.values[0] % number.ONE.bits)

    return [
        Group(
            "nothing",
            lambda row: row.is_none,
            why="One less than the floor of a negative value that is not whole is out of range: no answer.",
            catches="Answering with the floor, which this function does not compute for negative values.",
        ),
        Group(
            "negative-fraction",
            lambda row: row.values[0] < 0 and is_fraction(row),
            why="safe-math's floor takes one from the integer part, which is rounded down already: -0.1 gives -2.",
            catches="Correcting it: the right floor is one higher, and production does not compute it here.",
        ),
        Group(
            "positive-fraction",
            is_fraction,
            why="The value is positive and not whole: the fraction is cut off.",
            catches="Taking one from positive values too.",
        ),
        Group(
            "whole",
            anything,
            why="A whole number is its own floor, negative or not.",
            catches="Taking one from it.",
        ),
    ]


def _integer_part(number: type[FixedPoint]) -> list[Group]:
    return _parts(number, "the integer part is the floor", "Cutting toward zero: the integer part of -0.5 is -1.")


def _fraction_part(number: type[FixedPoint]) -> list[Group]:
    return _parts(number, "the fraction is what lies above the floor, so it is never negative", "A negative fraction.")


def _parts(number: type[FixedPoint], rule: str, mistake: str) -> list[Group]:
    one = number.ONE.bits
    return [
        Group(
            "negative-fraction",
            lambda row: row.values[0] < 0 and row.values[0] % one != 0,
            why=f"The value is negative and not whole: {rule}.",
            catches=mistake,
        ),
        Group(
            "positive-fraction",
            lambda row: row.values[0] % one != 0,
            why=f"The value is positive and not whole: {rule}.",
            catches="A mask over the wrong number of bits.",
        ),
        Group("whole", anything, why="The value is whole.", catches="A mask over the wrong number of bits."),
    ]


def _comparisons(_number: type[FixedPoint]) -> list[Group]:
    return [
        Group(
            "equal",
            lambda row: row.values[0] == row.values[1],
            why="Both operands are equal.",
            catches="Answering with anything but the operand.",
        ),
        Group(
            "signs-differ",
            lambda row: (row.values[0] < 0) != (row.values[1] < 0),
            why="One operand is negative and the other is not, so the bits must be compared as signed integers.",
            catches="Comparing the bits as unsigned integers.",
        ),
        Group("signs-agree", anything, why="Two operands of one sign.", catches="Choosing the wrong operand."),
    ]


def _remainder(_number: type[FixedPoint]) -> list[Group]:
    return [
        Group(
            "least-divisors",
            lambda row: abs(row.values[1]) <= 1,
            why="A divisor of zero: checked, no answer; plain, a panic. A divisor of one bit: the remainder is zero.",
            catches="Answering with the dividend where nothing divides it.",
        ),
        Group(
            "negative-dividend",
            lambda row: row.values[0] < 0,
            why="The dividend is negative: the remainder takes its sign, since the quotient is cut toward zero.",
            catches="A remainder with the divisor's sign, as Python's % has it.",
        ),
        Group(
            "negative-divisor",
            lambda row: row.values[1] < 0,
            why="The divisor is negative: its sign does not matter.",
            catches="A remainder with the divisor's sign.",
        ),
        Group("ordinary", anything, why="Two operands that are not negative.", catches="A remainder of scaled values."),
    ]


def _sums(number: type[FixedPoint]) -> list[Group]:
    def leaves_on_the_way(row: Row) -> bool:
        partial = 0
        for term in row.values[0]:
            partial += term
            if not number.MIN_BITS <= partial <= number.MAX_BITS:
                return True
        return False

    return [
        Group(
            "empty",
            lambda row: not row.values[0],
            why="The sum of nothing is zero.",
            catches="Failing for want of a first term.",
        ),
        Group(
            "wraps",
            lambda row: not number.MIN_BITS <= sum(row.values[0]) <= number.MAX_BITS,
            why="The exact sum is out of range: a sum of an iterator is plain addition, which wraps.",
            catches="Saturating, as a loop of saturating_add does; production uses both, and they differ here.",
        ),
        Group(
            "out-and-back",
            leaves_on_the_way,
            why="A partial sum leaves the range and the total is back in it: after wrapping twice the sum is exact.",
            catches="Saturating or failing on the way.",
        ),
        Group("in-range", anything, why="No partial sum leaves the range.", catches="A lost term or a lost sign."),
    ]


def _limits(_number: type[FixedPoint]) -> list[Group]:
    return [
        Group(
            "limit",
            anything,
            why="The limit of the type, in bits.",
            catches="A wrong width or a lost sign bit.",
            tier="smoke",
        )
    ]


_SPECIAL: dict[str, Callable[[type[FixedPoint]], list[Group]]] = {
    "fx_checked_floor": _safe_floor,
    "int": _integer_part,
    "frac": _fraction_part,
    "min": _comparisons,
    "max": _comparisons,
    "checked_rem": _remainder,
    "rem": _remainder,
    "sum": _sums,
    "max_value": _limits,
    "min_value": _limits,
    "saturating_from_f64": from_float_groups(64, "saturate"),
    "saturating_from_f32": from_float_groups(32, "saturate"),
    "from_num_f64": from_float_groups(64, "wrap"),
    "checked_from_f64": from_float_groups(64, "check"),
    "saturating_to_f64": to_float_groups(64),
    "saturating_to_f32": to_float_groups(32),
    "display": display_groups,
    "from_str": parse_groups,
}
