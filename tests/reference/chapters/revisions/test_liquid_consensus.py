"""By which consensus liquid alpha goes: the mode, the penalty, what is stored, and what an epoch makes of it."""

import json
from dataclasses import replace

import pytest

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.bench.workload import LIQUID
from subtensor_spec.bench.workload import epoch_input as drawn_epoch
from subtensor_spec.chain.items.consensus import BondsPenalty, Consensus
from subtensor_spec.chain.items.neurons import Keys
from subtensor_spec.chain.items.revisions import LiquidAlphaConsensusMode
from subtensor_spec.chain.items.subnets import SubnetworkN
from subtensor_spec.chain.revisions import KNOWN, revision
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, ConsensusMode, MechId, NetUid, Uid
from subtensor_spec.chapters.consensus.epoch import run_epoch
from subtensor_spec.chapters.consensus.reading import epoch_input
from subtensor_spec.chapters.revisions.liquid_consensus import PREVIOUS_CONSENSUS, as_consensus, uses_previous
from subtensor_spec.vectorised.consensus.epoch import run_epoch as run_on_arrays
from subtensor_spec.wire.epoch.encoding import input_to_json
from subtensor_spec.wire.epoch.parsing import parse_epoch_input

ONE = NetUid(1)


@pytest.fixture
def state() -> State:
    state = State(revision=revision("r446"))
    SubnetworkN.put(state, ONE, 2)
    for uid in (0, 1):
        Keys.put(state, ONE, Uid(uid), AccountId(bytes([uid]) * 32))
    Consensus.put(state, ONE, (65_535, 1))
    BondsPenalty.put(state, ONE, 65_535)
    return state


@pytest.mark.parametrize(
    ("mode", "penalties"),
    [
        (ConsensusMode.Current, (False, False, False)),
        (ConsensusMode.Previous, (True, True, True)),
        (ConsensusMode.Auto, (False, False, True)),
    ],
)
def test_the_mode_and_the_greatest_penalty_decide(mode: ConsensusMode, penalties: tuple[bool, ...]) -> None:
    assert tuple(uses_previous(mode, penalty) for penalty in (0, 65_534, 65_535)) == penalties


def test_a_subnet_without_a_mode_goes_by_the_penalty(state: State) -> None:
    assert LiquidAlphaConsensusMode.get(state, ONE) is ConsensusMode.Auto
    assert PREVIOUS_CONSENSUS.at(state)(state, ONE) == [65_535, 1]
    BondsPenalty.put(state, ONE, 65_534)
    assert PREVIOUS_CONSENSUS.at(state)(state, ONE) is None


def test_where_nothing_is_stored_the_consensus_found_counts(state: State) -> None:
    LiquidAlphaConsensusMode.put(state, ONE, ConsensusMode.Previous)
    Consensus.put(state, ONE, ())
    assert PREVIOUS_CONSENSUS.at(state)(state, ONE) is None


def test_a_stored_consensus_is_cut_or_filled_up_and_rounded_down() -> None:
    assert [part.bits for part in as_consensus([65_535, 1, 7], 2)] == [2**32, 2**32 // 65_535]
    assert as_consensus([65_535], 2) == [I32F32.ONE, I32F32.ZERO]
    assert as_consensus([5], 0) == []


def test_mode_and_default_are_stored_as_one_byte() -> None:
    codec = LiquidAlphaConsensusMode.value
    assert [codec.encode(mode) for mode in ConsensusMode] == [b"\0", b"\1", b"\2"]


def test_an_epoch_reads_it_from_r446_on(state: State) -> None:
    """Every mechanism of the subnet reads the same vector."""
    for mechanism in (0, 1):
        assert epoch_input(state, ONE, MechId(mechanism), AlphaBalance(1)).previous_consensus == [65_535, 1]
    for entry in KNOWN:
        if 425 <= entry.spec_version < 446:
            earlier = State(state.storage(), revision=entry)
            assert epoch_input(earlier, ONE, MechId(0), AlphaBalance(1)).previous_consensus is None


@pytest.mark.parametrize("stored", [None, [], [0], [65_535] * 300, [100, 200, 300] * 5])
@pytest.mark.parametrize("penalty", [0, 40_000, 65_535])
def test_both_paths_give_the_same_bonds(stored: list[int] | None, penalty: int) -> None:
    drawn = drawn_epoch(24, LIQUID)
    epoch = replace(drawn, bonds_penalty=penalty, previous_consensus=stored)
    exact, arrays = run_epoch(epoch), run_on_arrays(epoch)
    assert exact.output == arrays.output
    assert exact.persisted == arrays.persisted
    unsorted = replace(epoch, weights=[row[::-1] for row in epoch.weights])
    assert run_epoch(unsorted).output == run_on_arrays(unsorted).output


def test_another_consensus_gives_other_bonds_and_the_same_consensus() -> None:
    drawn = drawn_epoch(24, LIQUID)
    without, with_zeros = run_epoch(drawn), run_epoch(replace(drawn, previous_consensus=[0]))
    assert [term.bond for term in without.output] != [term.bond for term in with_zeros.output]
    assert [term.consensus for term in without.output] == [term.consensus for term in with_zeros.output]


def test_the_json_form_of_an_epoch_is_that_of_r425() -> None:
    drawn = drawn_epoch(4, LIQUID)
    form = json.dumps(input_to_json(replace(drawn, previous_consensus=[1])))
    assert parse_epoch_input(json.loads(form)) == drawn
