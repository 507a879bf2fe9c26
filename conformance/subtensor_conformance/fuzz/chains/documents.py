"""A drawn chain as a published trace, with the exact path's answers, and the state that it begins on."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from subtensor_conformance.fuzz.chains.worlds import World, world
from subtensor_conformance.fuzz.strategies.cast import AUTHOR, hex_of
from subtensor_conformance.vectors import documents
from subtensor_conformance.vectors.canonical import slug_of
from subtensor_conformance.vectors.documents import SINCE_R425
from subtensor_conformance.vectors.states import path_of
from subtensor_spec.blocks.steps import Result, execute
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.state import State
from subtensor_spec.rules import record
from subtensor_spec.wire.chain_steps import step_from_json
from subtensor_spec.wire.state.changes import typed_changes
from subtensor_spec.wire.state.typed import typed_form
from subtensor_spec.wire.steps import event_to_json, outcome_to_json

Document = dict[str, Any]


def state_name(name: str) -> str:
    """Return the name under which a world is written as a state."""
    return f"fuzz-{name}"


def state_document(opened: World) -> Document:
    """Return a world as the document of a state."""
    return {
        "kind": "state",
        "format": 1,
        "id": f"states/{state_name(opened.name)}",
        "block": Number.get(opened.opened()),
        "author": hex_of(AUTHOR),
        "digest": opened.digest,
        "storage": typed_form(opened.storage),
    }


def write_state(folder: Path, name: str) -> Path:
    """Write a world into a folder of vectors, and return its file."""
    path = path_of(folder, state_name(name))
    documents.write(path, documents.content_of(state_document(world(name))))
    return path


def trace_document(name: str, steps: Sequence[Document], why: str) -> Document:
    """Return the trace of some steps on a world. Raises :class:`InvalidInput` if one of them cannot be read."""
    state = world(name).opened()
    with record() as ran:
        taken = [_taken(state, step) for step in steps]
    return {
        "kind": "trace",
        "format": 1,
        "id": f"trace/fuzz/{slug_of([name, *steps])}",
        "revisions": SINCE_R425,
        "rules": sorted(ran),
        "why": why,
        "catches": "Whatever makes an implementation differ here; no step can be left out.",
        "evidence": "reference-only",
        "tier": "full",
        "pre": state_name(name),
        "steps": taken,
    }


def _taken(state: State, form: Document) -> Document:
    """Take a step and return it with all that it left behind."""
    result = execute(state, step_from_json(form))
    if "call" in form:
        return {**form, "outcome": outcome_to_json(result.refusal), **_left(result)}
    parent = form["block"]["parent_hash"]
    return {"block": {"number": Number.get(state), "parent_hash": parent}, **_left(result)}


def _left(result: Result) -> Document:
    return {
        "changes": typed_changes(result.changes),
        "events": [event_to_json(event) for event in result.events],
    }
