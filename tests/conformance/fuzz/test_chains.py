"""Drawn chains put to an implementation: what differs is found, cut down, and written so that it can be asked again."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from subtensor_conformance.cli import main
from subtensor_conformance.fuzz.chains.documents import trace_document, write_state
from subtensor_conformance.fuzz.chains.search import ChainJury, search
from subtensor_conformance.fuzz.chains.shortening import Chain, shortened
from subtensor_conformance.fuzz.chains.worlds import NAMES, block, call, world
from subtensor_conformance.fuzz.strategies.cast import COLDKEYS, HOTKEYS, hex_of
from subtensor_conformance.laws.chain_trials import try_file
from subtensor_conformance.runner.target import Target, program
from subtensor_conformance.runner.verdict import Verdict
from subtensor_conformance.vectors import documents
from subtensor_conformance.vectors.load import load_file
from subtensor_conformance.vectors.locations import published
from subtensor_conformance.vectors.schemas import validate
from subtensor_spec.errors import InvalidInput

ADAPTER = f"{sys.executable} {Path(__file__).parent / 'forgetful_adapter.py'}"
BURN = call("SubtensorModule.burn_alpha", hex_of(COLDKEYS[2]), hotkey=hex_of(HOTKEYS[0]), amount="1000", netuid=2)
STAKE = call(
    "SubtensorModule.add_stake", hex_of(COLDKEYS[2]), hotkey=hex_of(HOTKEYS[0]), netuid=2, amount_staked="5000000000"
)
OTHERS = [block(number) for number in range(5)]


@pytest.fixture
def forgetful(tmp_path: Path) -> Iterator[ChainJury]:
    jury = ChainJury(program(ADAPTER), tmp_path)
    yield jury
    jury.close()


def test_what_no_single_call_shows_is_found_and_cut_down(forgetful: ChainJury) -> None:
    """Stake and two burns are needed, and nothing else is left; what is burned is as little as it gets."""
    found = shortened(Chain("young", (STAKE, *OTHERS, BURN, *OTHERS, BURN, *OTHERS)), forgetful.differs)
    assert [step["call"] for step in found.steps] == [STAKE["call"], BURN["call"], BURN["call"]]
    assert [step["args"]["amount"] for step in found.steps[1:]] == ["1", "1"]
    finding = forgetful.judge(found)
    assert finding.verdict is Verdict.FAIL
    assert "AlphaBurned" in str(finding.difference)


def test_the_search_draws_such_a_chain(forgetful: ChainJury) -> None:
    only = ("SubtensorModule.burn_alpha", "SubtensorModule.add_stake_burn")
    found = search(forgetful, seed=2, seconds=60, only=only)
    assert found is not None
    assert len(found.chain.steps) <= 3
    assert forgetful.steps > len(found.chain.steps)


def test_nothing_differs_where_nothing_is_wrong(tmp_path: Path) -> None:
    jury = ChainJury(Target("numpy"), tmp_path)
    assert search(jury, seed=1, seconds=0.5) is None
    assert jury.judge(Chain("genesis", (block(),))).verdict is Verdict.PASS
    jury.close()


def test_a_chain_that_cannot_be_read_is_no_difference(forgetful: ChainJury) -> None:
    assert not forgetful.differs(Chain("genesis", (call("SubtensorModule.burn_alpha", "root"),)))


def test_shortening_keeps_what_matters() -> None:
    """Of many steps only the two that matter stay, on the earliest world on which they do."""

    def differs(chain: Chain) -> bool:
        names = [step.get("call") for step in chain.steps]
        return chain.world != "genesis" and "b" in names and "a" in names[: names.index("b")]

    steps = tuple({"call": name} for name in "xaxxxbxxaxb")
    assert shortened(Chain("grown", steps), differs) == Chain("young", ({"call": "a"}, {"call": "b"}))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_obeys_the_schemas(name: str, tmp_path: Path) -> None:
    document = trace_document(name, [block(), BURN], "A chain that a test has drawn.")
    path = tmp_path / "d.jsonl"
    documents.write(path, documents.content_of(document))
    validate(documents.read(path), "trace", published() / "schema", "d")
    state = write_state(tmp_path, world(name).opened())
    validate(documents.read(state), "state", published() / "schema", "s")
    (case,) = load_file(path)
    assert case.state == str(state)
    assert not list(try_file(path, Counter()))


def test_a_trace_without_its_state_beside_it_begins_on_a_published_one(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    documents.write(path, documents.content_of(trace_document("genesis", [block()], "A chain that a test has drawn.")))
    (case,) = load_file(path)
    assert Path(case.state).parent == published() / "states"


def run(*arguments: str) -> Any:
    return CliRunner().invoke(main, ["fuzz", "--calls", *arguments])


def test_the_command_writes_a_trace_that_can_be_asked_again(tmp_path: Path) -> None:
    out = tmp_path / "found.json"
    names = ["--function", "*.burn_alpha", "--function", "*.add_stake_burn"]
    result = run("--adapter", ADAPTER, "--minutes", "1", "--seed", "2", *names, "--out", str(out), "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert told["difference"]["file"] == str(tmp_path / "found.jsonl")
    assert "ISS-alpha/burn" in told["difference"]["rules"]
    again = ["conform", "--file", told["difference"]["file"], "--target", "exact"]
    assert CliRunner().invoke(main, again).exit_code == 0


def test_the_command_says_what_it_did_not_find() -> None:
    result = run("--target", "numpy", "--minutes", "0.01", "--seed", "3")
    assert result.exit_code == 0
    assert "no difference in " in result.stdout
    assert run("--target", "numpy", "--function", "no.such").exit_code == 1


def test_single_calls_are_asked_of_an_adapter_that_takes_no_chains(tmp_path: Path) -> None:
    """The state that shows the mistake is made on the exact path; the vector is the call on it."""
    jury = ChainJury(program(f"{ADAPTER} calls"), tmp_path)
    assert jury.greet().kinds == ("op",)
    chain = Chain("young", (STAKE, block(), BURN, block(1), BURN, block(2)))
    suspect = jury.suspect(chain)
    assert suspect == Chain("young", chain.steps[:5])
    found = shortened(suspect, jury.differs)
    assert [step["call"] for step in found.steps] == [STAKE["call"], BURN["call"], BURN["call"]]
    document = jury.document(found, "A call that a test has drawn.")
    validate(document, "op", published() / "schema", "d")
    documents.write(tmp_path / "d.json", documents.content_of(document))
    assert [case.kind for case in load_file(tmp_path / "d.json")] == ["op"]
    assert not jury.differs(Chain("young", (block(),)))
    jury.close()


def test_an_adapter_without_chains_is_refused(tmp_path: Path) -> None:
    template = Path(__file__).parents[3] / "conformance" / "templates" / "python" / "adapter.py"
    jury = ChainJury(program(f"{sys.executable} {template}"), tmp_path)
    with pytest.raises(InvalidInput, match="no kind trace, no kind op"):
        jury.greet()
    jury.close()


def test_worlds_differ() -> None:
    assert len({world(name).digest for name in NAMES}) == len(NAMES)
