"""Who is pruned: emission, age, uid; immunity and the least number of neurons without it; the owner's."""

import pytest

from subtensor_spec.chain.items.consensus import Emission
from subtensor_spec.chain.items.neurons import (
    BlockAtRegistration,
    ImmuneOwnerUidsLimit,
    Keys,
    MinNonImmuneUids,
)
from subtensor_spec.chain.items.staking import OwnedHotkeys
from subtensor_spec.chain.items.subnets import SubnetOwner, SubnetOwnerHotkey, SubnetworkN
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, Uid
from subtensor_spec.chapters.neurons.pruning import (
    get_immune_owner_uids,
    get_neuron_is_immune,
    get_neuron_to_prune,
)

NETUID = NetUid(1)
HOTKEYS = [AccountId(bytes([number]) * 32) for number in (1, 2, 3)]
OWNER = AccountId(b"\xcc" * 32)


def neurons(state: State, emissions: tuple[int, ...] = (), blocks: tuple[int, ...] = (), least_free: int = 0) -> State:
    Emission.put(state, NETUID, tuple(map(AlphaBalance, emissions)))
    for uid, block in enumerate(blocks):
        BlockAtRegistration.put(state, NETUID, Uid(uid), block)
    MinNonImmuneUids.put(state, NETUID, least_free)
    return state


@pytest.mark.parametrize(
    ("emissions", "blocks", "gone"),
    [
        ((5, 4, 3), (100, 100, 100), 2),
        ((4, 4, 4), (100, 99, 100), 1),
        ((4, 4, 4), (100, 100, 100), 0),
        ((4, 4), (100, 100, 100), 2),
        ((3, 4, 4), (991, 100, 100), 1),
    ],
    ids=["lowest emission", "earliest registration", "lowest uid", "no emission is zero", "immune is spared"],
)
def test_who_goes(market: State, emissions: tuple[int, ...], blocks: tuple[int, ...], gone: int) -> None:
    assert get_neuron_to_prune(neurons(market, emissions, blocks), NETUID) == gone


def test_with_too_few_without_immunity_an_immune_one_goes(market: State) -> None:
    neurons(market, (9, 5, 4), (100, 991, 995), least_free=1)
    assert get_neuron_to_prune(market, NETUID) == 2
    MinNonImmuneUids.put(market, NETUID, 0)
    assert get_neuron_to_prune(market, NETUID) == 0


def test_with_too_few_without_immunity_and_none_with_it_nobody_goes(market: State) -> None:
    assert get_neuron_to_prune(neurons(market, least_free=3), NETUID) is None
    SubnetworkN.put(market, NETUID, 0)
    assert get_neuron_to_prune(neurons(market), NETUID) is None


def test_a_uid_without_a_hotkey_is_passed_over(market: State) -> None:
    Keys.remove(market, NETUID, Uid(0))
    assert get_neuron_to_prune(neurons(market), NETUID) == 1


@pytest.mark.parametrize(("block", "immune"), [(990, False), (991, True), (2000, True)])
def test_immunity_ends_with_its_period_and_a_later_block_counts_as_now(market: State, block: int, immune: bool) -> None:
    BlockAtRegistration.put(market, NETUID, Uid(0), block)
    assert get_neuron_is_immune(market, NETUID, Uid(0)) is immune


@pytest.mark.parametrize(
    ("limit", "owner_hotkey", "spared"),
    [
        (0, 2, []),
        (1, None, [1]),
        (1, 2, [2]),
        (2, 2, [2, 1]),
        (2, 1, [1, 0]),
        (3, 2, [2, 1, 0]),
    ],
)
def test_the_owners_oldest_are_spared_his_hotkey_before_them(
    market: State, limit: int, owner_hotkey: int | None, spared: list[int]
) -> None:
    neurons(market, blocks=(100, 50, 10))
    SubnetOwner.put(market, NETUID, OWNER)
    OwnedHotkeys.put(market, OWNER, (HOTKEYS[0], AccountId(b"\xdd" * 32), HOTKEYS[1]))
    ImmuneOwnerUidsLimit.put(market, NETUID, limit)
    if owner_hotkey is not None:
        SubnetOwnerHotkey.put(market, NETUID, HOTKEYS[owner_hotkey])
    assert get_immune_owner_uids(market, NETUID, OWNER) == spared
    assert get_neuron_to_prune(market, NETUID) not in spared


def test_of_one_block_the_lower_uid_is_spared(market: State) -> None:
    OwnedHotkeys.put(market, OWNER, (HOTKEYS[2], HOTKEYS[1]))
    assert get_immune_owner_uids(market, NETUID, OWNER) == [1]


def test_an_owner_hotkey_without_a_place_spares_nobody(market: State) -> None:
    SubnetOwnerHotkey.put(market, NETUID, OWNER)
    assert get_immune_owner_uids(market, NETUID, OWNER) == []
