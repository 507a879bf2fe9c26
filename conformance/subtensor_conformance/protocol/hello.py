"""What an adapter says of itself: whether it is in form, each fault named by its field."""

import json
from collections.abc import Collection
from typing import Any

from subtensor_conformance.protocol.lines import VERSION
from subtensor_conformance.protocol.nearest import near
from subtensor_conformance.protocol.values import is_natural, is_text

KINDS = frozenset({"arith", "epoch", "op", "trace"})

STORAGE_FORMS = ("raw", "typed")
"""How an adapter may write a chain's storage: keys and SCALE values in hex, or items by name."""

REQUIRED, OPTIONAL = ("kinds", "functions", "revisions"), ("calls", "storage", "stages", "batch_max")
_LISTS = ("kinds", "functions", "revisions", "calls")


def hello_problem(message: Any) -> str:
    """Return what is wrong with an answer to ``hello``, apart from ``seq``; the empty text if nothing is."""
    found = _members_problem("hello's answer", message, ("seq", "protocol", "implementation", "capabilities"), ())
    if found:
        return found
    if type(message["protocol"]) is not int or message["protocol"] != VERSION:
        return f"the adapter speaks protocol {_shown(message['protocol'])}, not {VERSION}"
    return _implementation_problem(message["implementation"]) or _capabilities_problem(message["capabilities"])


def _implementation_problem(value: Any) -> str:
    if type(value) is not dict:
        return "implementation is not an object"
    for name in ("name", "version"):
        if name not in value:
            return f"implementation lacks {name}"
    for name in {"name", "version", "language", "source"} & value.keys():
        if not is_text(value[name]):
            return f"implementation.{name} is not text"
    return "" if value["name"] else "implementation.name is empty"


def _capabilities_problem(value: Any) -> str:
    found = _members_problem("capabilities", value, REQUIRED, OPTIONAL)
    if found:
        return found
    for name in _LISTS:
        items = value.get(name, [])
        if type(items) is not list or not all(map(is_text, items)):
            return f"capabilities.{name} is not a list of text"
    for kind in value["kinds"]:
        if kind not in KINDS:
            return f"capabilities.kinds has {_shown(kind)}; there are {', '.join(sorted(KINDS))}{near(kind, KINDS)}"
    if value.get("storage", "raw") not in STORAGE_FORMS:
        return f"capabilities.storage is none of {', '.join(STORAGE_FORMS)}"
    if type(value.get("stages", False)) is not bool:
        return "capabilities.stages is not true or false"
    if not is_natural(value.get("batch_max", 1)) or value.get("batch_max", 1) < 1:
        return "capabilities.batch_max is not a positive integer"
    return ""


def _members_problem(what: str, value: Any, required: Collection[str], optional: Collection[str]) -> str:
    """Return which member is missing or unknown."""
    if type(value) is not dict:
        return f"{what} is not an object"
    missing = [name for name in required if name not in value]
    known = [*required, *optional]
    unknown = [name for name in value if name not in known]
    if missing:
        misspelt = f"; it has {', '.join(unknown)}, which is unknown" if unknown else ""
        return f"{what} lacks {', '.join(missing)}{misspelt}"
    return f"{what} has {unknown[0]}, which is unknown{near(unknown[0], known)}" if unknown else ""


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 100 else text[:97] + "…"
