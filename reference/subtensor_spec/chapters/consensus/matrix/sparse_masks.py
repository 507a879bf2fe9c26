"""Masks of a sparse matrix: which entries stay."""

from collections.abc import Callable, Sequence

from subtensor_spec.chapters.consensus.matrix.shapes import Sparse, SparseMatrix
from subtensor_spec.chapters.consensus.matrix.vectors import get_or
from subtensor_spec.chapters.consensus.source import in_math
from subtensor_spec.rules import rule

Condition = Callable[[int, int], bool]
"""Says of two integers whether the entry between them is removed."""


@rule("YC-sparse/mask-rows", in_math("mask_rows_sparse"))
def mask_rows_sparse(mask: Sequence[bool], matrix: SparseMatrix) -> Sparse:
    """Masked rows are emptied; a row beyond the mask's end counts as masked."""
    return [[] if get_or(mask, uid, True) else list(row) for uid, row in enumerate(matrix)]


@rule("YC-sparse/mask-diagonal", in_math("mask_diag_sparse"))
def mask_diag_sparse(matrix: SparseMatrix) -> Sparse:
    """Entries of a row in its own column are removed."""
    return [[entry for entry in row if entry[0] != uid] for uid, row in enumerate(matrix)]


@rule("YC-sparse/mask-diagonal-except", in_math("mask_diag_sparse_except_index"))
def mask_diag_sparse_except_index(matrix: SparseMatrix, exempt: int) -> Sparse:
    """Entries of a row in its own column are removed, except in the exempt row."""
    return [[entry for entry in row if entry[0] != uid or uid == exempt] for uid, row in enumerate(matrix)]


@rule("YC-sparse/mask-by-vectors", in_math("vec_mask_sparse_matrix"))
def vec_mask_sparse_matrix(
    matrix: SparseMatrix, of_rows: Sequence[int], of_columns: Sequence[int], removed: Condition
) -> Sparse:
    """An entry is removed if a condition holds between its row's integer and its column's; a missing integer is
    zero.
    """
    return [
        [entry for entry in row if not removed(get_or(of_rows, uid, 0), get_or(of_columns, entry[0], 0))]
        for uid, row in enumerate(matrix)
    ]


@rule("YC-sparse/mask-by-scalar", in_math("scalar_vec_mask_sparse_matrix"))
def scalar_vec_mask_sparse_matrix(
    matrix: SparseMatrix, scalar: int, of_columns: Sequence[int], removed: Condition
) -> Sparse:
    """An entry is removed if a condition holds between one integer and its column's; a missing integer is zero."""
    return [[entry for entry in row if not removed(scalar, get_or(of_columns, entry[0], 0))] for row in matrix]
