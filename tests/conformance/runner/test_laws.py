"""Laws are asked in rounds, and judged on the implementation's own answers."""

from typing import Any

import pytest

from subtensor_conformance.laws.catalogue import LAWS
from subtensor_conformance.protocol.question import Inquiry, Question
from subtensor_conformance.runner.batch import Batch
from subtensor_conformance.runner.laws import hear
from subtensor_conformance.runner.verdict import Verdict
from subtensor_conformance.vectors.case import Case


def halving_is_monotone(value: Any) -> Inquiry:
    """Half of a larger number is not smaller; asked in two rounds."""
    (first,) = yield [Question("arith", [value["a"]], "test.halve")]
    (second,) = yield [Question("arith", [value["b"]], "test.halve")]
    return "" if int(first["ok"]) <= int(second["ok"]) else f"{first['ok']} is more than {second['ok']}"


def epochs_answer(value: Any) -> Inquiry:
    """An epoch has an output."""
    (output,) = yield [Question("epoch", value)]
    return "" if output == {"terms": {}} else "no terms"


def asks_nothing(value: Any) -> Inquiry:
    """A law that needs no answer."""
    return ""
    yield []


@pytest.fixture(autouse=True)
def laws(monkeypatch: pytest.MonkeyPatch) -> None:
    for law in (halving_is_monotone, epochs_answer, asks_nothing):
        monkeypatch.setitem(LAWS, law.__name__, law)


def case(number: int, law: str, value: Any, disputed: bool = False) -> Case:
    return Case("law", f"law/{law}/{number}", "core", (), "", "", "", ("r425",), value, laws=(law,), disputed=disputed)


class Adapter:
    """Answers halves, wrongly for numbers over 100, and counts the requests."""

    def __init__(self) -> None:
        self.batches: list[Batch] = []

    def ask(self, batch: Batch) -> dict[str, Any]:
        self.batches.append(batch)
        if batch.method == "epoch":
            return {name: ("answer", {"id": name, "output": {"terms": {}}}) for name in batch.ids}
        return {name: self.half(int(arguments[0])) for name, arguments in batch.entries}

    def half(self, number: int) -> tuple[str, Any]:
        if number == 13:
            return "crash", "thirteen"
        if number == 17:
            return "answer", {"none": True}
        return "answer", {"ok": str(0 if number > 100 else number // 2)}

    def offers(self, kind: str, function: str) -> bool:
        return kind == "epoch" or function == "test.halve"

    def hear(self, *cases: Case) -> list[Any]:
        return hear(cases, "r425", self.ask, self.offers)


def test_a_law_that_holds_passes_and_one_that_does_not_fails() -> None:
    """The verdict is the law's; a breach is told in its own words."""
    good, bad = Adapter().hear(
        case(1, "halving_is_monotone", {"a": "4", "b": "8"}), case(2, "halving_is_monotone", {"a": "4", "b": "200"})
    )
    assert (good.verdict, bad.verdict) == (Verdict.PASS, Verdict.FAIL)
    assert bad.detail == "2 is more than 0"


def test_the_questions_of_a_round_are_asked_together() -> None:
    """Ten cases of two rounds cost two requests."""
    adapter = Adapter()
    findings = adapter.hear(*(case(n, "halving_is_monotone", {"a": str(n), "b": str(2 * n)}) for n in range(10)))
    assert {finding.verdict for finding in findings} == {Verdict.PASS}
    assert [len(batch.ids) for batch in adapter.batches] == [10, 10]


def asks_twice(value: Any) -> Inquiry:
    """The same input is asked twice, and what the other laws are told is told to this one too."""
    first, second = yield [Question("epoch", value), Question("epoch", value)]
    return "" if first == second else "two answers"


def test_what_several_laws_ask_about_one_input_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three laws about one epoch, one of which asks twice, cost two epochs; an equal but other input is another."""
    monkeypatch.setitem(LAWS, "asks_twice", asks_twice)
    adapter, value = Adapter(), {"n": 1}
    laws = ["epochs_answer", "asks_twice", "epochs_answer"]
    findings = adapter.hear(*(case(number, law, value) for number, law in enumerate(laws)))
    assert {finding.verdict for finding in findings} == {Verdict.PASS}
    assert [len(batch.ids) for batch in adapter.batches] == [2]
    adapter.hear(case(1, "epochs_answer", value), case(2, "epochs_answer", dict(value)))
    assert len(adapter.batches[-1].ids) == 2


def test_a_law_without_an_answer_is_not_judged() -> None:
    """A crash on one question is the verdict of its case, and the others go on."""
    crashed, passed = Adapter().hear(
        case(1, "halving_is_monotone", {"a": "4", "b": "13"}), case(2, "halving_is_monotone", {"a": "4", "b": "8"})
    )
    assert (crashed.verdict, crashed.detail) == (Verdict.CRASH, "thirteen")
    assert passed.verdict is Verdict.PASS


def test_an_answer_that_a_law_cannot_read_breaks_it() -> None:
    """A law meets an answer of a form it did not expect without ending the run."""
    (finding,) = Adapter().hear(case(1, "halving_is_monotone", {"a": "17", "b": "4"}))
    assert finding.verdict is Verdict.FAIL
    assert "cannot read" in finding.detail


def test_epochs_and_laws_that_ask_nothing() -> None:
    """An epoch is answered with its output; a law may hold without a question."""
    first, second = Adapter().hear(case(1, "epochs_answer", {"n": 1}), case(2, "asks_nothing", {}))
    assert (first.verdict, second.verdict) == (Verdict.PASS, Verdict.PASS)


def test_what_is_not_offered_is_unsupported_and_what_is_disputed_does_not_pass() -> None:
    """A law rests on what the adapter offers; a doubtful law never counts."""
    adapter = Adapter()
    adapter.offers = lambda kind, function: False  # type: ignore[method-assign]
    (finding,) = adapter.hear(case(1, "epochs_answer", {"n": 1}))
    assert finding.verdict is Verdict.UNSUPPORTED
    (finding,) = Adapter().hear(case(1, "asks_nothing", {}, disputed=True))
    assert finding.verdict is Verdict.DISPUTED
