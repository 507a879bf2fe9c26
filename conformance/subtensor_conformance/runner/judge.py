"""From an answer to a verdict."""

from collections.abc import Callable
from typing import Any

from subtensor_conformance.runner.compare import Step, first_difference, path_text, same
from subtensor_conformance.runner.decimals import shown
from subtensor_conformance.runner.forms import complaint, misformed, misformed_like
from subtensor_conformance.runner.judge_epoch import judge_epoch
from subtensor_conformance.runner.judge_steps import step_difference, words
from subtensor_conformance.runner.verdict import Difference, Finding, Verdict
from subtensor_conformance.vectors.case import Case
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.state.changes import changes_from_typed

Reply = tuple[str, Any]
"""What came of one question: ``answer`` and the body, or why there is none (``skip``, ``unsupported``, ``error``,
``crash``, ``timeout``, ``protocol``) and a text."""

ANSWER = "answer"

LONGEST = 240
"""Characters of a question's arguments that a failure shows."""

_WITHOUT_ANSWER = {
    "skip": Verdict.SKIPPED,
    "unsupported": Verdict.UNSUPPORTED,
    "error": Verdict.ERROR,
    "crash": Verdict.CRASH,
    "timeout": Verdict.TIMEOUT,
    "protocol": Verdict.PROTOCOL,
}


def judge(case: Case, reply: Reply) -> Finding:
    """Return what became of a case."""
    status, body = reply
    if status != ANSWER:
        return Finding(case.id, _WITHOUT_ANSWER[status], str(body))
    return in_doubt(case, _JUDGES[case.kind](case, body))


def in_doubt(case: Case, finding: Finding) -> Finding:
    """Return a finding as it is, or what it says of a case whose expected answer is in doubt."""
    if not case.disputed or finding.verdict not in (Verdict.PASS, Verdict.FAIL, Verdict.WRONG_REASON):
        return finding
    agrees = "agrees with" if finding.verdict is Verdict.PASS else "differs from"
    return Finding(case.id, Verdict.DISPUTED, f"{agrees} the published answer, which is in doubt", finding.difference)


def _judge_arith(case: Case, outcome: dict[str, Any]) -> Finding:
    ((expected_tag, expected),) = case.expected.items()
    ((actual_tag, actual),) = outcome.items()
    if expected_tag == actual_tag == "err":
        return _judge_rejection(case, expected["code"], actual["code"])
    if expected_tag == actual_tag and same(expected, actual):
        return Finding(case.id, Verdict.PASS)
    if expected_tag != actual_tag:
        words = outcome_in_words(case, expected_tag, expected), outcome_in_words(case, actual_tag, actual)
        return Finding(case.id, Verdict.FAIL, question(case), _difference("", [], *words, ""))
    found = first_difference(expected, actual) or ([], expected, actual)
    result = case.signature.result if case.signature else ""
    form = misformed(actual, result) if result else None
    what = complaint("ok", form) if form else misformed_like(found[1], found[2])
    if what:
        return Finding(case.id, Verdict.PROTOCOL, f"{question(case)}: {what}")
    return Finding(case.id, Verdict.FAIL, question(case), _difference("", *found, result))


def question(case: Case) -> str:
    """Return what was asked, as a call; long arguments are cut."""
    parameters = case.signature.parameters if case.signature else ()
    values = zip(parameters, case.input, strict=False)
    arguments = ", ".join(f"{name} = {shown(value, type_text, [])}" for (name, type_text), value in values)
    return f"{case.function}({arguments if len(arguments) <= LONGEST else arguments[:LONGEST] + '…'})"


def outcome_in_words(case: Case, tag: str, payload: Any) -> str:
    """Return an outcome in words."""
    words = {"none": "no result", "panic": "a panic"}
    if tag in words:
        return words[tag]
    if tag == "err":
        return f"a rejection with {payload['code']}"
    return str(shown(payload, case.signature.result if case.signature else "", []))


def _difference(stage: str, steps: list[Step], expected: Any, actual: Any, type_text: str) -> Difference:
    return Difference(stage, path_text(steps), shown(expected, type_text, steps), shown(actual, type_text, steps))


def _judge_rejection(case: Case, expected: str, actual: str) -> Finding:
    """Two rejections agree if their codes do; a message is free text."""
    if expected == actual:
        return Finding(case.id, Verdict.PASS)
    difference = _difference("outcome", ["err", "code"], expected, actual, "")
    return Finding(case.id, Verdict.WRONG_REASON, "rejected, but with another code", difference)


def _judge_op(case: Case, body: dict[str, Any]) -> Finding:
    called = words(case.input)
    try:
        found = step_difference(case.input, case.expected, changes_from_typed(case.expected["changes"]), body)
    except InvalidInput as complaint:
        return Finding(case.id, Verdict.PROTOCOL, f"{called}; {complaint}")
    return Finding(case.id, Verdict.PASS) if found is None else Finding(case.id, found[0], called, found[1])


_JUDGES: dict[str, Callable[[Case, Any], Finding]] = {
    "arith": _judge_arith,
    "epoch": judge_epoch,
    "op": _judge_op,
}
