"""Files of states and chains held against the laws, and the command that does it."""

import gzip
import json
import lzma
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from subtensor_conformance.cli import main
from subtensor_conformance.fuzz.chains.worlds import block, call, world
from subtensor_conformance.fuzz.strategies.cast import COLDKEYS, HOTKEYS, hex_of
from subtensor_conformance.laws.chain_files import happened, read_chain, told
from subtensor_conformance.laws.chain_trials import try_file
from subtensor_spec.blocks.steps import execute
from subtensor_spec.chain.items.subnets import TotalNetworks
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.chain_steps import result_to_json, step_from_json
from subtensor_spec.wire.state.typed import typed_form

STEPS = [
    block(),
    call("SubtensorModule.unstake_all", hex_of(COLDKEYS[0]), hotkey=hex_of(HOTKEYS[0])),
    call("SubtensorModule.unstake_all", hex_of(COLDKEYS[0]), hotkey=hex_of(COLDKEYS[0])),
]
WRONG = [["0x" + TotalNetworks.raw_key(()).hex(), "0x0900"]]


def entries() -> list[list[str]]:
    return [["0x" + key.hex(), "0x" + raw.hex()] for key, raw in world("grown").storage.items()]


def lines() -> list[dict[str, Any]]:
    state = world("grown").opened()
    taken = [(form, step_from_json(form)) for form in STEPS]
    return [{**form, **result_to_json(step, execute(state, step))} for form, step in taken]


def written(path: Path, *content: Any) -> Path:
    pack = gzip.compress if path.suffix == ".gz" else lzma.compress
    path.write_bytes(pack("\n".join(map(json.dumps, content)).encode()))
    return path


def test_a_chain_from_its_first_state_on(tmp_path: Path) -> None:
    tried: Counter[str] = Counter()
    path = written(tmp_path / "a.jsonl.xz", {"trace": "a", "genesis": entries()}, *lines(), {"checkpoint": 1})
    assert not list(try_file(path, tried))
    assert tried == {"states": 3, "blocks": 1, "calls": 2}


def test_calls_are_each_tried_on_the_state_itself(tmp_path: Path) -> None:
    one = lines()[0]
    wrong = {**lines()[2], "changes": WRONG}
    path = written(tmp_path / "a.jsonl", {"ops": "a", "state": entries()}, one, wrong, one)
    places = list(try_file(path, Counter()))
    assert [(place.line, place.step) for place in places] == [(2, 1), (2, 1)]
    assert {place.breach.law for place in places} == {"events/refused-does-nothing", "places/subnets-counted"}


def test_sequences_each_begin_on_the_state(tmp_path: Path) -> None:
    sequence = {"sequence": "s", "steps": lines()}
    path = written(tmp_path / "a.jsonl", {"sequences": "a", "state": entries()}, sequence, sequence)
    tried: Counter[str] = Counter()
    assert not list(try_file(path, tried))
    assert tried["calls"] == 4


def test_a_published_trace_names_its_state(tmp_path: Path) -> None:
    """The state lies in a folder beside that of traces; changes are in the typed form."""
    grown = world("grown")
    (tmp_path / "states").mkdir()
    (tmp_path / "trace").mkdir()
    state = {"id": "states/s", "author": None, "digest": grown.digest, "storage": typed_form(grown.storage)}
    written(tmp_path / "states" / "s.json.gz", state)
    wrong = {"block": {}, "changes": {"SubtensorModule.TotalNetworks": [[[], 9]]}, "events": []}
    path = written(tmp_path / "trace" / "t.jsonl", {"id": "trace/t", "pre": "s"}, wrong, {"footer": {}})
    assert [str(place) for place in try_file(path, Counter())] == [
        "line 1, step 1: block: places/subnets-counted: 9 subnets are counted, 4 exist"
    ]
    with pytest.raises(InvalidInput, match="no folder above"):
        read_chain(written(tmp_path / "trace" / "u.jsonl", {"id": "trace/u", "pre": "other"}, wrong))


@pytest.mark.parametrize("content", [b"nothing", b"{", b'{"trace": "a", "genesis": []}\n{"call": "x"}'])
def test_what_is_no_chain_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    with pytest.raises(InvalidInput):
        read_chain(path)


def test_events_get_the_names_of_their_fields() -> None:
    several = {"pallet": "SubtensorModule", "name": "StakeAdded", "fields": ["0x01", "0x02", "3", "4", 5, "6"]}
    assert told(several).fields["fee"] == "6"
    single = {"pallet": "SubtensorModule", "name": "NetworkRemoved", "fields": 7}
    assert list(told(single).fields.values()) == [7]
    named = {"pallet": "Balances", "name": "Issued", "fields": {"amount": "1"}}
    assert told(named).fields == {"amount": "1"}


def test_a_refusal_is_told_from_its_outcome() -> None:
    ran, refused = happened(lines()[1]), happened(lines()[2])
    assert (ran.refused, refused.refused) == (False, True)
    assert refused.title == "SubtensorModule.unstake_all"


def test_the_command_says_what_was_tried(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", {"trace": "a", "genesis": entries()}, *lines())
    result = CliRunner().invoke(main, ["laws", str(path)])
    assert (result.exit_code, result.output) == (0, "22 laws, 1 files, 3 states, 2 calls, 1 blocks: all hold\n")


def test_the_command_fails_where_a_law_is_broken(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", dict(entries()) | dict(WRONG))
    result = CliRunner().invoke(main, ["laws", "--json", str(path)])
    (file,) = json.loads(result.output)["files"]
    assert result.exit_code == 1
    assert [breach["law"] for breach in file["breaches"]] == ["places/subnets-counted"]
    assert "1 breaches" in CliRunner().invoke(main, ["laws", str(path)]).output


def test_the_command_lists_the_laws() -> None:
    assert "supply/recorded-twice (steps): " in CliRunner().invoke(main, ["laws", "--list"]).output
    assert len(json.loads(CliRunner().invoke(main, ["laws", "--list", "--json"]).output)) == 22
    assert CliRunner().invoke(main, ["laws"]).exit_code == 2
