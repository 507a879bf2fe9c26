"""One observed step as vectors write it, and what the exact path makes of it."""

from dataclasses import dataclass
from typing import Any

from subtensor_spec.blocks.steps import Result, SetStep, Step, execute, execute_and_undo
from subtensor_spec.chain.state import State
from subtensor_spec.rules import record
from subtensor_spec.wire.chain_steps import entries_from_json, step_from_json
from subtensor_spec.wire.state.changes import changes_from_typed, typed_changes
from subtensor_spec.wire.steps import event_to_json, observed_code, outcome_to_json

Document = dict[str, Any]


def published_step(line: Document) -> Document:
    """Return an observed step as vectors write it."""
    if "checkpoint" in line:
        return {"checkpoint": {"block": line["checkpoint"], "digest": line["digest"]}}
    if "set" in line:
        return {"set": typed_changes(entries_from_json(line["set"], "set"))}
    left = {"changes": typed_changes(entries_from_json(line["changes"], "changes")), "events": line["events"]}
    if "block" in line:
        return {"block": {"number": line["block"], "parent_hash": line["parent_hash"]}, **left}
    asked = {name: line[name] for name in ("call", "origin", "args")}
    return asked | ({"ext": True} if line.get("ext") else {}) | {"outcome": _outcome(line["outcome"])} | left


def _outcome(observed: Document) -> Document:
    if "err" in observed and not {"pallet", "other"}.isdisjoint(observed["err"]):
        return {"err": {"code": observed_code(observed["err"])}}
    return observed


@dataclass(frozen=True)
class Ran:
    """What the exact path made of a step: whether that is what was observed, and the rules that ran."""

    agrees: bool
    rules: frozenset[str]


def try_call(state: State, step: Document) -> Ran:
    """Execute a call on a state, compare everything that it leaves behind, and undo it."""
    asked = step_from_json(step)
    with record() as ran:
        result = execute_and_undo(state, asked)
    return Ran(agrees(step, result), frozenset(ran))


def take(state: State, step: Document) -> bool:
    """Carry out a step of a chain and return whether what it leaves behind is what was observed."""
    if "checkpoint" in step:
        return bool(state.digest() == step["checkpoint"]["digest"])
    if "set" in step:
        execute(state, SetStep(changes_from_typed(step["set"])))
        return True
    asked: Step = step_from_json(step)
    return agrees(step, execute(state, asked))


def agrees(step: Document, result: Result) -> bool:
    """Return whether the outcome, every change and every event of a result are those of a step."""
    return (
        ("outcome" not in step or outcome_to_json(result.refusal) == step["outcome"])
        and result.changes == changes_from_typed(step["changes"])
        and [event_to_json(event) for event in result.events] == step["events"]
    )
