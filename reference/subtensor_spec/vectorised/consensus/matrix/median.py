"""The stake-weighted median of all columns at once, for all inputs."""

import numpy as np

from subtensor_spec.vectorised.consensus.matrix.rows import SparseRows
from subtensor_spec.vectorised.consensus.matrix.vectors import normalised
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array, bounds
from subtensor_spec.vectorised.words.i32f32 import add, scalar, subtract
from subtensor_spec.vectorised.words.i32f32_sums import saturating_sums, wrapping_sum, wrapping_sums

BLOCK = 1 << 20
"""About as many scores are searched at once as this."""


def weighted_median_columns(stake: Int64Array, score: SparseRows, columns: int, majority: int) -> Int64Array:
    """Return each column's median over the rows with stake above zero (YC-consensus/weighted-median-columns).

    A missing score is zero; of several in one place the last counts.
    """
    voting = stake > 0
    use_stake = normalised(stake[voting])
    stake_sum = wrapping_sum(use_stake)
    minority = int(subtract(scalar(stake_sum), scalar(majority))[0])
    given = score.first_rows(stake.size)
    given = given.keep(voting[given.rows] & (given.columns < columns)).last_of_each_place()
    voter = (np.cumsum(voting) - 1)[given.rows]
    if is_plain(use_stake, stake_sum) and bounds(given.values)[0] >= 0:
        return _cumulated_medians(use_stake[voter], given, columns, use_stake.size, stake_sum, minority)
    medians = np.zeros(columns, dtype=np.int64)
    step = max(BLOCK // max(use_stake.size, 1), 1)
    for first in range(0, columns, step):
        scores = np.zeros((min(step, columns - first), use_stake.size), dtype=np.int64)
        here = (given.columns >= first) & (given.columns < first + step)
        scores[given.columns[here] - first, voter[here]] = given.values[here]
        medians[first : first + step] = searched_medians(use_stake, scores, minority, 0, stake_sum)
    return medians


def is_plain(stake: Int64Array, stake_sum: int) -> bool:
    """Tell whether no stake is negative and the wrapping sum is the true one."""
    halves = int((stake >> 32).sum()) << 32
    return bounds(stake)[0] >= 0 and halves + int((stake & (1 << 32) - 1).sum()) == stake_sum


def _cumulated_medians(
    shares: Int64Array, given: SparseRows, columns: int, voters: int, stake_sum: int, minority: int
) -> Int64Array:
    """Return the least score whose stake, with that of all lesser ones, exceeds the minority, else the greatest score.

    That is what the search finds if no stake and no score is negative and ``stake_sum`` is the true sum. Let A(p) be
    the stake of scores below p and B(p) that of scores up to p. While the search goes on, ``low`` is the stake below
    the remaining list and ``high`` that up to its end, so it compares the minority with A(pivot) and B(pivot): below
    if it is less than the one, above if it is at least the other. A and B grow with p, and B of one score is A of the
    next, so the search closes in on the one p with A(p) <= minority < B(p); without one it ends at the greatest score
    if the minority is at least the whole stake, at the least if it is negative. No sum exceeds ``stake_sum``, so none
    saturates.
    """
    order = np.lexsort((given.values, given.columns))
    column, score, share = given.columns[order], given.values[order], shares[order]
    starts = np.searchsorted(column, np.arange(columns + 1))
    missing = voters - np.diff(starts)
    of_missing = stake_sum - wrapping_sums(share, starts)
    before = np.cumsum(share) - share
    reached = before + share - before[np.minimum(starts[column], share.size - 1)] + of_missing[column]
    passed = wrapping_sums((reached <= minority).astype(np.int64), starts)
    found = np.minimum(starts[:-1] + passed, starts[1:] - 1)
    zero = (np.diff(starts) == 0) | ((missing > 0) & (of_missing > minority))
    medians = np.zeros(columns, dtype=np.int64)
    medians[~zero] = score[found[~zero]]
    return medians


def searched_medians(stake: Int64Array, scores: Int64Array, minority: int, low: int, high: int) -> Int64Array:
    """Return the median of each row of ``scores`` by the chain's own search, all rows at once
    (YC-consensus/weighted-median).

    ``stake`` belongs to the places of every row. ``low`` and ``high`` bound the stake of the whole list. A round
    keeps, of each row that is still searched, what lies below or above its pivot, as a mask.
    """
    medians = np.zeros(scores.shape[0], dtype=np.int64)
    if not stake.size:
        return medians
    searched = np.arange(scores.shape[0])
    remaining = np.ones(scores.shape, dtype=np.bool_)
    lows, highs = np.full(searched.size, low), np.full(searched.size, high)
    while searched.size:
        pivot = _pivots(scores, remaining)
        below, above = remaining & (scores < pivot), remaining & (scores > pivot)
        end_of_below = add(lows, _stakes(stake, below))
        start_of_above = subtract(highs, _stakes(stake, above))
        down = below.any(axis=1) & (minority < end_of_below)
        up = ~down & above.any(axis=1) & (start_of_above <= minority)
        on = down | up
        medians[searched[~on]] = pivot[~on, 0]
        remaining = np.where(down[:, None], below, above)[on]
        lows, highs = np.where(up, start_of_above, lows)[on], np.where(down, end_of_below, highs)[on]
        searched, scores = searched[on], scores[on]
    return medians


def _pivots(scores: Int64Array, remaining: BoolArray) -> Int64Array:
    """Return, as a column, the score in the middle of each row's remaining list: of c places that numbered c // 2."""
    number = np.cumsum(remaining, axis=1)
    middle = np.argmax(number > number[:, -1:] // 2, axis=1)
    return np.take_along_axis(scores, middle[:, None], axis=1)


def _stakes(stake: Int64Array, chosen: BoolArray) -> Int64Array:
    starts = np.arange(chosen.shape[0] + 1) * stake.size
    return saturating_sums(np.where(chosen, stake, 0).reshape(-1), starts)
