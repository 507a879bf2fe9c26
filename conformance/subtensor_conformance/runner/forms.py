"""The form of a value on the wire: text where text is due, canonical decimals, integers that fit in 32 bits plain.

A value in the wrong form is no answer, however right the number is; what is told is where it stands and what is due.
"""

import re
from typing import Any

from subtensor_conformance.functions.types import split_type
from subtensor_conformance.runner.compare import Step, path_text
from subtensor_spec.arithmetic import FORMATS
from subtensor_spec.wire.plain import shown

_CANONICAL = re.compile(r"0|-?[1-9][0-9]*")
_MEANT = re.compile(r"\s*[+-]?0*[0-9]+(_[0-9]+)*(\.0*)?\s*")
_INTEGER = re.compile(r"[ui]([0-9]+)")

WIDEST_PLAIN = 32
"""Bits of the widest integer that JSON carries as a number."""

Misformed = tuple[list[Step], str]
"""The way to a value, and what is wrong with its form."""


def misformed(value: Any, type_text: str) -> Misformed | None:
    """Return the first value that is not in the form of its type, nothing if all are.

    Whether a number is in the type's range is not asked: that is a matter of right and wrong.
    """
    head, parameters = split_type(type_text)
    if head == "option":
        return None if value is None else misformed(value, parameters[0])
    if head == "sparse":
        return misformed(value, f"list<list<tuple<u16,{parameters[0]}>>>")
    if head in ("list", "tuple"):
        return _misformed_items(value, head, parameters)
    what = "" if head == "json" else _atom_problem(value, head)
    return ([], what) if what else None


def _misformed_items(value: Any, head: str, parameters: list[str]) -> Misformed | None:
    if not isinstance(value, list):
        return [], f"{shown(value)} is not a list"
    if head == "tuple" and len(value) != len(parameters):
        return [], f"{shown(value)} has {len(value)} values where {len(parameters)} are due"
    types = parameters if head == "tuple" else [parameters[0]] * len(value)
    for place, (item, type_text) in enumerate(zip(value, types, strict=True)):
        if found := misformed(item, type_text):
            return [place, *found[0]], found[1]
    return None


def _atom_problem(value: Any, name: str) -> str:
    if name == "bool":
        return "" if isinstance(value, bool) else f"{shown(value)} is not true or false"
    if name == "text":
        return "" if isinstance(value, str) else f"{shown(value)} is not text"
    width = _INTEGER.fullmatch(name)
    if width and int(width[1]) <= WIDEST_PLAIN:
        plain = isinstance(value, int) and not isinstance(value, bool)
        return "" if plain else f"{shown(value)} stands where a JSON number is due ({name})"
    unit = f"{name}, its raw bits" if name in FORMATS or name[0] == "f" else name
    return _decimal_problem(value, unit)


def _decimal_problem(value: Any, unit: str) -> str:
    if isinstance(value, str):
        return "" if _CANONICAL.fullmatch(value) else f"{shown(value)} is not canonical: {_due(unit)}"
    kind = "a JSON number" if isinstance(value, int) and not isinstance(value, bool) else shown(value)
    quoted = f"{shown(value)} is {kind}" if kind != shown(value) else f"{kind} stands"
    return f"{quoted} where text is due: {_due(unit)}"


def _due(unit: str) -> str:
    return f"digits in quotes, with - before a negative number; no +, leading zero, point or blank ({unit})"


def misformed_like(expected: Any, actual: Any) -> str:
    """Return what is wrong with the form of a value that stands for ``expected``, where no type says what is due.

    Only what means the very number that is expected is held against its form.
    """
    number, text = _is_number(expected), isinstance(expected, str)
    if text and _CANONICAL.fullmatch(expected) and _means(actual, int(expected)):
        return _decimal_problem(actual, "an integer")
    if number and isinstance(actual, str) and _means(actual, expected):
        return f"{shown(actual)} is text where a JSON number is due"
    return ""


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _means(value: Any, number: int) -> bool:
    """Return whether a JSON value is a number, or text that a reader may take for one, and that number."""
    if isinstance(value, str) and len(value) <= 100 and _MEANT.fullmatch(value):
        return int(value.strip().replace("_", "").partition(".")[0]) == number
    return _is_number(value) and value == number


def complaint(place: str, found: Misformed) -> str:
    """Return where a value stands and what is wrong with its form, on one line."""
    path, what = found
    return f"{place}{path_text(path)}: {what}"
