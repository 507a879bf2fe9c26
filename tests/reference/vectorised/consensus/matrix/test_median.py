"""The weighted median of all columns at once: sorting finds what the chain's search by pivots finds."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.matrix import median as exact
from subtensor_spec.vectorised.consensus.matrix import median
from subtensor_spec.vectorised.consensus.matrix.rows import SparseRows
from subtensor_spec.vectorised.words.arrays import as_int64

ONE = 1 << 32
MAX, MIN = (1 << 63) - 1, -(1 << 63)
FEW = st.sampled_from([0, 1, 2, ONE // 4, ONE // 2, ONE])
ANY = st.sampled_from([MAX, MIN, MAX // 2, -1, 0, 1, ONE, -ONE]) | st.integers(MIN, MAX)
MINORITY = FEW | ANY | st.sampled_from([-1, -ONE])


def numbers(values: list[int]) -> list[I32F32]:
    return [I32F32.from_bits(bits) for bits in values]


@st.composite
def searches(draw: st.DrawFn) -> tuple[list[int], list[list[int]], int, int]:
    """Stakes, several lists of scores for them, the minority and the end of the stake laid out."""
    kind = draw(st.sampled_from([FEW, ANY]))
    stake = draw(st.lists(kind, max_size=8))
    score = st.lists(kind | st.integers(0, 3), min_size=len(stake), max_size=len(stake))
    return stake, draw(st.lists(score, min_size=1, max_size=4)), draw(MINORITY), draw(kind | st.just(sum(stake) % MAX))


@given(search=searches())
@settings(max_examples=300)
def test_all_rows_are_searched_at_once_as_the_chain_searches_one(
    search: tuple[list[int], list[list[int]], int, int],
) -> None:
    """With stakes and scores of either sign, sums that saturate, and a minority anywhere."""
    stake, scores, minority, high = search
    rows = np.array(scores, dtype=np.int64).reshape(len(scores), len(stake))
    found = median.searched_medians(as_int64(stake), rows, minority, 0, high)
    bounds = numbers([minority, 0, high])
    for row, answer in zip(scores, found.tolist(), strict=True):
        assert answer == exact.weighted_median(numbers(stake), numbers(row), range(len(stake)), *bounds).bits


@st.composite
def ballots(draw: st.DrawFn) -> tuple[list[int], list[list[tuple[int, int]]], int, int]:
    """Stakes, sparse rows of scores that need not match them in number, a number of columns and a majority."""
    kind = draw(st.sampled_from([FEW, ANY]))
    columns = draw(st.integers(0, 4))
    entry = st.tuples(st.integers(0, columns + 1), kind)
    rows = draw(st.lists(st.lists(entry, max_size=6), max_size=7))
    return draw(st.lists(kind, max_size=7)), rows, columns, draw(FEW | ANY)


@given(ballot=ballots())
@settings(max_examples=300)
def test_columns_of_sparse_rows_have_the_exact_medians(
    ballot: tuple[list[int], list[list[tuple[int, int]]], int, int],
) -> None:
    """Missing scores are zero, of several in one place the last counts, and rows without stake do not vote."""
    stake, rows, columns, majority = ballot
    found = median.weighted_median_columns(as_int64(stake), SparseRows.from_lists(rows), columns, majority)
    score = [[(column, I32F32.from_bits(bits)) for column, bits in row] for row in rows]
    expected = exact.weighted_median_col_sparse(numbers(stake), score, columns, I32F32.from_bits(majority))
    assert found.tolist() == [each.bits for each in expected]


def test_plain_stakes_and_scores_are_sorted_not_searched() -> None:
    """The condition under which sorting is right: no stake below zero, and their sum is the true one."""
    assert median.is_plain(as_int64([1, 2, 3]), 6)
    assert not median.is_plain(as_int64([MAX, MAX, 2]), 0)
    assert not median.is_plain(as_int64([-1, 2]), 1)
