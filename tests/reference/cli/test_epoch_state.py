"""``subtensor-spec epoch --state``: the epoch that would run now on a node's storage, with what waits for it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.reference.hand_made import Subnet, account, state_of

from subtensor_conformance.cli import main
from subtensor_spec.chain.items.consensus import MechanismCountCurrent, ValidatorPermit, Weights
from subtensor_spec.chain.items.emission import PendingRootAlphaDivs, PendingServerEmission, PendingValidatorEmission
from subtensor_spec.chain.items.neurons import Keys
from subtensor_spec.chain.items.staking import TotalHotkeyAlpha
from subtensor_spec.chain.items.subnets import NetworksAdded, SubnetworkN
from subtensor_spec.chain.types import AlphaBalance, MechId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.consensus import run_epoch
from subtensor_spec.chapters.consensus.reading import epoch_input
from subtensor_spec.wire.epoch.encoding import output_to_json

NETUID = NetUid(3)
ALPHA = 10**9


@pytest.fixture
def file(tmp_path: Path) -> str:
    state = state_of([Subnet(NETUID, tempo=360)], block=1_000)
    NetworksAdded.put(state, NETUID, True)
    SubnetworkN.put(state, NETUID, 3)
    for uid, number in enumerate((7, 5, 6)):
        Keys.put(state, NETUID, Uid(uid), account(number))
        TotalHotkeyAlpha.put(state, account(number), NETUID, AlphaBalance(number * ALPHA))
    ValidatorPermit.put(state, NETUID, (True, True, False))
    Weights.put(state, NetUidStorageIndex(NETUID), Uid(0), ((2, 65535),))
    MechanismCountCurrent.put(state, NETUID, MechId(2))
    PendingServerEmission.put(state, NETUID, AlphaBalance(400))
    PendingValidatorEmission.put(state, NETUID, AlphaBalance(300))
    PendingRootAlphaDivs.put(state, NETUID, AlphaBalance(101))
    stored = tmp_path / "storage.json"
    stored.write_text(json.dumps([["0x" + key.hex(), "0x" + entry.raw.hex()] for key, entry in state.entries.items()]))
    expected = {
        name: output_to_json(run_epoch(epoch_input(state, NETUID, MechId(mechid), AlphaBalance(emission))))
        for name, mechid, emission in (("0", 0, 401), ("1", 1, 400), ("asked", 0, 5 * ALPHA))
    }
    (tmp_path / "expected.json").write_text(json.dumps(expected))
    return str(stored)


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["epoch", *arguments])


@pytest.mark.parametrize(
    ("options", "name"),
    [([], "0"), (["--mechid", "0"], "0"), (["--mechid", "1"], "1"), (["--emission", "5alpha"], "asked")],
)
def test_each_mechanism_gets_its_part_of_what_waits(file: str, options: list[str], name: str) -> None:
    answer = json.loads(call("--state", file, "--netuid", "3", "--json", *options).output)
    expected = json.loads(Path(file).with_name("expected.json").read_text())
    assert answer["terms"] == expected[name]
    assert answer["revision"] == "r425"


def test_the_input_that_was_read_can_be_written_and_run_again(file: str, tmp_path: Path) -> None:
    written = tmp_path / "input.json"
    written.write_text(call("--state", file, "--netuid", "3", "--print-input").output)
    assert json.loads(written.read_text())["rao_emission"] == "401"
    assert call(str(written), "--json").output == call("--state", file, "--netuid", "3", "--json").output


def test_a_neuron_of_a_storage_is_explained(file: str) -> None:
    assert "paid as a server, rao" in call("--state", file, "--netuid", "3", "--explain", "2").output


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--netuid", "4"], "Error: --netuid: there is no subnet 4 in "),
        (["--netuid", "3", "--mechid", "2"], "Error: --mechid: there is no mechanism 2 in subnet 3; it has 2"),
        (["--netuid", "3", "--emission", "5tao"], "Error: --emission: '5tao' is TAO where alpha is due"),
    ],
)
def test_what_is_not_there_is_said(file: str, options: list[str], complaint: str) -> None:
    result = call("--state", file, *options)
    assert result.exit_code == 1
    assert result.output.startswith(complaint)


@pytest.mark.parametrize(
    "arguments",
    [["--state", "FILE"], ["--netuid", "3"], ["--state", "FILE", "--netuid", "3", "FILE"], ["--mechid", "0"]],
)
def test_there_is_one_source(file: str, arguments: list[str]) -> None:
    assert call(*(file if word == "FILE" else word for word in arguments)).exit_code == 2
