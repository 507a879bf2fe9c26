"""Files of observed steps: whole chains, single calls on a state, and short sequences from one state.

A file is JSON Lines, plain or compressed. Its first line names it and holds the raw entries that it begins on; every
further one is a step with its answers, or a sequence of such steps. They become steps as vectors write them: entries
typed, an error's code in one word.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from subtensor_conformance.authoring.chains.steps import published_step
from subtensor_spec.chain.state import State
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.chain_steps import entries_from_json
from subtensor_spec.wire.state.files import read_bytes
from subtensor_spec.wire.state.typed import typed_form

Document = dict[str, Any]

TRACE, CALLS, SEQUENCES = "trace", "ops", "sequences"
"""The member of a first line that says what a file holds, and names it."""

ENTRIES = {TRACE: "genesis", CALLS: "state", SEQUENCES: "state"}


@dataclass(frozen=True)
class ObservedFile:
    """What a file holds: its form, its name, the state that it begins on, and its lines, read when asked for."""

    form: str
    name: str
    state: Document
    sha256: str
    content: bytes

    def lines(self) -> Iterator[Any]:
        """Yield every line but the first."""
        for line in self.content.splitlines()[1:]:
            yield json.loads(line)

    def steps(self) -> list[Document]:
        """Return the steps of a chain, or the calls of a file of calls."""
        return [published_step(line) for line in self.lines()]

    def sequences(self) -> Iterator[tuple[str, list[Document]]]:
        """Yield the name and the steps of each sequence."""
        for line in self.lines():
            yield line["sequence"], [published_step(step) for step in line["steps"]]


def read_observed(path: Path) -> ObservedFile:
    """Return what a file of observed steps holds. Raises :class:`InvalidInput`."""
    content = read_bytes(path)
    try:
        first = json.loads(content.split(b"\n", 1)[0])
        form = next(form for form in ENTRIES if form in first)
        entries = entries_from_json(first[ENTRIES[form]], ENTRIES[form])
        number = first.get("block", 0)
    except (json.JSONDecodeError, StopIteration, TypeError, KeyError):
        raise InvalidInput(str(path), "is no file of observed steps") from None
    storage = {key: value for key, value in entries.items() if value is not None}
    state = state_document(first[form], storage, first["author"], number)
    return ObservedFile(form, first[form], state, hashlib.sha256(path.read_bytes()).hexdigest(), content)


def state_document(name: str, storage: dict[bytes, bytes], author: str | None, block: int) -> Document:
    """Return the document of a state."""
    return {
        "kind": "state",
        "format": 1,
        "id": f"states/{name}",
        "block": block,
        "author": author,
        "digest": State(storage).digest(),
        "storage": typed_form(storage),
    }
