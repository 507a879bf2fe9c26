"""A chain of steps: taken one after another by one adapter, up to the first step that differs."""

from dataclasses import dataclass, field, replace
from typing import Any

from subtensor_conformance.adapters.session import AdapterFault, Implementation, Session, refusal_text
from subtensor_conformance.protocol.check import is_refusal
from subtensor_conformance.runner.asker import Asker
from subtensor_conformance.runner.entries import changes_for, read_changes
from subtensor_conformance.runner.judge_steps import checkpoint_difference, step_difference, words
from subtensor_conformance.runner.opening import Opening, Refused, close
from subtensor_conformance.runner.verdict import Difference, Finding, Incident, Verdict
from subtensor_conformance.vectors.case import Case
from subtensor_conformance.vectors.states import read_state
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.state.changes import changes_from_typed

AT_ONCE = 64
"""The most steps in a request; an adapter that wants smaller batches gets them."""


@dataclass
class Follower:
    """Follows one trace: what it asks, and the storage that is expected so far."""

    case: Case
    asker: Asker
    revision: str
    implementation: Implementation
    expected: dict[bytes, bytes] = field(init=False)

    def follow(self) -> Finding:
        """Return what became of the trace; after a fault a fresh process is asked once more, from the start."""
        for attempt in (1, 2):
            try:
                return self._follow(self.asker.running())
            except Refused as refusal:
                return self._refused(*refusal.reply)
            except AdapterFault as fault:
                incident = Incident(fault.verdict, str(fault), self.asker.kill())
                if attempt == 2 or self.asker.budget.last is not None:
                    self.asker.budget.spend(replace(incident, case=self.case.id))
                    return Finding(self.case.id, Verdict(fault.verdict), str(fault))
                self.asker.budget.spend(replace(incident, what=f"{incident.what}; asked again from the start"))
        raise AssertionError

    def _follow(self, session: Session) -> Finding:
        deadline = self.asker.limits.batch
        self.expected = dict(read_state(self.case.state).storage)
        Opening(self.case.id, self.case.state, self.revision, self.implementation.storage).ensure(session, deadline)
        finding = self._steps(session, deadline)
        close(session, deadline)
        return finding

    def _steps(self, session: Session, deadline: float) -> Finding:
        for places in self._pieces():
            if not self.case.input[places[0]]:
                found = self._checkpoint(session, places[0], deadline)
            else:
                found = self._piece(session, places, deadline)
            if found is not None:
                return found
        return Finding(self.case.id, Verdict.PASS)

    def _pieces(self) -> list[list[int]]:
        """Return the places of the steps that go into one request each; a checkpoint is asked by itself."""
        most = min(AT_ONCE, self.asker.limits.batch_max, self.implementation.batch_max)
        pieces: list[list[int]] = []
        for place, step in enumerate(self.case.input):
            last = pieces[-1] if pieces else []
            if step and last and len(last) < most and self.case.input[last[0]]:
                last.append(place)
            else:
                pieces.append([place])
        return pieces

    def _piece(self, session: Session, places: list[int], deadline: float) -> Finding | None:
        steps = [self._wire(self.case.input[place]) for place in places]
        response = session.ask("step", {"trace": self.case.id, "steps": steps}, deadline)
        if is_refusal(response):
            what = f"steps {places[0] + 1} to {places[-1] + 1}: {refusal_text(response)}"
            return self._refused("unsupported" if "unsupported" in response else "error", what)
        if len(response["results"]) != len(places):
            what = f"{len(response['results'])} results to {len(places)} steps"
            return Finding(self.case.id, Verdict.PROTOCOL, what)
        for place, result in zip(places, response["results"], strict=True):
            found = self._judged(place, result)
            if found is not None:
                return found
        return None

    def _refused(self, status: str, what: str) -> Finding:
        """Return what a refusal means: an error, or a lie of an adapter that offers what it does not have."""
        lie = status == "unsupported"
        return Finding(
            self.case.id, Verdict.PROTOCOL if lie else Verdict.ERROR, f"hello offers it; {what}" if lie else what
        )

    def _wire(self, step: dict[str, Any]) -> dict[str, Any]:
        if "set" not in step:
            return step
        return {"set": changes_for(self.implementation.storage, step["set"])}

    def _judged(self, place: int, result: dict[str, Any]) -> Finding | None:
        """Judge one step, and note what is expected of the state after it."""
        step, answers = self.case.input[place], self.case.expected[place]
        changes = changes_from_typed(step.get("set", answers.get("changes", {})))
        try:
            found = step_difference(step, answers, changes, result)
        except InvalidInput as complaint:
            return self._at(place, Verdict.PROTOCOL, None, str(complaint))
        if found is not None:
            return self._at(place, *found)
        for raw, value in changes.items():
            if value is None:
                self.expected.pop(raw, None)
            else:
                self.expected[raw] = value
        return None

    def _checkpoint(self, session: Session, place: int, deadline: float) -> Finding | None:
        response = session.ask("state", {"trace": self.case.id}, deadline)
        if is_refusal(response):
            return Finding(self.case.id, Verdict.ERROR, f"state: {refusal_text(response)}")
        digest = self.case.expected[place]["checkpoint"]["digest"]
        if response["digest"] == digest:
            return None
        try:
            given = read_changes(response["storage"])
        except InvalidInput as complaint:
            return self._at(place, Verdict.PROTOCOL, None, str(complaint))
        return self._at(place, Verdict.FAIL, checkpoint_difference(self.expected, given, digest, response["digest"]))

    def _at(self, place: int, verdict: Verdict, difference: Difference | None, more: str = "") -> Finding:
        """Return a finding that says at which step it was made."""
        where = f"step {place + 1} of {len(self.case.input)}, {self._block(place)}: {words(self.case.input[place])}"
        return Finding(self.case.id, verdict, f"{where}; {more}" if more else where, difference, step=place)

    def _block(self, place: int) -> str:
        numbers = [step["block"]["number"] for step in self.case.input[: place + 1] if "block" in step]
        return f"block {numbers[-1]}" if numbers else "before the first block"
