"""The guard of weights: lengths, stake, commits, in this order."""

from typing import Any

import pytest

from subtensor_spec.blocks.guards.weights import ON_ONE_SUBNET, check_weights
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.drand import LastStoredRound
from subtensor_spec.chain.items.schedule import SubnetEpochIndex
from subtensor_spec.chain.items.staking import StakeThreshold, TotalHotkeyAlpha
from subtensor_spec.chain.items.weights import RevealPeriodEpochs, WeightCommits
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, MechId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.commit_reveal.hashes import get_commit_hash

NETUID = NetUid(1)
HOTKEY = AccountId(bytes([1]) * 32)
SHOWN: dict[str, Any] = {"netuid": NETUID, "uids": (Uid(0),), "values": (1,), "salt": (7,), "version_key": 0}


def check(state: State, name: str, arguments: dict[str, Any]) -> None:
    check_weights(state, HOTKEY, f"SubtensorModule.{name}", arguments)


def commit(state: State, index: int, epoch: int) -> None:
    """Add the commit of what is shown to those of a mechanism."""
    place = NetUidStorageIndex(index)
    committed = get_commit_hash(HOTKEY, place, SHOWN["uids"], SHOWN["values"], SHOWN["salt"], 0)
    commits = WeightCommits.get(state, place, HOTKEY) or ()
    WeightCommits.put(state, place, HOTKEY, (*commits, (committed, epoch, 0, 0)))


@pytest.fixture
def state() -> State:
    """Epoch 10 of a subnet that reveals after one epoch, tempo 0, so that none is due."""
    made = State()
    SubnetEpochIndex.put(made, NETUID, 10)
    RevealPeriodEpochs.put(made, NETUID, 1)
    return made


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("batch_commit_weights", {"netuids": (1,), "commit_hashes": ()}),
        ("batch_set_weights", {"netuids": (1,), "weights": ((),), "version_keys": ()}),
        ("batch_set_weights", {"netuids": (1,), "weights": (), "version_keys": (0,)}),
        (
            "batch_reveal_weights",
            {"netuid": 1, "uids_list": ((),), "values_list": ((),), "salts_list": ((),), "version_keys": ()},
        ),
    ],
)
def test_lengths_come_first(state: State, name: str, arguments: dict[str, Any]) -> None:
    StakeThreshold.put(state, 1)
    with pytest.raises(CallError, match="InputLengthsUnequal"):
        check(state, name, arguments)


@pytest.mark.parametrize("name", sorted(ON_ONE_SUBNET - {"SubtensorModule.batch_reveal_weights"}))
def test_then_stake(state: State, name: str) -> None:
    StakeThreshold.put(state, 1)
    with pytest.raises(CallError, match="NotEnoughStakeToSetWeights"):
        check(state, name.removeprefix("SubtensorModule."), {**SHOWN, "reveal_round": 0})


def test_a_batch_needs_stake_on_each_subnet(state: State) -> None:
    StakeThreshold.put(state, 1)
    TotalHotkeyAlpha.put(state, HOTKEY, NETUID, AlphaBalance(1))
    batch: dict[str, Any] = {"netuids": (NETUID,), "commit_hashes": (bytes(32),)}
    check(state, "batch_commit_weights", batch)
    with pytest.raises(CallError, match="NotEnoughStakeToSetWeights"):
        check(state, "batch_commit_weights", {"netuids": (NETUID, NetUid(2)), "commit_hashes": (bytes(32),) * 2})
    check(state, "batch_commit_weights", {"netuids": (), "commit_hashes": ()})


@pytest.mark.parametrize(("epoch", "code"), [(8, "RevealTooEarly"), (9, None), (10, "RevealTooEarly")])
def test_a_commit_is_due_in_one_epoch(state: State, epoch: int, code: str | None) -> None:
    commit(state, 1, epoch)
    if code is None:
        check(state, "reveal_weights", SHOWN)
        return
    with pytest.raises(CallError, match=code):
        check(state, "reveal_weights", SHOWN)


def test_a_commit_must_be_there_in_that_mechanism(state: State) -> None:
    with pytest.raises(CallError, match="NoWeightsCommitFound"):
        check(state, "reveal_weights", SHOWN)
    commit(state, 4_097, 9)
    check(state, "reveal_mechanism_weights", {**SHOWN, "mecid": MechId(1)})
    with pytest.raises(CallError, match="NoWeightsCommitFound"):
        check(state, "reveal_mechanism_weights", {**SHOWN, "mecid": MechId(1), "salt": (8,)})


def test_the_first_of_equal_commits_counts(state: State) -> None:
    commit(state, 1, 3)
    commit(state, 1, 9)
    with pytest.raises(CallError, match="RevealTooEarly"):
        check(state, "reveal_weights", SHOWN)


def test_each_of_a_batch_is_asked_and_one_may_come_twice(state: State) -> None:
    commit(state, 1, 9)
    batch = {"uids_list": "uids", "values_list": "values", "salts_list": "salt", "version_keys": "version_key"}
    twice = {lists: (SHOWN[part],) * 2 for lists, part in batch.items()}
    check(state, "batch_reveal_weights", {"netuid": NETUID, **twice})
    with pytest.raises(CallError, match="NoWeightsCommitFound"):
        check(state, "batch_reveal_weights", {"netuid": NETUID, **twice, "version_keys": (0, 1)})


@pytest.mark.parametrize(
    "name", ["commit_timelocked_weights", "commit_timelocked_mechanism_weights", "commit_crv3_mechanism_weights"]
)
def test_a_timelock_names_a_round_that_is_not_past(state: State, name: str) -> None:
    LastStoredRound.put(state, 100)
    check(state, name, {"netuid": NETUID, "reveal_round": 100})
    with pytest.raises(CallError, match="InvalidRevealRound"):
        check(state, name, {"netuid": NETUID, "reveal_round": 99})


def test_other_calls_pass(state: State) -> None:
    StakeThreshold.put(state, 1)
    check(state, "serve_axon", {"netuid": NETUID})
    assert not state.events
