"""Whether a response is what its schema says: the checks of ``vectors/schema/protocol``, written by hand to be fast.

A test holds these functions and the schemas to the same verdict on the same messages. Each returns the empty text for a
valid message, else one line that says what is wrong.
"""

import re
from collections.abc import Callable, Collection
from typing import Any

from subtensor_conformance.protocol.lines import VERSION

KINDS = frozenset({"arith", "epoch", "op", "trace"})

STORAGE_FORMS = ("raw", "typed")
"""How an adapter may write a chain's storage: keys and SCALE values in hex, or items by name."""

_ERROR_CODE = re.compile(r"[A-Z][A-Za-z0-9]*\.[A-Z][A-Za-z0-9]*")
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
    return _has(value, ("what",), ("where",)) and all(map(is_text, value.values()))


def is_error_code(value: Any) -> bool:
    """Return whether a JSON value is the code of a rejection, and perhaps a message."""
    return (
        _has(value, ("code",), ("message",))
        and is_text(value["code"])
        and bool(_ERROR_CODE.fullmatch(value["code"]))
        and is_text(value.get("message", ""))
    )


Checks = dict[str, Callable[[Any], bool]]
"""How the value of each field or tag is checked."""

OUTCOMES: Checks = {"ok": is_value, "none": is_true, "panic": is_true, "err": is_error_code}
UNANSWERED: Checks = {"skip": is_text, "unsupported": is_true, "error": is_fault}
_ARITH = OUTCOMES | UNANSWERED


def arith_problem(result: Any) -> str:
    """Check one ``[id, outcome]`` of an ``arith`` response."""
    if type(result) is not list or len(result) != 2 or type(result[0]) is not str:
        return "a result is not [id, outcome]"
    return "" if _is_one_of(result[1], _ARITH) else f"{_shown(result[1])} is not an outcome"


def _is_one_of(value: Any, tags: Checks) -> bool:
    if type(value) is not dict or len(value) != 1:
        return False
    ((tag, payload),) = value.items()
    check = tags.get(tag)
    return check is not None and check(payload)


def epoch_problem(result: Any) -> str:
    """Check one result of an ``epoch`` response."""
    if _has(result, ("id", "output"), ("stages",)):
        valid = is_text(result["id"]) and is_object(result["output"]) and is_object(result.get("stages", {}))
    else:
        valid = _is_tagged(result, {"panic": is_true, **UNANSWERED}, is_text)
    return "" if valid else f"{_shown(result)} is not the result of an epoch"


def op_problem(result: Any) -> str:
    """Check one result of an ``op`` response."""
    if _has(result, ("id", "outcome", "changes", "digest"), ("events",)):
        events = result.get("events", [])
        valid = (
            is_text(result["id"])
            and _is_one_of(result["outcome"], OUTCOMES)
            and is_object(result["changes"])
            and is_text(result["digest"])
            and type(events) is list
            and all(map(is_object, events))
        )
    else:
        valid = _is_tagged(result, UNANSWERED, is_text)
    return "" if valid else f"{_shown(result)} is not the result of an op"


def raw_problem(result: Any) -> str:
    """Check one result of a ``raw`` response."""
    tags: Checks = {"r": is_value, "panic": is_true, "unsupported": is_true, "error": is_fault}
    valid = _is_tagged(result, tags, lambda value: value is None or type(value) in (str, int))
    return "" if valid else f"{_shown(result)} is not a raw result"


def _is_tagged(result: Any, tags: Checks, is_identifier: Callable[[Any], bool]) -> bool:
    if type(result) is not dict or len(result) != 2 or "id" not in result or not is_identifier(result["id"]):
        return False
    return any(tag in tags and tags[tag](payload) for tag, payload in result.items() if tag != "id")


RESULT_PROBLEMS: dict[str, Callable[[Any], str]] = {
    "arith": arith_problem,
    "epoch": epoch_problem,
    "op": op_problem,
    "raw": raw_problem,
}
"""The check of one result, by method."""


def hello_problem(message: Any) -> str:
    """Check what an adapter says of itself, apart from ``seq``."""
    if not _has(message, ("seq", "protocol", "implementation", "capabilities"), ()):
        return "hello is answered by seq, protocol, implementation and capabilities"
    if type(message["protocol"]) is not int or message["protocol"] != VERSION:
        return f"the adapter speaks protocol {_shown(message['protocol'])}, not {VERSION}"
    implementation = message["implementation"]
    if type(implementation) is not dict or not {"name", "version"} <= implementation.keys():
        return "implementation lacks its name or version"
    for name in {"name", "version", "language", "source"} & implementation.keys():
        if not is_text(implementation[name]):
            return f"implementation.{name} is not text"
    if not implementation["name"]:
        return "implementation.name is empty"
    return _capabilities_problem(message["capabilities"])


def _capabilities_problem(value: Any) -> str:
    if not _has(value, ("kinds", "functions", "revisions"), ("calls", "storage", "stages", "batch_max")):
        return "capabilities are kinds, functions, revisions, and perhaps calls, storage, stages and batch_max"
    for name in ("kinds", "functions", "revisions", "calls"):
        items = value.get(name, [])
        if type(items) is not list or not all(map(is_text, items)):
            return f"capabilities.{name} is not a list of text"
    if not KINDS.issuperset(value["kinds"]):
        return f"capabilities.kinds knows only {', '.join(sorted(KINDS))}"
    if value.get("storage", "raw") not in STORAGE_FORMS:
        return f"capabilities.storage is none of {', '.join(STORAGE_FORMS)}"
    if type(value.get("stages", False)) is not bool:
        return "capabilities.stages is not true or false"
    if not is_natural(value.get("batch_max", 1)) or value.get("batch_max", 1) < 1:
        return "capabilities.batch_max is not a positive integer"
    return ""


def is_refusal(message: Any) -> bool:
    """Return whether a response refuses the whole request: the method is unknown, or the request is wrong."""
    if _has(message, ("seq", "unsupported"), ()):
        return is_natural(message["seq"]) and message["unsupported"] is True
    return (
        _has(message, ("seq", "error"), ())
        and (message["seq"] is None or is_natural(message["seq"]))
        and is_fault(message["error"])
    )


def envelope_problem(method: str, message: Any) -> str:
    """Check a response to ``method`` apart from its results one by one."""
    if is_refusal(message):
        return ""
    if type(message) is not dict:
        return "a response is a JSON object"
    if not is_natural(message.get("seq")):
        return "seq is missing or not a natural number"
    if method == "hello":
        return hello_problem(message)
    if method in RESULT_PROBLEMS:
        if not _has(message, ("seq", "results"), ()) or type(message["results"]) is not list:
            return f"{method} is answered by seq and a list of results"
        return ""
    return _session_problem(method, message)


def _session_problem(method: str, message: dict[str, Any]) -> str:
    """Check the responses that belong to a trace, and ``bye``."""
    methods: dict[str, Checks] = {
        "open": {"digest": is_text},
        "step": {"outcomes": _are_outcomes, "digest": is_text},
        "state": {"state": is_object, "digest": is_text},
        "close": {},
        "bye": {},
    }
    fields = methods[method]
    optional: Checks = {"changes": is_object} if method == "step" else {}
    if not _has(message, ("seq", *fields), optional):
        return f"{method} is answered by {', '.join(('seq', *fields))}"
    checks = fields | optional
    wrong = [name for name, value in message.items() if name != "seq" and not checks[name](value)]
    return f"{method} is answered by a wrong {wrong[0]}" if wrong else ""


def _are_outcomes(value: Any) -> bool:
    return type(value) is list and all(_is_one_of(item, OUTCOMES) for item in value)


def problem(method: str, message: Any) -> str:
    """Check a whole response to ``method``."""
    found = envelope_problem(method, message)
    if found or method not in RESULT_PROBLEMS or is_refusal(message):
        return found
    return next(filter(None, map(RESULT_PROBLEMS[method], message["results"])), "")


def _has(value: Any, required: Collection[str], optional: Collection[str]) -> bool:
    """Return whether a JSON value is an object with the required fields and no others but the optional ones."""
    if type(value) is not dict:
        return False
    names = value.keys()
    return names >= set(required) and names <= {*required, *optional}


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 100 else text[:97] + "…"
