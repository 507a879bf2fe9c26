"""From an answer to a verdict, with the first difference and its decimals."""

from typing import Any

import pytest

from subtensor_conformance.protocol.digest import value_digest
from subtensor_conformance.runner.judge import judge
from subtensor_conformance.runner.verdict import Verdict
from subtensor_conformance.vectors.case import Case, Signature

ONE, HALF = str(2**32), str(2**31)


def arith(expected: dict[str, Any], result: str = "I32F32") -> Case:
    return case("arith", [ONE], expected, function="i32f32.test", signature=Signature((("a", "I32F32"),), result))


def case(kind: str, asked: Any, expected: Any, **more: Any) -> Case:
    return Case(kind, f"{kind}/x/y", "core", ("FX-a/b",), "", "", "", ("r425",), asked, expected, **more)


@pytest.mark.parametrize(
    ("expected", "outcome", "difference"),
    [
        ({"ok": ONE}, {"ok": HALF}, f"answer: expected {ONE} (1), got {HALF} (0.5)"),
        ({"ok": ONE}, {"none": True}, f"answer: expected {ONE} (1), got no result"),
        ({"panic": True}, {"ok": ONE}, f"answer: expected a panic, got {ONE} (1)"),
        ({"none": True}, {"panic": True}, "answer: expected no result, got a panic"),
        ({"err": {"code": "A.B"}}, {"ok": ONE}, f"answer: expected a rejection with A.B, got {ONE} (1)"),
    ],
)
def test_arith_failures_tell_bits_and_decimals(expected: Any, outcome: Any, difference: str) -> None:
    """A wrong outcome fails, and is shown beside the right one in bits and in decimals."""
    finding = judge(arith(expected), ("answer", outcome))
    assert finding.verdict is Verdict.FAIL
    assert str(finding.difference) == difference
    assert finding.detail == f"i32f32.test(a = {ONE} (1))"


def test_arith_differences_are_located_in_matrices() -> None:
    """The path leads to the entry that differs, and its decimal is that of the entry's type."""
    expected = {"ok": [[[0, ONE]], [[2, HALF]]]}
    finding = judge(arith(expected, "sparse<I32F32>"), ("answer", {"ok": [[[0, ONE]], [[2, ONE]]]}))
    assert str(finding.difference) == f"[1][0][1]: expected {HALF} (0.5), got {ONE} (1)"


@pytest.mark.parametrize("outcome", [{"ok": ONE}, {"none": True}, {"panic": True}])
def test_arith_passes_on_the_same_outcome(outcome: Any) -> None:
    """The same outcome passes, whatever sort it is."""
    assert judge(arith(outcome), ("answer", outcome)).verdict is Verdict.PASS


@pytest.mark.parametrize(("code", "verdict"), [("A.B", Verdict.PASS), ("A.C", Verdict.WRONG_REASON)])
def test_rejections_agree_if_their_codes_do(code: str, verdict: Verdict) -> None:
    """A rejection with another code is rejected for the wrong reason; the message is free."""
    finding = judge(arith({"err": {"code": "A.B"}}), ("answer", {"err": {"code": code, "message": "free text"}}))
    assert finding.verdict is verdict


@pytest.mark.parametrize("verdict", ["crash", "timeout", "protocol", "error", "unsupported"])
def test_no_answer_keeps_its_reason(verdict: str) -> None:
    """Whatever kept an answer from coming is the verdict, and its text the detail."""
    finding = judge(arith({"ok": ONE}), (verdict, "the reason"))
    assert (finding.verdict.value, finding.detail) == (verdict, "the reason")


def epoch(stages: dict[str, Any] | None = None) -> Case:
    output = {"terms": {"consensus": [1, 2], "dividend": [3]}, "persisted": {"emission": ["1500000000"]}}
    return case("epoch", {}, {"output": output} | ({"stages": stages} if stages is not None else {}))


STAGES = {"dividends": [ONE], "weights": [[[1, HALF]]], "consensus": [HALF, HALF]}


def body(stages: Any = None, **terms: Any) -> Any:
    expected = epoch().expected["output"]
    output = {"terms": expected["terms"] | terms, "persisted": expected["persisted"]}
    return {"id": "e", "output": output} | ({"stages": stages} if stages is not None else {})


def test_epoch_passes_with_the_same_output_and_stages() -> None:
    """Stages that one side does not have are not held against it."""
    for given in (None, {}, STAGES, {"consensus": [HALF, HALF], "ranks": []}):
        assert judge(epoch(STAGES), ("answer", body(given))).verdict is Verdict.PASS
    assert judge(epoch(), ("answer", body({"consensus": ["9"]}))).verdict is Verdict.PASS


def test_epoch_failure_names_the_first_stage_in_the_order_of_the_epoch() -> None:
    """Of several wrong stages the earliest is shown, however the file orders them."""
    wrong = {"dividends": [HALF], "weights": [[[1, ONE]]], "consensus": [HALF, ONE]}
    finding = judge(epoch(STAGES), ("answer", body(wrong, dividend=[4])))
    assert finding.verdict is Verdict.FAIL
    assert str(finding.difference) == f"weights[0][0][1]: expected {HALF} (0.5), got {ONE} (1)"


def test_epoch_failure_without_stages_names_the_output() -> None:
    """An implementation without stages is shown the first part of the output that differs."""
    finding = judge(epoch(STAGES), ("answer", body(consensus=[1, 3])))
    assert finding.verdict is Verdict.FAIL
    assert str(finding.difference) == "terms.consensus[1]: expected 2 (0.000031), got 3 (0.000046)"


def test_epoch_with_a_wrong_stage_is_right_for_the_wrong_reason() -> None:
    """The right output does not excuse a wrong stage."""
    finding = judge(epoch(STAGES), ("answer", body({"consensus": [HALF, ONE]})))
    assert finding.verdict is Verdict.WRONG_REASON
    assert finding.difference is not None
    assert finding.difference.stage == "consensus"


def test_a_large_stage_is_held_by_its_digest() -> None:
    """Where a vector holds a digest, the stage's compact text is digested and compared."""
    held = {"weights": {"sha256": value_digest(STAGES["weights"])}}
    assert judge(epoch(held), ("answer", body(STAGES))).verdict is Verdict.PASS
    wrong = judge(epoch(held), ("answer", body({"weights": [[[1, ONE]]]})))
    assert wrong.verdict is Verdict.WRONG_REASON


def test_an_epoch_that_panics_fails() -> None:
    """Production's epoch always has a result."""
    assert judge(epoch(), ("answer", {"id": "e", "panic": True})).verdict is Verdict.FAIL


CALL = {"call": "A.b", "origin": "root", "args": {"amount": "1"}, "ext": False}
REJECTED: dict[str, Any] = {"outcome": {"err": {"code": "A.B"}}, "changes": {}, "events": []}
FIRST, SECOND = ({"pallet": "A", "name": name, "fields": None} for name in ("First", "Second"))
DONE = {"outcome": {"ok": True}, "changes": {"raw": [["0x01", "0x02"], ["0x03", None]]}, "events": [FIRST, SECOND]}
GIVEN = DONE | {"changes": [["0x03", None], ["0x01", "0x02"]]}


@pytest.mark.parametrize(
    ("expected", "answer", "verdict"),
    [
        (REJECTED, REJECTED, Verdict.PASS),
        (REJECTED, REJECTED | {"changes": []}, Verdict.PASS),
        (REJECTED, REJECTED | {"outcome": {"err": {"code": "A.B", "message": "m"}}}, Verdict.PASS),
        (REJECTED, REJECTED | {"outcome": {"err": {"code": "A.C"}}}, Verdict.WRONG_REASON),
        (REJECTED, REJECTED | {"outcome": {"invalid": {"custom": 6}}}, Verdict.WRONG_REASON),
        (REJECTED, GIVEN, Verdict.FAIL),
        (REJECTED, REJECTED | {"changes": [["0x01", "0x02"]]}, Verdict.FAIL),
        (DONE, GIVEN, Verdict.PASS),
        (DONE, DONE, Verdict.PASS),
        (DONE, REJECTED, Verdict.FAIL),
        (DONE, GIVEN | {"outcome": {"panic": True}}, Verdict.FAIL),
        (DONE, GIVEN | {"changes": [["0x01", "0x03"], ["0x03", None]]}, Verdict.FAIL),
        (DONE, GIVEN | {"changes": [["0x01", "0x02"]]}, Verdict.FAIL),
        (DONE, GIVEN | {"changes": [["0x01", "0x02"], ["0x03", "0x00"]]}, Verdict.FAIL),
        (DONE, GIVEN | {"events": [SECOND, FIRST]}, Verdict.FAIL),
        (DONE, GIVEN | {"events": [FIRST]}, Verdict.FAIL),
        (DONE, GIVEN | {"changes": [["0x01", "0x02"], ["0x01", "0x02"], ["0x03", None]]}, Verdict.PROTOCOL),
        (DONE, GIVEN | {"changes": [["1", "0x02"]]}, Verdict.PROTOCOL),
        (DONE, GIVEN | {"changes": {"A.NoSuchItem": [[[], 1]]}}, Verdict.PROTOCOL),
    ],
)
def test_op(expected: Any, answer: Any, verdict: Verdict) -> None:
    """Codes of rejections must agree, texts need not; so must every entry in either form, and events in order."""
    assert judge(case("op", CALL, expected), ("answer", {"id": "o"} | answer)).verdict is verdict


def test_a_wrong_entry_is_named_and_decoded() -> None:
    """A difference names the item, its keys and both values, and the call that was asked."""
    expected = DONE | {"changes": {"SubtensorModule.SubnetTAO": [[[2], "1000"]]}}
    answer = DONE | {"changes": {"SubtensorModule.SubnetTAO": [[[2], "999"]]}}
    finding = judge(case("op", CALL, expected), ("answer", answer))
    assert finding.detail == "A.b(amount = 1) by root"
    assert str(finding.difference) == "SubtensorModule.SubnetTAO[2]: expected 1000, got 999"
    gone = judge(case("op", CALL, expected), ("answer", DONE | {"changes": []}))
    assert str(gone.difference) == "SubtensorModule.SubnetTAO[2]: expected 1000, got (unchanged)"
