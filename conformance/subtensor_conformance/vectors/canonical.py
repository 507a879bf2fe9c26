"""The one way in which a vector file is written: equal content is equal bytes, and a line is what a reader wants.

An object that fits on a line stands on one, otherwise it has one line a member. A list of plain values stands on one
line, however long; so does any list inside a list, which makes a row of a table one line.
"""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

WIDTH = 110
"""Columns that an object or a list of containers may fill before it is broken into lines."""


def text_of(document: Any) -> str:
    """Return the canonical text of a JSON value, with a final line feed."""
    return _rendered(document, "") + "\n"


def one_line(value: Any) -> str:
    """Return a JSON value on one line."""
    return json.dumps(value, ensure_ascii=False)


def compact(value: Any) -> str:
    """Return a JSON value in its shortest form."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def slug_of(arguments: Sequence[Any]) -> str:
    """Return the slug of a question that nobody named: the first 8 hex digits of its arguments' SHA-256."""
    return hashlib.sha256(compact(arguments).encode()).hexdigest()[:8]


def _rendered(value: Any, margin: str) -> str:
    if not isinstance(value, dict | list) or not value:
        return one_line(value)
    if isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        return one_line(value)
    line = one_line(value)
    if len(margin) + len(line) <= WIDTH:
        return line
    inner = margin + "  "
    if isinstance(value, dict):
        lines = [f"{one_line(name)}: {_rendered(member, inner)}" for name, member in value.items()]
    else:
        lines = [one_line(item) if isinstance(item, list) else _rendered(item, inner) for item in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    body = f",\n{inner}".join(lines)
    return f"{opening}\n{inner}{body}\n{margin}{closing}"
