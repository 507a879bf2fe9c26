"""Operations of a sparse matrix that look at whole rows, for all inputs."""

import numpy as np

from subtensor_spec.vectorised.consensus.matrix.rows import SparseRows
from subtensor_spec.vectorised.words.arrays import Int64Array, at_columns
from subtensor_spec.vectorised.words.i32f32 import multiply, safe_divide
from subtensor_spec.vectorised.words.i32f32_sums import saturating_sums, wrapping_sums


def row_sums(matrix: SparseRows) -> Int64Array:
    """Add up each row, wrapping (YC-sparse/row-sum)."""
    return wrapping_sums(matrix.values, matrix.starts)


def row_normalised(matrix: SparseRows) -> SparseRows:
    """Divide each row by its wrapping sum, rounding toward zero, if that is above zero (YC-sparse/row-normalise)."""
    totals = row_sums(matrix)[matrix.rows]
    return matrix.with_values(np.where(totals > 0, safe_divide(matrix.values, totals), matrix.values))


def rows_scaled(matrix: SparseRows, vector: Int64Array) -> SparseRows:
    """Multiply each row by its entry of a vector; rows beyond the vector are dropped (YC-sparse/scale-rows)."""
    kept = matrix.first_rows(min(matrix.count, vector.size))
    return kept.with_values(multiply(kept.values, vector[kept.rows]))


def columns_scaled(matrix: SparseRows, vector: Int64Array) -> SparseRows:
    """Multiply each entry by its column's entry of a vector; drop products of zero and entries beyond the vector.

    Computes YC-sparse/scale-columns.
    """
    scaled = multiply(matrix.values, at_columns(vector, matrix.columns))
    return matrix.with_values(scaled).keep((scaled != 0) & (matrix.columns < vector.size))


def row_dot(matrix: SparseRows, vector: Int64Array) -> Int64Array:
    """Add up each row's entries times their column's entry of a vector, saturating at each step.

    An entry beyond the vector weighs nothing. Computes YC-sparse/row-dot.
    """
    return saturating_sums(multiply(matrix.values, at_columns(vector, matrix.columns)), matrix.starts)
