"""Every law holds on the exact path, and every law can be broken: a small lie in the answers is noticed."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from subtensor_conformance.authoring.epoch_documents import output_of
from subtensor_conformance.authoring.observations import known_function
from subtensor_conformance.authoring.paths import Paths, outcome_of
from subtensor_conformance.laws.catalogue import LAWS
from subtensor_conformance.protocol.question import Question
from subtensor_conformance.subjects.consensus.epochs.base import BASE, changed
from subtensor_conformance.subjects.consensus.laws.permutation import (
    can_be_renamed,
    permuted_input,
    permuted_list,
    reversal,
    sums_below_wrap,
)
from subtensor_conformance.vectors import Selection, iter_cases

PATHS = Paths()

Liar = Callable[[Question, Any, int], Any]
"""What changes an answer: it is given the question, the right answer and how many questions were asked before."""


def honest(_question: Question, answer: Any, _count: int) -> Any:
    return answer


def breach(law: str, value: Any, liar: Liar = honest) -> str:
    """Try a law on the exact path's answers as a liar passes them on."""
    inquiry, count = LAWS[law](value), 0
    try:
        questions = next(inquiry)
        while True:
            answers = []
            for question in questions:
                answers.append(liar(question, json.loads(json.dumps(_answer(question))), count))
                count += 1
            questions = inquiry.send(answers)
    except StopIteration as end:
        return str(end.value)


def _answer(question: Question) -> Any:
    if question.kind == "epoch":
        return output_of("exact", question.input)
    function = known_function(question.function, "a law")
    return outcome_of(PATHS.exact.evaluate(function, [question.input], raw=False)[0])


def _published_inputs() -> dict[str, tuple[str, Any]]:
    """Return one published input of each law."""
    found: dict[str, tuple[str, Any]] = {}
    for case in iter_cases(Selection(tier="stress", kinds=("law",), ids=("law/*",))):
        found.setdefault(case.laws[0], (case.id, case.input))
    for law in ("epoch-emission-conserved", "epoch-shares-at-most-one", "epoch-emission-monotone"):
        found.setdefault(law, (law, {"epoch": BASE}))
    return found


INPUTS = _published_inputs()


def result(change: Callable[[Any], Any]) -> Liar:
    """Change the result of every question."""
    return lambda _question, answer, _count: {"ok": change(answer["ok"])} if "ok" in answer else answer


def later(start: int, change: Callable[[Any], Any]) -> Liar:
    """Change the result of every question from one on."""
    return lambda _question, answer, count: {"ok": change(answer["ok"])} if count >= start else answer


def term(name: str, change: Callable[[list[Any]], list[Any]], start: int = 0) -> Liar:
    """Change one of an epoch's terms, from some question on."""

    def lie(_question: Question, answer: Any, count: int) -> Any:
        if count >= start:
            answer["terms"][name] = change(answer["terms"][name])
        return answer

    return lie


def _first(change: Callable[[Any], Any]) -> Callable[[list[Any]], list[Any]]:
    return lambda values: [change(values[0]), *values[1:]]


def _plus_one(text: str) -> str:
    return str(int(text) + 1)


def _swap_pays_more(answer: Any) -> Any:
    return answer | {"paid_out": str(int(answer["paid_out"]) * 2 + 10**9)}


def _paid_twice(pairs: list[list[Any]]) -> list[list[Any]]:
    return [[key, str(int(amount) * 2 + 1)] for key, amount in pairs]


def _negative(_question: Question, answer: Any, count: int) -> Any:
    return {"ok": str(-count)}


def _fee_gives(question: Question, answer: Any, _count: int) -> Any:
    return answer if question.input[8] or "ok" not in answer else {"ok": _swap_pays_more(answer["ok"])}


def _larger_gets_nothing(_question: Question, answer: Any, count: int) -> Any:
    return {"ok": answer["ok"] | {"paid_out": str(10**9 - count)}}


LIARS: dict[str, Liar] = {
    "operands-commute": lambda question, answer, _count: {"ok": question.input[0]},
    "never-falls": _negative,
    "never-rises": lambda _question, _answer, count: {"ok": str(count)},
    "wrapping-undone": result(_plus_one),
    "quotient-mirrored": result(_plus_one),
    "shares-sum-to-one": result(_first(_plus_one)),
    "normalised-twice": later(len(INPUTS["normalised-twice"][1]["vectors"]), lambda shares: ["-1"] * len(shares)),
    "median-is-a-score": result(lambda medians: [_plus_one(median) for median in medians]),
    "clipping-only-lowers": result(lambda rows: [[[column, str(2**60)] for column, _ in row] for row in rows]),
    "epoch-emission-conserved": term("server_emission", lambda values: [str(2**40)] * len(values)),
    "epoch-shares-at-most-one": term("incentive", lambda values: [65535] * len(values)),
    "epoch-emission-monotone": term("emission", lambda values: ["0"] * len(values), start=1),
    "epoch-uids-permuted": term("consensus", _first(lambda value: value ^ 1), start=1),
    "epoch-repeatable": term("dividend", _first(lambda value: value ^ 1), start=2),
    "subnet-shares-at-most-one": result(_paid_twice),
    "dividends-at-most-pending": result(lambda paid: [_paid_twice(paid[0]), paid[1]]),
    "split-at-most-dividends": result(lambda split: [_paid_twice(split[0]), split[1]]),
    "keys-hold-at-most-the-pool": result(lambda lives: [life | {"r": "99999999999999999999"} for life in lives]),
    "larger-orders-get-more": _larger_gets_nothing,
    "round-trip-never-gains": result(_swap_pays_more),
    "fee-only-costs": _fee_gives,
}


def test_every_law_has_an_input_and_a_liar() -> None:
    """No law is published without inputs, none is left untried here."""
    assert set(INPUTS) == set(LAWS) == set(LIARS)


@pytest.mark.parametrize("law", sorted(LAWS))
def test_the_exact_path_obeys(law: str) -> None:
    """The exact path's answers have every property."""
    assert breach(law, INPUTS[law][1]) == ""


@pytest.mark.parametrize("law", sorted(LAWS))
def test_a_lie_is_noticed(law: str) -> None:
    """A wrong answer breaks the law that it is about, and one line says how."""
    text = breach(law, INPUTS[law][1], LIARS[law])
    assert text
    assert "\n" not in text


@pytest.mark.parametrize("law", sorted(LAWS))
@pytest.mark.parametrize(
    "answer", [{"panic": True}, {"none": True}, {"ok": None}, {"ok": "x"}, {}, None, {"terms": {}}]
)
def test_answers_of_another_form_are_no_error(law: str, answer: Any) -> None:
    """Whatever an implementation says, a law ends with one line at most and not with an error."""
    text = breach(law, INPUTS[law][1], lambda _question, _answer, _count: answer)
    assert "\n" not in text
    if answer in ({"panic": True}, {}, None):
        assert text


def test_renaming_twice_is_no_renaming() -> None:
    """A permutation and its inverse give the epoch back."""
    order, inverse = [3, 0, 4, 1, 2], [1, 3, 4, 0, 2]
    epoch = changed({"owner_uid": 2, "weight_commits": [[1, [["5", "6"]]]], "timelocked_commits": [["5", [[2, "7"]]]]})
    assert permuted_input(permuted_input(epoch, order), inverse) == epoch
    assert permuted_list(["a", "b", "c"], reversal(3)) == ["c", "b", "a"]


@pytest.mark.parametrize(
    "fields",
    [
        {"alpha_stake": ["5", "5", "5", "0", "0"], "max_allowed_validators": 2},
        {"weights": [[[4, 1], [3, 1]], [], [], [], []]},
        {"weights": [[[3, 1], [3, 1]], [], [], [], []]},
        {"bonds": [[[7, 1]], [], [], [], []]},
        {"last_update": ["1"]},
        {"owner_uid": 7},
        {"weight_commits": [[9, []]]},
        {"timelocked_commits": [["1", [[9, "1"]]]]},
    ],
)
def test_what_goes_by_uid_is_no_input(fields: dict[str, Any]) -> None:
    """Ties at the edge of the permits, unsorted rows and uids that do not exist rule an epoch out."""
    assert can_be_renamed(BASE)
    assert not can_be_renamed(changed(fields))


def test_stakes_that_wrap_are_no_input() -> None:
    """Stakes of 2**63 rao and more are no input of the laws of conservation."""
    assert sums_below_wrap(BASE)
    assert not sums_below_wrap(changed({"alpha_stake": [str(2**62), str(2**62), "0", "0", "0"]}))
