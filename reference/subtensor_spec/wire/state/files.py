"""Raw storage as people have it: what a node's JSON-RPC answers, lists of pairs, plain or compressed."""

import gzip
import json
import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.members import distinct_members
from subtensor_spec.wire.plain import bytes_from_hex
from subtensor_spec.wire.state.typed import is_typed, storage_from_typed

Storage = dict[bytes, bytes]

_WRAPPED = ("result", "storage", "state", "genesis")
"""Members under which known files carry the entries."""

_GZIP, _XZ = b"\x1f\x8b", b"\xfd7zXZ\x00"


def read_storage(path: Path) -> Storage:
    """Return the raw entries of a file; :class:`InvalidInput` names the entry that is wrong.

    The file is JSON, plain or compressed with gzip or xz: ``[[key, value], …]``, ``{key: value}``, the answer of
    ``state_getPairs`` or of ``state_queryStorageAt``, the typed form, or a line of JSON with one of these inside.
    """
    return storage_of(read_json(path), str(path))


def read_json(path: Path) -> Any:
    """Return what a file of JSON holds, or its first line if each line is JSON of its own."""
    text = _text(path)
    try:
        return json.loads(text, object_pairs_hook=distinct_members)
    except json.JSONDecodeError as failure:
        first, _, rest = text.partition("\n")
        if rest.strip():
            try:
                return json.loads(first, object_pairs_hook=distinct_members)
            except json.JSONDecodeError:
                pass
        raise InvalidInput(str(path), f"is no JSON: {failure.msg} in line {failure.lineno}") from None
    except ValueError as repeated:
        raise InvalidInput(str(path), str(repeated)) from None
    except RecursionError:
        raise InvalidInput(str(path), "is nested too deeply") from None


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes, unpacked if it is compressed."""
    try:
        packed = path.read_bytes()
        if packed.startswith(_GZIP):
            return gzip.decompress(packed)
        return lzma.decompress(packed) if packed.startswith(_XZ) else packed
    except (EOFError, lzma.LZMAError, gzip.BadGzipFile):
        raise InvalidInput(str(path), "is compressed and broken") from None
    except OSError as failure:
        raise InvalidInput(str(path), f"cannot be read: {failure.strerror or failure}") from None


def _text(path: Path) -> str:
    try:
        return read_bytes(path).decode()
    except UnicodeDecodeError:
        raise InvalidInput(str(path), "is no text") from None


def storage_of(form: Any, where: str) -> Storage:
    """Return the raw entries that a JSON form states."""
    if isinstance(form, dict) and is_typed(form):
        return storage_from_typed(form)
    storage: Storage = {}
    for number, (key, value) in enumerate(_pairs(form, where)):
        try:
            raw = bytes_from_hex(key)
        except InvalidInput as complaint:
            raise complaint.within(f"{where}: key of entry {number}") from None
        if value is None:
            continue
        if raw in storage:
            raise InvalidInput(where, f"key {key} stands twice")
        try:
            storage[raw] = bytes_from_hex(value)
        except InvalidInput as complaint:
            raise complaint.within(f"{where}: value of {key}") from None
    return storage


def _pairs(form: Any, where: str) -> Iterator[tuple[Any, Any]]:
    if isinstance(form, dict):
        inner = next((form[name] for name in _WRAPPED if isinstance(form.get(name), list | dict)), None)
        if inner is not None:
            return _pairs(inner, where)
        if "error" in form:
            raise InvalidInput(where, f"holds an error of the node: {form['error']}")
        return iter(form.items())
    if not isinstance(form, list):
        raise InvalidInput(where, "holds neither pairs of keys and values nor what a node answers with them")
    if form and all(isinstance(block, dict) and "changes" in block for block in form):
        return iter(_last_of([pair for block in form for pair in block["changes"]], where))
    return iter(_checked(form, where))


def _last_of(pairs: list[Any], where: str) -> Iterable[tuple[Any, Any]]:
    """Return each key with its last value: the answer for several blocks lists what changed in each."""
    return dict(_checked(pairs, where)).items()


def _checked(pairs: list[Any], where: str) -> list[tuple[Any, Any]]:
    for number, pair in enumerate(pairs):
        if not isinstance(pair, list) or len(pair) != 2 or not isinstance(pair[0], str):
            raise InvalidInput(where, f"entry {number} is no pair of key and value")
    return pairs
