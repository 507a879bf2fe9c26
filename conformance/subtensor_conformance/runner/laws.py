"""Laws: properties of an implementation's own answers, asked in rounds and judged without an expectation."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from subtensor_conformance.laws import LAWS
from subtensor_conformance.protocol.question import Inquiry, Question
from subtensor_conformance.runner.batch import Batch, arith_batch, epoch_batch
from subtensor_conformance.runner.judge import ANSWER, Reply, judge
from subtensor_conformance.runner.verdict import Finding, Verdict
from subtensor_conformance.vectors.case import Case

Ask = Callable[[Batch], dict[str, Reply]]
Offers = Callable[[str, str], bool]


@dataclass(slots=True)
class Hearing:
    """One law case at work: its inquiry, and the questions of the present round."""

    case: Case
    inquiry: Inquiry
    questions: list[Question]


def hear(cases: Sequence[Case], revision: str, ask: Ask, offers: Offers) -> list[Finding]:
    """Return what became of some law cases; the questions of one round are asked together."""
    findings: dict[str, Finding] = {}
    open_hearings = []
    for case in cases:
        inquiry = LAWS[case.laws[0]](case.input)
        _advance(case, inquiry, None, findings, open_hearings)
    while open_hearings:
        replies = _ask_round(open_hearings, revision, ask, offers)
        waiting, open_hearings = open_hearings, []
        for place, hearing in enumerate(waiting):
            answers = [replies[_identifier(place, index)] for index in range(len(hearing.questions))]
            missing = next((reply for reply in answers if reply[0] != ANSWER), None)
            if missing is not None:
                findings[hearing.case.id] = judge(hearing.case, missing)
            else:
                bodies = [body for _, body in answers]
                _advance(hearing.case, hearing.inquiry, bodies, findings, open_hearings)
    return [_disputed(case, findings[case.id]) for case in cases]


def _advance(
    case: Case, inquiry: Inquiry, answers: list[Any] | None, findings: dict[str, Finding], still_open: list[Hearing]
) -> None:
    """Hand a round's answers to a law; note its verdict, or that it has more to ask."""
    try:
        questions = next(inquiry) if answers is None else inquiry.send(answers)
        still_open.append(Hearing(case, inquiry, questions))
    except StopIteration as end:
        breach = end.value or ""
        findings[case.id] = Finding(case.id, Verdict.FAIL if breach else Verdict.PASS, breach)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        what = f"the law {case.laws[0]} cannot read an answer: {type(error).__name__}: {error}"
        findings[case.id] = Finding(case.id, Verdict.FAIL, what)


def _identifier(place: int, index: int) -> str:
    return f"law/{place}/{index}"


def _ask_round(hearings: Sequence[Hearing], revision: str, ask: Ask, offers: Offers) -> dict[str, Reply]:
    replies: dict[str, Reply] = {}
    groups: dict[tuple[str, str], list[tuple[str, Any]]] = defaultdict(list)
    for place, hearing in enumerate(hearings):
        for index, question in enumerate(hearing.questions):
            groups[question.kind, question.function].append((_identifier(place, index), question.input))
    for (kind, function), asked in groups.items():
        ids, inputs = [identifier for identifier, _ in asked], [value for _, value in asked]
        if not offers(kind, function):
            replies |= dict.fromkeys(ids, ("unsupported", f"the adapter does not offer {function or kind}"))
        elif kind == "arith":
            replies |= ask(arith_batch(revision, function, ids, inputs))
        else:
            answered = ask(epoch_batch(revision, False, ids, inputs))
            replies |= {identifier: _output_of(reply) for identifier, reply in answered.items()}
    return replies


def _output_of(reply: Reply) -> Reply:
    status, body = reply
    return (status, body["output"]) if status == ANSWER and "output" in body else reply


def _disputed(case: Case, finding: Finding) -> Finding:
    if not case.disputed:
        return finding
    return Finding(case.id, Verdict.DISPUTED, finding.detail)
