"""When an epoch runs."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import Subnet, state_of

from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.schedule.due import (
    MAX_TEMPO,
    blocks_until_next_auto_epoch,
    get_next_epoch_start_block,
    should_run_epoch,
)

ALL = 2**64 - 1
blocks = st.one_of(st.integers(0, 3000), st.sampled_from([ALL, ALL - 1]))
schedules = st.builds(
    Subnet,
    tempo=st.sampled_from([0, 1, 99, 360, 50_400, 65_535]),
    last_epoch_block=blocks,
    pending_epoch_at=st.just(0) | blocks,
    blocks_since_last_step=st.sampled_from([0, 360, MAX_TEMPO, MAX_TEMPO + 1]),
)
PLAIN = Subnet(tempo=360, last_epoch_block=1_000)


NETUID = NetUid(1)


def epoch_is_due(schedule: Subnet, block: int) -> bool:
    return should_run_epoch(state_of([schedule]), NETUID, block)


def next_epoch_block(schedule: Subnet) -> int | None:
    return get_next_epoch_start_block(state_of([schedule]), NETUID)


def blocks_left(schedule: Subnet, block: int) -> int:
    return blocks_until_next_auto_epoch(state_of([schedule]), NETUID, schedule.tempo, block)


@given(schedules, st.integers(0, 5_000))
@settings(deadline=None)
def test_an_epoch_that_is_due_stays_due(schedule: Subnet, block: int) -> None:
    """Until it runs, an epoch due in one block is due in the next."""
    assert epoch_is_due(schedule, block) <= epoch_is_due(schedule, block + 1)


@given(schedules)
@settings(deadline=None)
def test_the_expected_block_is_the_first_due_one_while_epochs_succeed(schedule: Subnet) -> None:
    """Without the guard against silence an epoch is due at the expected block and not the block before."""
    schedule = replace(schedule, blocks_since_last_step=0)
    expected = next_epoch_block(schedule)
    if expected is None:
        assert schedule.tempo == 0
    elif expected < ALL:
        assert epoch_is_due(schedule, expected)
        assert not expected or not epoch_is_due(schedule, expected - 1)


def test_the_period_is_the_tempo_and_not_one_more() -> None:
    """Before dynamic tempo an epoch ran every tempo plus one blocks."""
    assert [epoch_is_due(PLAIN, block) for block in (1_359, 1_360, 1_361)] == [False, True, True]
    assert next_epoch_block(PLAIN) == 1_360
    assert [blocks_left(PLAIN, block) for block in (1_000, 1_359, 1_360, 1_400)] == [360, 1, 0, 0]


def test_a_tempo_of_zero_means_never() -> None:
    """Nothing else makes such a subnet's epoch due."""
    stopped = Subnet(pending_epoch_at=1, blocks_since_last_step=MAX_TEMPO + 1)
    assert not epoch_is_due(stopped, ALL)
    assert next_epoch_block(stopped) is None
    assert blocks_left(stopped, 5) == ALL


def test_a_pending_epoch_runs_at_its_block_and_not_before() -> None:
    """Zero means none is pending; a pending block after the automatic one changes nothing."""
    pending = replace(PLAIN, pending_epoch_at=1_100)
    assert [epoch_is_due(pending, block) for block in (1_099, 1_100)] == [False, True]
    assert next_epoch_block(pending) == 1_100
    assert next_epoch_block(replace(PLAIN, pending_epoch_at=9_999)) == 1_360


def test_silence_of_more_than_the_longest_tempo_makes_it_due() -> None:
    """Exactly the longest tempo is not yet too long."""
    due = [epoch_is_due(replace(PLAIN, blocks_since_last_step=MAX_TEMPO + more), 1_001) for more in (0, 1)]
    assert due == [False, True]


def test_a_last_epoch_in_the_future_counts_as_now() -> None:
    """The difference does not wrap to a very long time."""
    assert not epoch_is_due(replace(PLAIN, last_epoch_block=ALL), 5)
    assert next_epoch_block(replace(PLAIN, last_epoch_block=ALL - 1)) == ALL
