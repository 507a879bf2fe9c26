"""What the fields of responses may hold: the checks of one value, without a word on what is wrong with it."""

import re
from collections.abc import Callable, Collection
from typing import Any

_ERROR_CODE = re.compile(r"[A-Z][A-Za-z0-9]*\.[A-Z][A-Za-z0-9]*")
_CALL_ERROR_CODE = re.compile(r"[A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)?")
_SCALARS = (str, int, bool, type(None))


def is_value(value: Any) -> bool:
    """Return whether a JSON value holds no number but integers, at any depth."""
    kind = type(value)
    if kind is str or kind in _SCALARS:
        return True
    if kind is list:
        return all(map(is_value, value))
    return kind is dict and all(map(is_value, value.values()))


def is_object(value: Any) -> bool:
    """Return whether a JSON value is an object that holds no number but integers."""
    return type(value) is dict and is_value(value)


def is_text(value: Any) -> bool:
    """Return whether a JSON value is text."""
    return type(value) is str


def is_true(value: Any) -> bool:
    """Return whether a JSON value is ``true``."""
    return value is True


def is_natural(value: Any) -> bool:
    """Return whether a JSON value is an integer of at least 0."""
    return type(value) is int and value >= 0


def is_fault(value: Any) -> bool:
    """Return whether a JSON value tells of an error: ``what``, and perhaps ``where``."""
    return has(value, ("what",), ("where",)) and all(map(is_text, value.values()))


def is_error_code(value: Any) -> bool:
    """Return whether a JSON value is the code of a rejection, and perhaps a message."""
    return (
        has(value, ("code",), ("message",))
        and is_text(value["code"])
        and bool(_ERROR_CODE.fullmatch(value["code"]))
        and is_text(value.get("message", ""))
    )


Checks = dict[str, Callable[[Any], bool]]
"""How the value of each field or tag is checked."""


def is_call_error(value: Any) -> bool:
    """Return whether a JSON value is the code of a call's rejection, and perhaps a message."""
    return (
        has(value, ("code",), ("message",))
        and is_text(value["code"])
        and bool(_CALL_ERROR_CODE.fullmatch(value["code"]))
        and is_text(value.get("message", ""))
    )


def is_invalid(value: Any) -> bool:
    """Return whether a JSON value is the number with which a node does not admit a transaction."""
    return has(value, ("custom",), ()) and is_natural(value["custom"])


def is_storage(value: Any) -> bool:
    """Return whether a JSON value is a state: raw pairs, or items by name."""
    return is_object(value) or (type(value) is list and all(_is_pair(pair, gone=False) for pair in value))


def are_changes(value: Any) -> bool:
    """Return whether a JSON value is what a step changed: raw pairs, null for what is gone, or items by name."""
    return is_object(value) or (type(value) is list and all(_is_pair(pair, gone=True) for pair in value))


def _is_pair(pair: Any, *, gone: bool) -> bool:
    return (
        type(pair) is list
        and len(pair) == 2
        and type(pair[0]) is str
        and (type(pair[1]) is str or (gone and pair[1] is None))
    )


def are_events(value: Any) -> bool:
    """Return whether a JSON value is a list of events."""
    return type(value) is list and all(
        has(event, ("pallet", "name", "fields"), ())
        and is_text(event["pallet"])
        and is_text(event["name"])
        and is_value(event["fields"])
        for event in value
    )


CALL_OUTCOMES: Checks = {"ok": is_true, "panic": is_true, "err": is_call_error, "invalid": is_invalid}
OUTCOMES: Checks = {"ok": is_value, "none": is_true, "panic": is_true, "err": is_error_code}
UNANSWERED: Checks = {"skip": is_text, "unsupported": is_true, "error": is_fault}


def is_one_of(value: Any, tags: Checks) -> bool:
    """Return whether a JSON value is an object with one of the tags, and with what belongs to it."""
    if type(value) is not dict or len(value) != 1:
        return False
    ((tag, payload),) = value.items()
    check = tags.get(tag)
    return check is not None and check(payload)


def has(value: Any, required: Collection[str], optional: Collection[str]) -> bool:
    """Return whether a JSON value is an object with the required fields and no others but the optional ones."""
    if type(value) is not dict:
        return False
    names = value.keys()
    return names >= set(required) and names <= {*required, *optional}
