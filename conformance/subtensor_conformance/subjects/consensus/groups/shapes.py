"""Questions about vectors and sparse matrices that decide what a row is good for; values are in bits."""

from collections.abc import Iterable, Iterator, Sequence

from subtensor_conformance.authoring.grouping.arrangement import Group
from subtensor_conformance.authoring.rows import Row
from subtensor_spec.arithmetic import I32F32

ONE = I32F32.ONE.bits
SparseRow = Sequence[tuple[int, int]]
Sparse = Sequence[SparseRow]


def leaves_range(total: int, number: type = I32F32) -> bool:
    """Return whether an exact result does not fit."""
    return not number.MIN_BITS <= total <= number.MAX_BITS  # type: ignore[attr-defined]


def product(left: int, right: int) -> int:
    """Return the exact product of two I32F32, rounded down."""
    return left * right >> I32F32.FRACTION_BITS


def products_leave_range(pairs: Iterable[tuple[int, int]]) -> bool:
    """Return whether some product does not fit."""
    return any(leaves_range(product(left, right)) for left, right in pairs)


def row_sums(matrix: Sparse) -> list[int]:
    """Return the exact sum of each row."""
    return [sum(value for _, value in row) for row in matrix]


def column_sums(matrix: Sparse, columns: int) -> list[int]:
    """Return the exact sum of each column."""
    sums = [0] * columns
    for row in matrix:
        for column, value in row:
            if column < columns:
                sums[column] += value
    return sums


def names_column_beyond(matrix: Sparse, columns: int) -> bool:
    """Return whether some entry lies in a column that does not exist."""
    return any(column >= columns for row in matrix for column, _ in row)


def repeats_column(matrix: Sparse) -> bool:
    """Return whether some row names a column twice."""
    return any(len({column for column, _ in row}) < len(row) for row in matrix)


def is_unsorted(matrix: Sparse) -> bool:
    """Return whether some row's columns do not ascend."""
    return any(list(row) != sorted(row, key=lambda entry: entry[0]) for row in matrix)


def entries(matrix: Sparse) -> Iterator[tuple[int, int, int]]:
    """Yield row, column and value of each entry."""
    for index, row in enumerate(matrix):
        for column, value in row:
            yield index, column, value


def has_negative(matrix: Sparse) -> bool:
    """Return whether some entry is negative."""
    return any(value < 0 for _, _, value in entries(matrix))


def columns_of(row: Row) -> int:
    """Return the number of columns that a row states, by the parameter of that name."""
    names = [name for name, _ in row.function.parameters]
    return row.values[names.index("columns")]  # type: ignore[no-any-return]


NO_ROWS = Group(
    "no-rows",
    lambda row: not row.values[0],
    why="A matrix without rows.",
    catches="Failing, or a row out of nothing.",
)

COLUMN_BEYOND = Group(
    "column-beyond",
    lambda row: names_column_beyond(row.values[0], columns_of(row)),
    why="Some entry lies in a column that does not exist, as bonds in uids that are gone do.",
    catches="Failing, or an entry written into a neighbouring row of one flat array.",
)
