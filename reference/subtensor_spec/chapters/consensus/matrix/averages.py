"""Mixtures of two sparse matrices: interpolation and the moving averages of bonds."""

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.matrix.shapes import (
    ONE,
    ZERO,
    DenseMatrix,
    Sparse,
    SparseMatrix,
    SparseRow,
    Vector,
)
from subtensor_spec.chapters.consensus.matrix.vectors import get_or
from subtensor_spec.chapters.consensus.source import in_epoch, in_math
from subtensor_spec.rules import rule


@rule("YC-sparse/interpolate", in_math("interpolate_sparse"))
def interpolate_sparse(first: SparseMatrix, second: SparseMatrix, columns: int, ratio: I32F32) -> Sparse:
    """Two matrices are mixed as first + ratio · (second - first), and only results above zero are kept.

    A ratio of exactly 0 gives the first unchanged, of exactly 1 the second, as do different numbers of rows. Otherwise
    rows come out sorted; of entries in the same column the last counts, and those beyond ``columns`` do not.
    """
    if ratio == ZERO:
        return [list(row) for row in first]
    if ratio == ONE or len(first) != len(second):
        return [list(row) for row in second]
    return [_interpolate_row(row, other, columns, ratio) for row, other in zip(first, second, strict=True)]


def _interpolate_row(first: SparseRow, second: SparseRow, columns: int, ratio: I32F32) -> list[tuple[int, I32F32]]:
    # Where both rows have nothing the mixture is zero, which is not kept.
    start, end = dict(first), dict(second)
    result = []
    for column in sorted(start.keys() | end.keys()):
        a, b = start.get(column, ZERO), end.get(column, ZERO)
        mixed = a.saturating_add(ratio.saturating_mul(b.saturating_sub(a)))
        if column < columns and mixed > ZERO:
            result.append((column, mixed))
    return result


@rule("YC-sparse/average", in_math("mat_ema_sparse"))
def mat_ema_sparse(new: SparseMatrix, old: SparseMatrix, alpha: I32F32) -> Sparse:
    """A moving average is alpha · new + (1 - alpha) · old, and only results above zero are kept.

    Each product rounds down and saturates. Rows come out sorted; entries in the same column add up, saturating. Rows of
    ``old`` beyond those of ``new``, and columns beyond the number of rows of ``new``, do not count.
    """
    remainder = ONE.saturating_sub(alpha)
    result: Sparse = []
    for uid, new_row in enumerate(new):
        averages: dict[int, I32F32] = {}
        for row, share in ((new_row, alpha), (get_or(old, uid, []), remainder)):
            for column, value in row:
                so_far = averages.get(column, ZERO)
                averages[column] = so_far.saturating_add(share.saturating_mul(value))
        result.append([(column, averages[column]) for column in sorted(averages) if column < len(new)])
    return [[entry for entry in row if entry[1] > ZERO] for row in result]


@rule(
    "YC-yuma3/average-liquid",
    in_epoch("compute_bonds_sparse"),
    sentence="With liquid alpha each bond follows its weight by its own alpha; one without a weight is lost at once.",
)
@rule("YC-sparse/average-by-entry", in_math("mat_ema_alpha_sparse"))
def mat_ema_alpha_sparse(new: SparseMatrix, old: SparseMatrix, alphas: DenseMatrix) -> Sparse:
    """With an alpha for each entry the average keeps only columns that the new row names: other old entries are
    lost.

    The result is min(1, (1 - alpha) · old + max(0, alpha · new)) where that is above zero, in the new row's
    order. Of old entries in the same column the last counts; columns beyond a row of ``alphas`` are dropped. If
    the three differ in their number of rows, ``new`` is returned unchanged.
    """
    if not len(new) == len(old) == len(alphas):
        return [list(row) for row in new]
    return [_average_row(*rows) for rows in zip(new, old, alphas, strict=True)]


def _average_row(new: SparseRow, old: SparseRow, alphas: Vector) -> list[tuple[int, I32F32]]:
    previous = dict(old)
    result = []
    for column, value in new:
        if column < len(alphas):
            alpha = alphas[column]
            decayed = ONE.saturating_sub(alpha).saturating_mul(previous.get(column, ZERO))
            gained = max(alpha.saturating_mul(value), ZERO)
            average = min(decayed.saturating_add(gained), ONE)
            if average > ZERO:
                result.append((column, average))
    return result
