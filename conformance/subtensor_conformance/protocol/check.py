"""Whether a response is what its schema says: the checks of ``vectors/schema/protocol``, written by hand to be fast.

A test holds these functions and the schemas to the same verdict on the same messages. Each returns the empty text for a
valid message, else one line that says what is wrong.
"""

import json
from collections.abc import Callable
from typing import Any

from subtensor_conformance.protocol.hello import hello_problem
from subtensor_conformance.protocol.values import (
    CALL_OUTCOMES,
    OUTCOMES,
    UNANSWERED,
    Checks,
    are_changes,
    are_events,
    has,
    is_fault,
    is_natural,
    is_object,
    is_one_of,
    is_storage,
    is_text,
    is_true,
    is_value,
)

_ARITH = OUTCOMES | UNANSWERED


def arith_problem(result: Any) -> str:
    """Check one ``[id, outcome]`` of an ``arith`` response."""
    if type(result) is not list or len(result) != 2 or type(result[0]) is not str:
        return "a result is not [id, outcome]"
    return "" if is_one_of(result[1], _ARITH) else f"{_shown(result[1])} is not an outcome"


def epoch_problem(result: Any) -> str:
    """Check one result of an ``epoch`` response."""
    if has(result, ("id", "output"), ("stages",)):
        valid = is_text(result["id"]) and is_object(result["output"]) and is_object(result.get("stages", {}))
    else:
        valid = _is_tagged(result, {"panic": is_true, **UNANSWERED}, is_text)
    return "" if valid else f"{_shown(result)} is not the result of an epoch"


def op_problem(result: Any) -> str:
    """Check one result of an ``op`` response."""
    if has(result, ("id", "outcome", "changes", "events"), ()):
        valid = is_text(result["id"]) and _is_left_behind(result)
    else:
        valid = _is_tagged(result, UNANSWERED, is_text)
    return "" if valid else f"{_shown(result)} is not the result of an op"


def _is_left_behind(result: dict[str, Any]) -> bool:
    """Return whether the outcome, changes and events of a result are such."""
    outcome = "outcome" not in result or is_one_of(result["outcome"], CALL_OUTCOMES)
    return outcome and are_changes(result["changes"]) and are_events(result["events"])


def is_step_result(value: Any) -> bool:
    """Return whether a JSON value tells what a step left behind: of a write from outside nothing."""
    return value == {} or (has(value, ("changes", "events"), ("outcome",)) and _is_left_behind(value))


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


def is_refusal(message: Any) -> bool:
    """Return whether a response refuses the whole request: the method is unknown, or the request is wrong."""
    if has(message, ("seq", "unsupported"), ()):
        return is_natural(message["seq"]) and message["unsupported"] is True
    return (
        has(message, ("seq", "error"), ())
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
        if not has(message, ("seq", "results"), ()) or type(message["results"]) is not list:
            return f"{method} is answered by seq and a list of results"
        return ""
    return _session_problem(method, message)


def _session_problem(method: str, message: dict[str, Any]) -> str:
    """Check the responses that belong to a trace, and ``bye``."""
    methods: dict[str, Checks] = {
        "open": {"digest": is_text},
        "step": {"results": _are_step_results},
        "state": {"storage": is_storage, "digest": is_text},
        "close": {},
        "bye": {},
    }
    checks = methods[method]
    if not has(message, ("seq", *checks), ()):
        return f"{method} is answered by {', '.join(('seq', *checks))}"
    wrong = [name for name, check in checks.items() if not check(message[name])]
    return f"{method} is answered by a wrong {wrong[0]}" if wrong else ""


def _are_step_results(value: Any) -> bool:
    return type(value) is list and all(map(is_step_result, value))


def problem(method: str, message: Any) -> str:
    """Check a whole response to ``method``."""
    found = envelope_problem(method, message)
    if found or method not in RESULT_PROBLEMS or is_refusal(message):
        return found
    return next(filter(None, map(RESULT_PROBLEMS[method], message["results"])), "")


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 100 else text[:97] + "…"
