"""Vector files on disk: plain JSON, or gzip'd where large; read with one clear line for whatever is wrong."""

import gzip
import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

from subtensor_conformance.vectors import canonical, trace_lines
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.members import distinct_members

COMPRESS_ABOVE = 48 * 1024
"""A file with more bytes than this is published gzip'd."""

LINES = ".jsonl"
"""How the file of a trace ends: a line a step."""

SINCE_R425 = {"from": "r425", "until": None}
"""The revisions in which a document holds that says nothing else."""


def read_bytes(path: Path) -> bytes:
    """Return a file's content, unpacked. Raises :class:`InvalidInput` if it cannot be read."""
    try:
        content = path.read_bytes()
        return gzip.decompress(content) if path.suffix == ".gz" else content
    except FileNotFoundError:
        raise InvalidInput(str(path), "is missing") from None
    except (OSError, EOFError, zlib.error) as error:
        raise InvalidInput(str(path), f"cannot be read: {error}") from None


def parse(content: bytes, name: str) -> Any:
    """Return the JSON value of a file's content, of a trace its document. Raises :class:`InvalidInput`."""
    if not name.removesuffix(".gz").endswith(LINES):
        return _parse(content, name)
    lines = [_parse(line, f"{name}:{number}") for number, line in enumerate(content.splitlines(), start=1)]
    return trace_lines.trace_of(lines or [None], content, name)


def _parse(content: bytes, name: str) -> Any:
    try:
        return json.loads(content, parse_float=_no_float, parse_constant=_no_float, object_pairs_hook=distinct_members)
    except json.JSONDecodeError as error:
        raise InvalidInput(f"{name}:{error.lineno}", f"is not JSON: {error.msg}") from None
    except UnicodeDecodeError:
        raise InvalidInput(name, "is not UTF-8 text") from None
    except RecursionError:
        raise InvalidInput(name, "is nested too deeply") from None
    except ValueError as error:
        raise InvalidInput(name, str(error)) from None


def read(path: Path) -> Any:
    """Return the JSON value in a file. Raises :class:`InvalidInput`."""
    return parse(read_bytes(path), str(path))


def write(path: Path, content: bytes) -> bool:
    """Write a file unless it holds this content already, and return whether it was written.

    Comparing unpacked content keeps a gzip'd file as it is where another version of zlib would pack it differently.
    """
    if path.exists() and read_bytes(path) == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(content, 9, mtime=0) if path.suffix == ".gz" else content)
    return True


def content_of(document: Any) -> bytes:
    """Return the canonical bytes of a document."""
    is_trace = isinstance(document, dict) and document.get("kind") == "trace"
    return (trace_lines.text_of(document) if is_trace else canonical.text_of(document)).encode()


def relative_path(identifier: str, content: bytes) -> str:
    """Return where the document ``identifier`` with this content is published."""
    ending = LINES if identifier.startswith("trace/") else ".json"
    packed = len(content) > COMPRESS_ABOVE or identifier.startswith("states/")
    return f"{identifier}{ending}.gz" if packed else f"{identifier}{ending}"


def digest(content: bytes) -> str:
    """Return the SHA-256 of some content in hex."""
    return hashlib.sha256(content).hexdigest()


def _no_float(text: str) -> None:
    raise ValueError(f"holds {text}, which is not an integer; no floats stand in a vector")
