"""Operations of a sparse matrix that look at whole columns, for all inputs."""

import numpy as np

from subtensor_spec.vectorised.consensus.matrix.rows import Columns, SparseRows
from subtensor_spec.vectorised.words.arrays import Int64Array, at_columns
from subtensor_spec.vectorised.words.i32f32 import multiply, safe_divide
from subtensor_spec.vectorised.words.i32f32_sums import saturating_sums


def column_sums(matrix: SparseRows, values: Int64Array, count: int) -> Int64Array:
    """Add up values at the matrix's places by column, row by row, saturating at each step."""
    columns = Columns.of(matrix, count)
    return saturating_sums(values[columns.order[: columns.starts[-1]]], columns.starts)


def column_normalised(matrix: SparseRows, count: int) -> SparseRows:
    """Divide each column by its saturating sum, unless that is zero; columns from ``count`` on stay.

    Computes YC-sparse/column-normalise.
    """
    return _divided(matrix, column_sums(matrix, matrix.values, count))


def column_max_upscaled(matrix: SparseRows, count: int) -> SparseRows:
    """Divide each column by its greatest entry, unless none is above zero; columns from ``count`` on stay.

    Computes YC-sparse/column-max-upscale.
    """
    columns = Columns.of(matrix, count)
    starts = columns.starts
    greatest = np.zeros(count, dtype=np.int64)
    present = np.flatnonzero(starts[1:] > starts[:-1])
    if present.size:
        values = matrix.values[columns.order[: starts[-1]]]
        greatest[present] = np.maximum(np.maximum.reduceat(values, starts[present]), 0)
    return _divided(matrix, greatest)


def _divided(matrix: SparseRows, divisors: Int64Array) -> SparseRows:
    """Divide every entry by its column's divisor; one that is zero or missing changes nothing."""
    by = at_columns(divisors, matrix.columns)
    return matrix.with_values(np.where(by == 0, matrix.values, safe_divide(matrix.values, by)))


def column_clipped(matrix: SparseRows, thresholds: Int64Array) -> SparseRows:
    """Lower entries to their column's threshold, missing ones being zero; drop those lowered to zero or less.

    Computes YC-sparse/column-clip.
    """
    limits = at_columns(thresholds, matrix.columns)
    dropped = (limits < matrix.values) & (limits <= 0)
    return matrix.with_values(np.minimum(matrix.values, limits)).keep(~dropped)


def column_dot(matrix: SparseRows, vector: Int64Array, count: int) -> Int64Array:
    """Add up each column's entries times their row's entry of a vector, saturating at each step.

    A row beyond the vector weighs nothing; columns from ``count`` on are ignored. Computes YC-sparse/column-dot.
    """
    return column_sums(matrix, multiply(matrix.values, at_columns(vector, matrix.rows)), count)
