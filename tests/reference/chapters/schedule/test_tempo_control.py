"""Calls on the schedule: a tempo begins a cycle anew, an epoch is asked for, activity is counted by a factor."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.items.consensus import ActivityCutoffFactorMilli
from subtensor_spec.chain.items.schedule import LastEpochBlock, PendingEpochAt, Tempo
from subtensor_spec.chain.items.subnets import SubnetOwner
from subtensor_spec.chain.items.weights import CommitRevealWeightsEnabled
from subtensor_spec.chain.origins import Nobody, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.schedule import tempo_control

Refusal = Callable[[Callable[[], object]], str | None]

NETUID = NetUid(1)
OWNER = AccountId(b"\x08" * 32)


@pytest.fixture
def owned(subnet: State) -> State:
    SubnetOwner.put(subnet, NETUID, OWNER)
    return subnet


def test_the_owner_s_tempo_begins_a_cycle_anew(owned: State, refusal: Refusal) -> None:
    assert refusal(lambda: tempo_control.set_tempo(owned, Nobody(), NETUID, 500)) == "BadOrigin"
    tempo_control.set_tempo(owned, Signed(OWNER), NETUID, 500)
    assert (Tempo.get(owned, NETUID), LastEpochBlock.get(owned, NETUID)) == (500, 1_000)


def test_root_s_tempo_has_no_bounds(owned: State) -> None:
    tempo_control.sudo_set_tempo(owned, Root(), NETUID, 1)
    assert Tempo.get(owned, NETUID) == 1


def test_the_factor_of_activity_has_bounds(owned: State, refusal: Refusal) -> None:
    assert refusal(lambda: tempo_control.set_activity_cutoff_factor(owned, Signed(OWNER), NETUID, 0)) is not None
    tempo_control.set_activity_cutoff_factor(owned, Signed(OWNER), NETUID, 2_000)
    assert ActivityCutoffFactorMilli.get(owned, NETUID) == 2_000


def test_an_epoch_is_asked_for(owned: State, refusal: Refusal) -> None:
    assert refusal(lambda: tempo_control.trigger_epoch(owned, Nobody(), NETUID)) == "BadOrigin"
    CommitRevealWeightsEnabled.put(owned, NETUID, False)
    tempo_control.trigger_epoch(owned, Signed(OWNER), NETUID)
    assert PendingEpochAt.get(owned, NETUID) > 1_000
