"""Places: who gets which uid, and what of a neuron is left when another takes its place."""

import pytest

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.consensus import (
    Active,
    Bonds,
    Emission,
    Incentive,
    LastUpdate,
    MechanismCountCurrent,
    StakeWeight,
    ValidatorPermit,
    Weights,
)
from subtensor_spec.chain.items.neurons import (
    AssociatedEvmAddress,
    BlockAtRegistration,
    IsNetworkMember,
    Keys,
    MaxAllowedUids,
    Uids,
)
from subtensor_spec.chain.items.serving import Prometheus
from subtensor_spec.chain.items.subnets import SubnetOwnerHotkey, SubnetworkN
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, MechId, NetUid, NetUidStorageIndex, PrometheusInfo, Uid
from subtensor_spec.chapters.neurons.places import append_neuron, clear_neuron, register_neuron, replace_neuron
from subtensor_spec.chapters.neurons.uids import (
    get_hotkey_for_net_and_uid,
    get_registered_networks_for_hotkey,
    get_uid_for_net_and_hotkey,
    is_hotkey_registered_on_any_network,
    is_hotkey_registered_on_specific_network,
)

NETUID, MAIN, SECOND = NetUid(1), NetUidStorageIndex(1), NetUidStorageIndex(4097)
NEW = AccountId(b"\xaa" * 32)
HOTKEYS = [AccountId(bytes([number]) * 32) for number in (1, 2, 3)]


def test_an_appended_neuron_takes_the_next_uid_and_is_found_by_it(subnet: State) -> None:
    assert append_neuron(subnet, NETUID, NEW, 1000) == 3
    assert SubnetworkN.get(subnet, NETUID) == 4
    assert get_hotkey_for_net_and_uid(subnet, NETUID, Uid(3)) == NEW
    assert get_uid_for_net_and_hotkey(subnet, NETUID, NEW) == 3
    assert BlockAtRegistration.get(subnet, NETUID, Uid(3)) == 1000
    assert get_registered_networks_for_hotkey(subnet, NEW) == [NETUID]


def test_every_vector_grows_by_one_but_the_stake_weights(subnet: State) -> None:
    MechanismCountCurrent.put(subnet, NETUID, MechId(2))
    append_neuron(subnet, NETUID, NEW, 1000)
    assert Active.get(subnet, NETUID) == (True,)
    assert Emission.get(subnet, NETUID) == (0,)
    assert ValidatorPermit.get(subnet, NETUID) == (True, True, True, False)
    assert [Incentive.get(subnet, index) for index in (MAIN, SECOND)] == [(0,), (0,)]
    assert LastUpdate.get(subnet, MAIN) == (900, 900, 900, 1000)
    assert LastUpdate.get(subnet, SECOND) == (0, 0, 0, 1000)
    assert not StakeWeight.contains(subnet, NETUID)


def test_a_replaced_neuron_leaves_nothing_but_weights_of_zero_and_bonds(subnet: State) -> None:
    uid, old = Uid(1), HOTKEYS[1]
    AssociatedEvmAddress.put(subnet, NETUID, uid, (bytes(20), 5))
    IsNetworkMember.put(subnet, old, NETUID, True)
    Prometheus.put(subnet, NETUID, old, PrometheusInfo(1, 1, 1, 1, 4))
    Emission.put(subnet, NETUID, tuple(map(AlphaBalance, (7, 8, 9))))
    Weights.put(subnet, MAIN, Uid(0), ((1, 500), (2, 600)))
    Weights.put(subnet, MAIN, uid, ((0, 1),))
    Bonds.put(subnet, MAIN, Uid(0), ((1, 50),))
    Bonds.put(subnet, MAIN, uid, ((0, 60),))
    replace_neuron(subnet, NETUID, uid, NEW, 1000)
    assert Keys.get(subnet, NETUID, uid) == NEW
    assert not Uids.contains(subnet, NETUID, old)
    assert not Prometheus.contains(subnet, NETUID, old)
    assert not is_hotkey_registered_on_specific_network(subnet, old, NETUID)
    assert not AssociatedEvmAddress.contains(subnet, NETUID, uid)
    assert Emission.get(subnet, NETUID) == (7, 0, 9)
    assert ValidatorPermit.get(subnet, NETUID) == (True, False, True)
    assert Weights.prefix_items(subnet, MAIN) == [(0, ((1, 0), (2, 600)))]
    assert Bonds.prefix_items(subnet, MAIN) == [(0, ((1, 50),))]
    assert LastUpdate.get(subnet, MAIN) == (900, 1000, 900)


def test_the_owners_hotkey_is_never_replaced_and_nobody_is_told(subnet: State) -> None:
    SubnetOwnerHotkey.put(subnet, NETUID, HOTKEYS[1])
    before = subnet.digest()
    replace_neuron(subnet, NETUID, Uid(1), NEW, 1000)
    assert subnet.digest() == before


def test_clearing_stores_a_vector_that_was_never_written(subnet: State) -> None:
    clear_neuron(subnet, NETUID, Uid(1))
    assert [StakeWeight.contains(subnet, NETUID), StakeWeight.get(subnet, NETUID)] == [True, ()]


def test_a_full_subnet_replaces_and_one_where_nobody_can_go_refuses(subnet: State) -> None:
    MaxAllowedUids.put(subnet, NETUID, 3)
    assert register_neuron(subnet, NETUID, NEW) == 0
    SubnetworkN.put(subnet, NETUID, 0)
    MaxAllowedUids.put(subnet, NETUID, 0)
    with pytest.raises(CallError, match="NoNeuronIdAvailable"):
        register_neuron(subnet, NETUID, NEW)


def test_who_has_no_place_is_refused_and_who_is_no_member_counts_for_nothing(subnet: State) -> None:
    with pytest.raises(CallError, match="HotKeyNotRegisteredInSubNet"):
        get_hotkey_for_net_and_uid(subnet, NETUID, Uid(3))
    with pytest.raises(CallError, match="HotKeyNotRegisteredInSubNet"):
        get_uid_for_net_and_hotkey(subnet, NETUID, NEW)
    IsNetworkMember.put(subnet, NEW, NETUID, False)
    assert not is_hotkey_registered_on_any_network(subnet, NEW)
    assert is_hotkey_registered_on_specific_network(subnet, NEW, NETUID)


def test_subnets_of_a_hotkey_come_in_order_of_raw_key() -> None:
    state = State()
    for netuid in (1, 256, 2):
        IsNetworkMember.put(state, NEW, NetUid(netuid), True)
    assert get_registered_networks_for_hotkey(state, NEW) == [256, 1, 2]
