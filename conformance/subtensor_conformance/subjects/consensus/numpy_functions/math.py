"""The numpy path of the epoch's vector and matrix functions.

Functions of single numbers take all rows as one array. Vectors and matrices differ in length from row to row, so each
row is computed by itself, on arrays.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_conformance.functions.numpy_rows import panicking
from subtensor_conformance.subjects.consensus.uncalled import numpy_dense as dense
from subtensor_conformance.subjects.consensus.uncalled import numpy_scalars as uncalled
from subtensor_spec.errors import InvalidInput
from subtensor_spec.vectorised.consensus.matrix import (
    averages,
    columns,
    conversions,
    exponential,
    masks,
    sparse_rows,
    vectors,
)
from subtensor_spec.vectorised.consensus.matrix import median as medians
from subtensor_spec.vectorised.consensus.matrix.rows import SparseRows, starts_of
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array, UInt64Array, as_int64, as_uint64
from subtensor_spec.vectorised.words.i32f32_sums import wrapping_sum
from subtensor_spec.vectorised.words.i64f64 import DoubleWords, narrowed, normalised

Reader = Callable[[Any], Any]
Writer = Callable[[Any], Any]


def flags(values: Sequence[bool]) -> BoolArray:
    """Read a mask."""
    return np.array(values, dtype=np.bool_)


def flag_rows(rows: Sequence[Sequence[bool]]) -> SparseRows:
    """Read a mask of rows of different lengths as ones and zeros."""
    return dense.from_rows([[int(flag) for flag in row] for row in rows])


def words(rows: Sequence[Sequence[int]]) -> tuple[DoubleWords, Int64Array]:
    """Read rows of I64F64 as numbers and where each row starts."""
    return DoubleWords.from_bits([bits for row in rows for bits in row]), starts_of([len(row) for row in rows])


def condition(name: str) -> masks.Condition:
    """Read the name of a mask's condition."""
    if name not in masks.CONDITIONS:
        raise InvalidInput("", f"{name!r} is no condition; there are {', '.join(masks.CONDITIONS)}")
    return masks.CONDITIONS[name]


VECTOR, BLOCKS, SPARSE, DENSE = as_int64, as_uint64, SparseRows.from_lists, dense.from_rows
WIDE = DoubleWords.from_bits


def as_list(values: Any) -> list[Any]:
    """Write an array as a list."""
    listed: list[Any] = np.asarray(values).tolist()
    return listed


def as_sparse(matrix: SparseRows) -> list[list[tuple[int, int]]]:
    """Write a sparse matrix as rows of entries."""
    return matrix.to_lists()


def as_rows(matrix: SparseRows) -> list[list[int]]:
    """Write a dense matrix as rows of values."""
    return dense.to_rows(matrix)


def as_bits(values: DoubleWords) -> list[int]:
    """Write I64F64 as bits."""
    return values.to_bits()


def of_numbers(compute: Callable[..., Any], read: Reader = VECTOR, write: Writer = as_list) -> BatchKernel:
    """Return the kernel of a function of single numbers: its arguments of all rows as arrays."""

    def kernel(rows: Sequence[tuple[int, ...]]) -> list[Outcome]:
        arguments = [read(column) for column in zip(*rows, strict=True)]
        return list(write(compute(*arguments))) if arguments else []

    return kernel


def of_rows(compute: Callable[..., Any], readers: Sequence[Reader | None], write: Writer) -> BatchKernel:
    """Return the kernel of a function that takes each row by itself; an argument without a reader stays as it is."""

    def one(row: tuple[Any, ...]) -> Outcome:
        arguments = [read(value) if read else value for read, value in zip(readers, row, strict=True)]
        return write(compute(*arguments))

    return lambda rows: [one(row) for row in rows]


def _fixed(rows: Sequence[tuple[int, ...]]) -> list[Outcome]:
    values, panics = uncalled.from_f32(as_uint64(row[0] for row in rows))
    return panicking(panics, "NaN", values.tolist())


def _checked_sum(values: Sequence[int], width: int) -> int | None:
    """Return the sum of unsigned integers, nothing if it does not fit: then it does not fit on the way either."""
    array: UInt64Array = as_uint64(values)
    low, high = array & np.uint64((1 << 32) - 1), array >> np.uint64(32)
    total = int(low.sum()) + (int(high.sum()) << 32)
    return total if total >> width == 0 else None


def _get_safe(values: Int64Array, index: int) -> int:
    return int(values[index]) if index < values.size else 0


def _median(stake: Int64Array, score: Int64Array, places: Sequence[int], minority: int, low: int, high: int) -> Outcome:
    """Search among the places; those beyond the vectors read as zero, and vectors of different length give zero."""
    if stake.size != score.size:
        return 0
    within = np.array([place if place < stake.size else stake.size for place in places], dtype=np.int64)
    stakes, scores = np.append(stake, 0)[within], np.append(score, 0)[within]
    return int(medians.searched_medians(stakes, scores[None, :], minority, low, high)[0])


def _normalised_rows(matrix: tuple[DoubleWords, Int64Array]) -> list[list[int]]:
    bits = uncalled.rows_normalised(*matrix).to_bits()
    starts = matrix[1].tolist()
    return [bits[start:end] for start, end in pairwise(starts)]


NUMBERS: dict[str, BatchKernel] = {
    "fixed": _fixed,
    "fixed_to_u16": of_numbers(conversions.to_u16),
    "fixed_to_u64": of_numbers(uncalled.to_u64),
    "fixed64_to_u64": of_numbers(conversions.double_to_u64, WIDE),
    "fixed64_to_fixed32": of_numbers(narrowed, WIDE),
    "fixed32_to_fixed64": of_numbers(uncalled.widened, write=as_bits),
    "u16_to_fixed": of_numbers(conversions.from_u16),
    "u16_proportion_to_fixed": of_numbers(conversions.from_u16_proportion),
    "fixed_to_fixed_u16_proportion": of_numbers(conversions.to_part_of_u16),
    "fixed_proportion_to_u16": of_numbers(conversions.proportion_to_u16),
    "exp_safe": of_numbers(exponential.exp_safe),
    "safe_ln": of_numbers(exponential.safe_ln),
    "sigmoid_safe": of_numbers(exponential.sigmoid_safe),
    "clamp_value": of_numbers(vectors.clamped),
}

VECTORS: dict[str, BatchKernel] = {
    "vec_fixed32_to_u64": of_rows(uncalled.to_u64, [VECTOR], as_list),
    "vec_fixed64_to_fixed32": of_rows(narrowed, [WIDE], as_list),
    "vec_fixed32_to_fixed64": of_rows(uncalled.widened, [VECTOR], as_bits),
    "vec_fixed64_to_u64": of_rows(conversions.double_to_u64, [WIDE], as_list),
    "vec_fixed_proportions_to_u16": of_rows(conversions.proportion_to_u16, [VECTOR], as_list),
    "vec_max_upscale_to_u16": of_rows(conversions.max_upscaled_to_u16, [VECTOR], as_list),
    "vec_u16_max_upscale_to_u16": of_rows(
        lambda vector: conversions.max_upscaled_to_u16(conversions.from_u16(vector)), [VECTOR], as_list
    ),
    "check_vec_max_limited": of_rows(conversions.within_limit, [VECTOR, None], bool),
    "get_safe": of_rows(_get_safe, [VECTOR, None], int),
    "sum": of_rows(wrapping_sum, [VECTOR], int),
    "is_zero": of_rows(lambda vector: wrapping_sum(vector) == 0, [VECTOR], bool),
    "checked_sum_u16": of_rows(lambda values: _checked_sum(values, 16), [None], lambda total: total),
    "checked_sum_u64": of_rows(lambda values: _checked_sum(values, 64), [None], lambda total: total),
    "is_topk": of_rows(vectors.top, [VECTOR, None], as_list),
    "is_topk_nonzero": of_rows(vectors.top_nonzero, [VECTOR, None], as_list),
    "normalize": of_rows(vectors.normalised, [VECTOR], as_list),
    "inplace_normalize": of_rows(vectors.normalised, [VECTOR], as_list),
    "inplace_normalize_64": of_rows(normalised, [WIDE], as_bits),
    "inplace_normalize_using_sum": of_rows(vectors.normalised_by, [VECTOR, None], as_list),
    "inplace_mask_vector": of_rows(masks.mask_vector, [flags, VECTOR], as_list),
    "vec_mul": of_rows(vectors.product, [VECTOR, VECTOR], as_list),
    "vecdiv": of_rows(uncalled.quotient, [VECTOR, VECTOR], as_list),
    "weighted_median": of_rows(_median, [VECTOR, VECTOR, None, None, None, None], int),
}

SPARSE_MATRICES: dict[str, BatchKernel] = {
    "weighted_median_col_sparse": of_rows(medians.weighted_median_columns, [VECTOR, SPARSE, None, None], as_list),
    "inplace_row_normalize_sparse": of_rows(sparse_rows.row_normalised, [SPARSE], as_sparse),
    "row_sum_sparse": of_rows(sparse_rows.row_sums, [SPARSE], as_list),
    "inplace_col_normalize_sparse": of_rows(columns.column_normalised, [SPARSE, None], as_sparse),
    "inplace_col_max_upscale_sparse": of_rows(columns.column_max_upscaled, [SPARSE, None], as_sparse),
    "col_clip_sparse": of_rows(columns.column_clipped, [SPARSE, VECTOR], as_sparse),
    "scalar_vec_mask_sparse_matrix": of_rows(masks.mask_by_scalar, [SPARSE, None, BLOCKS, condition], as_sparse),
    "vec_mask_sparse_matrix": of_rows(masks.mask_by_vectors, [SPARSE, BLOCKS, BLOCKS, condition], as_sparse),
    "mask_rows_sparse": of_rows(masks.mask_rows, [flags, SPARSE], as_sparse),
    "mask_diag_sparse": of_rows(masks.mask_diagonal, [SPARSE], as_sparse),
    "mask_diag_sparse_except_index": of_rows(masks.mask_diagonal, [SPARSE, None], as_sparse),
    "row_hadamard_sparse": of_rows(sparse_rows.rows_scaled, [SPARSE, VECTOR], as_sparse),
    "mat_vec_mul_sparse": of_rows(sparse_rows.columns_scaled, [SPARSE, VECTOR], as_sparse),
    "matmul_sparse": of_rows(columns.column_dot, [SPARSE, VECTOR, None], as_list),
    "matmul_transpose_sparse": of_rows(sparse_rows.row_dot, [SPARSE, VECTOR], as_list),
    "interpolate_sparse": of_rows(averages.interpolated, [SPARSE, SPARSE, None, None], as_sparse),
    "mat_ema_sparse": of_rows(averages.averaged, [SPARSE, SPARSE, None], as_sparse),
    "mat_ema_alpha_sparse": of_rows(averages.averaged_by_entry, [SPARSE, SPARSE, DENSE], as_sparse),
}

DENSE_TWINS: dict[str, BatchKernel] = {
    "inplace_row_normalize": of_rows(sparse_rows.row_normalised, [DENSE], as_rows),
    "inplace_row_normalize_64": of_rows(_normalised_rows, [words], list),
    "row_sum": of_rows(dense.row_sum, [DENSE], as_list),
    "inplace_col_normalize": of_rows(dense.col_normalize, [DENSE], as_rows),
    "inplace_col_max_upscale": of_rows(dense.col_max_upscale, [DENSE], as_rows),
    "inplace_mask_matrix": of_rows(dense.mask_matrix, [flag_rows, DENSE], as_rows),
    "inplace_mask_rows": of_rows(dense.mask_rows, [flags, DENSE], as_rows),
    "inplace_mask_cols": of_rows(dense.mask_cols, [flags, DENSE], as_rows),
    "inplace_mask_diag": of_rows(dense.mask_diag, [DENSE], as_rows),
    "inplace_mask_diag_except_index": of_rows(dense.mask_diag, [DENSE, None], as_rows),
    "row_hadamard": of_rows(dense.row_hadamard, [DENSE, VECTOR], as_rows),
    "mat_vec_mul": of_rows(dense.mat_vec_mul, [DENSE, VECTOR], as_rows),
    "matmul": of_rows(dense.matmul, [DENSE, VECTOR], as_list),
    "matmul_transpose": of_rows(dense.matmul_transpose, [DENSE, VECTOR], as_list),
    "inplace_col_clip": of_rows(dense.col_clip, [DENSE, VECTOR], as_rows),
    "weighted_median_col": of_rows(dense.weighted_median_col, [VECTOR, DENSE, None], as_list),
    "interpolate": of_rows(dense.interpolate, [DENSE, DENSE, None], as_rows),
    "mat_ema": of_rows(dense.mat_ema, [DENSE, DENSE, None], as_rows),
    "mat_ema_alpha": of_rows(dense.mat_ema_alpha, [DENSE, DENSE, DENSE], as_rows),
}

KERNELS: dict[str, BatchKernel] = {
    f"math.{name}": kernel
    for table in (NUMBERS, VECTORS, SPARSE_MATRICES, DENSE_TWINS)
    for name, kernel in table.items()
}
"""Every kernel of this subject."""
