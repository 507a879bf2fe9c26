"""What an epoch does to voting power."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import account

from subtensor_spec.chain.event_kinds import subtensor_module as events
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.neurons import IsNetworkMember
from subtensor_spec.chain.items.staking import StakeThreshold
from subtensor_spec.chain.items.voting_power import (
    VotingPower,
    VotingPowerDisableAtBlock,
    VotingPowerEmaAlpha,
    VotingPowerTrackingEnabled,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, BlockNumber, NetUid
from subtensor_spec.chapters.consensus.output import EpochTerms
from subtensor_spec.chapters.voting_power.average import (
    calculate_voting_power_ema,
    swap_voting_power_for_hotkey,
    update_voting_power_for_hotkey,
    update_voting_power_for_subnet,
)

NETUID, HOTKEY = NetUid(2), account(1)
ONE = 10**18
ALL = 2**64 - 1
u64 = st.integers(0, ALL)


def terms(*, permit: bool, stake: int = 1_000) -> EpochTerms:
    return EpochTerms(0, True, permit, stake, 0, 0, 0, 0, 0, 0, 0, 0, [])


@pytest.fixture
def state() -> State:
    """Tracking is on at a weight of a half; the hotkey is a member."""
    state = State()
    Number.put(state, BlockNumber(100))
    VotingPowerTrackingEnabled.put(state, NETUID, True)
    VotingPowerEmaAlpha.put(state, NETUID, ONE // 2)
    IsNetworkMember.put(state, HOTKEY, NETUID, True)
    return state


def update(state: State, *pairs: tuple[AccountId, EpochTerms]) -> dict[AccountId, int]:
    update_voting_power_for_subnet(state, NETUID, pairs)
    return dict(VotingPower.prefix_items(state, NETUID))


@given(u64, u64, st.integers(0, ONE))
@settings(deadline=None)
def test_an_average_lies_between_stake_and_power(stake: int, power: int, alpha: int) -> None:
    """It is rounded down, and within the two."""
    average = calculate_voting_power_ema(stake, power, alpha)
    assert min(stake, power) <= average <= max(stake, power)


def test_a_weight_above_one_leaves_nothing_of_the_power() -> None:
    """It cannot be set by a call; the stake then counts more than in full."""
    assert calculate_voting_power_ema(10, 1_000, 2 * ONE) == 20
    assert calculate_voting_power_ema(ALL, 0, 2 * ONE) == ALL


def test_without_tracking_nothing_is_kept(state: State) -> None:
    """Not even what is there is touched."""
    VotingPowerTrackingEnabled.put(state, NETUID, False)
    VotingPower.put(state, NETUID, HOTKEY, 5)
    assert update(state, (HOTKEY, terms(permit=False))) == {HOTKEY: 5}


def test_a_new_permit_counts_and_without_it_power_is_lost(state: State) -> None:
    """Half of the stake at first, three quarters after the second epoch; then nothing."""
    assert update(state, (HOTKEY, terms(permit=True))) == {HOTKEY: 500}
    assert update(state, (HOTKEY, terms(permit=True))) == {HOTKEY: 750}
    assert update(state, (HOTKEY, terms(permit=False))) == {}


def test_hotkeys_that_are_no_members_lose_theirs(state: State) -> None:
    """Whether or not the epoch tells of them."""
    VotingPower.put(state, NETUID, account(8), 5)
    assert update(state, (HOTKEY, terms(permit=True)), (account(9), terms(permit=True))) == {HOTKEY: 500}


def test_an_end_that_has_come_ends_it_before_anything_is_averaged(state: State) -> None:
    """At the block itself, not a block before."""
    VotingPowerDisableAtBlock.put(state, NETUID, 101)
    assert update(state, (HOTKEY, terms(permit=True))) == {HOTKEY: 500}
    Number.put(state, BlockNumber(101))
    assert update(state, (HOTKEY, terms(permit=True))) == {}
    assert state.events == [events.VotingPowerTrackingDisabled(NETUID)]
    assert VotingPowerTrackingEnabled.items(state) == [(NETUID, False)]
    assert not VotingPowerDisableAtBlock.contains(state, NETUID)


@pytest.mark.parametrize(
    ("before", "threshold", "after"), [(700, 600, None), (599, 600, 349), (600, 600, None), (700, 400, 400), (0, 1, 50)]
)
def test_power_that_falls_below_the_threshold_is_removed(
    state: State, before: int, threshold: int, after: int | None
) -> None:
    """One that never reached it is kept, however low."""
    StakeThreshold.put(state, threshold)
    VotingPower.put(state, NETUID, HOTKEY, before)
    update_voting_power_for_hotkey(state, NETUID, HOTKEY, 100)
    found = VotingPower.get(state, NETUID, HOTKEY) if VotingPower.contains(state, NETUID, HOTKEY) else None
    assert found == after


def test_an_average_of_zero_changes_nothing(state: State) -> None:
    """Neither is it stored, nor does it remove what is there."""
    VotingPower.put(state, NETUID, HOTKEY, 1)
    update_voting_power_for_hotkey(state, NETUID, HOTKEY, 0)
    assert VotingPower.get(state, NETUID, HOTKEY) == 1


def test_a_new_hotkey_adds_the_old_ones_power(state: State) -> None:
    """The sum saturates; without power nothing is stored."""
    VotingPower.put(state, NETUID, HOTKEY, ALL)
    VotingPower.put(state, NETUID, account(2), 1)
    swap_voting_power_for_hotkey(state, HOTKEY, account(2), NETUID)
    assert VotingPower.prefix_items(state, NETUID) == [(account(2), ALL)]
    swap_voting_power_for_hotkey(state, HOTKEY, account(3), NETUID)
    assert not VotingPower.contains(state, NETUID, account(3))
