"""Documents of kind ``law``: inputs on which a property of the answers is tried."""

from typing import Any

from subtensor_conformance.authoring.epoch_documents import output_of
from subtensor_conformance.authoring.observations import known_function
from subtensor_conformance.authoring.paths import Paths, outcome_of
from subtensor_conformance.authoring.plans.laws import PlannedLaw
from subtensor_conformance.laws.catalogue import LAWS
from subtensor_conformance.protocol.question import Question
from subtensor_conformance.vectors.documents import SINCE_R425
from subtensor_spec.errors import InvalidInput


def law_document(planned: PlannedLaw, paths: Paths) -> dict[str, Any]:
    """Return the document of planned inputs. Raises :class:`InvalidInput` if a built-in path breaks the law on one."""
    identifier = f"law/{planned.law}/{planned.slug}"
    witnesses = set()
    for slug, value in planned.inputs:
        for name in ("exact", "numpy"):
            breach = try_law(planned.law, value, name, paths)
            if breach:
                raise InvalidInput(f"{identifier}/{slug}", f"{name}: {breach}")
            if breach is not None:
                witnesses.add(name)
    return {
        "kind": "law",
        "format": 1,
        "id": identifier,
        "law": planned.law,
        "revisions": SINCE_R425,
        "rules": list(LAWS[planned.law].rules),
        "why": planned.why,
        "catches": planned.catches,
        "evidence": "two-paths" if "numpy" in witnesses else "reference-only",
        "tier": planned.tier,
        "inputs": [[slug, value] for slug, value in planned.inputs],
    }


def try_law(name: str, value: dict[str, Any], path: str, paths: Paths) -> str | None:
    """Return how a built-in path breaks a law, the empty text if it does not, nothing if it lacks a function asked."""
    inquiry = LAWS[name](value)
    answers: list[Any] | None = None
    try:
        while True:
            questions = next(inquiry) if answers is None else inquiry.send(answers)
            if not all(_is_offered(question, path, paths) for question in questions):
                return None
            answers = [_answer(question, path, paths) for question in questions]
    except StopIteration as end:
        return str(end.value)


def _is_offered(question: Question, path: str, paths: Paths) -> bool:
    return path == "exact" or question.kind == "epoch" or question.function in paths.has_kernel


def _answer(question: Question, path: str, paths: Paths) -> Any:
    if question.kind == "epoch":
        return output_of(path, question.input)
    function = known_function(question.function, "a law")
    evaluate = paths.exact.evaluate if path == "exact" else paths.numpy.evaluate
    return outcome_of(evaluate(function, [question.input], raw=False)[0])
