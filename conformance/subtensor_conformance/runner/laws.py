"""Laws: properties of an implementation's own answers, asked in rounds and judged without an expectation."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from subtensor_conformance.laws.catalogue import LAWS
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
    open_hearings: list[Hearing] = []
    for case in cases:
        inquiry = LAWS[case.laws[0]](case.input)
        _advance(case, inquiry, None, findings, open_hearings)
    while open_hearings:
        answered = _ask_round(open_hearings, revision, ask, offers)
        waiting, open_hearings = open_hearings, []
        for hearing, answers in zip(waiting, answered, strict=True):
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


def _ask_round(hearings: Sequence[Hearing], revision: str, ask: Ask, offers: Offers) -> list[list[Reply]]:
    """Return the replies to the questions of each hearing.

    Several laws ask about one epoch: what different laws ask about the very same input is asked once. A law that asks
    twice is answered twice.
    """
    names: dict[tuple[str, str, int, int], str] = {}
    groups: dict[tuple[str, str], list[tuple[str, Any]]] = defaultdict(list)
    called: list[list[str]] = []
    for hearing in hearings:
        own: Counter[tuple[str, str, int]] = Counter()
        called.append([])
        for question in hearing.questions:
            asked = (question.kind, question.function, id(question.input))
            key = (*asked, own[asked])
            own[asked] += 1
            if key not in names:
                names[key] = f"law/{len(names)}"
                groups[question.kind, question.function].append((names[key], question.input))
            called[-1].append(names[key])
    replies = _ask_groups(groups, revision, ask, offers)
    return [[replies[name] for name in own_names] for own_names in called]


def _ask_groups(
    groups: dict[tuple[str, str], list[tuple[str, Any]]], revision: str, ask: Ask, offers: Offers
) -> dict[str, Reply]:
    replies: dict[str, Reply] = {}
    for (kind, function), asked in groups.items():
        ids, inputs = [name for name, _ in asked], [value for _, value in asked]
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
