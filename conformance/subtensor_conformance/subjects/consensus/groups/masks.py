"""Groups of the functions that remove entries from a sparse matrix."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.subjects.consensus.groups.shapes import NO_ROWS, entries, names_column_beyond


def _is_short(*positions: int) -> "Group":
    def short(row: Row) -> bool:
        matrix = row.values[0]
        by_column, by_row = row.values[positions[0]], row.values[positions[1]] if len(positions) > 1 else None
        missing_row = by_row is not None and len(by_row) < len(matrix)
        return names_column_beyond(matrix, len(by_column)) or missing_row

    return Group(
        "integer-missing",
        short,
        why="A list is too short for the matrix: a missing integer is zero.",
        catches="Keeping or dropping such entries without asking the condition.",
    )


def _meets(row: Row) -> bool:
    matrix, first, second, _ = row.values
    return any(_at(first, index) == _at(second, column) for index, column, _ in entries(matrix))


def _at(integers: "list[int] | int", index: int) -> int:
    if isinstance(integers, int):
        return integers
    return integers[index] if index < len(integers) else 0


def _masks(*positions: int) -> list[Group]:
    return [
        NO_ROWS,
        _is_short(*positions),
        Group(
            "equal",
            _meets,
            why="Two compared integers are equal: the condition decides whether equality removes.",
            catches="< where the condition is <=, which lets a neuron inherit in the block of its registration.",
            tier="smoke",
        ),
        Group(
            "ordinary",
            anything,
            why="Entries are removed where the condition holds; others keep their place.",
            catches="The two integers swapped, or the condition turned round.",
        ),
    ]


MASK_ROWS = [
    Group(
        "no-rows",
        lambda row: not row.values[1],
        why="A matrix without rows.",
        catches="A row out of nothing.",
    ),
    Group(
        "short-mask",
        lambda row: len(row.values[0]) < len(row.values[1]),
        why="Rows beyond the end of the mask count as masked.",
        catches="Keeping them, or failing.",
    ),
    Group(
        "ordinary",
        anything,
        why="A masked row becomes an empty row; the number of rows stays.",
        catches="Removing the row, which would move every uid after it.",
    ),
]


def _has_diagonal(row: Row) -> bool:
    return any(index == column for index, column, _ in entries(row.values[0]))


MASK_DIAGONAL = [
    Group(
        "diagonal",
        _has_diagonal,
        why="Some rows have an entry in their own column: it is removed, not set to zero.",
        catches="Keeping an explicit zero.",
    ),
    Group("no-diagonal", anything, why="No row has an entry in its own column.", catches="Removing anything."),
]


MASK_DIAGONAL_EXCEPT = [
    Group(
        "exempt",
        lambda row: any(index == column == row.values[1] for index, column, _ in entries(row.values[0])),
        why="The exempt row has an entry in its own column: this one stays.",
        catches="Removing it, or exempting the whole row or column from later masks.",
        tier="smoke",
    ),
    Group(
        "exempt-absent",
        lambda row: row.values[1] >= len(row.values[0]),
        why="The exempt row does not exist: every diagonal entry is removed.",
        catches="Failing, or exempting all.",
    ),
    *MASK_DIAGONAL,
]


GROUPS: dict[str, list[Group]] = {
    "scalar_vec_mask_sparse_matrix": _masks(2),
    "vec_mask_sparse_matrix": _masks(2, 1),
    "mask_rows_sparse": MASK_ROWS,
    "mask_diag_sparse": MASK_DIAGONAL,
    "mask_diag_sparse_except_index": MASK_DIAGONAL_EXCEPT,
}
"""The groups of each function by the last part of its name."""
