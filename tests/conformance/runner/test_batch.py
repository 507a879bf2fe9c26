"""Results are sorted back to the cases that were asked, and what is wrong with them lands on the right case."""

from typing import Any

import pytest

from subtensor_conformance.runner.batch import arith_batch, epoch_batch, op_batch, sort_results
from subtensor_conformance.runner.opening import Opening

IDS = ["a", "b", "c", "d"]
BATCH = arith_batch("r425", "i32f32.add", IDS, [["1"], ["2"], ["3"], ["4"]])


def answer(name: str) -> list[Any]:
    return [name, {"ok": name}]


def statuses(results: list[Any]) -> dict[str, str]:
    return {name: status for name, (status, _) in sort_results(BATCH, results).items()}


def test_requests_carry_ids_and_inputs() -> None:
    """A batch becomes the fields of its method."""
    assert BATCH.request() == {
        "revision": "r425",
        "function": "i32f32.add",
        "rows": [["a", ["1"]], ["b", ["2"]], ["c", ["3"]], ["d", ["4"]]],
    }
    assert BATCH.part(1, 3).request()["rows"] == [["b", ["2"]], ["c", ["3"]]]
    assert epoch_batch("r425", True, ["e"], [{"n": 1}]).request() == {
        "revision": "r425",
        "stages": True,
        "cases": [{"id": "e", "input": {"n": 1}}],
    }
    opening = Opening("mixed-s1", "states/mixed-s1.json.gz", "r425", "raw")
    asked = {"call": "A.b", "origin": "root", "args": {}, "ext": False}
    assert op_batch(opening, ["o"], [asked]).request() == {"trace": "mixed-s1", "cases": [{"id": "o", **asked}]}


def test_results_in_order_are_answers() -> None:
    """Outcomes are passed on; a skip, a lack or an error is told apart from them."""
    results = [answer("a"), ["b", {"skip": "slow"}], ["c", {"unsupported": True}], ["d", {"error": {"what": "no"}}]]
    replies = sort_results(BATCH, results)
    assert replies["a"] == ("answer", {"ok": "a"})
    assert replies["b"] == ("skip", "slow")
    assert replies["c"][0] == "unsupported"
    assert replies["d"] == ("error", "no")


@pytest.mark.parametrize(
    ("names", "wrong"),
    [
        ("abdc", "cd"),
        ("dcba", "abcd"),
        ("acd", "b"),
        ("", "abcd"),
        ("abbcd", "b"),
        ("abcda", "a"),
        ("abxd", "c"),
        ("abcdx", "d"),
        ("xabcd", "a"),
        ("bcda", "abcd"),
    ],
)
def test_a_disordered_list_is_blamed_on_the_cases_concerned(names: str, wrong: str) -> None:
    """Missing, repeated, misplaced and unasked results are faults of their cases; the others stand."""
    found = statuses([answer(name) for name in names])
    assert {name for name, status in found.items() if status == "protocol"} == set(wrong)
    assert sorted(found) == IDS


@pytest.mark.parametrize("bad", [None, 5, [], ["b"], ["b", 1], ["b", {}], ["b", {"ok": 1, "none": True}], {"id": "b"}])
def test_a_malformed_result_is_a_fault_of_its_case(bad: Any) -> None:
    """A result that is none is put down to the case in whose place it stands."""
    found = statuses([answer("a"), bad, answer("c"), answer("d")])
    assert found == {"a": "answer", "b": "protocol", "c": "answer", "d": "answer"}


def test_deep_nesting_does_not_end_the_runner() -> None:
    """An answer nested beyond what can be walked is a fault of the adapter."""
    deep: Any = "0"
    for _ in range(100_000):
        deep = [deep]
    assert set(statuses([["a", {"ok": deep}], answer("b"), answer("c"), answer("d")]).values()) == {"protocol"}
