"""Block emission of many issuances at once is that of each."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.items.emission import BlockEmission
from subtensor_spec.chain.state import State
from subtensor_spec.chapters.issuance.block_emission import get_block_emission_for_issuance
from subtensor_spec.chapters.issuance.emission import (
    TOTAL_SUPPLY,
    alpha_issuance,
    block_emission_for_issuance,
)
from subtensor_spec.vectorised import issuance
from subtensor_spec.vectorised.words.arrays import as_uint64

U64_MAX = 2**64 - 1
U64 = st.integers(0, U64_MAX) | st.integers(0, TOTAL_SUPPLY + 10) | st.sampled_from([0, TOTAL_SUPPLY, U64_MAX])


def test_emission_around_every_threshold() -> None:
    """The steps fall on the same rao, and near the total supply the same last bits of the share issued decide."""
    thresholds = [TOTAL_SUPPLY - (TOTAL_SUPPLY >> halvings) for halvings in range(36)]
    issuances = [max(threshold + offset, 0) for threshold in thresholds for offset in range(-3, 4)]
    issuances += [TOTAL_SUPPLY - distance * 977_777 for distance in range(400)]
    expected = [block_emission_for_issuance(each) for each in issuances]
    assert issuance.block_emissions(as_uint64(issuances)).tolist() == expected


@given(issuances=st.lists(U64, max_size=20))
def test_emission_anywhere(issuances: list[int]) -> None:
    """At the total supply and beyond there is none, up to the greatest u64."""
    assert issuance.block_emissions(as_uint64(issuances)).tolist() == [
        block_emission_for_issuance(each) for each in issuances
    ]


def item_after(stored: int, issued: int) -> int:
    """The item that held ``stored`` after the exact path looked at an issuance."""
    state = State()
    BlockEmission.put(state, stored)
    get_block_emission_for_issuance(state, issued)
    return BlockEmission.get(state)


@given(pairs=st.lists(st.tuples(U64, U64), max_size=10))
def test_the_stored_item_and_alpha_issued(pairs: list[tuple[int, int]]) -> None:
    """Both are the exact path's, saturation and the item left alone included."""
    first, second = as_uint64(a for a, _ in pairs), as_uint64(b for _, b in pairs)
    assert issuance.stored_emissions(first, second).tolist() == [item_after(a, b) for a, b in pairs]
    assert issuance.alpha_issuances(first, second).tolist() == [alpha_issuance(a, b) for a, b in pairs]
    assert issuance.block_emissions(first).dtype == np.uint64
