"""Observed steps become vectors: chains whole, calls as far as they show something new; a wrong answer stops it."""

import json
from pathlib import Path
from typing import Any

import pytest

from subtensor_conformance.authoring.chains.capture import capture
from subtensor_conformance.authoring.chains.choice import ENOUGH, Choice
from subtensor_conformance.authoring.chains.documents import Chains, op_document, op_id, trace_document
from subtensor_conformance.authoring.chains.observed import read_observed
from subtensor_conformance.authoring.chains.verify import chain_complaints
from subtensor_conformance.vectors import documents
from subtensor_conformance.vectors.locations import published
from subtensor_conformance.vectors.schemas import validate
from subtensor_spec.blocks.genesis import genesis
from subtensor_spec.blocks.steps import execute
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.types import TaoBalance
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.chain_script import account_named, first_line, line_of, steps_of

ADD = {"call": "SubtensorModule.add_stake", "origin": "@a", "args": {"hotkey": "@h", "netuid": 1, "amount_staked": "5"}}
BURN = {"call": "Balances.burn", "origin": "@a", "args": {"value": "700", "keep_alive": False}}
SCRIPT = [{"blocks": 2}, ADD, BURN, {"set": {"SubtensorModule.TxRateLimit": [[[], "7"]]}}, {"blocks": 1}]


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    """A chain of a few steps in the form in which chains are captured."""
    state = genesis({account_named("a"): TaoBalance(10**9)})
    lines = [first_line("mixed-s9", state)]
    for form, step in steps_of(SCRIPT, state):
        lines.append(line_of(form, step, execute(state, step), Number.get(state)))
    return written(tmp_path / "chain.jsonl", lines)


@pytest.fixture
def calls(chain: Path) -> Path:
    """The same calls tried on the chain's first state, many times over."""
    first, *_ = read_lines(chain)
    state = genesis({account_named("a"): TaoBalance(10**9)})
    tried = []
    for form, step in steps_of([ADD, BURN, ADD, ADD, ADD, ADD, ADD], state):
        mark = state.mark()
        tried.append(line_of(form, step, execute(state, step), 0))
        state = genesis({account_named("a"): TaoBalance(10**9)})
        assert mark.writes == 0
    begun = {"ops": "mixed-s9", "state": first["genesis"], "author": None, "block": 0}
    distinct = [line | {"args": line["args"] | {"amount_staked": str(n)}} if "netuid" in line["args"] else line
                for n, line in enumerate(tried, start=5)]  # fmt: skip
    return written(chain.parent / "calls.jsonl", [begun, *distinct])


def written(path: Path, lines: list[Any]) -> Path:
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return path


def read_lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_chain_is_taken_whole(chain: Path) -> None:
    """Every step stands in the trace, on a state that chains with the same beginning share; the document is valid."""
    chains = Chains()
    captured = capture([chain], chains)
    assert captured.taken == {"mixed-s9": 6}
    assert list(chains.states) == ["states/genesis-mixed"]
    complaints: list[str] = []
    document = trace_document("trace/mixed/s9", chains, complaints)
    assert complaints == []
    validate(documents.parse(documents.content_of(document), "t.jsonl"), "trace", published() / "schema", "t")
    validate(chains.states["states/genesis-mixed"], "state", published() / "schema", "s")
    assert {"BLK-dispatch/call", "STK-add/call"} <= set(document["rules"])
    assert [next(iter(step)) for step in document["steps"]] == ["block", "block", "call", "call", "set", "block"]


def test_of_calls_those_are_taken_that_show_something(calls: Path) -> None:
    """What has been shown often enough is left out; groups are by outcome, and the document is valid."""
    chains = Chains()
    taken = capture([calls], chains).taken["mixed-s9"]
    assert taken == ENOUGH + 1
    complaints: list[str] = []
    found = {name: op_document(name, chains, complaints) for name in chains.called()}
    assert complaints == []
    for name, document in found.items():
        assert document["id"] == op_id(name)
        validate(document, "op", published() / "schema", name)
    assert [group["slug"] for group in found["Balances.burn"]["groups"]] == ["ok"]
    (refused,) = found["SubtensorModule.add_stake"]["groups"]
    assert len(refused["cases"]) == ENOUGH
    assert refused["cases"][0]["outcome"]["err"]["code"] in refused["why"]


def test_a_second_reading_takes_nothing(calls: Path) -> None:
    """A call that is known by its question is not added again."""
    chains = Chains()
    capture([calls], chains)
    known = len(chains.calls)
    choice = Choice(chains)
    assert choice.offer("mixed-s9", read_observed(calls).steps()[: ENOUGH + 1]) == 0
    assert len(chains.calls) == known


def test_what_is_published_is_read_again(chain: Path, calls: Path) -> None:
    """Documents read back give the same documents."""
    chains, again = Chains(), Chains()
    capture([chain, calls], chains)
    made = [*chains.states.values(), trace_document("trace/mixed/s9", chains, [])]
    made += [op_document(name, chains, []) for name in chains.called()]
    for document in made:
        again.read(document)
    assert trace_document("trace/mixed/s9", again, []) == trace_document("trace/mixed/s9", chains, [])
    assert [op_document(name, again, []) for name in again.called()] == made[len(chains.states) + 1 :]
    found = {document["id"]: document for document in made}
    assert list(chain_complaints(found, run_rules=True, progress=lambda _name: None)) == []


def spoilt(document: dict[str, Any]) -> list[str]:
    """Return what verification says of a document that was changed."""
    name = document["id"]
    return list(chain_complaints({name: document}, run_rules=True, progress=lambda _name: None))


def test_what_is_wrong_is_said(chain: Path) -> None:
    """A state that is missing, has another digest, or rules that do not follow from the steps."""
    chains = Chains()
    capture([chain], chains)
    trace = trace_document("trace/mixed/s9", chains, [])
    assert spoilt(trace) == ["trace/mixed/s9 begins on genesis-mixed, which is no state"]
    (state,) = chains.states.values()
    assert spoilt(state | {"digest": "0" * 64}) == ["states/genesis-mixed has another digest than its entries"]
    both = {"trace/mixed/s9": trace | {"rules": trace["rules"][:-1]}, state["id"]: state}
    (complaint,) = chain_complaints(both, run_rules=True, progress=lambda _name: None)
    assert "has other groups, rules or words" in complaint


@pytest.mark.parametrize("place", [3, 4, 6])
def test_a_wrong_answer_stops_the_import(chain: Path, calls: Path, place: int) -> None:
    """A chain is complained of when its document is made, a call when it is offered."""
    lines = read_lines(chain)
    lines[place]["events"] = [{"pallet": "A", "name": "B", "fields": None}]
    chains, complaints = Chains(), list[str]()
    capture([written(chain, lines)], chains)
    trace_document("trace/mixed/s9", chains, complaints)
    assert complaints == [f"trace/mixed/s9: the exact path gives another answer at step {place}"]
    lines = read_lines(calls)
    lines[1]["outcome"] = {"ok": True}
    with pytest.raises(InvalidInput, match="gives another answer than was observed"):
        capture([written(calls, lines)], Chains())


@pytest.mark.parametrize("content", ["", "[]\n", "{}\n", '{"trace": "x"}\n', '{"ops": "x", "state": [["0x", 1]]}\n'])
def test_another_file_is_one_clear_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "f.jsonl"
    path.write_text(content)
    with pytest.raises(InvalidInput):
        read_observed(path)


def test_chains_that_begin_otherwise_have_states_of_their_own(chain: Path) -> None:
    """A second chain of the same sort on another state does not take the place of the first one's."""
    first, *steps = read_lines(chain)
    author = {"trace": "mixed-s8", "author": "0x" + account_named("b").hex()}
    other = written(chain.parent / "other.jsonl", [first | author, *steps])
    chains = Chains()
    capture([chain, other, chain], chains)
    assert list(chains.states) == ["states/genesis-mixed", "states/genesis-mixed-s8"]
    assert (chains.traces["trace/mixed/s9"].pre, chains.traces["trace/mixed/s8"].pre) == (
        "genesis-mixed",
        "genesis-mixed-s8",
    )
