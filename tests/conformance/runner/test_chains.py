"""Calls and chains asked of adapters of either form of storage, and what is said where they go wrong."""

from collections.abc import Callable
from typing import Any

import pytest

from subtensor_conformance.adapters.in_process import InProcess
from subtensor_conformance.reports.build import Context, build_run
from subtensor_conformance.reports.terminal import failure_lines
from subtensor_conformance.runner.run import run
from subtensor_conformance.runner.target import Target
from subtensor_conformance.runner.task import plan
from subtensor_conformance.runner.verdict import Finding, Verdict
from subtensor_conformance.vectors import Case, Selection, iter_cases
from subtensor_spec.wire.chain_steps import entries_from_json, entries_to_json
from subtensor_spec.wire.state.changes import changes_from_typed, typed_changes

CALLS = list(iter_cases(Selection(kinds=("op",), ids=("op/subtensor-module/add-stake/*", "op/balances/burn/*"))))
(SERVING,) = iter_cases(Selection(ids=("trace/serving/s1",)))
(FREEZE,) = iter_cases(Selection(ids=("trace/hotkey-swap-rate/s1",)))

Change = Callable[[dict[str, Any], Any], Any]


class Typed(InProcess):
    """The exact path behind an adapter that speaks the typed form."""

    def exchange(self, request: dict[str, Any], deadline: float) -> Any:
        """Translate the request to raw storage, and the response back."""
        if request["method"] == "open":
            request = request | {"storage": entries_to_json(changes_from_typed(request["storage"]))}
        if request["method"] == "step":
            request = request | {"steps": [self._raw(step) for step in request["steps"]]}
        response = super().exchange(request, deadline)
        if request["method"] == "hello":
            response["capabilities"]["storage"] = "typed"
        for result in response.get("results", ()):
            if isinstance(result, dict) and "changes" in result:
                result["changes"] = typed_changes(entries_from_json(result["changes"], ""))
        return response

    def _raw(self, step: dict[str, Any]) -> dict[str, Any]:
        return {"set": entries_to_json(changes_from_typed(step["set"]))} if "set" in step else step


class Faulty(InProcess):
    """The exact path with its responses to one method changed."""

    method = "step"
    change: Change

    def exchange(self, request: dict[str, Any], deadline: float) -> Any:
        """Change the response."""
        response = super().exchange(request, deadline)
        return self.change(request, response) if request["method"] == self.method else response


def findings(cases: list[Case], channel: Callable[[], Any], shuffle: int | None = None) -> dict[str, Finding]:
    return run(plan(cases, shuffle), channel).findings


@pytest.mark.parametrize("channel", [InProcess, Typed])
def test_calls_and_chains_pass_in_either_form(channel: Any) -> None:
    """Raw pairs or items by name: the same bytes are compared, in whatever order the cases are asked."""
    found = findings([*CALLS, SERVING, FREEZE], lambda: channel("exact"), shuffle=7)
    assert {finding.verdict for finding in found.values()} == {Verdict.PASS}


def faulty(method: str, change: Change) -> Callable[[], InProcess]:
    def connect() -> InProcess:
        channel = Faulty("exact")
        channel.method, channel.change = method, change
        return channel

    return connect


def lost_entry(_request: dict[str, Any], response: Any) -> Any:
    """Forget to tell of the last entry of every step."""
    for result in response["results"]:
        result.get("changes", [])[-1:] = []
    return response


def test_a_failure_tells_step_call_entry_rules_and_how_to_ask_again() -> None:
    """The first step that differs, the call with its arguments, the entry decoded, and the rules that run there."""
    cases = [FREEZE]
    outcome = run(plan(cases), faulty("step", lost_entry))
    (entry,) = build_run(cases, outcome, Context(Target("exact"))).entries
    assert entry.verdict is Verdict.FAIL
    text = "\n".join(map(str, failure_lines(entry)))
    assert f"step 1 of {len(FREEZE.input)}, before the first block: {FREEZE.input[0]['call']}(" in text
    assert entry.difference is not None
    assert entry.difference.stage.partition("[")[0] in FREEZE.expected[0]["changes"]
    assert str(entry.difference.actual) == "(unchanged)"
    assert set(entry.rules) < set(FREEZE.rules)
    assert "subtensor-spec conform --target exact --tier smoke --id trace/hotkey-swap-rate/s1" in text


def test_a_lie_about_calls_is_seen() -> None:
    """An adapter that offers calls and chains and then does not have open."""

    def unsupported(request: dict[str, Any], _response: Any) -> Any:
        return {"seq": request["seq"], "unsupported": True}

    found = findings([CALLS[0], SERVING], faulty("open", unsupported))
    assert {finding.verdict for finding in found.values()} == {Verdict.PROTOCOL}


def test_calls_that_are_not_offered_are_unsupported() -> None:
    """Only the calls that hello names are asked."""

    def fewer(_request: dict[str, Any], response: Any) -> Any:
        response["capabilities"]["calls"] = ["Balances.*"]
        return response

    found = findings(CALLS, faulty("hello", fewer))
    for case in CALLS:
        offered = case.function.startswith("Balances.")
        assert found[case.id].verdict is (Verdict.PASS if offered else Verdict.UNSUPPORTED)


def test_a_refusal_of_steps_is_an_error() -> None:
    """An adapter that cannot read its own steps."""

    def refuse(request: dict[str, Any], _response: Any) -> Any:
        return {"seq": request["seq"], "error": {"what": "no"}}

    assert findings([SERVING], faulty("step", refuse))[SERVING.id].verdict is Verdict.ERROR
    assert findings([SERVING], faulty("open", refuse))[SERVING.id].verdict is Verdict.ERROR
    assert findings(CALLS[:1], faulty("open", refuse))[CALLS[0].id].verdict is Verdict.ERROR
