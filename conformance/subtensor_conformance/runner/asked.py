"""What a case asks and what is due, on one line each, for those who only see that no answer came."""

import json
from typing import Any

from subtensor_conformance.runner.judge import outcome_in_words, question
from subtensor_conformance.runner.judge_steps import outcome_words, words
from subtensor_conformance.vectors.case import Case

LONGEST = 400
"""Characters of an input or an answer that are shown; ``vectors show`` shows it whole."""


def asked(case: Case) -> str:
    """Return a case's question."""
    if case.kind == "arith":
        return question(case)
    if case.kind == "op":
        return words(case.input)
    if case.kind == "trace":
        return f"{len(case.input)} steps on {case.state.rpartition('/')[2]}"
    of = f"law {case.laws[0]} on " if case.kind == "law" else ""
    return of + _cut(_inner(case.input))


def _inner(value: Any) -> Any:
    return value["epoch"] if isinstance(value, dict) and value.keys() == {"epoch"} else value


def due(case: Case) -> str:
    """Return the answer that is due; the empty text for a law and a chain, which have many."""
    if case.kind == "arith":
        ((tag, payload),) = case.expected.items()
        return outcome_in_words(case, tag, payload)
    if case.kind == "op":
        return outcome_words(case.expected.get("outcome"))
    return _cut(case.expected["output"]) if case.kind == "epoch" else ""


def _cut(value: Any) -> str:
    text = json.dumps(value, separators=(",", ":"))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
