"""Questions put to an implementation, its answers held against the exact path's."""

from collections.abc import Sequence
from typing import Any

from subtensor_conformance.adapters.epochs import EpochPath
from subtensor_conformance.adapters.paths import ExactPath
from subtensor_conformance.adapters.session import AdapterFault, Implementation
from subtensor_conformance.functions import all_functions
from subtensor_conformance.fuzz.topics import EPOCH, Topic
from subtensor_conformance.runner.asker import Asker, Budget, Limits
from subtensor_conformance.runner.run import Worker
from subtensor_conformance.runner.target import Target
from subtensor_conformance.runner.task import Task
from subtensor_conformance.runner.verdict import FAILURES, Finding, Verdict
from subtensor_conformance.vectors.case import Case, Signature
from subtensor_spec.errors import InvalidInput, Panic

REVISION = "r425"

FAULTS = 2000
"""Times that an adapter may die or hang; while a crash is being shrunk every probe may end one."""


class Jury:
    """One process of the implementation, started again when it dies, and the exact path beside it."""

    def __init__(self, target: Target, limits: Limits) -> None:
        self.target = target
        self.asker = Asker(target.connect, limits, Budget(left=FAULTS))
        self.worker = Worker(self.asker, REVISION)
        self.passed_over: set[str] = set()
        self.exact = ExactPath()
        self.epochs = EpochPath("exact")

    def greet(self) -> Implementation:
        """Return what the implementation says of itself. Raises :class:`InvalidInput` if it cannot be started."""
        try:
            return self.asker.greet()
        except AdapterFault as fault:
            raise InvalidInput(self.target.title, f"cannot be asked: {fault}") from None

    def offers(self, topic: Topic) -> bool:
        """Return whether the implementation answers questions of this kind."""
        function = "" if topic.kind == "epoch" else topic.name
        return self.greet().offers(topic.kind, function, REVISION)

    def judge(self, topic: Topic, inputs: Sequence[Any]) -> list[Finding]:
        """Return what became of each input; one that the exact path refuses is skipped.

        Raises :class:`InvalidInput` once the implementation has been given up.
        """
        expected = self.expected(topic, inputs)
        cases = [
            case_of(topic, str(place), value, outcome)
            for place, (value, outcome) in enumerate(zip(inputs, expected, strict=True))
            if outcome is not None
        ]
        found = {finding.id: finding for finding in self._hear(topic, cases)}
        last = self.asker.budget.last
        if last is not None:
            raise InvalidInput(self.target.title, f"was given up: {last.what}")
        refused = Finding("", Verdict.SKIPPED, "the exact path refuses it")
        return [found.get(str(place), refused) for place in range(len(inputs))]

    def counts(self, finding: Finding) -> bool:
        """Return whether a finding is a difference to stop at: a stage that was told once is not told again."""
        return is_difference(finding) and stage_alone(finding) not in self.passed_over

    def _hear(self, topic: Topic, cases: list[Case]) -> list[Finding]:
        return self.worker.do(Task(topic.kind, cases[0].function, cases)) if cases else []

    def expected(self, topic: Topic, inputs: Sequence[Any]) -> list[Any]:
        """Return the exact path's answers as vectors write them, nothing where it refuses the input."""
        if topic.kind == "epoch":
            return [self._epoch(value) for value in inputs]
        answers = self.exact.evaluate(all_functions()[topic.name], inputs, raw=False)
        return [None if tag == "error" else {tag: payload} for tag, payload in answers]

    def _epoch(self, value: Any) -> Any:
        try:
            return self.epochs.answer(value, stages=self.greet().stages)
        except (InvalidInput, Panic):
            return None

    def close(self) -> None:
        """End the implementation."""
        self.asker.close()


def case_of(topic: Topic, identifier: str, value: Any, expected: Any) -> Case:
    """Return a question as the runner takes it."""
    function = None if topic.name == EPOCH else all_functions()[topic.name]
    return Case(
        kind=topic.kind,
        id=identifier,
        tier="full",
        rules=(),
        why="",
        catches="",
        evidence="reference-only",
        revisions=(REVISION,),
        input=value,
        expected=expected,
        function=function.name if function else "",
        signature=Signature(function.parameters, function.result) if function else None,
    )


def is_difference(finding: Finding) -> bool:
    """Return whether a finding is one that a bug report can be made of."""
    return finding.verdict in FAILURES


def stage_alone(finding: Finding) -> str:
    """Return the stage of an epoch that differs though its output is right, or the empty text."""
    wrong = finding.verdict is Verdict.WRONG_REASON and finding.rules and finding.difference
    return finding.difference.stage if wrong and finding.difference else ""
