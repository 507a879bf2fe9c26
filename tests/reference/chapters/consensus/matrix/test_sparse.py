"""Masks, products and column operations of sparse matrices, with the rows that storage can hold."""

from operator import le, lt

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.matrix.shapes import Sparse, SparseMatrix
from subtensor_spec.chapters.consensus.matrix.sparse_columns import (
    col_clip_sparse,
    col_max_upscale_sparse,
    col_normalize_sparse,
)
from subtensor_spec.chapters.consensus.matrix.sparse_masks import (
    mask_diag_sparse,
    mask_diag_sparse_except_index,
    mask_rows_sparse,
    scalar_vec_mask_sparse_matrix,
    vec_mask_sparse_matrix,
)
from subtensor_spec.chapters.consensus.matrix.sparse_products import (
    mat_vec_mul_sparse,
    matmul_sparse,
    matmul_transpose_sparse,
    row_hadamard_sparse,
    row_normalize_sparse,
    row_sum_sparse,
)

ONE = 1 << 32
Bits = list[list[tuple[int, int]]]

ROWS = st.lists(st.lists(st.tuples(st.integers(0, 5), st.integers(0, ONE)), max_size=6), max_size=5)
"""Rows with columns in any order and repeated, of proportions."""


def fixed(rows: Bits) -> Sparse:
    return [[(column, I32F32.from_bits(value)) for column, value in row] for row in rows]


def bits(matrix: SparseMatrix) -> Bits:
    return [[(column, value.bits) for column, value in row] for row in matrix]


def vector(*values: int) -> list[I32F32]:
    return [I32F32.from_bits(value) for value in values]


def test_masked_rows_and_those_beyond_the_mask_are_emptied() -> None:
    rows: Bits = [[(0, 1)], [(1, 2)], [(2, 3)]]
    assert bits(mask_rows_sparse([True, False], fixed(rows))) == [[], [(1, 2)], []]


def test_every_entry_on_the_diagonal_goes_even_when_repeated() -> None:
    assert bits(mask_diag_sparse(fixed([[(0, 1), (1, 2), (0, 3)], [(0, 4), (1, 5)]]))) == [[(1, 2)], [(0, 4)]]


def test_the_exempt_row_keeps_its_diagonal() -> None:
    rows: Bits = [[(0, 1), (1, 2)], [(1, 5)]]
    assert bits(mask_diag_sparse_except_index(fixed(rows), 1)) == [[(1, 2)], [(1, 5)]]
    assert bits(mask_diag_sparse_except_index(fixed(rows), 7)) == [[(1, 2)], []]


def test_a_mask_reads_a_missing_integer_as_zero() -> None:
    """The row's integer comes first in the comparison, the column's second."""
    rows: Bits = [[(0, 1), (1, 2), (9, 3)], [(0, 4)]]
    assert bits(vec_mask_sparse_matrix(fixed(rows), [5], [5, 6], le)) == [[(9, 3)], []]
    assert bits(vec_mask_sparse_matrix(fixed(rows), [5], [5, 6], lt)) == [[(0, 1), (9, 3)], []]
    assert bits(scalar_vec_mask_sparse_matrix(fixed(rows), 0, [0, 6], le)) == [[], []]
    assert bits(scalar_vec_mask_sparse_matrix(fixed(rows), 1, [0, 6], le)) == [[(0, 1), (9, 3)], [(0, 4)]]


@given(ROWS)
def test_rows_are_normalised_to_at_most_one(rows: Bits) -> None:
    for row, result in zip(rows, bits(row_normalize_sparse(fixed(rows))), strict=True):
        total = sum(value for _, value in result)
        assert total <= ONE
        assert total > ONE - len(row) or not any(value for _, value in row)


def test_a_row_is_normalised_only_if_its_sum_is_above_zero() -> None:
    """A negative sum leaves the row as it is, although a vector would be divided by it."""
    rows: Bits = [[(0, -2 * ONE), (1, ONE)], [(0, 0)]]
    assert bits(row_normalize_sparse(fixed(rows))) == rows


def test_a_row_sum_wraps() -> None:
    assert row_sum_sparse([[(0, I32F32.MAX), (0, I32F32.from_bits(1))], []]) == [I32F32.MIN, I32F32.ZERO]


def test_rows_beyond_the_vector_are_dropped_when_scaled() -> None:
    assert bits(row_hadamard_sparse(fixed([[(3, 4)], [(0, 1)]]), vector(ONE // 2))) == [[(3, 2)]]


def test_columns_beyond_the_vector_and_zero_products_are_dropped_when_scaled() -> None:
    rows: Bits = [[(0, 4), (1, 1), (2, 9)], []]
    assert bits(mat_vec_mul_sparse(fixed(rows), vector(ONE // 2, ONE // 2))) == [[(0, 2)], []]


def test_products_saturate_at_each_step() -> None:
    """A column that has hit the limit comes down again from there."""
    rows = [[(0, I32F32.MAX)], [(0, I32F32.MAX)], [(0, I32F32.from_bits(-5))]]
    ones = [I32F32.ONE] * 3
    assert matmul_sparse(rows, ones, 1)[0].bits == I32F32.MAX_BITS - 5
    row = [(0, I32F32.MAX), (1, I32F32.MAX), (2, I32F32.from_bits(-5))]
    assert matmul_transpose_sparse([row], ones)[0].bits == I32F32.MAX_BITS - 5


def test_missing_weights_of_a_product_count_as_zero() -> None:
    rows: Bits = [[(0, 8), (4, 8)], [(0, 8)]]
    assert [value.bits for value in matmul_sparse(fixed(rows), vector(ONE), 2)] == [8, 0]
    assert [value.bits for value in matmul_transpose_sparse(fixed(rows), vector(ONE))] == [8, 8]


@given(ROWS)
def test_columns_are_normalised_to_at_most_one(rows: Bits) -> None:
    """Within the columns; what lies beyond stays as it was."""
    result = bits(col_normalize_sparse(fixed(rows), 4))
    for column in range(4):
        before = [value for row in rows for at, value in row if at == column]
        after = [value for row in result for at, value in row if at == column]
        assert sum(after) <= ONE
        assert sum(after) > ONE - len(after) or not any(before)
    beyond = [[entry for entry in row if entry[0] >= 4] for row in rows]
    assert [[entry for entry in row if entry[0] >= 4] for row in result] == beyond


def test_a_column_is_normalised_by_a_negative_sum_too() -> None:
    """Unlike a row."""
    assert bits(col_normalize_sparse(fixed([[(0, -3 * ONE)], [(0, ONE)]]), 1)) == [
        [(0, 3 * ONE // 2)],
        [(0, -ONE // 2)],
    ]


def test_a_column_sum_saturates_where_a_row_sum_wraps() -> None:
    rows = [[(0, I32F32.MAX)], [(0, I32F32.MAX)]]
    assert bits(col_normalize_sparse(rows, 1)) == [[(0, ONE)], [(0, ONE)]]


@given(ROWS)
def test_upscaling_makes_the_greatest_of_each_column_one(rows: Bits) -> None:
    result = bits(col_max_upscale_sparse(fixed(rows), 6))
    for column in range(6):
        after = [value for row in result for at, value in row if at == column]
        assert not any(after) or max(after) == ONE


def test_a_column_without_anything_above_zero_is_not_upscaled() -> None:
    rows: Bits = [[(0, -4)], [(0, 0)]]
    assert bits(col_max_upscale_sparse(fixed(rows), 1)) == rows


def test_clipping_keeps_zeros_and_drops_what_has_no_consensus() -> None:
    """An explicit zero stays; a weight above a threshold of zero goes, not to zero but out of the row."""
    rows: Bits = [[(0, 5), (1, 5), (2, 5), (2, 0), (7, 1), (7, 0)]]
    assert bits(col_clip_sparse(fixed(rows), vector(9, 3, 0))) == [[(0, 5), (1, 3), (2, 0), (7, 0)]]


def test_clipping_to_a_negative_threshold_drops_zeros_too() -> None:
    assert bits(col_clip_sparse(fixed([[(0, 0), (0, -9)]]), vector(-4))) == [[(0, -9)]]
