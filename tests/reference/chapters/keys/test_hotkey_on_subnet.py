"""What moves on a subnet when a hotkey is swapped."""

import pytest

from subtensor_spec.arithmetic import I96F32
from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.subtensor_module import SubnetOwnerHotkeySet
from subtensor_spec.chain.items.consensus import LoadedEmission, MechanismCountCurrent
from subtensor_spec.chain.items.emission import AlphaDividendsPerSubnet
from subtensor_spec.chain.items.neurons import IsNetworkMember, Keys, Uids
from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimed
from subtensor_spec.chain.items.serving import Axons, NeuronCertificates, Prometheus
from subtensor_spec.chain.items.stake_weight import AutoParentDelegationEnabled, ChildkeyTake, PendingChildKeys
from subtensor_spec.chain.items.staking import (
    AlphaV2,
    AutoStakeDestination,
    AutoStakeDestinationColdkeys,
    StakingHotkeys,
    TotalHotkeyAlpha,
    TotalHotkeyAlphaLastEpoch,
)
from subtensor_spec.chain.items.subnets import SubnetOwnerHotkey
from subtensor_spec.chain.items.weights import WeightCommits
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    ROOT,
    AccountId,
    AlphaBalance,
    AxonInfo,
    Hash,
    MechId,
    NetUid,
    NetUidStorageIndex,
    NeuronCertificate,
    PrometheusInfo,
    Uid,
)
from subtensor_spec.chapters.keys.hotkey_on_subnet import perform_hotkey_swap_on_one_subnet
from subtensor_spec.chapters.staking.stakes import (
    get_stake_for_hotkey_and_coldkey_on_subnet,
    increase_stake_for_hotkey_and_coldkey_on_subnet,
)
from subtensor_spec.chapters.subnets.existence import account_of

NETUID = NetUid(1)
COLDKEY, OLD, NEW, OTHER = (AccountId(bytes([number]) * 32) for number in (1, 2, 3, 4))
COMMITS = ((Hash(bytes(32)), 1, 2, 3),)


@pytest.fixture
def neuron(state: State) -> State:
    """OLD is neuron 5 of a subnet with two mechanisms, with everything that a neuron may have."""
    IsNetworkMember.put(state, OLD, NETUID, True)
    Uids.put(state, NETUID, OLD, Uid(5))
    Keys.put(state, NETUID, Uid(5), OLD)
    Axons.put(state, NETUID, OLD, AxonInfo(1, 2, 3, 4, 4, 0, 0, 0))
    Prometheus.put(state, NETUID, OLD, PrometheusInfo(1, 2, 3, 4, 4))
    NeuronCertificates.put(state, NETUID, OLD, NeuronCertificate(b"key", 1))
    LoadedEmission.put(state, NETUID, ((OTHER, 1, 2), (OLD, 3, 4)))
    MechanismCountCurrent.put(state, NETUID, MechId(2))
    for index in (1, 4_097, 8_193):
        WeightCommits.put(state, NetUidStorageIndex(index), OLD, COMMITS)
    return state


def swap(state: State, netuid: NetUid = NETUID, keep_stake: bool = False) -> None:
    perform_hotkey_swap_on_one_subnet(state, OLD, NEW, netuid, keep_stake)


def test_a_neuron_passes_with_all_that_stands_under_its_hotkey(neuron: State) -> None:
    swap(neuron)
    assert IsNetworkMember.keys(neuron) == [(NEW, NETUID)]
    assert Uids.prefix_items(neuron, NETUID) == [(NEW, Uid(5))]
    assert Keys.get(neuron, NETUID, Uid(5)) == NEW
    for item in (Axons, Prometheus, NeuronCertificates):
        assert item.prefix_keys(neuron, NETUID) == [NEW]  # type: ignore[attr-defined]
    assert LoadedEmission.get(neuron, NETUID) == ((OTHER, 1, 2), (NEW, 3, 4))


def test_commits_move_in_the_mechanisms_that_there_are(neuron: State) -> None:
    swap(neuron)
    owners = {
        index: [key for first, key in WeightCommits.keys(neuron) if first == index] for index in (1, 4_097, 8_193)
    }
    assert owners == {1: [NEW], 4_097: [NEW], 8_193: [OLD]}


def test_without_membership_nothing_of_a_neuron_moves(neuron: State) -> None:
    IsNetworkMember.put(neuron, OLD, NETUID, False)
    swap(neuron)
    assert IsNetworkMember.prefix_items(neuron, NEW) == [(NETUID, False)]
    assert Uids.prefix_keys(neuron, NETUID) == Axons.prefix_keys(neuron, NETUID) == [OLD]


def test_a_childkey_take_moves_if_one_is_stored(state: State) -> None:
    ChildkeyTake.put(state, NEW, NETUID, 9)
    swap(state)
    assert ChildkeyTake.get(state, NEW, NETUID) == 9
    ChildkeyTake.put(state, OLD, NETUID, 0)
    swap(state)
    assert ChildkeyTake.prefix_items(state, NEW) == [(NETUID, 0)]
    assert not ChildkeyTake.contains(state, OLD, NETUID)


def test_the_first_place_among_pending_children_moves_to_the_end(state: State) -> None:
    PendingChildKeys.put(state, NETUID, COLDKEY, (((1, OLD), (2, OTHER), (3, OLD)), 77))
    PendingChildKeys.put(state, NETUID, OTHER, (((4, COLDKEY),), 78))
    swap(state)
    assert PendingChildKeys.get(state, NETUID, COLDKEY) == (((2, OTHER), (3, OLD), (1, NEW)), 77)
    assert PendingChildKeys.get(state, NETUID, OTHER) == (((4, COLDKEY),), 78)


def test_destinations_of_miners_dividends_follow_and_replace(state: State) -> None:
    AutoStakeDestination.put(state, COLDKEY, NETUID, OLD)
    AutoStakeDestinationColdkeys.put(state, OLD, NETUID, (COLDKEY,))
    AutoStakeDestinationColdkeys.put(state, NEW, NETUID, (OTHER,))
    swap(state)
    assert AutoStakeDestination.get(state, COLDKEY, NETUID) == NEW
    assert AutoStakeDestinationColdkeys.keys(state) == [(NEW, NETUID)]
    assert AutoStakeDestinationColdkeys.get(state, NEW, NETUID) == (COLDKEY,)


def test_the_owners_hotkey_is_replaced_if_it_was_this_one(state: State) -> None:
    SubnetOwnerHotkey.put(state, NETUID, OTHER)
    swap(state)
    assert SubnetOwnerHotkey.get(state, NETUID) == OTHER
    SubnetOwnerHotkey.put(state, NETUID, OLD)
    swap(state)
    assert SubnetOwnerHotkey.get(state, NETUID) == NEW
    assert state.events == [SubnetOwnerHotkeySet(NETUID, NEW)]


def test_the_account_of_a_subnet_is_no_owners_hotkey(state: State) -> None:
    SubnetOwnerHotkey.put(state, NETUID, OLD)
    with pytest.raises(CallError, match="CannotUseSystemAccount"):
        perform_hotkey_swap_on_one_subnet(state, OLD, account_of(NetUid(3)), NETUID, keep_stake=True)


def test_stake_and_what_is_reckoned_by_it_are_added(state: State) -> None:
    for hotkey, amount in ((OLD, 2**64 - 5), (NEW, 10)):
        TotalHotkeyAlphaLastEpoch.put(state, hotkey, NETUID, AlphaBalance(amount))
        AlphaDividendsPerSubnet.put(state, NETUID, hotkey, AlphaBalance(amount))
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, OLD, COLDKEY, NETUID, AlphaBalance(600))
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, NEW, OTHER, NETUID, AlphaBalance(400))
    swap(state)
    assert TotalHotkeyAlphaLastEpoch.keys(state) == [(NEW, NETUID)]
    assert TotalHotkeyAlphaLastEpoch.get(state, NEW, NETUID) == 2**64 - 1
    assert AlphaDividendsPerSubnet.prefix_items(state, NETUID) == [(NEW, 2**64 - 1)]
    assert TotalHotkeyAlpha.prefix_items(state, NEW) == [(NETUID, 1_000)]
    assert get_stake_for_hotkey_and_coldkey_on_subnet(state, NEW, COLDKEY, NETUID) == 600
    assert StakingHotkeys.get(state, COLDKEY) == (OLD, NEW)


def test_sums_of_nothing_are_stored(state: State) -> None:
    swap(state)
    assert TotalHotkeyAlphaLastEpoch.prefix_items(state, NEW) == [(NETUID, 0)]
    assert AlphaDividendsPerSubnet.prefix_items(state, NETUID) == [(NEW, 0)]


def test_stake_may_be_kept_with_what_is_reckoned_by_it(state: State) -> None:
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, OLD, COLDKEY, ROOT, AlphaBalance(600))
    TotalHotkeyAlphaLastEpoch.put(state, OLD, ROOT, AlphaBalance(600))
    AutoParentDelegationEnabled.put(state, OLD, False)
    swap(state, ROOT, keep_stake=True)
    assert TotalHotkeyAlpha.keys(state) == TotalHotkeyAlphaLastEpoch.keys(state) == [(OLD, ROOT)]
    assert AutoParentDelegationEnabled.keys(state) == [OLD]


def test_on_root_claims_go_along(state: State) -> None:
    RootClaimable.put(state, OLD, {NETUID: I96F32.ONE})
    RootClaimed.put(state, NETUID, OLD, COLDKEY, 7)
    RootClaimed.put(state, NetUid(2), OLD, COLDKEY, 8)
    AutoParentDelegationEnabled.put(state, OLD, False)
    swap(state, ROOT)
    assert RootClaimable.items(state) == [(NEW, {NETUID: I96F32.ONE})]
    assert sorted(RootClaimed.keys(state)) == [(NETUID, NEW, COLDKEY), (NetUid(2), OLD, COLDKEY)]
    assert AutoParentDelegationEnabled.keys(state) == [NEW]


def test_a_word_that_was_never_given_is_not_stored(state: State) -> None:
    swap(state, ROOT)
    assert not AutoParentDelegationEnabled.keys(state)


def test_a_share_worth_nothing_lists_the_new_hotkey_only_where_the_old_one_is(state: State) -> None:
    for coldkey in (COLDKEY, OTHER):
        AlphaV2.put(state, OLD, coldkey, NETUID, SafeFloat.from_u64(1))
    StakingHotkeys.put(state, OTHER, (OLD,))
    swap(state)
    assert StakingHotkeys.items(state) == [(OTHER, (OLD, NEW))]


def test_on_another_subnet_claims_stay(state: State) -> None:
    RootClaimable.put(state, OLD, {NETUID: I96F32.ONE})
    swap(state)
    assert RootClaimable.keys(state) == [OLD]
