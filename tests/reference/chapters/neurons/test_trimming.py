"""Trimming: its bounds, who goes, and how those who stay move together."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.items.consensus import Bonds, Emission, LastUpdate, StakeWeight, Weights
from subtensor_spec.chain.items.emission import AlphaDividendsPerSubnet
from subtensor_spec.chain.items.neurons import (
    AssociatedEvmAddress,
    BlockAtRegistration,
    IsNetworkMember,
    Keys,
    MaxAllowedUids,
    MinAllowedUids,
    Uids,
)
from subtensor_spec.chain.items.serving import Prometheus
from subtensor_spec.chain.items.subnets import SubnetOwnerHotkey, SubnetworkN
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, NetUidStorageIndex, PrometheusInfo, Uid
from subtensor_spec.chapters.neurons.places import append_neuron
from subtensor_spec.chapters.neurons.trimming import check_spared_share, trim_to_max_allowed_uids, uids_to_remove

Refusal = Callable[[Callable[[], object]], str | None]

NETUID, INDEX = NetUid(1), NetUidStorageIndex(1)
HOTKEYS = [AccountId(bytes([number]) * 32) for number in (1, 2, 3)]


@pytest.fixture
def trimmed(market: State) -> State:
    """The market's three neurons with emissions 5, 1 and 7, of which the second went."""
    MinAllowedUids.put(market, NETUID, 1)
    MaxAllowedUids.put(market, NETUID, 3)
    Emission.put(market, NETUID, tuple(map(AlphaBalance, (5, 1, 7))))
    LastUpdate.put(market, INDEX, (11, 12, 13))
    Weights.put(market, INDEX, Uid(0), ((1, 100), (2, 200)))
    Weights.put(market, INDEX, Uid(1), ((0, 300),))
    Bonds.put(market, INDEX, Uid(2), ((2, 10), (1, 20), (0, 30)))
    AssociatedEvmAddress.put(market, NETUID, Uid(2), (bytes(20), 9))
    BlockAtRegistration.put(market, NETUID, Uid(2), 200)
    IsNetworkMember.put(market, HOTKEYS[1], NETUID, True)
    for hotkey in HOTKEYS[:2]:
        Prometheus.put(market, NETUID, hotkey, PrometheusInfo(1, 1, 1, 1, 4))
        AlphaDividendsPerSubnet.put(market, NETUID, hotkey, AlphaBalance(3))
    trim_to_max_allowed_uids(market, NETUID, 2)
    return market


def test_those_who_stay_have_the_first_uids(trimmed: State) -> None:
    assert Keys.prefix_items(trimmed, NETUID) == [(0, HOTKEYS[0]), (1, HOTKEYS[2])]
    assert [Uids.get(trimmed, NETUID, hotkey) for hotkey in HOTKEYS] == [0, None, 1]
    assert [SubnetworkN.get(trimmed, NETUID), MaxAllowedUids.get(trimmed, NETUID)] == [2, 2]
    assert BlockAtRegistration.prefix_items(trimmed, NETUID) == [(0, 100), (1, 200)]
    assert AssociatedEvmAddress.prefix_items(trimmed, NETUID) == [(1, (bytes(20), 9))]
    assert not IsNetworkMember.contains(trimmed, HOTKEYS[1], NETUID)


def test_what_is_kept_under_hotkeys_goes_with_them(trimmed: State) -> None:
    for item in (Prometheus, AlphaDividendsPerSubnet):
        assert [hotkey for hotkey, _ in item.prefix_items(trimmed, NETUID)] == [HOTKEYS[0]]


def test_vectors_keep_their_elements_and_are_filled_up(trimmed: State) -> None:
    assert Emission.get(trimmed, NETUID) == (5, 7)
    assert LastUpdate.get(trimmed, INDEX) == (11, 13)
    assert StakeWeight.get(trimmed, NETUID) == (0, 0)


def test_rows_point_to_new_uids_and_are_stored_even_if_empty(trimmed: State) -> None:
    assert Weights.prefix_items(trimmed, INDEX) == [(0, ((1, 200),)), (1, ())]
    assert Bonds.prefix_items(trimmed, INDEX) == [(0, ()), (1, ((1, 10), (0, 30)))]


def test_everything_is_wrong_and_put_right_check_by_check(market: State, refusal: Refusal) -> None:
    MinAllowedUids.put(market, NETUID, 2)
    MaxAllowedUids.put(market, NETUID, 3)
    Emission.put(market, NETUID, tuple(map(AlphaBalance, (1, 2, 3))))
    for uid in (0, 1):
        BlockAtRegistration.put(market, NETUID, Uid(uid), 1000)

    def refused(max_n: int, netuid: NetUid = NETUID) -> str | None:
        return refusal(lambda: trim_to_max_allowed_uids(market, netuid, max_n))

    assert refused(1, NetUid(7)) == "SubnetNotExists"
    assert [refused(max_n) for max_n in (1, 4)] == ["InvalidValue", "InvalidValue"]
    assert refused(2) == "TrimmingWouldExceedMaxImmunePercentage"
    BlockAtRegistration.put(market, NETUID, Uid(0), 100)
    assert refused(2) is None
    assert Keys.get(market, NETUID, Uid(0)) == HOTKEYS[1]


def test_where_nobody_must_go_nothing_but_the_limit_changes(market: State) -> None:
    mark = market.mark()
    MinAllowedUids.put(market, NETUID, 1)
    trim_to_max_allowed_uids(market, NETUID, 200)
    assert set(market.changes(mark)) == {item.raw_key((NETUID,)) for item in (MinAllowedUids, MaxAllowedUids)}


@pytest.mark.parametrize(
    ("spared", "places", "refused"),
    [(0, 0, True), (2, 1, True), (4, 5, True), (799, 1000, False), (800, 1000, True), (3, 4, False)],
)
def test_eighty_percent_in_whole_percent(spared: int, places: int, refused: bool, refusal: Refusal) -> None:
    assert (refusal(lambda: check_spared_share(spared, places)) is not None) is refused


@given(st.lists(st.integers(0, 3), min_size=1, max_size=9), st.data())
def test_the_lowest_emissions_go_of_equal_ones_the_highest_uids(emissions: list[int], data: st.DataObject) -> None:
    state, count = State(), len(emissions)
    for uid in range(count):
        append_neuron(state, NETUID, AccountId(bytes([uid + 1]) * 32), 0)
    Emission.put(state, NETUID, tuple(map(AlphaBalance, emissions)))
    spared = set(map(Uid, data.draw(st.sets(st.integers(0, count - 1), max_size=count - 1))))
    max_n = data.draw(st.integers(len(spared), count))
    gone = uids_to_remove(state, NETUID, max_n, spared)
    expected = sorted((uid for uid in range(count) if uid not in spared), key=lambda uid: (emissions[uid], -uid))
    assert gone == expected[: count - max_n]


def test_the_owners_hotkey_stays_though_it_earns_least(market: State) -> None:
    MinAllowedUids.put(market, NETUID, 1)
    Emission.put(market, NETUID, tuple(map(AlphaBalance, (1, 2, 3))))
    SubnetOwnerHotkey.put(market, NETUID, HOTKEYS[0])
    trim_to_max_allowed_uids(market, NETUID, 2)
    assert [hotkey for _, hotkey in Keys.prefix_items(market, NETUID)] == [HOTKEYS[0], HOTKEYS[2]]
