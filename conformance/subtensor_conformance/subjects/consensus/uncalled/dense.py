"""Dense twins of the sparse functions. Rows may differ in length; each function says what then happens."""

from collections.abc import Sequence
from itertools import zip_longest

from subtensor_spec.arithmetic import I32F32, I64F64
from subtensor_spec.chapters.consensus.matrix.median import weighted_median
from subtensor_spec.chapters.consensus.matrix.shapes import ONE, ZERO, Dense, DenseMatrix, Vector
from subtensor_spec.chapters.consensus.matrix.vectors import get_or, normalize, vec_mul, wrapping_sum

Mask = Sequence[Sequence[bool]]


def row_normalize(matrix: DenseMatrix) -> Dense:
    """Divide each row by its wrapping sum, if that is greater than zero."""
    return [normalize(row) if wrapping_sum(row) > ZERO else list(row) for row in matrix]


def row_normalize_64(matrix: Sequence[Sequence[I64F64]]) -> list[list[I64F64]]:
    """Divide each row of I64F64 by its wrapping sum, if that is greater than zero."""
    return [normalize(row) if I64F64.wrapping_sum(row) > I64F64.ZERO else list(row) for row in matrix]


def row_sum(matrix: DenseMatrix) -> list[I32F32]:
    """Sum each row, wrapping; nothing at all if the first row is empty."""
    if matrix and not matrix[0]:
        return []
    return [wrapping_sum(row) for row in matrix]


def col_normalize(matrix: DenseMatrix) -> Dense:
    """Divide each column by its saturating sum over the rows that reach it, unless that is zero."""
    sums = [_saturating_sum(column) for column in zip_longest(*matrix, fillvalue=ZERO)]
    return _divide_columns(matrix, sums)


def col_max_upscale(matrix: DenseMatrix) -> Dense:
    """Divide each column by its greatest entry, unless none is above zero."""
    greatest = [max(ZERO, *column) for column in zip_longest(*matrix, fillvalue=ZERO)]
    return _divide_columns(matrix, greatest)


def _divide_columns(matrix: DenseMatrix, divisors: Vector) -> Dense:
    return [
        [value.safe_div(divisor) if divisor else value for value, divisor in zip(row, divisors, strict=False)]
        for row in matrix
    ]


def _saturating_sum(values: Sequence[I32F32]) -> I32F32:
    total = ZERO
    for value in values:
        total = total.saturating_add(value)
    return total


def mask_matrix(mask: Mask, matrix: DenseMatrix) -> Dense:
    """Set masked entries to zero, those beyond the mask too; a mask that starts with no row or an empty one does
    nothing.
    """
    if not mask or not mask[0]:
        return [list(row) for row in matrix]
    return [
        [ZERO if get_or(get_or(mask, i, []), j, True) else value for j, value in enumerate(row)]
        for i, row in enumerate(matrix)
    ]


def mask_rows(mask: Sequence[bool], matrix: DenseMatrix) -> Dense:
    """Replace masked rows, and those beyond the mask, by zeros, as many as the first row is long."""
    return [[ZERO] * len(matrix[0]) if get_or(mask, i, True) else list(row) for i, row in enumerate(matrix)]


def mask_cols(mask: Sequence[bool], matrix: DenseMatrix) -> Dense:
    """Set masked columns, and those beyond the mask, to zero."""
    return [[ZERO if get_or(mask, j, True) else value for j, value in enumerate(row)] for row in matrix]


def mask_diag(matrix: DenseMatrix) -> Dense:
    """Set the diagonal to zero; nothing happens unless there are as many rows as the first row has entries."""
    square = bool(matrix) and len(matrix) == len(matrix[0])
    return [[ZERO if square and i == j else value for j, value in enumerate(row)] for i, row in enumerate(matrix)]


def mask_diag_except_index(matrix: DenseMatrix, exempt: int) -> Dense:
    """Set the diagonal to zero but for one entry, under the same condition."""
    return [
        list(row) if i == exempt else masked
        for i, (row, masked) in enumerate(zip(matrix, mask_diag(matrix), strict=True))
    ]


def row_hadamard(matrix: DenseMatrix, vector: Vector) -> Dense:
    """Multiply each row by its entry of the vector, saturating; rows beyond the vector are dropped.

    One empty row comes out if there is no row or the first is empty.
    """
    if not matrix or not matrix[0]:
        return [[]]
    return [[scale.saturating_mul(value) for value in row] for row, scale in zip(matrix, vector, strict=False)]


def mat_vec_mul(matrix: DenseMatrix, vector: Vector) -> Dense:
    """Multiply each row by the vector entry by entry; one empty row if there is no row or the first is empty."""
    if not matrix or not matrix[0]:
        return [[]]
    return [vec_mul(row, vector) for row in matrix]


def matmul(matrix: DenseMatrix, vector: Vector) -> list[I32F32]:
    """Add up the columns of the first row's width, each row times its entry of the vector, saturating at each step."""
    result = [ZERO] * (len(matrix[0]) if matrix else 0)
    for i, row in enumerate(matrix):
        scale = get_or(vector, i, ZERO)
        for j, value in enumerate(row[: len(result)]):
            result[j] = result[j].saturating_add(scale.saturating_mul(value))
    return result


def matmul_transpose(matrix: DenseMatrix, vector: Vector) -> list[I32F32]:
    """Add up each row times the vector, saturating at each step; nothing at all if the first row is empty."""
    if not matrix or not matrix[0]:
        return []
    return [_saturating_sum([m.saturating_mul(v) for m, v in zip(row, vector, strict=False)]) for row in matrix]


def col_clip(matrix: DenseMatrix, thresholds: Vector) -> Dense:
    """Lower each entry to its column's threshold; columns beyond the thresholds stay."""
    return [
        [min(threshold, value) for value, threshold in zip(row, thresholds, strict=False)]
        + list(row[len(thresholds) :])
        for row in matrix
    ]


def weighted_median_col(stake: Vector, score: DenseMatrix, majority: I32F32) -> list[I32F32]:
    """Take each column's median over rows with stake above zero.

    A row that is missing, or not as wide as the first, keeps its place with a stake and a score of zero.
    """
    columns = len(score[0]) if score else 0
    voters = [
        (share, score[i]) if i < len(score) and len(score[i]) == columns else (ZERO, [ZERO] * columns)
        for i, share in enumerate(stake)
        if share > ZERO
    ]
    use_stake = normalize([share for share, _ in voters])
    stake_sum = wrapping_sum(use_stake)
    minority = stake_sum.saturating_sub(majority)
    everyone = range(len(voters))
    return [
        weighted_median(use_stake, [row[column] for _, row in voters], everyone, minority, ZERO, stake_sum)
        for column in range(columns)
    ]


def interpolate(first: DenseMatrix, second: DenseMatrix, ratio: I32F32) -> Dense:
    """Mix two matrices; a ratio of 0 gives the first, of 1 the second, unchanged.

    The result has the first's number of rows, all as wide as its first row, zero where either matrix has no entry.
    One empty row comes out if the first matrix has no row or an empty first one.
    """
    if ratio == ZERO:
        return [list(row) for row in first]
    if ratio == ONE:
        return [list(row) for row in second]
    if not first or not first[0]:
        return [[]]
    result = [[ZERO] * len(first[0]) for _ in first]
    for out, row, other in zip(result, first, second, strict=False):
        for j, (_, a, b) in enumerate(zip(out, row, other, strict=False)):
            out[j] = a.saturating_add(ratio.saturating_mul(b.saturating_sub(a)))
    return result


def mat_ema(new: DenseMatrix, old: DenseMatrix, alpha: I32F32) -> Dense:
    """Average two matrices, alpha · new + (1 - alpha) · old, as far as both reach.

    One empty row comes out if ``new`` has no row or an empty first one.
    """
    if not new or not new[0]:
        return [[]]
    remainder = ONE.saturating_sub(alpha)
    return [
        [
            alpha.saturating_mul(n).saturating_add(remainder.saturating_mul(o))
            for n, o in zip(new_row, old_row, strict=False)
        ]
        for new_row, old_row in zip(new, old, strict=False)
    ]


def mat_ema_alpha(new: DenseMatrix, old: DenseMatrix, alphas: DenseMatrix) -> Dense:
    """Average two matrices by an alpha for each entry, at most one.

    ``old`` comes out unchanged if the numbers of rows differ, ``new`` if the widths of any rows do, and one
    empty row if ``new`` has no row or an empty first one. Unlike in the sparse twin an old entry is never lost.
    """
    if not new or not new[0]:
        return [[]]
    if not len(new) == len(old) == len(alphas):
        return [list(row) for row in old]
    rows = list(zip(new, old, alphas, strict=True))
    if any(not len(n) == len(o) == len(a) for n, o, a in rows):
        return [list(row) for row in new]
    return [[_average(*entry) for entry in zip(n, o, a, strict=True)] for n, o, a in rows]


def _average(new: I32F32, old: I32F32, alpha: I32F32) -> I32F32:
    decayed = ONE.saturating_sub(alpha).saturating_mul(old)
    return min(decayed.saturating_add(max(alpha.saturating_mul(new), ZERO)), ONE)
