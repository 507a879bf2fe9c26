"""Operations of a sparse matrix that look at whole columns."""

from subtensor_spec.chapters.consensus.matrix.shapes import ZERO, Sparse, SparseMatrix, Vector
from subtensor_spec.chapters.consensus.matrix.vectors import get_or
from subtensor_spec.chapters.consensus.source import in_epoch, in_math
from subtensor_spec.rules import rule


@rule("YC-sparse/column-normalise", in_math("inplace_col_normalize_sparse"))
def col_normalize_sparse(matrix: SparseMatrix, columns: int) -> Sparse:
    """A column is divided by its sum, rounding toward zero, unless that sum is zero.

    The sum is taken row by row and saturates at each step; entries beyond ``columns`` stay as they are.
    """
    totals = [ZERO] * columns
    for row in matrix:
        for column, value in row:
            if column < columns:
                totals[column] = totals[column].saturating_add(value)
    return _divided(matrix, totals)


@rule(
    "YC-yuma2/to-store",
    in_epoch("epoch_mechanism"),
    sentence="Under Yuma 2 bonds are stored scaled up so that the greatest in each server is one.",
)
@rule("YC-sparse/column-max-upscale", in_math("inplace_col_max_upscale_sparse"))
def col_max_upscale_sparse(matrix: SparseMatrix, columns: int) -> Sparse:
    """A column is divided by its greatest entry, rounding toward zero, unless no entry is above zero.

    Entries beyond ``columns`` stay as they are.
    """
    greatest = [ZERO] * columns
    for row in matrix:
        for column, value in row:
            if column < columns:
                greatest[column] = max(greatest[column], value)
    return _divided(matrix, greatest)


def _divided(matrix: SparseMatrix, divisors: Vector) -> Sparse:
    """Divide every entry by its column's divisor; a divisor that is zero or missing changes nothing."""
    return [
        [
            (column, value.safe_div(divisor)) if (divisor := get_or(divisors, column, ZERO)) else (column, value)
            for column, value in row
        ]
        for row in matrix
    ]


@rule(
    "YC-consensus/clip",
    in_epoch("epoch_mechanism"),
    sentence="A weight above consensus is cut down to it; where consensus is zero it is dropped.",
)
@rule("YC-sparse/column-clip", in_math("col_clip_sparse"))
def col_clip_sparse(matrix: SparseMatrix, thresholds: Vector) -> Sparse:
    """An entry above its column's threshold becomes that threshold, and is dropped if the threshold is not above zero.

    Other entries stay, explicit zeros among them; a column beyond the thresholds has threshold zero.
    """
    result: Sparse = []
    for row in matrix:
        clipped = []
        for column, value in row:
            threshold = get_or(thresholds, column, ZERO)
            if value <= threshold:
                clipped.append((column, value))
            elif threshold > ZERO:
                clipped.append((column, threshold))
        result.append(clipped)
    return result
