"""States that a built-in adapter has open: steps last, calls are undone, and bad input leaves the state as it was."""

from typing import Any

import pytest

from subtensor_conformance.adapters.server import Server
from subtensor_conformance.protocol.check import problem
from subtensor_conformance.vectors.locations import published
from subtensor_conformance.vectors.states import path_of, read_state
from subtensor_spec.wire.chain_steps import entries_to_json

STATE = read_state(str(path_of(published(), "genesis-blocks")))
STORAGE = entries_to_json(STATE.storage)
OPEN = {"revision": "r425", "trace": "t", "author": STATE.author, "storage": STORAGE}
CALL = {"call": "AdminUtils.sudo_set_tx_rate_limit", "origin": "root", "args": {"tx_rate_limit": "7"}}
BLOCK = {"block": {"parent_hash": "0x" + "0" * 64}}


@pytest.fixture(params=["exact", "numpy"])
def server(request: pytest.FixtureRequest) -> Server:
    server = Server(request.param)
    assert ask(server, "open", **OPEN)["digest"] == STATE.digest
    return server


def ask(server: Server, method: str, **fields: Any) -> Any:
    """Return the response to one request, checked against the protocol."""
    response = server.answer({"seq": 1, "method": method, **fields})
    assert problem(method, response) == ""
    return response


def test_calls_are_undone_and_steps_last(server: Server) -> None:
    """op leaves the state as it stands; the same call as a step changes it, by the same entries."""
    (tried,) = ask(server, "op", trace="t", cases=[{"id": "a", **CALL}])["results"]
    assert ask(server, "state", trace="t") == {"seq": 1, "storage": STORAGE, "digest": STATE.digest}
    (taken,) = ask(server, "step", trace="t", steps=[CALL])["results"]
    assert tried == {"id": "a", **taken}
    assert taken["outcome"] == {"ok": True}
    after = dict(ask(server, "state", trace="t")["storage"])
    assert after == dict(STORAGE) | dict(taken["changes"])


def test_a_block_and_a_write_from_outside(server: Server) -> None:
    """A block has no outcome, a write from outside no result at all."""
    block, written = ask(server, "step", trace="t", steps=[BLOCK, {"set": [[STORAGE[0][0], None]]}])["results"]
    assert set(block) == {"changes", "events"}
    assert block["changes"]
    assert written == {}
    assert STORAGE[0][0] not in dict(ask(server, "state", trace="t")["storage"])


def test_a_closed_state_is_gone(server: Server) -> None:
    """close forgets the state, and its name is free again."""
    assert ask(server, "close", trace="t") == {"seq": 1}
    assert ask(server, "state", trace="t")["error"] == {"where": "trace", "what": "t is not open"}
    assert ask(server, "open", **OPEN)["digest"] == STATE.digest


@pytest.mark.parametrize(
    ("step", "where"),
    [
        (CALL | {"call": "SubtensorModule.no_such_call"}, "steps[1].call"),
        (CALL | {"args": {}}, "steps[1].args"),
        (CALL | {"args": {"tx_rate_limit": "7", "more": 1}}, "steps[1].args"),
        (CALL | {"args": {"tx_rate_limit": 7}}, "steps[1].args.tx_rate_limit"),
        (CALL | {"args": {"tx_rate_limit": "-1"}}, "steps[1].args.tx_rate_limit"),
        (CALL | {"origin": "0x1234"}, "steps[1].origin"),
        (CALL | {"origin": None}, "steps[1].origin"),
        ({"block": {"parent_hash": "0x00"}}, "steps[1].block.parent_hash"),
        ({"set": [["0x0", "0x00"]]}, "steps[1].set[0]"),
        ({"set": {}}, "steps[1].set"),
        ({}, "steps[1]"),
        ([], "steps[1]"),
    ],
)
def test_a_bad_step_is_one_clear_line_and_nothing_is_done(server: Server, step: Any, where: str) -> None:
    """Steps before the bad one are not taken either: the state is as it was."""
    error = ask(server, "step", trace="t", steps=[CALL, step])["error"]
    assert error["where"] == where
    assert error["what"]
    assert "\n" not in error["what"]
    assert ask(server, "state", trace="t")["digest"] == STATE.digest


def test_a_bad_call_is_an_error_of_its_case(server: Server) -> None:
    """The other calls of the request are answered."""
    bad = {"id": "b", **CALL, "origin": "alice"}
    good, wrong, block = ask(server, "op", trace="t", cases=[{"id": "a", **CALL}, bad, {"id": "c", **BLOCK}])["results"]
    assert good["outcome"] == {"ok": True}
    assert (wrong["id"], wrong["error"]["where"]) == ("b", "origin")
    assert block["error"]["what"] == "a case is a call"


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"trace": "t"}, "trace"),
        ({"trace": None}, "trace"),
        ({"storage": []}, "storage"),
        ({"storage": None}, "storage"),
        ({"storage": [[STORAGE[0][0], "0xff"]]}, ""),
        ({"author": "0x12"}, "author"),
        ({"author": 5}, "author"),
        ({"revision": "r9"}, "revision"),
    ],
)
def test_a_bad_state_is_not_opened(server: Server, change: dict[str, Any], where: str) -> None:
    """A name that is taken, no storage, none of a chain, bytes that are no value: nothing is opened."""
    error = ask(server, "open", **(OPEN | {"trace": "u"} | change))["error"]
    assert error.get("where", "").startswith(where)
    assert ask(server, "state", trace="u")["error"]["what"] == "u is not open"


@pytest.mark.parametrize(
    ("method", "fields"), [("step", {"steps": []}), ("op", {"cases": []}), ("state", {}), ("close", {})]
)
def test_nothing_is_asked_before_open(method: str, fields: dict[str, Any]) -> None:
    """A step, call, state or close of a trace that nobody opened."""
    assert ask(Server("exact"), method, trace="t", **fields)["error"] == {"where": "trace", "what": "t is not open"}
