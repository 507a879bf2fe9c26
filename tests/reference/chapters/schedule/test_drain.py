"""Which epochs run in a block."""

import pytest
from tests.reference.hand_made import Subnet, account, state_of

from subtensor_spec.chain.event_kinds.subtensor_module import EpochDeferred, EpochSkipped
from subtensor_spec.chain.items.emission import PendingOwnerCut, PendingServerEmission
from subtensor_spec.chain.items.neurons import Keys
from subtensor_spec.chain.items.schedule import (
    BlocksSinceLastStep,
    LastEpochBlock,
    MaxEpochsPerBlock,
    PendingEpochAt,
    SubnetEpochIndex,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, Uid
from subtensor_spec.chapters.schedule import drain
from subtensor_spec.chapters.schedule.drain import Pending, drain_pending, epochs_deferred_this_block
from subtensor_spec.chapters.schedule.due import MAX_TEMPO

NOW = 5_000
ONE, TWO, THREE = (NetUid(number) for number in (1, 2, 3))
NOTHING = Pending(*[AlphaBalance(0)] * 4)


def due_on(*netuids: NetUid) -> State:
    """A state in which these subnets' epochs are due."""
    return state_of([Subnet(netuid, tempo=360) for netuid in netuids], block=NOW)


def make_inconsistent(state: State, netuid: NetUid) -> None:
    for uid in (0, 1):
        Keys.put(state, netuid, Uid(uid), account(9))


def test_pending_amounts_are_taken_and_the_slot_is_used() -> None:
    """Zero stays stored in place of what was taken."""
    state = due_on(ONE)
    PendingServerEmission.put(state, ONE, AlphaBalance(7))
    PendingOwnerCut.put(state, ONE, AlphaBalance(3))
    drained = drain_pending(state, [ONE], NOW)
    assert drained == {ONE: Pending(AlphaBalance(7), AlphaBalance(0), AlphaBalance(0), AlphaBalance(3))}
    assert PendingServerEmission.contains(state, ONE)
    assert PendingServerEmission.get(state, ONE) == 0
    assert (LastEpochBlock.get(state, ONE), SubnetEpochIndex.get(state, ONE)) == (NOW, 1)
    assert BlocksSinceLastStep.get(state, ONE) == 0


def test_a_subnet_that_is_not_due_only_counts_a_block() -> None:
    """Nothing of it is taken."""
    state = state_of([Subnet(1, tempo=360, last_epoch_block=NOW - 1)], block=NOW)
    assert drain_pending(state, [ONE], NOW) == {}
    assert BlocksSinceLastStep.get(state, ONE) == 1
    assert LastEpochBlock.get(state, ONE) == NOW - 1


def test_more_epochs_than_the_cap_are_deferred_in_the_order_given() -> None:
    """A deferred one is asked for at the next block, its slot stays; what runs is answered in order of netuid."""
    state = due_on(ONE, TWO, THREE)
    assert list(drain_pending(state, [THREE, TWO, ONE], NOW)) == [TWO, THREE]
    assert (PendingEpochAt.get(state, ONE), LastEpochBlock.get(state, ONE)) == (NOW + 1, 0)
    assert state.events == [EpochDeferred(ONE, NOW, NOW + 1)]
    assert list(drain_pending(state, [THREE, TWO, ONE], NOW + 1)) == [ONE]
    assert (PendingEpochAt.get(state, ONE), LastEpochBlock.get(state, ONE)) == (0, NOW + 1)


def test_a_cap_of_zero_lets_no_epoch_run() -> None:
    """All are deferred, block after block."""
    state = due_on(ONE)
    MaxEpochsPerBlock.put(state, 0)
    assert drain_pending(state, [ONE], NOW) == {}
    assert epochs_deferred_this_block(state, [ONE], NOW) == {ONE}


def test_a_skipped_epoch_uses_its_slot_and_keeps_its_amounts() -> None:
    """Two uids of one hotkey: no epoch, and the count against silence goes on."""
    state = due_on(ONE)
    make_inconsistent(state, ONE)
    PendingServerEmission.put(state, ONE, AlphaBalance(7))
    assert drain_pending(state, [ONE], NOW) == {}
    assert state.events == [EpochSkipped(ONE, NOW)]
    assert (LastEpochBlock.get(state, ONE), SubnetEpochIndex.get(state, ONE)) == (NOW, 1)
    assert (PendingServerEmission.get(state, ONE), BlocksSinceLastStep.get(state, ONE)) == (7, 1)


def test_a_skipped_epoch_does_not_count_against_the_cap() -> None:
    """Neither where it is carried out nor where it is foreseen."""
    state = due_on(ONE, TWO, THREE)
    make_inconsistent(state, ONE)
    assert epochs_deferred_this_block(state, [ONE, TWO, THREE], NOW) == set()
    assert list(drain_pending(state, [ONE, TWO, THREE], NOW)) == [TWO, THREE]


def test_what_is_foreseen_misses_an_epoch_that_only_silence_makes_due() -> None:
    """The block is counted after the commits were revealed and before the epochs run."""
    silent = Subnet(1, tempo=65_535, last_epoch_block=NOW, blocks_since_last_step=MAX_TEMPO)
    state = state_of([silent], block=NOW)
    MaxEpochsPerBlock.put(state, 0)
    assert epochs_deferred_this_block(state, [ONE], NOW) == set()
    drain_pending(state, [ONE], NOW)
    assert PendingEpochAt.get(state, ONE) == NOW + 1


def test_an_epoch_that_runs_asks_conviction_for_the_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    """After its amounts were taken and before its slot is used; one that is skipped or deferred does not ask."""
    state = due_on(ONE, TWO, THREE)
    make_inconsistent(state, TWO)
    MaxEpochsPerBlock.put(state, 1)
    PendingServerEmission.put(state, ONE, AlphaBalance(7))
    asked: list[tuple[NetUid, int, int]] = []

    def watched(state: State, netuid: NetUid) -> None:
        asked.append((netuid, PendingServerEmission.get(state, netuid), LastEpochBlock.get(state, netuid)))

    monkeypatch.setattr(drain, "change_subnet_owner_if_needed", watched)
    drain_pending(state, [TWO, ONE, THREE], NOW)
    assert asked == [(ONE, 0, 0)]


def test_nothing_pending_is_drained_too() -> None:
    """The epoch runs on an emission of nothing."""
    assert drain_pending(due_on(ONE), [ONE], NOW) == {ONE: NOTHING}
