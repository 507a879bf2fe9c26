"""Strict comparison of JSON values, and the first place where two of them differ."""

import json
from typing import Any

Step = str | int

MISSING = "(missing)"
"""Stands for a value that one side does not have."""

_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), default=repr).encode


def same(expected: Any, actual: Any) -> bool:
    """Return whether two JSON values are the same: ``1`` is neither ``true`` nor ``"1"``; order of keys is nothing."""
    if type(expected) is str:
        return type(actual) is str and expected == actual
    return bool(expected == actual) and _canonical(expected) == _canonical(actual)


def first_difference(expected: Any, actual: Any) -> tuple[list[Step], Any, Any] | None:
    """Return the way to the first difference and both values there, or nothing if there is none.

    Objects are walked in the order of ``expected``. Lists of different length differ at the first item that does, and
    if one begins the other, at the first item that only one of them has.
    """
    if type(expected) is not type(actual):
        return [], expected, actual
    if isinstance(expected, dict):
        return _first_in_object(expected, actual)
    if isinstance(expected, list):
        return _first_in_list(expected, actual)
    return None if expected == actual else ([], expected, actual)


def _first_in_object(expected: dict[str, Any], actual: dict[str, Any]) -> tuple[list[Step], Any, Any] | None:
    for name in [*expected, *(name for name in actual if name not in expected)]:
        if name not in expected or name not in actual:
            return [name], expected.get(name, MISSING), actual.get(name, MISSING)
        if found := first_difference(expected[name], actual[name]):
            return [name, *found[0]], found[1], found[2]
    return None


def _first_in_list(expected: list[Any], actual: list[Any]) -> tuple[list[Step], Any, Any] | None:
    for index in range(max(len(expected), len(actual))):
        if index >= len(expected) or index >= len(actual):
            here = [items[index] if index < len(items) else MISSING for items in (expected, actual)]
            return [index], here[0], here[1]
        if found := first_difference(expected[index], actual[index]):
            return [index, *found[0]], found[1], found[2]
    return None


def path_text(steps: list[Step]) -> str:
    """Return a way into a value as text: ``[3][0].name``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
