"""Projections agree with counting blocks one by one, and say what recycling prevents."""

from datetime import datetime
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.chapters.issuance.emission import block_emission_for_issuance
from subtensor_spec.chapters.issuance.projection import FIRST_HALVING, Start, project, trajectory
from subtensor_spec.chapters.issuance.schedule import BLOCKS_PER_DAY, steps

TAO = 10**9
RATES = st.integers(0, 4_000 * TAO)
ISSUANCES = st.integers(0, 21 * 10**15)


@given(st.integers(1, 200), st.integers(0, BLOCKS_PER_DAY * 200_000))
@settings(deadline=None, max_examples=40)
def test_a_halving_falls_in_the_block_that_counting_finds(blocks: int, recycled: int) -> None:
    """Start a few blocks below the second halving and let blocks pass one by one."""
    rate = Fraction(recycled, BLOCKS_PER_DAY)
    issuance = Fraction(steps()[2].first_issuance - blocks * 5 * 10**8)
    start = Start(FIRST_HALVING.moment, int(issuance))
    counted = 0
    while issuance < steps()[2].first_issuance:
        issuance += block_emission_for_issuance(int(issuance)) - rate
        counted += 1
    assert next(project(start, recycled)).blocks == counted


def test_without_recycling_halvings_are_four_years_apart() -> None:
    halvings = list(project(FIRST_HALVING, 0))
    assert [halving.step.halvings for halving in halvings] == list(range(2, 31))
    assert [halving.blocks for halving in halvings[:3]] == [10_500_000, 21_000_000, 31_500_000]
    assert [f"{halving.moment:%Y-%m}" for halving in halvings[:2] if halving.moment] == ["2029-12", "2033-12"]
    assert all(halving.lasts for halving in halvings)


@given(RATES, RATES)
@settings(deadline=None, max_examples=40)
def test_more_recycling_never_brings_a_halving_forward(one: int, other: int) -> None:
    """Up to a few blocks for each halving before it: the last block of a step may overshoot its threshold."""
    low, high = sorted((one, other))
    pairs = zip(project(FIRST_HALVING, low), project(FIRST_HALVING, high), strict=True)
    for number, (early, late) in enumerate(pairs):
        if late.blocks is None or late.step.emission * BLOCKS_PER_DAY < high:
            return
        assert early.blocks is not None
        assert early.blocks <= late.blocks + 6 * number


def test_recycling_that_takes_everything_ends_the_halvings() -> None:
    halvings = list(project(FIRST_HALVING, 500 * TAO))
    assert [halving.blocks is not None for halving in halvings[:4]] == [True, True, True, False]
    assert [halving.lasts for halving in halvings[:4]] == [True, True, False, False]
    assert all(halving.blocks is None for halving in project(FIRST_HALVING, 3_600 * TAO))


def test_a_date_beyond_the_calendar_is_left_out() -> None:
    slow = next(iter(project(FIRST_HALVING, 3_600 * TAO - BLOCKS_PER_DAY)))
    assert slow.blocks == 5_250_000 * TAO
    assert slow.moment is None


@given(ISSUANCES, RATES)
@settings(deadline=None, max_examples=60)
def test_the_curve_turns_only_at_thresholds_and_moves_as_emission_less_recycling(issuance: int, recycled: int) -> None:
    start = Start(datetime(2026, 1, 1), issuance)
    corners = trajectory(start, recycled)
    thresholds = {step.first_issuance for step in steps()}
    assert corners[0].issuance == issuance
    assert all(corner.issuance in thresholds for corner in corners[1:])
    for here, there in pairwise(corners):
        gain = here.emission - Fraction(recycled, BLOCKS_PER_DAY)
        assert there.issuance == here.issuance + (there.blocks - here.blocks) * gain
        assert there.blocks >= here.blocks


@given(RATES)
@settings(deadline=None, max_examples=40)
def test_curve_and_count_agree(recycled: int) -> None:
    """The curve's corners are the projection's halvings up to a few blocks for each, while steps gain well.

    A last block overshoots its threshold by less than its emission, which the next step makes good in few blocks as
    long as it gains half of what it emits.
    """
    corners = {corner.issuance: corner.blocks for corner in trajectory(FIRST_HALVING, recycled)}
    for number, halving in enumerate(project(FIRST_HALVING, recycled), start=1):
        if halving.blocks is None or halving.step.emission * BLOCKS_PER_DAY < recycled:
            return
        assert abs(halving.blocks - corners[Fraction(halving.step.first_issuance)]) <= 6 * number
