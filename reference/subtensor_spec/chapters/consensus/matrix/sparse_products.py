"""Sums and products of a sparse matrix: along its rows, along its columns, and with a vector."""

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.matrix.shapes import ZERO, Sparse, SparseMatrix, Vector
from subtensor_spec.chapters.consensus.matrix.vectors import get_or
from subtensor_spec.chapters.consensus.source import in_epoch, in_math
from subtensor_spec.rules import rule


@rule("YC-sparse/row-sum", in_math("row_sum_sparse"))
def row_sum_sparse(matrix: SparseMatrix) -> list[I32F32]:
    """A row is summed by plain addition, so a sum beyond the range of I32F32 wraps."""
    return [I32F32.wrapping_sum(value for _, value in row) for row in matrix]


@rule("YC-sparse/row-normalise", in_math("inplace_row_normalize_sparse"))
def row_normalize_sparse(matrix: SparseMatrix) -> Sparse:
    """A row is divided by its wrapping sum, rounding toward zero, but only if that sum is greater than zero."""
    return [
        [(column, value.safe_div(total)) for column, value in row] if total > ZERO else list(row)
        for row, total in zip(matrix, row_sum_sparse(matrix), strict=True)
    ]


@rule(
    "YC-yuma2/delta",
    in_epoch("epoch_mechanism"),
    sentence="Under Yuma 2 a validator buys bonds in a server by its weight on it times its active stake.",
)
@rule("YC-sparse/scale-rows", in_math("row_hadamard_sparse"))
def row_hadamard_sparse(matrix: SparseMatrix, vector: Vector) -> Sparse:
    """Each row is multiplied by its entry of a vector, rounding down and saturating; rows beyond the vector are
    dropped.
    """
    return [
        [(column, value.saturating_mul(scale)) for column, value in row]
        for row, scale in zip(matrix, vector, strict=False)
    ]


@rule("YC-sparse/scale-columns", in_math("mat_vec_mul_sparse"))
def mat_vec_mul_sparse(matrix: SparseMatrix, vector: Vector) -> Sparse:
    """Each entry is multiplied by its column's entry of a vector, rounding down and saturating.

    Entries beyond the vector, and products of zero, are dropped.
    """
    scaled = [
        [(column, value.saturating_mul(vector[column])) for column, value in row if column < len(vector)]
        for row in matrix
    ]
    return [[entry for entry in row if entry[1]] for row in scaled]


@rule(
    "YC-incentive/ranks",
    in_epoch("epoch_mechanism"),
    sentence="A neuron's rank is the sum of the clipped weights on it, each times its setter's active stake.",
)
@rule("YC-sparse/column-dot", in_math("matmul_sparse"))
def matmul_sparse(matrix: SparseMatrix, vector: Vector, columns: int) -> list[I32F32]:
    """The entries of each column are weighted by a vector over rows and added up, row by row, saturating at each step.

    A row beyond the vector has weight zero; an entry beyond ``columns`` is ignored.
    """
    result = [ZERO] * columns
    for uid, row in enumerate(matrix):
        scale = get_or(vector, uid, ZERO)
        for column, value in row:
            if column < columns:
                result[column] = result[column].saturating_add(scale.saturating_mul(value))
    return result


@rule("YC-sparse/row-dot", in_math("matmul_transpose_sparse"))
def matmul_transpose_sparse(matrix: SparseMatrix, vector: Vector) -> list[I32F32]:
    """The entries of each row are weighted by a vector over columns and added up in stored order, saturating at
    each step.

    A column beyond the vector has weight zero.
    """
    result = []
    for row in matrix:
        total = ZERO
        for column, value in row:
            total = total.saturating_add(get_or(vector, column, ZERO).saturating_mul(value))
        result.append(total)
    return result
