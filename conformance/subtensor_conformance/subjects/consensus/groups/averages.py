"""Groups of the mixtures and moving averages of two sparse matrices."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.subjects.consensus.groups.shapes import (
    NO_ROWS,
    ONE,
    has_negative,
    is_unsorted,
    names_column_beyond,
    repeats_column,
)

INTERPOLATE = [
    Group(
        "ratio-zero",
        lambda row: row.values[3] == 0,
        why="A ratio of exactly zero gives the first matrix unchanged, zeros and columns beyond included.",
        catches="Computing it, which would drop explicit zeros.",
        tier="smoke",
    ),
    Group(
        "ratio-one",
        lambda row: row.values[3] == ONE,
        why="A ratio of exactly one gives the second matrix unchanged.",
        catches="Computing it, which would drop explicit zeros.",
        tier="smoke",
    ),
    Group(
        "rows-differ",
        lambda row: len(row.values[0]) != len(row.values[1]),
        why="The matrices have different numbers of rows: the answer is the second one.",
        catches="Failing, or mixing the rows that both have.",
    ),
    Group(
        "column-beyond",
        lambda row: any(names_column_beyond(matrix, row.values[2]) for matrix in row.values[:2]),
        why="Entries in columns that do not exist are dropped.",
        catches="Keeping them.",
    ),
    Group(
        "repeated-column",
        lambda row: any(repeats_column(matrix) for matrix in row.values[:2]),
        why="A row names a column twice: the last entry counts.",
        catches="Adding both, or taking the first.",
    ),
    Group(
        "outside-unit",
        lambda row: not 0 < row.values[3] < ONE,
        why="A ratio below zero or above one: the line goes on beyond its ends.",
        catches="Bringing the ratio into 0…1.",
    ),
    Group(
        "ordinary",
        anything,
        why="first + ratio (second - first), the product rounded down; what is not above zero is left out.",
        catches="(1 - ratio) first + ratio second, which rounds otherwise; keeping zeros.",
    ),
]


AVERAGE = [
    NO_ROWS,
    Group(
        "rows-differ",
        lambda row: len(row.values[0]) != len(row.values[1]),
        why="The old matrix has another number of rows: missing ones count as empty, further ones are ignored.",
        catches="Failing, or more rows than the new matrix has.",
    ),
    Group(
        "column-beyond",
        lambda row: any(names_column_beyond(matrix, len(row.values[0])) for matrix in row.values[:2]),
        why="There are as many columns as the new matrix has rows: entries beyond are dropped.",
        catches="Keeping them.",
    ),
    Group(
        "repeated-column",
        lambda row: any(repeats_column(matrix) for matrix in row.values[:2]),
        why="A row names a column twice: both entries are added.",
        catches="Taking one of them.",
    ),
    Group(
        "unsorted",
        lambda row: any(is_unsorted(matrix) for matrix in row.values[:2]),
        why="A row's columns are out of order: the answer's ascend.",
        catches="Keeping the order of the row.",
    ),
    Group(
        "not-positive",
        lambda row: any(has_negative(matrix) for matrix in row.values[:2]) or not 0 <= row.values[2] <= ONE,
        why="Negative entries, or an alpha outside 0…1: only averages above zero stay.",
        catches="Keeping zeros or negative averages; bringing alpha into 0…1.",
    ),
    Group(
        "ordinary",
        anything,
        why="alpha · new + (1 - alpha) · old, each product rounded down.",
        catches="old + alpha (new - old), which rounds once.",
    ),
]


def _old_without_new(row: Row) -> bool:
    new, old, _ = row.values
    return any(
        {column for column, value in before if value > 0} - {column for column, _ in after}
        for after, before in zip(new, old, strict=False)
    )


AVERAGE_BY_ENTRY = [
    NO_ROWS,
    Group(
        "rows-differ",
        lambda row: len({len(matrix) for matrix in row.values}) > 1,
        why="The three matrices have different numbers of rows: the answer is the new one.",
        catches="Failing, or averaging the rows that all have.",
    ),
    Group(
        "column-beyond",
        lambda row: any(
            names_column_beyond([line], len(alphas)) for line, alphas in zip(row.values[0], row.values[2], strict=False)
        ),
        why="New entries in columns without an alpha are dropped.",
        catches="Keeping them, or an alpha of zero or one.",
    ),
    Group(
        "clamped",
        lambda row: (
            any(value == ONE for line in row.result for _, value in line)
            or any(has_negative(matrix) for matrix in row.values[:2])
        ),
        why="What a new entry adds is brought up to zero, and the average down to one.",
        catches="Leaving out one of the two limits.",
    ),
    Group(
        "old-dropped",
        _old_without_new,
        why="Where the new row has no entry the old bond is lost at once, not decayed.",
        catches="Keeping (1 - alpha) · old, as the average with one alpha does.",
        tier="smoke",
    ),
    Group(
        "ordinary",
        anything,
        why="alpha · new + (1 - alpha) · old with an alpha for each entry, each product rounded down.",
        catches="One alpha for a whole row.",
    ),
]


GROUPS: dict[str, list[Group]] = {
    "interpolate_sparse": INTERPOLATE,
    "mat_ema_sparse": AVERAGE,
    "mat_ema_alpha_sparse": AVERAGE_BY_ENTRY,
}
"""The groups of each function by the last part of its name."""
