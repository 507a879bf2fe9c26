"""Whether the exact path, as it is now, answers a call or a chain of steps as it is published."""

from typing import Any

from subtensor_conformance.runner.judge_steps import step_difference
from subtensor_conformance.vectors.case import Case
from subtensor_conformance.vectors.states import read_state
from subtensor_spec.blocks.steps import SetStep, execute
from subtensor_spec.chain.state import State
from subtensor_spec.wire.chain_steps import result_to_json, step_from_json
from subtensor_spec.wire.state.changes import changes_from_typed


def chain_differs(case: Case) -> bool:
    """Return whether a call, or a step of a trace, leaves behind what is not expected; the first one decides."""
    state = read_state(case.state).opened()
    pairs = zip(case.input, case.expected, strict=True) if case.kind == "trace" else [(case.input, case.expected)]
    return any(_step_differs(state, asked, expected) for asked, expected in pairs)


def _step_differs(state: State, asked: dict[str, Any], expected: dict[str, Any]) -> bool:
    if not asked:
        return bool(state.digest() != expected["checkpoint"]["digest"])
    if "set" in asked:
        execute(state, SetStep(changes_from_typed(asked["set"])))
        return False
    step = step_from_json(asked)
    given = result_to_json(step, execute(state, step))
    return step_difference(asked, expected, changes_from_typed(expected["changes"]), given) is not None
