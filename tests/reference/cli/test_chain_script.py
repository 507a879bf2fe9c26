"""``subtensor-spec chain new``, ``chain apply`` and the first subnet: a chain of one's own, and bad scripts."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main
from subtensor_spec.chain.items.balances import SystemAccount
from subtensor_spec.chain.state import State
from subtensor_spec.wire.chain_script import account_named
from subtensor_spec.wire.state.files import read_storage

ADD = {
    "call": "SubtensorModule.add_stake",
    "origin": "@bob",
    "args": {"hotkey": "@h", "netuid": 1, "amount_staked": "5"},
}


def run(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(main, list(arguments))


@pytest.fixture
def begun(tmp_path: Path) -> str:
    path = str(tmp_path / "begin.json")
    assert run("chain", "new", "--balance", "@alice=10000", "--balance", "@bob=500", "-o", path).exit_code == 0
    return path


def script(folder: Path, *lines: object) -> str:
    path = folder / "script.jsonl"
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return str(path)


def test_a_first_state_holds_what_it_was_given(begun: str) -> None:
    state = State(read_storage(Path(begun)))
    assert SystemAccount.get(state, account_named("bob")).data.free == 500 * 10**9
    assert SystemAccount.get(state, account_named("alice")).data.free == 10_000 * 10**9


def test_the_first_subnet_can_be_told_again_from_its_script(tmp_path: Path, begun: str) -> None:
    """The example's script, applied by hand, gives the example's calls; replay finds the chain equal."""
    story = str(tmp_path / "story.jsonl")
    told = run("chain", "example", "first-subnet", "--script", story)
    calls = [line for line in told.output.splitlines() if "price" not in line]
    assert len(calls) == 5
    assert all(line.endswith(": ok") for line in calls)
    chain, after = str(tmp_path / "chain.jsonl"), str(tmp_path / "after.json")
    applied = run("chain", "apply", begun, story, "-o", chain, "--state", after).output.splitlines()
    assert [line.split(": ", 1)[1] for line in applied[:-1]] == [line.split(": ", 1)[1] for line in calls]
    assert applied[-1].startswith("5 calls, 1105 blocks, digest ")
    assert applied[-1].endswith(State(read_storage(Path(after))).digest())
    assert run("replay", chain).output.startswith("1105 blocks and 5 calls: every outcome")


def test_stake_grows_and_both_are_paid() -> None:
    lines = [json.loads(line) for line in run("chain", "example", "first-subnet", "--json").output.splitlines()]
    held = [line for line in lines if "price" in line]
    assert int(held[0]["alice"]) == 0 < int(held[-1]["alice"])
    assert int(held[0]["bob"]) < int(held[-1]["bob"])


def test_refused_calls_and_writes_from_outside(tmp_path: Path, begun: str) -> None:
    """A refusal is printed with its code; a write from outside is a step like others, and replay takes it."""
    raised = {"set": {"SubtensorModule.TxRateLimit": [[[], "7"]]}}
    chain = str(tmp_path / "chain.jsonl")
    lines = script(tmp_path, "# nobody has this hotkey", ADD, raised, {"blocks": 2})
    result = run("chain", "apply", begun, lines, "-o", chain, "--author", "@carol", "--json")
    (told,) = map(json.loads, result.output.splitlines())
    assert told["call"] == ADD["call"]
    assert "err" in told["outcome"]
    assert run("replay", chain).exit_code == 0
    assert json.loads(Path(chain).read_text().splitlines()[0])["author"] == "0x" + account_named("carol").hex()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "is no JSON"),
        ("5", "is no list of steps"),
        ({"blocks": 0}, "step 2.blocks: 0 is no number of blocks"),
        ({"blocks": True}, "is no number of blocks"),
        (ADD | {"call": "SubtensorModule.no_such_call"}, "step 2.call"),
        (ADD | {"args": {}}, "missing: hotkey, netuid, amount_staked"),
        (ADD | {"origin": "bob"}, "step 2.origin"),
        (ADD | {"origin": "0x1234"}, "step 2.origin"),
        ({}, "step 2: a step has one of the members call, block, set"),
        ({"set": {"SubtensorModule.NoSuchItem": [[[], 1]]}}, "there is no item"),
        ({"block": {"parent_hash": "0x00"}}, "a hash has 32"),
    ],
)
def test_a_bad_script_is_one_clear_line_and_nothing_is_done(
    tmp_path: Path, begun: str, line: object, complaint: str
) -> None:
    """Whatever stands before the bad line is not done either."""
    chain = tmp_path / "after.json"
    result = run("chain", "apply", begun, script(tmp_path, {"blocks": 1}, line), "--state", str(chain))
    assert result.exit_code == 1
    assert complaint in f"{result.output}{result.exception}"
    assert not chain.exists()


@pytest.mark.parametrize("balance", ["@alice", "@alice=", "@alice=-1", "@alice=1.5", "@alice=0", "@alice=99000000"])
def test_a_bad_balance_is_one_clear_line(tmp_path: Path, balance: str) -> None:
    result = run("chain", "new", "--balance", balance, "-o", str(tmp_path / "x.json"))
    assert result.exit_code == 2
    assert f"--balance {balance}" in result.output


def test_a_state_of_no_chain_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("{}")
    result = run("chain", "apply", str(tmp_path / "empty.json"), script(tmp_path, {"blocks": 1}))
    assert result.exit_code == 1
    assert "no state of a chain" in f"{result.output}{result.exception}"
