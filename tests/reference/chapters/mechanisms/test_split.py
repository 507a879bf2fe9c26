"""How an epoch's emission is split among mechanisms."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.chain.items.consensus import MechanismCountCurrent, MechanismEmissionSplit
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, MechId, NetUid
from subtensor_spec.chapters.mechanisms.split import split_emissions

NETUID = NetUid(3)
amounts = st.one_of(st.integers(0, 10**12), st.integers(0, 2**64 - 1)).map(AlphaBalance)


def of(count: int, split: tuple[int, ...] | None) -> State:
    state = State()
    MechanismCountCurrent.put(state, NETUID, MechId(count))
    if split is not None:
        MechanismEmissionSplit.put(state, NETUID, split)
    return state


@given(amounts, st.integers(1, 16), st.lists(st.integers(0, 65_535), max_size=16))
@settings(deadline=None)
def test_nothing_is_lost_where_parts_are_at_most_the_whole(alpha: AlphaBalance, count: int, parts: list[int]) -> None:
    """There is an amount for each mechanism, and they sum to the whole."""
    split = tuple(parts) if parts and sum(parts) <= 65_535 else None
    emissions = split_emissions(of(count, split), NETUID, alpha)
    assert len(emissions) == count
    assert sum(emissions) == alpha


@pytest.mark.parametrize(
    ("count", "split", "expected"),
    [
        (1, None, [100]),
        (3, None, [34, 33, 33]),
        (2, (65_535,), [100, 0]),
        (2, (0, 65_535), [0, 100]),
        (2, (32_768, 32_767), [51, 49]),
        (1, (32_768, 32_767), [100]),
        (2, (16_384, 16_384), [75, 25]),
        (0, None, []),
        (0, (65_535,), []),
    ],
)
def test_what_is_missing_goes_to_the_first(count: int, split: tuple[int, ...] | None, expected: list[int]) -> None:
    """By rounding, by parts that are missing, by parts beyond the count."""
    assert split_emissions(of(count, split), NETUID, AlphaBalance(100)) == expected


def test_parts_above_the_whole_are_paid_in_full() -> None:
    """No call stores such a split; what would be missing is then negative and counts as nothing."""
    assert split_emissions(of(2, (65_535, 65_535)), NETUID, AlphaBalance(100)) == [100, 100]
