"""The emission curve: exact thresholds, never rising, nothing at the cap, one curve for TAO and alpha."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.chain.items.emission import BlockEmission
from subtensor_spec.chain.state import State
from subtensor_spec.chapters.issuance.block_emission import get_block_emission_for_issuance
from subtensor_spec.chapters.issuance.emission import (
    BLOCK_EMISSION,
    HALF_SUPPLY,
    TOTAL_SUPPLY,
    alpha_issuance,
    block_emission_for_issuance,
    halvings_at,
)
from subtensor_spec.chapters.issuance.schedule import BLOCKS_PER_DAY, LAST_HALVING, first_issuance, step_at, steps
from subtensor_spec.errors import Panic

U64 = st.integers(0, 2**64 - 1)
ISSUED = st.integers(0, TOTAL_SUPPLY - 1)

THRESHOLDS = [
    10500000000000000,
    15750000000000000,
    18375000000000000,
    19687500000000000,
    20343750000000000,
    20671875000000000,
    20835937500000000,
    20917968750000000,
    20958984375000000,
    20979492187500000,
    20989746093750000,
    20994873046875000,
    20997436523437500,
    20998718261718750,
    20999359130859375,
    20999679565429688,
    20999839782714844,
    20999919891357422,
    20999959945678711,
    20999979972839356,
    20999989986419678,
    20999994993209839,
    20999997496604920,
    20999998748302460,
    20999999374151230,
    20999999687075615,
    20999999843537808,
    20999999921768904,
    20999999960884452,
    20999999980442226,
]
"""The first issuance of each step as the production code was observed to have it."""


@pytest.mark.parametrize(("halvings", "threshold"), list(enumerate(THRESHOLDS, start=1)))
def test_emission_halves_exactly_at_the_observed_issuance(halvings: int, threshold: int) -> None:
    assert first_issuance(halvings) == threshold
    assert block_emission_for_issuance(threshold) == BLOCK_EMISSION >> halvings
    assert block_emission_for_issuance(threshold - 1) == BLOCK_EMISSION >> (halvings - 1)


def test_the_steps_are_those_thresholds_and_no_others() -> None:
    assert [step.first_issuance for step in steps()] == [0, *THRESHOLDS]
    assert [step.halvings for step in steps()] == list(range(LAST_HALVING + 1))
    assert [step.emission for step in steps()][-3:] == [3, 1, 0]
    assert steps()[0].emission_per_day == 7_200 * 10**9
    assert steps()[1].emission_per_day == 3_600 * 10**9


@given(ISSUED)
@settings(deadline=None)
def test_the_curve_is_that_of_exact_fractions(issuance: int) -> None:
    """The logarithm's whole part is the number of thresholds reached, though it is computed with 32 bits."""
    remaining = 1 - Fraction(issuance, TOTAL_SUPPLY)
    halvings = 0
    while remaining <= Fraction(1, 2 ** (halvings + 1)) and halvings < 32:
        halvings += 1
    assert min(halvings_at(issuance), LAST_HALVING) == min(halvings, LAST_HALVING)
    assert block_emission_for_issuance(issuance) == BLOCK_EMISSION >> halvings == step_at(issuance).emission


@given(U64, U64)
@settings(deadline=None)
def test_emission_never_rises_with_issuance(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert block_emission_for_issuance(low) >= block_emission_for_issuance(high)


@given(st.integers(THRESHOLDS[-1], 2**64 - 1))
@settings(deadline=None)
def test_nothing_is_emitted_from_the_last_threshold_upward(issuance: int) -> None:
    assert block_emission_for_issuance(issuance) == 0


@given(ISSUED)
@settings(deadline=None)
def test_a_block_never_lifts_the_issuance_above_the_cap(issuance: int) -> None:
    """What is emitted at an issuance fits below the total supply, so the cap on minting is a second safety."""
    assert issuance + block_emission_for_issuance(issuance) <= TOTAL_SUPPLY


def test_the_whole_curve_pays_no_more_than_the_cap() -> None:
    """Emitting without recycling, step after step, ends below 21 million TAO."""
    issuance = 0
    for step, following in pairwise(steps()):
        blocks = -(-(following.first_issuance - issuance) // step.emission)
        issuance += blocks * step.emission
    assert TOTAL_SUPPLY - 10**9 < issuance <= TOTAL_SUPPLY


@given(U64, U64)
@settings(deadline=None)
def test_alpha_in_the_pool_and_outside_it_counts_alike(alpha_in: int, alpha_out: int) -> None:
    assert alpha_issuance(alpha_in, alpha_out) == min(alpha_in + alpha_out, 2**64 - 1)
    assert alpha_issuance(alpha_in, alpha_out) == alpha_issuance(alpha_out, alpha_in)


@given(U64, U64)
@settings(deadline=None)
def test_the_stored_emission_is_the_last_one_computed_unless_all_is_issued(stored: int, issuance: int) -> None:
    """Also after a computation for a subnet's alpha: the item then holds a foreign value."""
    expected = stored if issuance >= TOTAL_SUPPLY else block_emission_for_issuance(issuance)
    state = State()
    BlockEmission.put(state, stored)
    assert get_block_emission_for_issuance(state, issuance) == block_emission_for_issuance(issuance)
    assert BlockEmission.get(state) == expected


def test_the_logarithm_has_no_value_where_all_is_issued() -> None:
    with pytest.raises(Panic):
        halvings_at(TOTAL_SUPPLY)


def test_the_first_halving_is_at_half_the_supply() -> None:
    assert 2 * HALF_SUPPLY == TOTAL_SUPPLY
    assert (block_emission_for_issuance(HALF_SUPPLY - 1), block_emission_for_issuance(HALF_SUPPLY)) == (
        10**9,
        5 * 10**8,
    )
    assert BLOCKS_PER_DAY * 12 == 24 * 60 * 60
