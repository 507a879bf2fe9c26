"""Groups of the fixed-point functions that are more than one exact result, rounded and fitted."""

from collections.abc import Callable

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.subjects.fixed_point.groups.floats import from_float_groups, to_float_groups
from subtensor_conformance.subjects.fixed_point.groups.text import display_groups, parse_groups
from subtensor_spec.arithmetic import FixedPoint


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


SPECIAL: dict[str, Callable[[type[FixedPoint]], list[Group]]] = {
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
"""What makes the groups of a function in a format, by the last part of its captured name."""
