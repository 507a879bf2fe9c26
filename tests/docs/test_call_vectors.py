"""Calls on pages: the question, the outcome, and those of the entries and events that the page names."""

from pathlib import Path
from typing import Any

import pytest

from subtensor_conformance.vectors import Case

EXTENSION = Path(__file__).resolve().parents[2] / "docs" / "extension"
ACCOUNT = "0x" + "ab" * 32

ASKED = {"call": "SubtensorModule.do", "origin": ACCOUNT, "args": {"netuid": 2, "amount": "1000000"}, "ext": False}
LEFT = {
    "outcome": {"ok": True},
    "changes": {"SubtensorModule.Lock": [[[ACCOUNT, 2], {"mass": "99999"}], [[ACCOUNT, 3]]], "Swap.Rate": [[[], 7]]},
    "events": [{"pallet": "SubtensorModule", "name": "Locked", "fields": [2, ACCOUNT]}],
}
QUESTION = [["call", "SubtensorModule.do"], ["origin", "0xabababab…"], ["netuid", "2"], ["amount", "1 000 000"]]


@pytest.fixture
def call_vectors(monkeypatch: pytest.MonkeyPatch) -> Any:
    pytest.importorskip("sphinx", reason="the site's own packages are not installed: pip install '.[docs]'")
    monkeypatch.syspath_prepend(str(EXTENSION))
    from subtensor_site import call_vectors

    return call_vectors


def case_of(kind: str, asked: Any, left: Any) -> Case:
    return Case(kind, f"{kind}/a", "core", (), "", "", "observed-native", ("r425",), asked, left)


def rows(call_vectors: Any, *arguments: Any) -> list[list[str]]:
    narrow = call_vectors.plain.__globals__["NARROW_SPACE"]
    return [[text.replace(narrow, " ") for text in row] for row in call_vectors.rows_of(*arguments)]


def test_a_call_shows_what_is_named_and_that_the_rest_stays(call_vectors: Any) -> None:
    assert rows(call_vectors, case_of("op", ASKED, LEFT), ["Lock", "Rate", "Locked", "LastUpdate"]) == [
        *QUESTION,
        ["outcome", "ok"],
        ["Lock[0xabababab…, 2]", "mass 99 999"],
        ["Lock[0xabababab…, 3]", "gone"],
        ["Rate", "7"],
        ["event Locked", "[2, 0xabababab…]"],
        ["LastUpdate", "unchanged"],
    ]


def test_a_refusal_names_its_error(call_vectors: Any) -> None:
    refused = {"outcome": {"err": {"code": "SubtensorModule.TooLow"}}, "changes": {}, "events": []}
    assert rows(call_vectors, case_of("op", ASKED, refused), [])[-1] == ["outcome", "error SubtensorModule.TooLow"]


def test_a_chain_shows_the_call_at_a_step_counted_from_one(call_vectors: Any) -> None:
    chain = case_of("trace", [{"block": {"number": "1"}}, ASKED], [{"changes": {}, "events": []}, LEFT])
    assert rows(call_vectors, chain, [], 2) == [*QUESTION, ["outcome", "ok"]]


@pytest.mark.parametrize("step", [None, 1, 3])
def test_a_step_that_is_no_call_is_refused(call_vectors: Any, step: int | None) -> None:
    chain = case_of("trace", [{"block": {"number": "1"}}, ASKED], [{"changes": {}, "events": []}, LEFT])
    with pytest.raises(ValueError, match="trace/a has no call at step"):
        list(call_vectors.rows_of(chain, [], step))
