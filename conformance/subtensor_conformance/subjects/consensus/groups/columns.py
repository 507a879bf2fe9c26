"""Groups of the functions that normalise, scale up and clip the rows and columns of a sparse matrix."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.subjects.consensus.groups.shapes import (
    COLUMN_BEYOND,
    NO_ROWS,
    column_sums,
    columns_of,
    entries,
    leaves_range,
    names_column_beyond,
    repeats_column,
    row_sums,
)

ROW_NORMALISE = [
    NO_ROWS,
    Group(
        "sum-wraps",
        lambda row: any(leaves_range(total) for total in row_sums(row.values[0])),
        why="A row's exact sum does not fit and wraps before it divides.",
        catches="A saturating sum; it is columns that are summed so.",
    ),
    Group(
        "negative-sum",
        lambda row: any(total < 0 for total in row_sums(row.values[0])),
        why="A row sums to less than zero: it stays as it is, while a vector would be divided.",
        catches="Testing for a sum that is not zero.",
        tier="smoke",
    ),
    Group(
        "zero-sum",
        lambda row: any(
            total == 0 for total, entry in zip(row_sums(row.values[0]), row.values[0], strict=True) if entry
        ),
        why="A row of explicit zeros, or of entries that cancel, stays as it is, zeros included.",
        catches="Dividing by zero, or dropping the zeros.",
    ),
    Group(
        "ordinary",
        anything,
        why="Each row is divided by its sum, rounding toward zero.",
        catches="Rounding to nearest, or dividing columns.",
    ),
]


ROW_SUM = [
    NO_ROWS,
    Group(
        "wraps",
        lambda row: any(leaves_range(total) for total in row_sums(row.values[0])),
        why="A row's exact sum does not fit and wraps.",
        catches="Saturating, as sums of columns do.",
    ),
    Group(
        "ordinary",
        anything,
        why="One sum for each row, empty rows included.",
        catches="Sums of columns, or no sum for an empty row.",
    ),
]


COLUMN_NORMALISE = [
    NO_ROWS,
    Group(
        "sum-saturates",
        lambda row: any(leaves_range(total) for total in column_sums(row.values[0], columns_of(row))),
        why="A column's exact sum does not fit and saturates before it divides.",
        catches="A wrapping sum; it is rows that are summed so.",
        tier="smoke",
    ),
    COLUMN_BEYOND,
    Group(
        "negative-sum",
        lambda row: any(total < 0 for total in column_sums(row.values[0], columns_of(row))),
        why="A column sums to less than zero: it is divided all the same, so its signs turn, while a row would stay.",
        catches="Testing for a sum above zero.",
    ),
    Group(
        "repeated-column",
        lambda row: repeats_column(row.values[0]),
        why="A row names a column twice: both entries count in the sum and both are divided.",
        catches="A dense copy that keeps only the last entry.",
    ),
    Group(
        "ordinary",
        anything,
        why="Each column is divided by its sum, rounding toward zero; columns without entries do not appear.",
        catches="Rounding to nearest, or dividing rows.",
    ),
]


COLUMN_MAX_UPSCALE = [
    NO_ROWS,
    COLUMN_BEYOND,
    Group(
        "nothing-positive",
        lambda row: any(
            max(value for _, at, value in entries(row.values[0]) if at == column) <= 0
            for column in {at for _, at, _ in entries(row.values[0])}
        ),
        why="A column has no entry above zero: it stays as it is.",
        catches="Dividing by a negative maximum.",
    ),
    Group(
        "ordinary",
        anything,
        why="Each column is divided by its greatest entry, which becomes exactly one.",
        catches="Dividing by the sum.",
    ),
]


def _threshold(thresholds: list[int], column: int) -> int:
    return thresholds[column] if column < len(thresholds) else 0


COLUMN_CLIP = [
    NO_ROWS,
    Group(
        "threshold-missing",
        lambda row: names_column_beyond(row.values[0], len(row.values[1])),
        why="A column without a threshold has one of zero: entries above zero are dropped there.",
        catches="Keeping the entry, or failing.",
    ),
    Group(
        "dropped",
        lambda row: any(value > _threshold(row.values[1], at) <= 0 for _, at, value in entries(row.values[0])),
        why="An entry is above a threshold that is not above zero: it is dropped, not kept as a zero.",
        catches="Keeping an explicit zero.",
        tier="smoke",
    ),
    Group(
        "kept-zero",
        lambda row: any(value == 0 for _, _, value in entries(row.values[0])),
        why="An explicit zero is not above its threshold, so it stays.",
        catches="Dropping every entry that is zero.",
    ),
    Group(
        "ordinary",
        anything,
        why="An entry above its threshold becomes the threshold.",
        catches="Clipping at a normalised or quantised median.",
    ),
]


GROUPS: dict[str, list[Group]] = {
    "inplace_row_normalize_sparse": ROW_NORMALISE,
    "row_sum_sparse": ROW_SUM,
    "inplace_col_normalize_sparse": COLUMN_NORMALISE,
    "inplace_col_max_upscale_sparse": COLUMN_MAX_UPSCALE,
    "col_clip_sparse": COLUMN_CLIP,
}
"""The groups of each function by the last part of its name."""
