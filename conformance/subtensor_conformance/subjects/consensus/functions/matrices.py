"""The published functions of the epoch's sparse matrices, and of the weighted median.

A mask's condition is one of ``le``, ``lt``, ``eq``, ``ge``, ``gt``, which compare the first integer with the second.
"""

import operator
from collections.abc import Callable, Sequence
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.consensus.functions.notation import (
    BLOCKS,
    DENSE,
    MASK,
    MATH,
    NUMBER,
    SPARSE,
    VECTOR,
)
from subtensor_spec.chapters.consensus.matrix import averages, median, sparse_columns, sparse_masks, sparse_products
from subtensor_spec.chapters.consensus.matrix.shapes import SparseMatrix
from subtensor_spec.errors import InvalidInput

CONDITIONS: dict[str, Callable[[int, int], bool]] = {
    "le": operator.le,
    "lt": operator.lt,
    "eq": operator.eq,
    "ge": operator.ge,
    "gt": operator.gt,
}
"""What a mask may ask of two integers."""


def _condition(name: str) -> Callable[[int, int], bool]:
    if name not in CONDITIONS:
        raise InvalidInput("", f"{name!r} is no condition; there are {', '.join(CONDITIONS)}")
    return CONDITIONS[name]


def _vec_mask(matrix: SparseMatrix, of_rows: Sequence[int], of_columns: Sequence[int], condition: str) -> Any:
    return sparse_masks.vec_mask_sparse_matrix(matrix, of_rows, of_columns, _condition(condition))


def _scalar_mask(matrix: SparseMatrix, scalar: int, of_columns: Sequence[int], condition: str) -> Any:
    return sparse_masks.scalar_vec_mask_sparse_matrix(matrix, scalar, of_columns, _condition(condition))


MATRICES: list[Function] = [
    MATH.plain(
        median.weighted_median,
        f"stake: {VECTOR}, score: {VECTOR}, partition_idx: list<usize>, minority: {NUMBER}, "
        f"partition_lo: {NUMBER}, partition_hi: {NUMBER} -> {NUMBER}",
    ),
    MATH.plain(
        median.weighted_median_col_sparse,
        f"stake: {VECTOR}, score: {SPARSE}, columns: u16, majority: {NUMBER} -> {VECTOR}",
        "YC-consensus/weighted-median-columns",
        "YC-consensus/weighted-median",
    ),
    MATH(
        "inplace_row_normalize_sparse",
        f"matrix: {SPARSE} -> {SPARSE}",
        sparse_products.row_normalize_sparse,
        "YC-sparse/row-normalise",
    ),
    MATH.plain(sparse_products.row_sum_sparse, f"matrix: {SPARSE} -> {VECTOR}"),
    MATH(
        "inplace_col_normalize_sparse",
        f"matrix: {SPARSE}, columns: u16 -> {SPARSE}",
        sparse_columns.col_normalize_sparse,
        "YC-sparse/column-normalise",
    ),
    MATH(
        "inplace_col_max_upscale_sparse",
        f"matrix: {SPARSE}, columns: u16 -> {SPARSE}",
        sparse_columns.col_max_upscale_sparse,
        "YC-sparse/column-max-upscale",
    ),
    MATH.plain(
        sparse_columns.col_clip_sparse,
        f"matrix: {SPARSE}, col_threshold: {VECTOR} -> {SPARSE}",
        "YC-sparse/column-clip",
    ),
    MATH(
        "scalar_vec_mask_sparse_matrix",
        f"matrix: {SPARSE}, scalar: u64, vector: {BLOCKS}, mask_fn: text -> {SPARSE}",
        _scalar_mask,
        "YC-sparse/mask-by-scalar",
    ),
    MATH(
        "vec_mask_sparse_matrix",
        f"matrix: {SPARSE}, first_vector: {BLOCKS}, second_vector: {BLOCKS}, mask_fn: text -> {SPARSE}",
        _vec_mask,
        "YC-sparse/mask-by-vectors",
    ),
    MATH.plain(sparse_masks.mask_rows_sparse, f"mask: {MASK}, matrix: {SPARSE} -> {SPARSE}"),
    MATH.plain(sparse_masks.mask_diag_sparse, f"matrix: {SPARSE} -> {SPARSE}"),
    MATH.plain(sparse_masks.mask_diag_sparse_except_index, f"matrix: {SPARSE}, except_index: u16 -> {SPARSE}"),
    MATH.plain(
        sparse_products.row_hadamard_sparse, f"matrix: {SPARSE}, vector: {VECTOR} -> {SPARSE}", "YC-sparse/scale-rows"
    ),
    MATH.plain(sparse_products.mat_vec_mul_sparse, f"matrix: {SPARSE}, vector: {VECTOR} -> {SPARSE}"),
    MATH.plain(
        sparse_products.matmul_sparse,
        f"matrix: {SPARSE}, vector: {VECTOR}, columns: u16 -> {VECTOR}",
        "YC-sparse/column-dot",
    ),
    MATH.plain(sparse_products.matmul_transpose_sparse, f"matrix: {SPARSE}, vector: {VECTOR} -> {VECTOR}"),
    MATH.plain(
        averages.interpolate_sparse, f"mat1: {SPARSE}, mat2: {SPARSE}, columns: u16, ratio: {NUMBER} -> {SPARSE}"
    ),
    MATH.plain(averages.mat_ema_sparse, f"new: {SPARSE}, old: {SPARSE}, alpha: {NUMBER} -> {SPARSE}"),
    MATH.plain(
        averages.mat_ema_alpha_sparse,
        f"new: {SPARSE}, old: {SPARSE}, alpha: {DENSE} -> {SPARSE}",
        "YC-sparse/average-by-entry",
    ),
]
