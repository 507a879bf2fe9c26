"""Interpolation and the moving averages of bonds."""

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.matrix.averages import interpolate_sparse, mat_ema_alpha_sparse, mat_ema_sparse
from subtensor_spec.chapters.consensus.matrix.shapes import Sparse, SparseMatrix

ONE = 1 << 32
HALF = I32F32.from_bits(ONE // 2)
Bits = list[list[tuple[int, int]]]

SORTED_ROW = st.dictionaries(st.integers(0, 3), st.integers(1, ONE), max_size=4).map(lambda row: sorted(row.items()))
MATRIX = st.lists(SORTED_ROW, min_size=4, max_size=4)


def fixed(rows: Bits) -> Sparse:
    return [[(column, I32F32.from_bits(value)) for column, value in row] for row in rows]


def bits(matrix: SparseMatrix) -> Bits:
    return [[(column, value.bits) for column, value in row] for row in matrix]


def test_a_ratio_of_zero_or_one_returns_an_argument_as_it_is() -> None:
    """Unsorted, repeated, out of range, zero and negative entries all stay."""
    first: Bits = [[(9, 1), (0, 0), (0, -5)]]
    second: Bits = [[(3, 2), (3, 2)], []]
    assert bits(interpolate_sparse(fixed(first), fixed(second), 1, I32F32.ZERO)) == first
    assert bits(interpolate_sparse(fixed(first), fixed(second), 1, I32F32.ONE)) == second


def test_different_numbers_of_rows_return_the_second() -> None:
    assert bits(interpolate_sparse(fixed([[(0, 4)]]), [], 1, HALF)) == []


def test_an_interpolated_row_is_sorted_and_holds_only_what_is_above_zero() -> None:
    """The last of repeated entries counts; columns out of range do not."""
    first: Bits = [[(2, 8), (0, 100), (0, 4), (5, 9)]]
    second: Bits = [[(1, 6), (2, -8)]]
    assert bits(interpolate_sparse(fixed(first), fixed(second), 3, HALF)) == [[(0, 2), (1, 3)]]


@given(MATRIX, MATRIX, st.integers(0, ONE))
def test_a_mixture_lies_between_its_parts(first: Bits, second: Bits, ratio: int) -> None:
    """Rounding down may take it one bit below the smaller."""
    result = interpolate_sparse(fixed(first), fixed(second), 4, I32F32.from_bits(ratio))
    for row, a, b in zip(bits(result), first, second, strict=True):
        for column, value in row:
            ends = dict(a).get(column, 0), dict(b).get(column, 0)
            assert min(ends) - 1 <= value <= max(ends)


def test_an_average_adds_repeated_entries_up() -> None:
    new: Bits = [[(0, 4), (0, 4), (1, 2)], []]
    old: Bits = [[(0, 8)], [(1, 2), (1, 2)]]
    assert bits(mat_ema_sparse(fixed(new), fixed(old), HALF)) == [[(0, 8), (1, 1)], [(1, 2)]]


def test_an_average_ignores_rows_and_columns_beyond_the_new_matrix() -> None:
    new: Bits = [[(1, 8), (0, 8)]]
    old: Bits = [[(1, 8)], [(0, 8)]]
    assert bits(mat_ema_sparse(fixed(new), fixed(old), HALF)) == [[(0, 4)]]
    assert mat_ema_sparse([], fixed(old), HALF) == []


def test_a_row_without_an_old_one_is_averaged_with_nothing() -> None:
    assert bits(mat_ema_sparse(fixed([[(0, 8)], [(1, 8)]]), fixed([[(0, 8)]]), HALF)) == [[(0, 8)], [(1, 4)]]


def test_an_average_that_is_not_above_zero_is_not_kept() -> None:
    """A negative alpha turns new bonds against old ones."""
    alpha = I32F32.from_bits(-ONE)
    assert bits(mat_ema_sparse(fixed([[(0, 8)], [(1, 3)]]), fixed([[(0, 3)], [(1, 2)]]), alpha)) == [[], [(1, 1)]]


@given(MATRIX, MATRIX, st.integers(0, ONE))
def test_an_average_lies_between_old_and_new(new: Bits, old: Bits, alpha: int) -> None:
    """Two products round down, so it may come out up to two bits below the smaller."""
    result = bits(mat_ema_sparse(fixed(new), fixed(old), I32F32.from_bits(alpha)))
    for row, a, b in zip(result, new, old, strict=True):
        for column, value in row:
            ends = dict(a).get(column, 0), dict(b).get(column, 0)
            assert min(ends) - 2 <= value <= max(ends)


def test_liquid_alpha_loses_an_old_bond_without_a_new_entry() -> None:
    alphas = [[HALF, HALF]]
    assert bits(mat_ema_alpha_sparse(fixed([[(1, 8)]]), fixed([[(0, ONE), (1, 8)]]), alphas)) == [[(1, 8)]]


def test_liquid_alpha_keeps_the_new_rows_order_and_repetitions() -> None:
    """Each repeated entry is averaged with the last of the repeated old ones."""
    alphas = [[HALF, HALF]]
    new: Bits = [[(1, 8), (0, 8), (1, 4), (2, 99)]]
    old: Bits = [[(1, 100), (1, 4)]]
    assert bits(mat_ema_alpha_sparse(fixed(new), fixed(old), alphas)) == [[(1, 6), (0, 4), (1, 4)]]


def test_liquid_alpha_is_bounded_by_zero_and_one() -> None:
    """What new bonds add is raised to zero first; the sum is lowered to one; nothing at or below zero is kept."""
    alphas = [[I32F32.ONE, I32F32.from_bits(-ONE), HALF]]
    new: Bits = [[(0, 3 * ONE), (1, 8), (2, -8)]]
    old: Bits = [[(1, 3), (2, 2)]]
    assert bits(mat_ema_alpha_sparse(fixed(new), fixed(old), alphas)) == [[(0, ONE), (1, 6), (2, 1)]]


def test_liquid_alpha_returns_the_new_rows_where_shapes_differ() -> None:
    new: Bits = [[(0, -8)]]
    assert bits(mat_ema_alpha_sparse(fixed(new), [], [[HALF]])) == new
    assert bits(mat_ema_alpha_sparse(fixed(new), [[]], [])) == new
