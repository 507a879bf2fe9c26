"""Files of states, calls and chains: what is read is what was published, and damage is one clear line."""

import gzip
from pathlib import Path
from typing import Any

import pytest

from subtensor_conformance.vectors import Selection, documents, iter_cases
from subtensor_conformance.vectors.load import load_file
from subtensor_conformance.vectors.locations import published
from subtensor_conformance.vectors.states import name_of, path_of, read_state
from subtensor_spec.chain.state import State
from subtensor_spec.errors import InvalidInput

SERVING = published() / "trace" / "serving" / "s1.jsonl"


def test_a_trace_is_written_as_it_was_read() -> None:
    """Header, a step a line, and the footer: reading and writing gives the same bytes."""
    content = documents.read_bytes(SERVING)
    trace = documents.read(SERVING)
    assert documents.content_of(trace) == content
    assert content.count(b"\n") == len(trace["steps"]) + 2
    assert trace["footer"]["steps"] == len(trace["steps"])


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        (lambda lines: lines[:-1], "cut short or edited"),
        (lambda lines: lines[:3] + lines[4:], "cut short or edited"),
        (lambda lines: [*lines[:3], lines[4], lines[3], *lines[5:]], "cut short or edited"),
        (lambda lines: lines[:1], "has no header and footer"),
        (lambda _lines: [], "has no header and footer"),
        (lambda lines: [*lines[:2], "{", *lines[2:]], "is not JSON"),
    ],
)
def test_a_damaged_trace_is_one_clear_line(tmp_path: Path, damage: Any, complaint: str) -> None:
    """Lines that are missing, in another order, or no JSON."""
    path = tmp_path / "t.jsonl.gz"
    lines = damage(documents.read_bytes(SERVING).decode().splitlines())
    path.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode()))
    with pytest.raises(InvalidInput, match=complaint):
        documents.read(path)


def test_a_trace_is_one_case() -> None:
    """Its steps are asked without their answers, each of which stands at the same place."""
    (case,) = iter_cases(Selection(tier="stress", ids=("trace/serving/s1",)))
    assert len(case.input) == len(case.expected)
    assert name_of(case.state) == "directed-s1"
    for asked, told in zip(case.input, case.expected, strict=True):
        assert not {"outcome", "changes", "events", "checkpoint"} & set(asked)
        assert bool(told) == ("set" not in asked)
    assert load_file(SERVING)[0].input == case.input


def test_a_call_is_one_case() -> None:
    """A case of op says whom to ask what, on which state, and what becomes of it."""
    cases = list(iter_cases(Selection(kinds=("op",), ids=("op/subtensor-module/add-stake/*",))))
    assert len({case.id for case in cases}) == len(cases) > 10
    for case in cases:
        assert case.function == case.input["call"] == "SubtensorModule.add_stake"
        assert set(case.expected) == {"outcome", "changes", "events"}
        assert case.evidence == "observed-native"
        assert Path(case.state).is_file()
    outcomes = {case.id.split("/")[3] for case in cases}
    assert {"ok", "not-enough-balance-to-stake", "subnet-not-exists"} <= outcomes


def test_refused_calls_change_nothing() -> None:
    """Whatever refuses a call, no entry differs afterwards and no event is told."""
    for case in iter_cases(Selection(kinds=("op",))):
        if "ok" not in case.expected["outcome"]:
            assert (case.expected["changes"], case.expected["events"]) == ({}, []), case.id


def test_a_state_is_what_its_digest_names(tmp_path: Path) -> None:
    """A state opens with the digest that it is published with; an edited one is refused."""
    path = path_of(published(), "directed-s1")
    state = read_state(str(path))
    assert state.opened().digest() == state.digest == State(state.storage).digest()
    document = documents.read(path)
    document["storage"]["System.Number"][0][1] += 1
    edited = tmp_path / "directed-s1.json.gz"
    documents.write(edited, documents.content_of(document))
    with pytest.raises(InvalidInput, match="has been edited"):
        read_state(str(edited))
    for content in (b"[]", b'{"id": "x"}', b'{"id": "x", "author": null, "digest": "", "storage": {"No.Such": []}}'):
        other = tmp_path / f"{len(content)}.json"
        other.write_bytes(content)
        with pytest.raises(InvalidInput):
            read_state(str(other))
