"""Switching voting power on and off."""

import pytest
from tests.reference.hand_made import account

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds import subtensor_module as events
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.subnets import SubnetOwner
from subtensor_spec.chain.items.voting_power import (
    VotingPowerDisableAtBlock,
    VotingPowerEmaAlpha,
    VotingPowerTrackingEnabled,
)
from subtensor_spec.chain.origins import Nobody, Origin, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import BlockNumber, NetUid
from subtensor_spec.chapters.voting_power.calls import (
    disable_voting_power_tracking,
    enable_voting_power_tracking,
    sudo_set_voting_power_ema_alpha,
)

NETUID, OWNER = NetUid(2), Signed(account(5))


@pytest.fixture
def state() -> State:
    """A subnet with an owner, at block 100."""
    state = State()
    Number.put(state, BlockNumber(100))
    SubnetOwner.put(state, NETUID, OWNER.account)
    return state


def test_the_owner_and_root_switch_it_on(state: State) -> None:
    """An end that was set is called off; the event comes each time."""
    VotingPowerDisableAtBlock.put(state, NETUID, 9)
    for origin in (OWNER, Root()):
        enable_voting_power_tracking(state, origin, NETUID)
    assert VotingPowerTrackingEnabled.get(state, NETUID)
    assert not VotingPowerDisableAtBlock.contains(state, NETUID)
    assert state.events == [events.VotingPowerTrackingEnabled(NETUID)] * 2


def test_it_ends_two_weeks_after_it_was_switched_off(state: State) -> None:
    """Until then it stays on; asked again, the end is put off."""
    enable_voting_power_tracking(state, OWNER, NETUID)
    for block in (100, 130):
        Number.put(state, BlockNumber(block))
        disable_voting_power_tracking(state, OWNER, NETUID)
        assert VotingPowerDisableAtBlock.get(state, NETUID) == block + 100_800
        assert state.events[-1] == events.VotingPowerTrackingDisableScheduled(NETUID, block + 100_800)
    assert VotingPowerTrackingEnabled.get(state, NETUID)


def test_what_is_not_on_cannot_be_switched_off(state: State) -> None:
    """And nothing is scheduled."""
    with pytest.raises(CallError, match="VotingPowerTrackingNotEnabled"):
        disable_voting_power_tracking(state, OWNER, NETUID)
    assert not VotingPowerDisableAtBlock.contains(state, NETUID)


def test_root_sets_a_weight_of_at_most_one(state: State) -> None:
    """Exactly one is allowed."""
    sudo_set_voting_power_ema_alpha(state, Root(), NETUID, 10**18)
    assert VotingPowerEmaAlpha.get(state, NETUID) == 10**18
    assert state.events == [events.VotingPowerEmaAlphaSet(NETUID, 10**18)]
    with pytest.raises(CallError, match="InvalidVotingPowerEmaAlpha"):
        sudo_set_voting_power_ema_alpha(state, Root(), NETUID, 10**18 + 1)


@pytest.mark.parametrize("origin", [Signed(account(6)), Nobody()])
def test_nobody_else_may(state: State, origin: Origin) -> None:
    """The owner may not set the weight either."""
    for act in (enable_voting_power_tracking, disable_voting_power_tracking):
        with pytest.raises(CallError, match="BadOrigin"):
            act(state, origin, NETUID)
    for other in (origin, OWNER):
        with pytest.raises(CallError, match="BadOrigin"):
            sudo_set_voting_power_ema_alpha(state, other, NETUID, 1)
