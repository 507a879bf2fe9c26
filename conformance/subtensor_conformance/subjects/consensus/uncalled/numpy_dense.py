"""Dense twins of the sparse functions on whole arrays, for all inputs.

Here a matrix is :class:`SparseRows` whose rows have an entry in every column from 0 to their end; rows may differ in
length. Each function does what its namesake in :mod:`.dense` does.
"""

from collections.abc import Sequence
from itertools import chain, pairwise

import numpy as np

from subtensor_spec.vectorised.consensus.matrix import columns, sparse_rows
from subtensor_spec.vectorised.consensus.matrix.median import searched_medians
from subtensor_spec.vectorised.consensus.matrix.rows import SparseRows, starts_of
from subtensor_spec.vectorised.consensus.matrix.vectors import normalised
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array, at_columns, padded
from subtensor_spec.vectorised.words.i32f32 import ONE, add, checked_multiply_or_zero, multiply, scalar, subtract
from subtensor_spec.vectorised.words.i32f32_sums import wrapping_sum

NO_ROWS = np.zeros(0, dtype=np.int64)

ONE_EMPTY_ROW = SparseRows(np.zeros(2, dtype=np.int64), NO_ROWS, NO_ROWS)
"""What several functions give if the first matrix has no row or an empty first one."""


def from_rows(rows: Sequence[Sequence[int]]) -> SparseRows:
    """Return the matrix whose rows are lists of bits, from column 0 on without a gap."""
    matrix = _zeros(np.array([len(row) for row in rows], dtype=np.int64))
    return matrix.with_values(np.array(list(chain.from_iterable(rows)), dtype=np.int64))


def to_rows(matrix: SparseRows) -> list[list[int]]:
    """Return the rows' values, in order."""
    starts, values = matrix.starts.tolist(), matrix.values.tolist()
    return [values[start:end] for start, end in pairwise(starts)]


def width(matrix: SparseRows) -> int:
    """Return the length of the first row, zero without rows."""
    return int(matrix.lengths[0]) if matrix.count else 0


def widest(matrix: SparseRows) -> int:
    """Return the length of the longest row."""
    return int(matrix.lengths.max(initial=0))


def row_sum(matrix: SparseRows) -> Int64Array:
    """Sum each row, wrapping; nothing at all if the first row is empty."""
    return sparse_rows.row_sums(matrix) if width(matrix) else NO_ROWS


def col_normalize(matrix: SparseRows) -> SparseRows:
    """Divide each column by its saturating sum over the rows that reach it, unless that is zero."""
    return columns.column_normalised(matrix, widest(matrix))


def col_max_upscale(matrix: SparseRows) -> SparseRows:
    """Divide each column by its greatest entry, unless none is above zero."""
    return columns.column_max_upscaled(matrix, widest(matrix))


def mask_matrix(mask: SparseRows, matrix: SparseRows) -> SparseRows:
    """Set masked entries to zero, those beyond the mask too.

    A mask that starts with no row or an empty one does nothing.
    """
    if not width(mask):
        return matrix
    there = _reached(matrix, mask)
    masked = np.ones(matrix.values.size, dtype=np.bool_)
    masked[there] = _paired(mask, matrix, there) != 0
    return matrix.with_values(np.where(masked, 0, matrix.values))


def mask_rows(mask: BoolArray, matrix: SparseRows) -> SparseRows:
    """Replace masked rows, and those beyond the mask, by zeros, as many as the first row is long."""
    masked = padded(mask, matrix.count, True)
    result = _zeros(np.where(masked, width(matrix), matrix.lengths))
    kept = ~masked[matrix.rows]
    values = result.values.copy()
    values[result.starts[matrix.rows[kept]] + matrix.columns[kept]] = matrix.values[kept]
    return result.with_values(values)


def mask_cols(mask: BoolArray, matrix: SparseRows) -> SparseRows:
    """Set masked columns, and those beyond the mask, to zero."""
    masked = padded(mask, widest(matrix), True)[matrix.columns]
    return matrix.with_values(np.where(masked, 0, matrix.values))


def mask_diag(matrix: SparseRows, exempt: int | None = None) -> SparseRows:
    """Set the diagonal, but for the exempt row, to zero.

    Nothing happens unless there are as many rows as the first has entries.
    """
    if width(matrix) != matrix.count:
        return matrix
    masked = (matrix.rows == matrix.columns) & (matrix.rows != (-1 if exempt is None else exempt))
    return matrix.with_values(np.where(masked, 0, matrix.values))


def row_hadamard(matrix: SparseRows, vector: Int64Array) -> SparseRows:
    """Multiply each row by its entry of the vector, saturating; rows beyond the vector are dropped."""
    return sparse_rows.rows_scaled(matrix, vector) if width(matrix) else ONE_EMPTY_ROW


def mat_vec_mul(matrix: SparseRows, vector: Int64Array) -> SparseRows:
    """Multiply each row by the vector as far as both reach; a product that overflows is zero."""
    if not width(matrix):
        return ONE_EMPTY_ROW
    reached = matrix.keep(matrix.columns < vector.size)
    return reached.with_values(checked_multiply_or_zero(reached.values, vector[reached.columns]))


def matmul(matrix: SparseRows, vector: Int64Array) -> Int64Array:
    """Add up the columns of the first row's width, each row times its entry of the vector, saturating at each step."""
    return columns.column_dot(matrix, vector, width(matrix))


def matmul_transpose(matrix: SparseRows, vector: Int64Array) -> Int64Array:
    """Add up each row times the vector, saturating at each step; nothing at all if the first row is empty."""
    return sparse_rows.row_dot(matrix, vector) if width(matrix) else NO_ROWS


def col_clip(matrix: SparseRows, thresholds: Int64Array) -> SparseRows:
    """Lower each entry to its column's threshold; columns beyond the thresholds stay."""
    lowered = np.minimum(matrix.values, at_columns(thresholds, matrix.columns))
    return matrix.with_values(np.where(matrix.columns < thresholds.size, lowered, matrix.values))


def weighted_median_col(stake: Int64Array, score: SparseRows, majority: int) -> Int64Array:
    """Take each column's median over rows with stake above zero.

    A row that is missing, or not as wide as the first, keeps its place with a stake and a score of zero.
    """
    count = width(score)
    voters = np.flatnonzero(stake > 0)
    lengths = padded(score.lengths, max(stake.size, score.count), -1)[voters]
    fitting = lengths == count
    use_stake = normalised(np.where(fitting, stake[voters], 0))
    stake_sum = wrapping_sum(use_stake)
    scores = np.zeros((voters.size, count), dtype=np.int64)
    if count:
        scores[fitting] = score.values[score.starts[voters[fitting]][:, None] + np.arange(count)]
    minority = int(subtract(scalar(stake_sum), scalar(majority))[0])
    return searched_medians(use_stake, np.ascontiguousarray(scores.T), minority, 0, stake_sum)


def interpolate(first: SparseRows, second: SparseRows, ratio: int) -> SparseRows:
    """Mix two matrices; the result has the first's number of rows, all as wide as its first.

    Cells that either matrix lacks are zero. A ratio of 0 gives the first, of 1 the second, unchanged.
    """
    if ratio == 0:
        return first
    if ratio == ONE:
        return second
    if not width(first):
        return ONE_EMPTY_ROW
    result = _zeros(np.full(first.count, width(first)))
    cells = np.flatnonzero(_mask_of_reached(result, first) & _mask_of_reached(result, second))
    a, b = _paired(first, result, cells), _paired(second, result, cells)
    values = result.values.copy()
    values[cells] = add(a, multiply(scalar(ratio), subtract(b, a)))
    return result.with_values(values)


def mat_ema(new: SparseRows, old: SparseRows, alpha: int) -> SparseRows:
    """Average two matrices, alpha * new + (1 - alpha) * old, as far as both reach."""
    if not width(new):
        return ONE_EMPTY_ROW
    both = new.keep(_mask_of_reached(new, old)).first_rows(min(new.count, old.count))
    previous = _paired(old, both, np.arange(both.values.size))
    kept = multiply(subtract(scalar(ONE), scalar(alpha)), previous)
    return both.with_values(add(multiply(scalar(alpha), both.values), kept))


def mat_ema_alpha(new: SparseRows, old: SparseRows, alphas: SparseRows) -> SparseRows:
    """Average two matrices by an alpha for each entry, at most one.

    ``old`` comes out unchanged if the numbers of rows differ, ``new`` if the widths of any rows do.
    """
    if not width(new):
        return ONE_EMPTY_ROW
    if not new.count == old.count == alphas.count:
        return old
    if not np.array_equal(new.lengths, old.lengths) or not np.array_equal(new.lengths, alphas.lengths):
        return new
    decayed = multiply(subtract(scalar(ONE), alphas.values), old.values)
    gained = np.maximum(multiply(alphas.values, new.values), 0)
    return new.with_values(np.minimum(add(decayed, gained), ONE))


def _zeros(lengths: Int64Array) -> SparseRows:
    starts = starts_of(lengths)
    places = np.arange(starts[-1]) - np.repeat(starts[:-1], lengths)
    return SparseRows(starts, places, np.zeros(places.size, dtype=np.int64))


def _mask_of_reached(matrix: SparseRows, other: SparseRows) -> BoolArray:
    """Tell which of the matrix's entries have one of ``other`` in the same place."""
    lengths = padded(other.lengths, max(matrix.count, other.count), 0)
    reached: BoolArray = matrix.columns < lengths[matrix.rows]
    return reached


def _reached(matrix: SparseRows, other: SparseRows) -> Int64Array:
    return np.flatnonzero(_mask_of_reached(matrix, other))


def _paired(other: SparseRows, matrix: SparseRows, entries: Int64Array) -> Int64Array:
    """Return the values of ``other`` in the places of some of the matrix's entries, which it reaches."""
    places: Int64Array = other.starts[matrix.rows[entries]] + matrix.columns[entries]
    return other.values[places]
