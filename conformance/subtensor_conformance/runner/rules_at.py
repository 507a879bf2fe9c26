"""The rules that run where a call or a chain goes wrong: what the reference does there, step by step."""

from typing import Any

from subtensor_conformance.runner.verdict import Finding, Verdict
from subtensor_conformance.vectors.case import Case
from subtensor_conformance.vectors.states import read_state
from subtensor_spec.blocks.steps import SetStep, Step, execute
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import record
from subtensor_spec.wire.chain_steps import step_from_json
from subtensor_spec.wire.state.changes import changes_from_typed

ANSWERED = (Verdict.FAIL, Verdict.WRONG_REASON)
"""The verdicts of answers; what did not come went wrong nowhere in particular."""


def rules_at(case: Case, finding: Finding) -> tuple[str, ...]:
    """Return the rules that run on the exact path in a call, or in the step of a chain at which a finding was made.

    Of an epoch those of the stage at which it goes wrong. Of anything else, of a step that runs none, of a call that is
    not specified, and where no answer came, those that the vector names.
    """
    if finding.rules or finding.verdict not in ANSWERED:
        return finding.rules or case.rules
    try:
        return _rules_of_last(case, finding) or case.rules
    except InvalidInput:
        return case.rules


def _rules_of_last(case: Case, finding: Finding) -> tuple[str, ...]:
    if case.kind == "op":
        asked = [case.input]
    elif case.kind == "trace" and finding.step is not None:
        asked = [step for step in case.input[: finding.step + 1] if step]
    else:
        return ()
    complete_registry()
    state = read_state(case.state).opened()
    *before, last = map(_step, asked)
    for step in before:
        execute(state, step)
    with record() as ran:
        execute(state, last)
    return tuple(sorted(ran))


def _step(form: dict[str, Any]) -> Step:
    return SetStep(changes_from_typed(form["set"])) if "set" in form else step_from_json(form)
