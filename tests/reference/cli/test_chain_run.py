"""``chain run`` and ``chain sweep``: what they answer, what they write, and what they refuse."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main
from subtensor_spec.bench.network_state import Shape, network_state
from subtensor_spec.blocks.block_step import next_block
from subtensor_spec.chain.items.consensus import Consensus
from subtensor_spec.chain.items.emission import SubnetOwnerCut
from subtensor_spec.chain.items.neurons import Keys
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.chain.items.schedule import Tempo
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, Uid
from subtensor_spec.cli.chain_file import read_network, write_network
from subtensor_spec.cli.chain_run import parent_hash

SHAPE = Shape(subnets=2, neurons=6, validators=3, nominators=3, tempo=5)
ONE = NetUid(1)


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["chain", *map(str, arguments)])


@pytest.fixture
def network(tmp_path: Path) -> Path:
    write_network(tmp_path / "network.json", network_state(SHAPE))
    return tmp_path / "network.json"


def exact_digest(blocks: int) -> str:
    state = network_state(SHAPE)
    for block in range(8_000_001, 8_000_001 + blocks):
        next_block(state, parent_hash("parent of", block))
    return state.digest()


def test_a_run_ends_where_the_exact_path_does_and_can_go_on(network: Path, tmp_path: Path) -> None:
    first = json.loads(call("run", network, "-b", 7, "-o", tmp_path / "seven.json.gz", "--json").output)
    assert (first["block"], first["digest"]) == (8_000_007, exact_digest(7))
    second = json.loads(call("run", tmp_path / "seven.json.gz", "-b", 6, "--json").output)
    assert (second["block"], second["digest"]) == (8_000_013, exact_digest(13))
    assert second["memory_mib"] > 1


def test_lines_for_people(network: Path) -> None:
    lines = call("run", network, "-b", 3).output.splitlines()
    assert lines[0].startswith("block 8000003: 3 blocks of 3 subnets in ")
    assert lines[1].endswith("MiB of memory at most")
    assert lines[2] == f"digest {exact_digest(3)}"


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_snapshots_are_taken_every_so_many_blocks(network: Path, tmp_path: Path, ending: str) -> None:
    seen = tmp_path / f"seen.{ending}"
    found = call("run", network, "-b", 6, "--every", 2, "-i", "SubtensorModule.SubnetTAO[1]", "--snapshots", seen)
    assert found.exit_code == 0
    rows = seen.read_text().splitlines()[1 if ending == "csv" else 0 :]
    blocks = [row.split(",")[0] if ending == "csv" else str(json.loads(row)["block"]) for row in rows]
    assert blocks == ["8000002", "8000004", "8000006"]


def test_what_was_seen_can_be_drawn(network: Path, tmp_path: Path) -> None:
    picture = tmp_path / "seen.svg"
    assert call("run", network, "-b", 4, "--every", 1, "-i", "SubtensorModule.SubnetMovingPrice", "--plot", picture)
    assert "<path" in picture.read_text()


def broken(change: str) -> State:
    state = network_state(SHAPE)
    if change == "a list is too short":
        Consensus.put(state, ONE, (1, 2))
    else:
        Keys.remove(state, ONE, Uid(4))
    return state


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ("a list is too short", "SubtensorModule.Consensus[1]: has 2 members, but there are 6 neurons"),
        ("a hotkey is missing", "SubtensorModule.Keys[1, 4]: is missing"),
    ],
)
def test_a_state_that_does_not_hang_together_is_refused(tmp_path: Path, change: str, complaint: str) -> None:
    write_network(tmp_path / "bad.json", broken(change))
    found = call("run", tmp_path / "bad.json", "-b", 1)
    assert found.exit_code != 0
    assert complaint in found.output


def test_an_empty_state_is_refused(tmp_path: Path) -> None:
    write_network(tmp_path / "empty.json", State())
    assert "System.Number: is missing" in call("run", tmp_path / "empty.json", "-b", 1).output


@pytest.mark.parametrize("name", ["state.json", "state.json.gz", "state.json.xz"])
def test_a_state_is_written_with_its_author_and_read_again(tmp_path: Path, name: str) -> None:
    state = network_state(SHAPE)
    state.author = AccountId(b"a" * 32)
    write_network(tmp_path / name, state)
    again = read_network(tmp_path / name)
    assert (again.digest(), again.author) == (state.digest(), state.author)


SWEEP = """
network = { subnets = 2, neurons = 6, validators = 3, nominators = 3, tempo = 5 }
blocks = 11
[grid]
"SubtensorModule.Tempo[1]" = [5, 6]
"SubtensorModule.SubnetOwnerCut" = [0, 11796]
[measure]
pool = "SubtensorModule.SubnetTAO[1]"
"""


def swept(tmp_path: Path, text: str, *arguments: object) -> Result:
    (tmp_path / "sweep.toml").write_text(text)
    return call("sweep", tmp_path / "sweep.toml", *arguments)


def exact_pool(tempo: int, cut: int) -> dict[str, Any]:
    state = network_state(SHAPE)
    Tempo.put(state, ONE, tempo)
    SubnetOwnerCut.put(state, cut)
    before = SubnetTAO.get(state, ONE)
    for block in range(8_000_001, 8_000_012):
        next_block(state, parent_hash("parent of", block))
    after = SubnetTAO.get(state, ONE)
    return {"after": after, "change": after - before}


def test_a_sweep_runs_every_combination_in_order(tmp_path: Path) -> None:
    found = json.loads(swept(tmp_path, SWEEP, "--json", "-j", 2).output)
    assert [tuple(row["parameters"].values()) for row in found] == [(5, 0), (5, 11796), (6, 0), (6, 11796)]
    for row in found:
        assert row["measured"]["pool"] == exact_pool(*row["parameters"].values())


def test_a_sweep_is_a_table_for_people(tmp_path: Path) -> None:
    lines = swept(tmp_path, SWEEP, "-j", 1).output.splitlines()
    assert lines[0].split() == ["Tempo[1]", "SubnetOwnerCut", "pool", "after", "pool", "change"]
    assert [line.split()[:2] for line in lines[1:]] == [["5", "0"], ["5", "11796"], ["6", "0"], ["6", "11796"]]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("blocks = 11", "blocks = 0", "blocks must be a whole number from one on"),
        ("blocks = 11", "blocks = 11\nhours = 2", "has hours, which says nothing here"),
        ("[5, 6]", "[5, 70000]", "grid.SubtensorModule.Tempo[1]"),
        ("Tempo[1]", "Tempo", "names no single entry"),
        ("Tempo[1]", "Temp[1]", "there is no item"),
        ("network =", "state = 'x'\nnetwork =", "must have either a state or a network"),
        ("tempo = 5", "size = 5", "network"),
        ('"SubtensorModule.SubnetTAO[1]"', "1", "measure must be a table of entries"),
        ("[grid]", "[grid", "is no TOML"),
    ],
)
def test_a_sweep_that_makes_no_sense_is_refused(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    found = swept(tmp_path, SWEEP.replace(old, new), "-j", 1)
    assert found.exit_code != 0
    assert complaint in found.output
