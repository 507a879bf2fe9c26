"""Who may set weights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.items.consensus import LastUpdate, MechanismCountCurrent, ValidatorPermit
from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.items.staking import StakeThreshold, TotalHotkeyAlpha
from subtensor_spec.chain.items.subnets import NetworksAdded, SubnetOwnerHotkey, SubnetworkN
from subtensor_spec.chain.items.weights import MinAllowedWeights, WeightsSetRateLimit, WeightsVersionKey
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, MechId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.weights.shape import check_length
from subtensor_spec.chapters.weights.who import (
    check_rate_limit,
    check_validator_permit,
    check_version_key,
    check_weights_min_stake,
    is_self_weight,
)

NETUID, INDEX = NetUid(1), NetUidStorageIndex(1)
FIRST, SECOND, STRANGER = (AccountId(bytes([number]) * 32) for number in (1, 2, 9))


def test_a_threshold_is_met_exactly_and_fractions_count(subnet: State) -> None:
    StakeThreshold.put(subnet, 10)
    TotalHotkeyAlpha.put(subnet, FIRST, NETUID, AlphaBalance(10))
    TotalHotkeyAlpha.put(subnet, SECOND, NETUID, AlphaBalance(9))
    TotalHotkeyAlpha.put(subnet, SECOND, ROOT, AlphaBalance(1))
    TaoWeight.put(subnet, 2**64 - 2**32)
    assert check_weights_min_stake(subnet, FIRST, NETUID)
    assert not check_weights_min_stake(subnet, SECOND, NETUID)
    TaoWeight.put(subnet, 2**64 - 1)
    assert check_weights_min_stake(subnet, SECOND, NETUID)


def test_the_greatest_threshold_is_out_of_reach(subnet: State) -> None:
    StakeThreshold.put(subnet, 2**64 - 1)
    TotalHotkeyAlpha.put(subnet, FIRST, NETUID, AlphaBalance(2**64 - 1))
    assert not check_weights_min_stake(subnet, FIRST, NETUID)


def test_the_owner_needs_no_stake_if_it_is_registered(subnet: State) -> None:
    StakeThreshold.put(subnet, 10)
    SubnetOwnerHotkey.put(subnet, NETUID, SECOND)
    assert check_weights_min_stake(subnet, SECOND, NETUID)
    assert not check_weights_min_stake(subnet, FIRST, NETUID)
    SubnetOwnerHotkey.put(subnet, NETUID, STRANGER)
    assert not check_weights_min_stake(subnet, STRANGER, NETUID)


def test_a_version_key_is_recent_from_the_subnets_on(subnet: State) -> None:
    WeightsVersionKey.put(subnet, NETUID, 5)
    assert [check_version_key(subnet, NETUID, key) for key in (0, 4, 5, 6)] == [False, False, True, True]


def test_the_rate_limit_passes_after_exactly_its_blocks(subnet: State) -> None:
    WeightsSetRateLimit.put(subnet, NETUID, 100)
    assert [check_rate_limit(subnet, INDEX, Uid(0), block) for block in (800, 999, 1000)] == [False, False, True]


def test_who_never_set_weights_need_not_wait(subnet: State) -> None:
    LastUpdate.put(subnet, INDEX, (0, 999))
    WeightsSetRateLimit.put(subnet, NETUID, 5000)
    assert [check_rate_limit(subnet, INDEX, Uid(uid), 1000) for uid in range(4)] == [True, False, True, False]


def test_nobody_passes_where_there_is_no_mechanism(subnet: State) -> None:
    for index in (2, 4097, 8193):
        assert not check_rate_limit(subnet, NetUidStorageIndex(index), Uid(0), 10**6)
    MechanismCountCurrent.put(subnet, NETUID, MechId(2))
    assert check_rate_limit(subnet, NetUidStorageIndex(4097), Uid(0), 10**6)
    NetworksAdded.put(subnet, NETUID, False)
    assert not check_rate_limit(subnet, INDEX, Uid(0), 10**6)


def test_a_permit_or_the_owner_or_only_oneself(subnet: State) -> None:
    ValidatorPermit.put(subnet, NETUID, (False, True))
    others = (Uid(1), Uid(2)), (1, 1)
    assert [check_validator_permit(subnet, NETUID, Uid(uid), *others) for uid in range(3)] == [False, True, False]
    assert check_validator_permit(subnet, NETUID, Uid(2), (Uid(2),), (1,))
    SubnetOwnerHotkey.put(subnet, NETUID, FIRST)
    assert check_validator_permit(subnet, NETUID, Uid(0), *others)


@pytest.mark.parametrize(
    ("uids", "values", "alone"),
    [((1,), (0,), True), ((2,), (1,), False), ((), (1,), False), ((1, 1), (1,), True), ((1,), (1, 1), False)],
)
def test_one_value_and_ones_own_uid_first(uids: tuple[int, ...], values: tuple[int, ...], alone: bool) -> None:
    assert is_self_weight(Uid(1), tuple(map(Uid, uids)), values) is alone


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
def test_enough_is_the_minimum_or_all_neurons(minimum: int, neurons: int, count: int) -> None:
    state = State()
    SubnetworkN.put(state, NETUID, neurons)
    MinAllowedWeights.put(state, NETUID, minimum)
    others = tuple(map(Uid, range(1, count + 1)))
    enough = count >= minimum or count >= neurons
    assert check_length(state, NETUID, Uid(0), others, (1,) * count) is enough


def test_one_weight_of_oneself_is_enough_but_at_root(subnet: State) -> None:
    MinAllowedWeights.put(subnet, NETUID, 2)
    assert check_length(subnet, NETUID, Uid(1), (Uid(1),), (1,))
    assert not check_length(subnet, NETUID, Uid(1), (Uid(0),), (1,))
    assert check_length(subnet, NETUID, Uid(1), (Uid(0), Uid(2)), (1, 1))
    SubnetworkN.put(subnet, ROOT, 2)
    MinAllowedWeights.put(subnet, ROOT, 2)
    assert not check_length(subnet, ROOT, Uid(1), (Uid(1),), (1,))
