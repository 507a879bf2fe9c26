"""Dense twins agree with the sparse functions on full rows, and where they have drifted the difference is pinned."""

from collections.abc import Callable, Sequence
from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_conformance.subjects.consensus.uncalled import dense, numpy_scalars, scalars
from subtensor_spec.arithmetic import I32F32, I64F64, U16
from subtensor_spec.chapters.consensus.matrix import (
    averages,
    median,
    sparse_columns,
    sparse_masks,
    sparse_products,
)
from subtensor_spec.chapters.consensus.matrix.shapes import Dense, DenseMatrix, Sparse, SparseMatrix
from subtensor_spec.vectorised.words.i64f64 import DoubleWords

ONE = 1 << 32
SIZE = 3
ENTRY = st.integers(0, ONE).map(I32F32.from_bits)
VECTOR = st.lists(ENTRY, min_size=SIZE, max_size=SIZE)
SQUARE = st.lists(VECTOR, min_size=SIZE, max_size=SIZE)
HALF = I32F32.from_bits(ONE // 2)


def fixed(*bits: int) -> list[I32F32]:
    return [I32F32.from_bits(value) for value in bits]


def sparse(matrix: DenseMatrix) -> Sparse:
    return [list(enumerate(row)) for row in matrix]


def filled(matrix: SparseMatrix) -> Dense:
    return [[dict(row).get(column, I32F32.ZERO) for column in range(SIZE)] for row in matrix]


SAME_MATRIX: list[tuple[Callable[[Dense], Dense], Callable[[Sparse], SparseMatrix]]] = [
    (dense.row_normalize, sparse_products.row_normalize_sparse),
    (dense.col_normalize, lambda matrix: sparse_columns.col_normalize_sparse(matrix, SIZE)),
    (dense.col_max_upscale, lambda matrix: sparse_columns.col_max_upscale_sparse(matrix, SIZE)),
    (dense.mask_diag, sparse_masks.mask_diag_sparse),
    (
        lambda matrix: dense.mask_diag_except_index(matrix, 1),
        lambda matrix: sparse_masks.mask_diag_sparse_except_index(matrix, 1),
    ),
    (
        lambda matrix: dense.mask_rows([True, False, True], matrix),
        lambda matrix: sparse_masks.mask_rows_sparse([True, False, True], matrix),
    ),
]


@pytest.mark.parametrize(("twin", "function"), SAME_MATRIX)
@given(matrix=SQUARE)
def test_a_twin_agrees_on_a_full_square(
    twin: Callable[[Dense], Dense], function: Callable[[Sparse], SparseMatrix], matrix: Dense
) -> None:
    assert twin(matrix) == filled(function(sparse(matrix)))


@given(SQUARE, VECTOR)
def test_twins_with_a_vector_agree_on_a_full_square(matrix: Dense, vector: list[I32F32]) -> None:
    rows = sparse(matrix)
    assert dense.row_sum(matrix) == sparse_products.row_sum_sparse(rows)
    assert dense.matmul(matrix, vector) == sparse_products.matmul_sparse(rows, vector, SIZE)
    assert dense.matmul_transpose(matrix, vector) == sparse_products.matmul_transpose_sparse(rows, vector)
    assert dense.row_hadamard(matrix, vector) == filled(sparse_products.row_hadamard_sparse(rows, vector))
    assert dense.mat_vec_mul(matrix, vector) == filled(sparse_products.mat_vec_mul_sparse(rows, vector))
    assert dense.col_clip(matrix, vector) == filled(sparse_columns.col_clip_sparse(rows, vector))
    assert dense.weighted_median_col(vector, matrix, HALF) == median.weighted_median_col_sparse(
        vector, rows, SIZE, HALF
    )


@given(SQUARE, SQUARE, ENTRY, SQUARE)
def test_twins_of_mixtures_agree_on_a_full_square(new: Dense, old: Dense, alpha: I32F32, alphas: Dense) -> None:
    n, o = sparse(new), sparse(old)
    assert dense.interpolate(new, old, alpha) == filled(averages.interpolate_sparse(n, o, SIZE, alpha))
    assert dense.mat_ema(new, old, alpha) == filled(averages.mat_ema_sparse(n, o, alpha))
    assert dense.mat_ema_alpha(new, old, alphas) == filled(averages.mat_ema_alpha_sparse(n, o, alphas))


def test_the_twin_of_liquid_alpha_keeps_what_the_sparse_function_loses() -> None:
    """A bond without a weight fades in the dense average and is gone in the sparse one."""
    new, old, alphas = [fixed(0, 8)], [fixed(8, 8)], [[HALF, HALF]]
    assert dense.mat_ema_alpha(new, old, alphas) == [fixed(4, 8)]
    assert averages.mat_ema_alpha_sparse([[(1, new[0][1])]], sparse(old), alphas) == [[(1, new[0][1])]]


def test_twins_return_different_arguments_where_shapes_differ() -> None:
    """The dense average returns the old bonds, the sparse one the new."""
    new, old = [fixed(1)], [fixed(2), fixed(3)]
    assert dense.mat_ema_alpha(new, old, [fixed(0)]) == old
    assert dense.mat_ema_alpha(new, [fixed(2, 2)], [fixed(0)]) == new
    assert averages.mat_ema_alpha_sparse(sparse(new), sparse(old), [fixed(0)]) == sparse(new)


def test_ragged_rows_count_as_far_as_they_reach() -> None:
    ragged = [fixed(ONE), fixed(ONE, 2 * ONE)]
    assert dense.col_normalize(ragged) == [[HALF], [HALF, I32F32.ONE]]
    assert dense.col_max_upscale(ragged) == [fixed(ONE), fixed(ONE, ONE)]
    assert dense.matmul(ragged, fixed(ONE, ONE)) == fixed(2 * ONE)
    assert dense.interpolate(ragged, [fixed(0, 0)], HALF) == [[HALF], fixed(0)]
    assert dense.col_clip(ragged, fixed(1)) == [fixed(1), fixed(1, 2 * ONE)]


def test_a_masked_row_is_as_long_as_the_first() -> None:
    assert dense.mask_rows([False, True], [fixed(1), fixed(1, 2)]) == [fixed(1), fixed(0)]
    assert dense.mask_cols([False], [fixed(1, 2)]) == [fixed(1, 0)]


def test_a_mask_that_starts_empty_does_nothing() -> None:
    rows = [fixed(1, 2), fixed(3)]
    assert dense.mask_matrix([], rows) == dense.mask_matrix([[], [True]], rows) == rows
    assert dense.mask_matrix([[False]], rows) == [fixed(1, 0), fixed(0)]


def test_a_diagonal_is_masked_only_in_what_starts_as_a_square() -> None:
    assert dense.mask_diag([fixed(1, 2)]) == [fixed(1, 2)]
    assert dense.mask_diag([fixed(1, 2), fixed(3)]) == [fixed(0, 2), fixed(3)]


@pytest.mark.parametrize("empty", [[], [[]]])
def test_nothing_gives_nothing_or_one_empty_row(empty: Dense) -> None:
    assert dense.row_hadamard(empty, []) == dense.mat_vec_mul(empty, []) == [[]]
    assert dense.mat_ema(empty, [], HALF) == dense.mat_ema_alpha(empty, [], []) == [[]]
    assert dense.interpolate(empty, [], HALF) == [[]]
    assert dense.row_sum(empty) == dense.matmul(empty, []) == dense.matmul_transpose(empty, []) == []
    assert dense.weighted_median_col(fixed(1), empty, HALF) == []


def test_a_median_voter_with_a_ragged_row_keeps_an_empty_place() -> None:
    score = [fixed(5, 5), fixed(9), fixed(7, 7)]
    assert dense.weighted_median_col(fixed(1, 1, 1, 1), score, HALF) == fixed(7, 7)


def test_functions_that_nobody_calls() -> None:
    assert scalars.checked_sum([65535, 1], U16) is None
    assert scalars.checked_sum([], U16) == 0
    assert scalars.is_topk(fixed(0, 0, 0), 2) == [False, True, True]
    assert scalars.vecdiv(fixed(4, 4, 4), fixed(2 * ONE, 0)) == fixed(2, 0, 0)
    assert scalars.get_safe([7], 3, 0) == 0
    assert scalars.fixed(0x3F000000) == HALF
    assert scalars.fixed_to_u64(I32F32.MIN) == 0
    wide: Sequence[int] = [scalars.fixed32_to_fixed64(value).bits for value in fixed(-1)]
    assert wide == [-(1 << 32)]


WIDE = st.integers(-(1 << 127), (1 << 127) - 1) | st.sampled_from([0, 1, (1 << 127) - 1, 1 << 64, -(1 << 127)])


def wide(values: list[int]) -> list[I64F64]:
    return [I64F64.from_bits(bits) for bits in values]


@given(rows=st.lists(st.lists(WIDE, max_size=5), max_size=4))
@settings(max_examples=100)
def test_rows_are_normalised_each_by_its_own_sum(rows: list[list[int]]) -> None:
    """A row whose wrapping sum is not above zero stays as it is."""
    starts = np.array([0, *accumulate(len(row) for row in rows)], dtype=np.int64)
    found = numpy_scalars.rows_normalised(DoubleWords.from_bits([bits for row in rows for bits in row]), starts)
    expected = dense.row_normalize_64([wide(row) for row in rows])
    assert found.to_bits() == [share.bits for row in expected for share in row]
