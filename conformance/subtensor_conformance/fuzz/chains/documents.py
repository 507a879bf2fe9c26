"""A drawn chain as a published trace, with the exact path's answers, and the state that it begins on."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from subtensor_conformance.fuzz.chains.worlds import world
from subtensor_conformance.fuzz.strategies.cast import AUTHOR, hex_of
from subtensor_conformance.vectors import documents
from subtensor_conformance.vectors.canonical import slug_of
from subtensor_conformance.vectors.documents import SINCE_R425
from subtensor_conformance.vectors.states import path_of
from subtensor_spec.blocks.steps import Result, execute, execute_and_undo
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.state import State
from subtensor_spec.rules import record
from subtensor_spec.wire.chain_steps import step_from_json
from subtensor_spec.wire.state.changes import typed_changes
from subtensor_spec.wire.state.typed import typed_form
from subtensor_spec.wire.steps import event_to_json, outcome_to_json

Document = dict[str, Any]


def state_name(state: State) -> str:
    """Return the name under which a state is written: it means this state and no other."""
    return f"fuzz-{state.digest()[:8]}"


def state_document(state: State) -> Document:
    """Return the document of a state."""
    return {
        "kind": "state",
        "format": 1,
        "id": f"states/{state_name(state)}",
        "block": Number.get(state),
        "author": hex_of(AUTHOR),
        "digest": state.digest(),
        "storage": typed_form(state.storage()),
    }


def write_state(folder: Path, state: State) -> Path:
    """Write a state into a folder of vectors, and return its file."""
    path = path_of(folder, state_name(state))
    documents.write(path, documents.content_of(state_document(state)))
    return path


def state_after(name: str, steps: Sequence[Document]) -> State:
    """Return the state to which steps on a world lead. Raises :class:`InvalidInput` if one of them cannot be read."""
    state = world(name).opened()
    for step in steps:
        execute(state, step_from_json(step))
    return state


def call_document(state: State, step: Document, why: str) -> Document:
    """Return the vector of one call on a state."""
    with record() as ran:
        result = execute_and_undo(state, step_from_json(step))
    slug = slug_of([state_name(state), step])
    case = {"slug": slug, "pre": state_name(state), "origin": step["origin"], "args": step["args"]}
    group = {
        "slug": "found-by-fuzzing",
        "rules": sorted(ran),
        "why": why,
        "catches": "Whatever makes an implementation differ here.",
        "evidence": "reference-only",
        "tier": "full",
        "cases": [{**case, "outcome": outcome_to_json(result.refusal), **_left(result)}],
    }
    return {
        "kind": "op",
        "format": 1,
        "id": f"op/fuzz/{slug}",
        "call": step["call"],
        "revisions": SINCE_R425,
        "groups": [group],
    }


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
        "pre": state_name(world(name).opened()),
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
