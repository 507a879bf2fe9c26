"""A trace's file: JSON Lines, a header, a step a line, and a footer with the digest of all lines before it."""

import hashlib
from typing import Any

from subtensor_conformance.vectors.canonical import compact, one_line
from subtensor_spec.errors import InvalidInput

Document = dict[str, Any]


def text_of(trace: Document) -> str:
    """Return the canonical text of a trace; its footer is worked out anew."""
    header = {name: value for name, value in trace.items() if name not in ("steps", "footer")}
    text = "".join(f"{line}\n" for line in [one_line(header), *map(compact, trace["steps"])])
    return f"{text}{one_line({'footer': _footer(text)})}\n"


def _footer(text: str) -> Document:
    return {"steps": text.count("\n") - 1, "sha256": hashlib.sha256(text.encode()).hexdigest()}


def trace_of(lines: list[Any], content: bytes, name: str) -> Document:
    """Return the trace that the lines of a file state. Raises :class:`InvalidInput` if they are cut short or edited."""
    header, footer = lines[0], lines[-1]
    if not isinstance(header, dict) or not isinstance(footer, dict) or len(lines) < 3:
        raise InvalidInput(name, "is no trace: it has no header and footer")
    above = content[: content.rstrip(b"\n").rfind(b"\n") + 1]
    if footer.get("footer") != _footer(above.decode()):
        raise InvalidInput(name, "is cut short or edited: its footer is not that of its lines")
    return {**header, "steps": lines[1:-1], "footer": footer["footer"]}
