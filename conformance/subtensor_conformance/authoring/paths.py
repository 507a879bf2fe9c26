"""Both built-in paths, asked about the same rows: what they agree on, and where they do not."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from subtensor_conformance.adapters.paths import Answer, built_in
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.types import codec
from subtensor_conformance.vectors.canonical import compact
from subtensor_spec.chain.errors import CallError
from subtensor_spec.errors import Panic
from subtensor_spec.rules import record

SHOWN = 200
"""Characters of a value that a complaint shows."""


@dataclass
class Paths:
    """The exact path and the numpy path; where only the first has a function, it speaks alone."""

    def __post_init__(self) -> None:
        self.exact = built_in("exact")
        self.numpy = built_in("numpy")
        self.has_kernel = frozenset(self.numpy.names())

    def outcomes(self, function: Function, questions: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
        """Return what the exact path answers."""
        rows = [list(question) for question in questions]
        return [outcome_of(answer) for answer in self.exact.evaluate(function, rows, raw=False)]

    def disagreements(self, function: Function, rows: Sequence[Row]) -> Iterator[str]:
        """Yield a line for each row on which a path does not give the outcome that stands in it."""
        questions = [list(row.arguments) for row in rows]
        answers = {"exact": self.exact.evaluate(function, questions, raw=False)}
        if function.name in self.has_kernel:
            answers["numpy"] = self.numpy.evaluate(function, questions, raw=False)
        for name, given in answers.items():
            for row, answer in zip(rows, given, strict=True):
                outcome = outcome_of(answer)
                if outcome != row.outcome:
                    asked, wanted = row.key[:SHOWN], compact(row.outcome)[:SHOWN]
                    yield f"{function.name} {asked}: expected {wanted}, {name} gives {compact(outcome)[:SHOWN]}"


def outcome_of(answer: Answer) -> dict[str, Any]:
    """Return an answer as the outcome that a vector holds; an error keeps its tag, which no outcome has."""
    tag, value = answer
    return {tag: value}


def rules_run(row: Row) -> set[str]:
    """Return the rules that run when the exact path answers a row."""
    arguments = [
        codec(kind).decode(value) for (_, kind), value in zip(row.function.parameters, row.arguments, strict=True)
    ]
    with record() as ran, suppress(Panic, CallError):
        row.function.exact(*arguments)
    return ran
