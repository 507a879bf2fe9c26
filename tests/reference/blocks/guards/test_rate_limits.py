"""The guard of rate limits."""

import pytest

from subtensor_spec.blocks.guards.rate_limits import check_rate_limits
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.consensus import LastUpdate, MechanismCountCurrent
from subtensor_spec.chain.items.neurons import Keys, Uids
from subtensor_spec.chain.items.rate_limits import LastRateLimitedBlock
from subtensor_spec.chain.items.subnets import NetworkRateLimit, NetworksAdded
from subtensor_spec.chain.items.weights import CommitRevealWeightsEnabled, WeightsSetRateLimit
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    AccountId,
    BlockNumber,
    MechId,
    NetUid,
    NetUidStorageIndex,
    NetworkLastRegistered,
    Uid,
)

NETUID = NetUid(1)
HOTKEY, STRANGER = (AccountId(bytes([number]) * 32) for number in range(1, 3))
MAIN = {"netuid": NETUID}
SECOND = {"netuid": NETUID, "mecid": MechId(1)}


@pytest.fixture
def state() -> State:
    """Two mechanisms at block 1 000; the hotkey set weights in the main one at 901 and in the other at 900."""
    made = State()
    Number.put(made, BlockNumber(1_000))
    NetworksAdded.put(made, NETUID, True)
    MechanismCountCurrent.put(made, NETUID, MechId(2))
    WeightsSetRateLimit.put(made, NETUID, 100)
    Keys.put(made, NETUID, Uid(0), HOTKEY)
    Uids.put(made, NETUID, HOTKEY, Uid(0))
    LastUpdate.put(made, NetUidStorageIndex(1), (901,))
    LastUpdate.put(made, NetUidStorageIndex(4_097), (900,))
    CommitRevealWeightsEnabled.put(made, NETUID, False)
    return made


def check(state: State, name: str, arguments: dict[str, int], who: AccountId = HOTKEY) -> None:
    check_rate_limits(state, who, f"SubtensorModule.{name}", arguments)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("commit_weights", "CommittingWeightsTooFast"),
        ("commit_mechanism_weights", "CommittingWeightsTooFast"),
        ("set_weights", "SettingWeightsTooFast"),
        ("set_mechanism_weights", "SettingWeightsTooFast"),
    ],
)
def test_each_mechanism_has_its_own_rate(state: State, name: str, code: str) -> None:
    with pytest.raises(CallError, match=code):
        check(state, name, MAIN)
    if "mechanism" in name:
        check(state, name, SECOND)
        with pytest.raises(CallError, match=code):
            check(state, name, {"netuid": NETUID, "mecid": MechId(2)})


@pytest.mark.parametrize("name", ["set_weights", "set_mechanism_weights"])
def test_open_weights_are_not_asked_where_they_are_committed(state: State, name: str) -> None:
    CommitRevealWeightsEnabled.put(state, NETUID, True)
    check(state, name, MAIN)
    assert not state.events


@pytest.mark.parametrize("name", ["set_weights", "commit_weights"])
def test_a_hotkey_without_a_uid_learns_it_from_the_call(state: State, name: str) -> None:
    check(state, name, MAIN, STRANGER)
    assert not state.events


@pytest.mark.parametrize("name", ["batch_set_weights", "commit_timelocked_weights", "reveal_weights"])
def test_batches_timelocks_and_reveals_pass(state: State, name: str) -> None:
    check(state, name, MAIN)
    assert not state.events


def test_new_subnets_have_one_rate_for_all(state: State) -> None:
    NetworkRateLimit.put(state, 100)
    LastRateLimitedBlock.put(state, NetworkLastRegistered(), 901)
    with pytest.raises(CallError, match="NetworkTxRateLimitExceeded"):
        check(state, "register_network", {}, STRANGER)
    check(state, "register_network_with_identity", {}, STRANGER)
    LastRateLimitedBlock.put(state, NetworkLastRegistered(), 900)
    check(state, "register_network", {}, STRANGER)
