"""States that ``chain run`` and ``chain sweep`` start from and write: read, checked, and packed by a file's ending."""

import gzip
import json
import lzma
from pathlib import Path

from subtensor_spec.chain.state import State
from subtensor_spec.errors import InvalidInput
from subtensor_spec.vectorised.blocks.checks import check_network
from subtensor_spec.wire.plain import bytes_from_hex
from subtensor_spec.wire.state.files import read_json, storage_of

_FASTEST = 1


def read_network(path: Path) -> State:
    """Return a checked state with the author that the file names, if any; :class:`InvalidInput` for a bad one."""
    form = read_json(path)
    author = form.get("author") if isinstance(form, dict) else None
    state = State(storage_of(form, str(path)), None if author is None else bytes_from_hex(author))
    check_network(state)
    return state


def write_network(path: Path, state: State) -> None:
    """Write a state as raw pairs with its author; ``.gz`` and ``.xz`` are packed, both as fast as can be."""
    pairs = [["0x" + key.hex(), "0x" + raw.hex()] for key, raw in state.storage().items()]
    author = None if state.author is None else "0x" + state.author.hex()
    text = json.dumps({"author": author, "storage": pairs}).encode()
    if path.suffix == ".gz":
        text = gzip.compress(text, _FASTEST, mtime=0)
    elif path.suffix == ".xz":
        text = lzma.compress(text, preset=0)
    try:
        path.write_bytes(text)
    except OSError as failure:
        raise InvalidInput(str(path), f"cannot be written: {failure.strerror}") from None
