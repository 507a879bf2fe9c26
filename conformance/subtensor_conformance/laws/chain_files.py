"""Files of states and of chains, read as steps that laws can be held against.

A chain is JSON Lines: a header that names its state or holds it, then a step a line with all that it left behind. What
is read is what the file says; nothing is executed.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from subtensor_conformance.laws.chain_law import BLOCK, CALL, SET, Happened, Told
from subtensor_conformance.vectors.states import folder_above, path_of, read_state
from subtensor_spec.chain.event_kinds.registry import all_events
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.chain_steps import entries_from_json
from subtensor_spec.wire.state.changes import Changes, changes_from_typed
from subtensor_spec.wire.state.files import Storage, read_bytes, storage_of

Line = dict[str, Any]


@dataclass(frozen=True)
class ChainFile:
    """A state and what followed on it: runs of steps, each run from the state itself, lines numbered from 1."""

    storage: Storage
    runs: list[tuple[int, list[Happened]]]


def read_chain(path: Path) -> ChainFile:
    """Return what a file holds. Raises :class:`InvalidInput` if it is neither a state nor a chain.

    Of a chain every line is a step of one run; of a file of single calls every line is a run, and of a file of
    sequences every sequence.
    """
    header, *lines = _lines(path)
    storage = _storage(header, path)
    try:
        return ChainFile(storage, _runs(header, lines))
    except InvalidInput as complaint:
        raise complaint.within(str(path)) from None
    except (KeyError, TypeError, AttributeError) as failure:
        raise InvalidInput(str(path), f"is no chain of steps: {failure}") from None


def _lines(path: Path) -> list[Any]:
    text = read_bytes(path).decode(errors="replace")
    try:
        return [json.loads(text)]
    except json.JSONDecodeError:
        pass
    try:
        return [json.loads(line) for line in text.splitlines()]
    except json.JSONDecodeError as failure:
        raise InvalidInput(str(path), f"is neither a state nor a chain: {failure.msg}") from None


def _storage(header: Any, path: Path) -> Storage:
    if not isinstance(header, dict) or "pre" not in header:
        return storage_of(header, str(path))
    folder = folder_above(path, header["pre"])
    if folder is None:
        raise InvalidInput(str(path), f"begins on the state {header['pre']}, which lies in no folder above")
    return dict(read_state(str(path_of(folder, header["pre"]))).storage)


def _runs(header: Any, lines: list[Line]) -> list[tuple[int, list[Happened]]]:
    if isinstance(header, dict) and "ops" in header:
        return [(number, [happened(line)]) for number, line in enumerate(lines, start=1)]
    if isinstance(header, dict) and "sequences" in header:
        return [(number, _steps(line["steps"])) for number, line in enumerate(lines, start=1)]
    return [(1, _steps(lines))] if lines else []


def _steps(lines: list[Line]) -> list[Happened]:
    return [happened(line) for line in lines if "checkpoint" not in line and "footer" not in line]


def happened(line: Line) -> Happened:
    """Return the step that a line tells of."""
    if "set" in line:
        return Happened(SET, changes=_changes(line["set"]))
    changes, events = _changes(line["changes"]), tuple(told(event) for event in line["events"])
    if "block" in line:
        return Happened(BLOCK, changes=changes, events=events)
    refused = line["outcome"] != {"ok": True}
    return Happened(CALL, line["call"], line["origin"], line["args"], refused, changes, events)


def _changes(form: Any) -> Changes:
    return changes_from_typed(form) if isinstance(form, dict) else entries_from_json(form, "changes")


def told(event: Line) -> Told:
    """Return an event with its fields by name, also those that the chain only counts."""
    name, fields = f"{event['pallet']}.{event['name']}", event["fields"]
    if isinstance(fields, dict):
        return Told(name, fields)
    kind = all_events().get(name)
    names = list(kind.fields) if kind is not None else []
    values = fields if isinstance(fields, list) and len(names) != 1 else [fields]
    return Told(name, dict(zip(names, values, strict=False)))
