"""A number in another form than its type's is no answer: which field it is and what is due is told."""

from typing import Any

import pytest

from subtensor_conformance.runner.forms import complaint, misformed, misformed_like
from subtensor_conformance.runner.judge import judge
from subtensor_conformance.runner.verdict import Verdict
from subtensor_conformance.vectors.case import Case, Signature
from subtensor_spec.chapters.consensus import STAGES


@pytest.mark.parametrize("value", [0, 5, -1, "+5", "05", "5.0", " 5", "5 ", "-0", "", "0x5", "5_0", None, True, []])
@pytest.mark.parametrize("type_text", ["I32F32", "u64", "usize", "f64", "i128"])
def test_wide_numbers_are_canonical_text(value: Any, type_text: str) -> None:
    """A JSON number, a sign, a leading zero, a point or a blank is not the form of a wide number."""
    found = misformed(value, type_text)
    assert found is not None
    assert type_text in complaint("ok", found)


@pytest.mark.parametrize(
    ("value", "type_text"),
    [
        ("0", "u64"),
        ("-5", "I32F32"),
        (5, "u16"),
        (5, "u32"),
        (True, "bool"),
        ("", "text"),
        (None, "option<u64>"),
        ([[[3, "5"]], []], "sparse<I32F32>"),
        ([1, "2"], "tuple<u8,u64>"),
        ({"anything": 1}, "json"),
        ("99999999999999999999999", "u64"),
    ],
)
def test_the_right_form_is_none_of_it(value: Any, type_text: str) -> None:
    """What is in form has nothing said of it, whether or not it is in range."""
    assert misformed(value, type_text) is None


@pytest.mark.parametrize(
    ("value", "type_text", "where"),
    [
        (["1", 2], "list<u64>", "[1]: 2 is a JSON number where text is due"),
        ([[], [[0, "1"], [1, "+2"]]], "sparse<I32F32>", '[1][1][1]: "+2" is not canonical'),
        ("5", "u16", ': "5" stands where a JSON number is due (u16)'),
        (True, "u16", ": true stands where a JSON number is due (u16)"),
        (1, "bool", ": 1 is not true or false"),
        (5, "text", ": 5 is not text"),
        ({}, "list<u16>", ": {} is not a list"),
        ([1], "tuple<u16,u16>", ": [1] has 1 values where 2 are due"),
        ([[1]], "list<tuple<u16,u16>>", "[0]: [1] has 1 values where 2 are due"),
    ],
)
def test_the_place_is_told(value: Any, type_text: str, where: str) -> None:
    """The way into the value leads to the first wrong form."""
    found = misformed(value, type_text)
    assert found is not None
    assert complaint("", found).startswith(where)


@pytest.mark.parametrize("given", [5, "+5", "05", "5.0", " 5"])
def test_the_same_number_in_another_form_is_told_apart_from_a_wrong_one(given: Any) -> None:
    """Where no type is known the expected value says what is due."""
    assert misformed_like("5", given)
    assert not misformed_like("6", given)
    assert not misformed_like("5", "5")
    assert bool(misformed_like(5, given)) is isinstance(given, str)


@pytest.mark.parametrize("given", [0, "+0", "00", "0.0", " 0"])
def test_no_form_is_shown_as_expected_0_got_0(given: Any) -> None:
    """The verdict is that of the protocol, and names field, value and form."""
    signature = Signature((("a", "u64"),), "list<I32F32>")
    case = Case("arith", "a/b/c/d", "core", ("FX-a/b",), "", "", "", (), ["1"], {"ok": ["0"]}, "f.g", signature)
    finding = judge(case, ("answer", {"ok": [given]}))
    assert finding.verdict is Verdict.PROTOCOL
    assert finding.difference is None
    assert finding.detail.startswith("f.g(a = 1): ok[0]: ")


def epoch(output: Any, **more: Any) -> Case:
    return Case("epoch", "epoch/a/b", "core", ("YC-a/b",), "", "", "", (), {"n": 1}, {"output": output, **more})


def test_a_form_in_an_epoch_is_named_by_its_field() -> None:
    """Stages, terms and what is stored alike."""
    output: dict[str, Any] = {"terms": {"stake": ["5"], "consensus": [7]}, "persisted": {"returned": [[0, "1", "2"]]}}
    for section, name, given, place in (
        ("terms", "stake", [5], "output.terms.stake[0]: 5 is a JSON number"),
        ("terms", "consensus", ["7"], 'output.terms.consensus[0]: "7" stands where'),
        ("persisted", "returned", [[0, "01", "2"]], 'output.persisted.returned[0][1]: "01" is not canonical'),
    ):
        answer = {"id": "e", "output": output | {section: output[section] | {name: given}}}
        finding = judge(epoch(output), ("answer", answer))
        assert finding.verdict is Verdict.PROTOCOL
        assert finding.detail.startswith(place)
    assert STAGES["stake"].type == "list<I32F32>"
    answer = {"id": "e", "output": output, "stages": {"stake": [5]}}
    finding = judge(epoch(output, stages={"stake": ["5"]}), ("answer", answer))
    assert (finding.verdict, finding.detail[:38]) == (Verdict.PROTOCOL, "stages.stake[0]: 5 is a JSON number wh")


def test_a_form_in_an_event_is_named_by_its_field() -> None:
    """Events have no types here: what is expected says what is due."""
    events = [{"pallet": "A", "name": "Paid", "fields": {"amount": "5"}}]
    expected = {"outcome": {"ok": True}, "changes": {}, "events": events}
    call = {"call": "A.b", "origin": "root", "args": {}, "ext": False}
    case = Case("op", "op/a/b", "core", ("A-a/b",), "", "", "", (), call, expected)
    given = [{"pallet": "A", "name": "Paid", "fields": {"amount": 5}}]
    finding = judge(case, ("answer", expected | {"id": "o", "events": given}))
    assert finding.verdict is Verdict.PROTOCOL
    assert "events[0].fields.amount: 5 is a JSON number where text is due" in finding.detail
