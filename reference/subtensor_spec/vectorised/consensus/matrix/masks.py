"""Which entries of a matrix stay, and which of a vector."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from subtensor_spec.vectorised.consensus.matrix.rows import SparseRows
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array, UInt64Array, at_columns, padded

Condition = Callable[[UInt64Array, UInt64Array], npt.NDArray[np.bool_]]
"""Says of two arrays of u64, which broadcast, where the entry between them is removed."""

CONDITIONS: dict[str, Condition] = {
    "le": np.less_equal,
    "lt": np.less,
    "eq": np.equal,
    "ge": np.greater_equal,
    "gt": np.greater,
}
"""The conditions that captured answers name."""


def mask_vector(mask: BoolArray, vector: Int64Array) -> Int64Array:
    """Set masked entries to zero; one beyond the mask counts as masked, an empty mask masks nothing.

    Computes YC-vector/mask.
    """
    if not mask.size:
        return vector
    return np.where(padded(mask, vector.size, True), 0, vector)


def mask_rows(mask: BoolArray, matrix: SparseRows) -> SparseRows:
    """Empty masked rows; a row beyond the mask counts as masked (YC-sparse/mask-rows)."""
    return matrix.keep(~padded(mask, matrix.count, True)[matrix.rows])


def mask_diagonal(matrix: SparseRows, exempt: int | None = None) -> SparseRows:
    """Remove entries of a row in its own column, but not in the exempt row (YC-sparse/mask-diagonal, …-except)."""
    stays = matrix.rows != matrix.columns
    if exempt is not None:
        stays |= matrix.rows == exempt
    return matrix.keep(stays)


def mask_by_vectors(
    matrix: SparseRows, of_rows: UInt64Array, of_columns: UInt64Array, removed: Condition
) -> SparseRows:
    """Remove the entries whose row's and column's integers meet a condition; a missing integer is zero.

    Computes YC-sparse/mask-by-vectors.
    """
    return matrix.keep(~removed(at_columns(of_rows, matrix.rows), at_columns(of_columns, matrix.columns)))


def mask_by_scalar(matrix: SparseRows, scalar: int, of_columns: UInt64Array, removed: Condition) -> SparseRows:
    """Remove the entries for which one integer and their column's meet a condition (YC-sparse/mask-by-scalar)."""
    return matrix.keep(~removed(np.array([scalar], dtype=np.uint64), at_columns(of_columns, matrix.columns)))
