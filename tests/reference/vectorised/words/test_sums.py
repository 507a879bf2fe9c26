"""Sums of runs: plain addition wraps, saturating addition depends on the order of its terms."""

from itertools import accumulate, pairwise

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from subtensor_spec.vectorised.words.arrays import Int64Array, as_int64
from subtensor_spec.vectorised.words.i32f32 import MAX, MIN
from subtensor_spec.vectorised.words.i32f32_sums import saturating_sums, wrapping_sum, wrapping_sums

NEAR_LIMITS = st.sampled_from([MAX, MIN, MAX // 2, MIN // 2, MAX // 3, 1, -1, 0])
TERMS = st.integers(MIN, MAX) | NEAR_LIMITS
RUNS = st.lists(st.lists(TERMS, max_size=9), max_size=6) | st.lists(
    st.lists(st.integers(0, MAX) | st.sampled_from([MAX, 0]), max_size=9), max_size=6
)


def flat(runs: list[list[int]]) -> tuple[Int64Array, Int64Array]:
    starts = [0, *accumulate(len(run) for run in runs)]
    return as_int64(term for run in runs for term in run), np.array(starts, dtype=np.int64)


def clamped(total: int) -> int:
    return max(MIN, min(MAX, total))


def one_by_one(run: list[int]) -> int:
    total = 0
    for term in run:
        total = clamped(total + term)
    return total


def wrapped(total: int) -> int:
    return (total - MIN) % (1 << 64) + MIN


@given(runs=RUNS)
@example(runs=[[MAX, MAX, MIN, MIN], [MIN, MIN, MAX], [], [MAX, 1, -1]])
@settings(max_examples=300)
def test_a_saturating_sum_is_that_of_adding_one_by_one(runs: list[list[int]]) -> None:
    """Composing additions in pairs, and pairs of pairs, loses none of the saturation on the way."""
    assert saturating_sums(*flat(runs)).tolist() == [one_by_one(run) for run in runs]


@given(runs=RUNS)
@settings(max_examples=150)
def test_a_wrapping_sum_is_the_true_sum_modulo_two_to_the_64th(runs: list[list[int]]) -> None:
    """So the order does not matter."""
    values, starts = flat(runs)
    assert wrapping_sums(values, starts).tolist() == [wrapped(sum(run)) for run in runs]
    assert wrapping_sum(values) == wrapped(sum(values.tolist()))


def test_saturation_in_the_middle_of_a_long_run_is_kept() -> None:
    """After 40 000 terms up, the way down starts from the limit, not from the true sum."""
    run = [MAX // 7] * 40_000 + [-1] * 5
    values, starts = flat([run, [5], run])
    assert saturating_sums(values, starts).tolist() == [MAX - 5, 5, MAX - 5]
    assert all(start <= end for start, end in pairwise(starts.tolist()))
