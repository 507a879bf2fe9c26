"""Groups of the products of a sparse matrix and a vector."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.subjects.consensus.groups.shapes import (
    COLUMN_BEYOND,
    NO_ROWS,
    entries,
    leaves_range,
    names_column_beyond,
    product,
    products_leave_range,
)

SCALE_ROWS = [
    NO_ROWS,
    Group(
        "short-vector",
        lambda row: len(row.values[1]) < len(row.values[0]),
        why="Rows beyond the end of the vector are dropped, so there are fewer rows than before.",
        catches="Keeping them, or zeros in their place.",
    ),
    Group(
        "saturates",
        lambda row: products_leave_range((value, row.values[1][index]) for index, _, value in entries(row.values[0])),
        why="A product does not fit: it saturates.",
        catches="Wrapping, or zero as in a product of vectors.",
    ),
    Group(
        "vanishes",
        lambda row: any(product(value, row.values[1][index]) == 0 for index, _, value in entries(row.values[0])),
        why="A product is zero: the entry stays as an explicit zero.",
        catches="Dropping it, as the scaling of columns does.",
    ),
    Group("ordinary", anything, why="Products rounded down.", catches="Rounding toward zero or to nearest."),
]


SCALE_COLUMNS = [
    NO_ROWS,
    Group(
        "short-vector",
        lambda row: names_column_beyond(row.values[0], len(row.values[1])),
        why="Entries in columns beyond the end of the vector are dropped.",
        catches="Keeping them, or multiplying by zero and keeping that.",
    ),
    Group(
        "saturates",
        lambda row: products_leave_range((value, row.values[1][column]) for _, column, value in entries(row.values[0])),
        why="A product does not fit: it saturates.",
        catches="Wrapping, or zero as in a product of vectors.",
        tier="smoke",
    ),
    Group(
        "vanishes",
        lambda row: any(product(value, row.values[1][column]) == 0 for _, column, value in entries(row.values[0])),
        why="A product is zero: the entry is dropped.",
        catches="Keeping an explicit zero.",
    ),
    Group("ordinary", anything, why="Products rounded down.", catches="Rounding toward zero or to nearest."),
]


def _partial_leaves(terms: list[int]) -> bool:
    total = 0
    for term in terms:
        total += term
        if leaves_range(total) or leaves_range(term):
            return True
    return False


def _column_terms(row: Row) -> dict[int, list[int]]:
    matrix, vector, _ = row.values
    terms: dict[int, list[int]] = {}
    for index, column, value in entries(matrix):
        terms.setdefault(column, []).append(product(value, vector[index] if index < len(vector) else 0))
    return terms


COLUMN_DOT = [
    NO_ROWS,
    COLUMN_BEYOND,
    Group(
        "short-vector",
        lambda row: len(row.values[1]) < len(row.values[0]),
        why="Rows beyond the end of the vector count with zero.",
        catches="Failing, or counting them in full.",
    ),
    Group(
        "saturates",
        lambda row: any(_partial_leaves(terms) for terms in _column_terms(row).values()),
        why="A product or a partial sum does not fit: each step saturates, so the order of the rows matters.",
        catches="An exact sum that saturates at the end, or one that wraps.",
    ),
    Group(
        "ordinary",
        anything,
        why="Products are rounded down one by one and then added.",
        catches="Rounding once at the end.",
    ),
]


def _row_terms(row: Row) -> list[list[int]]:
    matrix, vector = row.values
    return [
        [product(value, vector[column] if column < len(vector) else 0) for column, value in line] for line in matrix
    ]


ROW_DOT = [
    NO_ROWS,
    Group(
        "short-vector",
        lambda row: names_column_beyond(row.values[0], len(row.values[1])),
        why="Entries in columns beyond the end of the vector count with zero.",
        catches="Failing, or counting them in full.",
    ),
    Group(
        "saturates",
        lambda row: any(_partial_leaves(terms) for terms in _row_terms(row)),
        why="A product or a partial sum does not fit: each step saturates, so the order within a row matters.",
        catches="An exact sum that saturates at the end, or one that wraps.",
    ),
    Group(
        "ordinary",
        anything,
        why="Products are rounded down one by one and then added.",
        catches="Rounding once at the end.",
    ),
]


GROUPS: dict[str, list[Group]] = {
    "row_hadamard_sparse": SCALE_ROWS,
    "mat_vec_mul_sparse": SCALE_COLUMNS,
    "matmul_sparse": COLUMN_DOT,
    "matmul_transpose_sparse": ROW_DOT,
}
"""The groups of each function by the last part of its name."""
