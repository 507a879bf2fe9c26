"""The cases of the self-test: something of every kind for a broken adapter to be wrong about."""

from pathlib import Path
from typing import Any

from subtensor_conformance.runner.entries import RAW, storage_for
from subtensor_conformance.vectors import documents
from subtensor_conformance.vectors.case import Case, Signature
from subtensor_spec.chain.state import State
from subtensor_spec.wire.chain_steps import entries_to_json
from subtensor_spec.wire.state.changes import changes_from_typed

ROWS = ("zero", "one", "two", "three", "four", "victim", "five", "six", "seven", "eight", "nine")

STORAGE = {b"\x01": b"\x0a", b"\x02": b"\x0b"}
"""The state that calls are tried on and the chain begins on, in two entries that no item describes."""

AFTERWARDS = {b"\x01": b"\x0c", b"\x03": b"\x0d"}
"""The state that the chain ends in."""

CALL = {"call": "SelfTest.call", "origin": "root", "args": {}, "ext": False}

EVENTS = [{"pallet": "SelfTest", "name": name, "fields": None} for name in ("First", "Second")]

DONE = {"outcome": {"ok": True}, "changes": {"raw": [["0x01", "0x0c"], ["0x02", None]]}, "events": EVENTS}

REJECTED: dict[str, Any] = {
    "outcome": {"err": {"code": "SubtensorModule.NotEnoughBalanceToStake"}},
    "changes": {},
    "events": [],
}


def selftest_cases(folder: Path) -> list[Case]:
    """Return the cases, after writing the state that some begin on.

    They are eleven rows of a function that exists only here, two epochs, a call that is rejected and one that goes
    through, and a chain of three steps with the digest of what they leave.
    """
    rows = [
        _case("arith", f"arith/selftest/numbers/{name}", [str(place)], {"ok": str(6442450939 + place)})
        for place, name in enumerate(ROWS)
    ]
    epochs = [
        _case("epoch", f"epoch/selftest/{name}", {"n": 2}, _epoch_answer(number))
        for number, name in enumerate(("first", "second"))
    ]
    state = folder / "selftest.json"
    documents.write(state, documents.content_of(_state()))
    calls = [
        _case("op", f"op/selftest/{name}", CALL, expected, str(state))
        for name, expected in (("rejected", REJECTED), ("done", DONE))
    ]
    return [*rows, *epochs, *calls, _chain(str(state))]


def _state() -> dict[str, Any]:
    storage = {RAW: storage_for(RAW, STORAGE)}
    return {"id": "states/selftest", "author": None, "digest": State(STORAGE).digest(), "storage": storage}


def _chain(state: str) -> Case:
    block = {"block": {"number": 2, "parent_hash": "0x" + "0" * 64}}
    written = {"set": {RAW: [["0x03", "0x0d"]]}}
    digest = {"checkpoint": {"block": 2, "digest": State(AFTERWARDS).digest()}}
    told = [{}, {"changes": {}, "events": []}, DONE, digest]
    return _case("trace", "trace/selftest/steps", [written, block, CALL, {}], told, state)


def _epoch_answer(number: int) -> dict[str, Any]:
    return {
        "output": {"terms": {"consensus": [1, 65534 + number]}, "persisted": {"active": [True, False]}},
        "stages": {"consensus": ["65538", str(4294901760 + number)]},
    }


def _case(kind: str, identifier: str, asked: Any, expected: Any, state: str = "") -> Case:
    return Case(
        kind=kind,
        id=identifier,
        tier="smoke",
        rules=("YC-selftest/none",),
        why="It gives a broken adapter something to be wrong about.",
        catches="",
        evidence="reference-only",
        revisions=("r425",),
        input=asked,
        expected=expected,
        function={"arith": "selftest.number", "op": "SelfTest.call"}.get(kind, ""),
        signature=Signature((("a", "I32F32"),), "I32F32") if kind == "arith" else None,
        state=state,
    )


def right_result(case: Case) -> Any:
    """Return the result that an honest adapter gives; of the chain one for each step."""
    if case.kind == "arith":
        return [case.id, case.expected]
    if case.kind == "trace":
        return [_raw(left) for left in case.expected if "checkpoint" not in left]
    return {"id": case.id, **_raw(case.expected)}


def _raw(left: dict[str, Any]) -> dict[str, Any]:
    """Return what a step leaves behind with its changes as raw pairs."""
    return left | ({"changes": entries_to_json(changes_from_typed(left["changes"]))} if "changes" in left else {})


def state_answers() -> dict[str, Any]:
    """Return what an honest adapter says of the state when it is opened, and when the chain is at its end."""
    return {
        "open": {"digest": State(STORAGE).digest()},
        "state": {"storage": entries_to_json(AFTERWARDS), "digest": State(AFTERWARDS).digest()},
    }
