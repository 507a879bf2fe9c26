"""The published functions of the epoch's vector and matrix mathematics, under the production code's own names.

A function that changes its argument in production answers the changed argument. A mask's condition is one of
``le``, ``lt``, ``eq``, ``ge``, ``gt``, which compare the first integer with the second. Dense twins and
functions that production does not call pin no rule.
"""

import operator
from collections.abc import Callable, Sequence
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_spec.arithmetic import I32F32, U16, U64
from subtensor_spec.chapters.consensus.matrix import (
    averages,
    conversions,
    dense,
    max_upscale,
    median,
    sigmoid,
    sparse_columns,
    sparse_masks,
    sparse_products,
    uncalled,
    vectors,
)
from subtensor_spec.chapters.consensus.matrix.shapes import SparseMatrix
from subtensor_spec.chapters.consensus.output import proportions_as_u16
from subtensor_spec.errors import InvalidInput

CONDITIONS: dict[str, Callable[[int, int], bool]] = {
    "le": operator.le,
    "lt": operator.lt,
    "eq": operator.eq,
    "ge": operator.ge,
    "gt": operator.gt,
}
"""What a mask may ask of two integers."""

NUMBER, VECTOR, WIDE = "I32F32", "list<I32F32>", "list<I64F64>"
SPARSE, DENSE = "sparse<I32F32>", "list<list<I32F32>>"
MASK, BLOCKS = "list<bool>", "list<u64>"


def _function(name: str, exact: Callable[..., Any], parameters: str, result: str, *rules: str) -> Function:
    """Describe one function; ``parameters`` are written ``name: type; name: type``."""
    pairs = tuple(tuple(parameter.split(": ")) for parameter in parameters.split("; "))
    return Function(f"math.{name}", f"math.{name}", pairs, result, exact, rules)  # type: ignore[arg-type]


def _condition(name: str) -> Callable[[int, int], bool]:
    if name not in CONDITIONS:
        raise InvalidInput("", f"{name!r} is no condition; there are {', '.join(CONDITIONS)}")
    return CONDITIONS[name]


def _vec_mask(matrix: SparseMatrix, of_rows: Sequence[int], of_columns: Sequence[int], condition: str) -> Any:
    return sparse_masks.vec_mask_sparse_matrix(matrix, of_rows, of_columns, _condition(condition))


def _scalar_mask(matrix: SparseMatrix, scalar: int, of_columns: Sequence[int], condition: str) -> Any:
    return sparse_masks.scalar_vec_mask_sparse_matrix(matrix, scalar, of_columns, _condition(condition))


def _of_each(convert: Callable[[Any], Any]) -> Callable[[Sequence[Any]], list[Any]]:
    return lambda vector: [convert(value) for value in vector]


CONVERSIONS = [
    _function("fixed", uncalled.fixed, "val: f32", NUMBER),
    _function("fixed_to_u16", lambda x: x.saturating_to_num(U16), f"x: {NUMBER}", "u16"),
    _function("fixed_to_u64", uncalled.fixed_to_u64, f"x: {NUMBER}", "u64"),
    _function("fixed64_to_u64", conversions.fixed64_to_u64, "x: I64F64", "u64", "YC-convert/to-u64"),
    _function("fixed64_to_fixed32", conversions.fixed64_to_fixed32, "x: I64F64", NUMBER, "YC-convert/narrow"),
    _function("fixed32_to_fixed64", uncalled.fixed32_to_fixed64, f"x: {NUMBER}", "I64F64"),
    _function("u16_to_fixed", conversions.u16_to_fixed, "x: u16", NUMBER, "YC-convert/u16-to-fixed"),
    _function(
        "u16_proportion_to_fixed", conversions.u16_proportion_to_fixed, "x: u16", NUMBER, "YC-convert/u16-proportion"
    ),
    _function(
        "fixed_to_fixed_u16_proportion",
        conversions.fixed_to_fixed_u16_proportion,
        f"x: {NUMBER}",
        NUMBER,
        "YC-convert/divide-by-u16",
    ),
    _function(
        "fixed_proportion_to_u16", conversions.fixed_proportion_to_u16, f"x: {NUMBER}", "u16", "YC-convert/to-u16"
    ),
    _function("vec_fixed32_to_u64", _of_each(uncalled.fixed_to_u64), f"vec: {VECTOR}", BLOCKS),
    _function(
        "vec_fixed64_to_fixed32", _of_each(conversions.fixed64_to_fixed32), f"vec: {WIDE}", VECTOR, "YC-convert/narrow"
    ),
    _function("vec_fixed32_to_fixed64", _of_each(uncalled.fixed32_to_fixed64), f"vec: {VECTOR}", WIDE),
    _function("vec_fixed64_to_u64", _of_each(conversions.fixed64_to_u64), f"vec: {WIDE}", BLOCKS, "YC-convert/to-u64"),
    _function(
        "vec_fixed_proportions_to_u16",
        proportions_as_u16,
        f"vec: {VECTOR}",
        "list<u16>",
        "YC-output/proportions",
        "YC-convert/to-u16",
    ),
]

UPSCALING = [
    _function(
        "vec_max_upscale_to_u16",
        max_upscale.vec_max_upscale_to_u16,
        f"vec: {VECTOR}",
        "list<u16>",
        "YC-vector/max-upscale",
    ),
    _function(
        "vec_u16_max_upscale_to_u16",
        max_upscale.vec_u16_max_upscale_to_u16,
        "vec: list<u16>",
        "list<u16>",
        "YC-vector/max-upscale-u16",
    ),
    _function(
        "check_vec_max_limited",
        max_upscale.check_vec_max_limited,
        "vec: list<u16>; max_limit: u16",
        "bool",
        "YC-vector/max-limited",
    ),
]

SCALARS = [
    _function("exp_safe", sigmoid.exp_safe, f"input: {NUMBER}", NUMBER, "TF-exp/safe"),
    _function("safe_ln", sigmoid.safe_ln, f"value: {NUMBER}", NUMBER, "TF-ln/safe"),
    _function(
        "sigmoid_safe",
        sigmoid.sigmoid_safe,
        f"input: {NUMBER}; rho: {NUMBER}; kappa: {NUMBER}",
        NUMBER,
        "TF-sigmoid/safe",
    ),
    _function(
        "clamp_value",
        vectors.clamp_value,
        f"value: {NUMBER}; low: {NUMBER}; high: {NUMBER}",
        NUMBER,
        "YC-vector/clamp",
    ),
]

VECTORS = [
    _function(
        "get_safe",
        lambda items, index: uncalled.get_safe(items, index, I32F32.ZERO),
        f"slice: {VECTOR}; idx: usize",
        NUMBER,
    ),
    _function("sum", vectors.wrapping_sum, f"x: {VECTOR}", NUMBER, "YC-vector/sum"),
    _function("is_zero", vectors.is_zero, f"vector: {VECTOR}", "bool", "YC-vector/is-zero"),
    _function("checked_sum_u16", lambda items: uncalled.checked_sum(items, U16), "x: list<u16>", "option<u16>"),
    _function("checked_sum_u64", lambda items: uncalled.checked_sum(items, U64), "x: list<u64>", "option<u64>"),
    _function("is_topk", uncalled.is_topk, f"vector: {VECTOR}; k: usize", MASK),
    _function("is_topk_nonzero", vectors.is_topk_nonzero, f"vector: {VECTOR}; k: usize", MASK, "YC-vector/top-k"),
    _function("normalize", vectors.normalize, f"x: {VECTOR}", VECTOR, "YC-vector/normalise"),
    _function("inplace_normalize", vectors.normalize, f"x: {VECTOR}", VECTOR, "YC-vector/normalise"),
    _function("inplace_normalize_64", vectors.normalize, f"x: {WIDE}", WIDE, "YC-vector/normalise"),
    _function(
        "inplace_normalize_using_sum",
        vectors.normalize_using_sum,
        f"x: {VECTOR}; x_sum: {NUMBER}",
        VECTOR,
        "YC-vector/normalise-by-sum",
    ),
    _function("inplace_mask_vector", vectors.mask_vector, f"mask: {MASK}; vector: {VECTOR}", VECTOR, "YC-vector/mask"),
    _function("vec_mul", vectors.vec_mul, f"a: {VECTOR}; b: {VECTOR}", VECTOR, "YC-vector/product"),
    _function("vecdiv", uncalled.vecdiv, f"x: {VECTOR}; y: {VECTOR}", VECTOR),
]

MEDIANS = [
    _function(
        "weighted_median",
        median.weighted_median,
        f"stake: {VECTOR}; score: {VECTOR}; partition_idx: list<usize>; minority: {NUMBER}; "
        f"partition_lo: {NUMBER}; partition_hi: {NUMBER}",
        NUMBER,
        "YC-consensus/weighted-median",
    ),
    _function(
        "weighted_median_col_sparse",
        median.weighted_median_col_sparse,
        f"stake: {VECTOR}; score: {SPARSE}; columns: u16; majority: {NUMBER}",
        VECTOR,
        "YC-consensus/weighted-median-columns",
        "YC-consensus/weighted-median",
    ),
]

SPARSE_MATRICES = [
    _function(
        "inplace_row_normalize_sparse",
        sparse_products.row_normalize_sparse,
        f"matrix: {SPARSE}",
        SPARSE,
        "YC-sparse/row-normalise",
    ),
    _function("row_sum_sparse", sparse_products.row_sum_sparse, f"matrix: {SPARSE}", VECTOR, "YC-sparse/row-sum"),
    _function(
        "inplace_col_normalize_sparse",
        sparse_columns.col_normalize_sparse,
        f"matrix: {SPARSE}; columns: u16",
        SPARSE,
        "YC-sparse/column-normalise",
    ),
    _function(
        "inplace_col_max_upscale_sparse",
        sparse_columns.col_max_upscale_sparse,
        f"matrix: {SPARSE}; columns: u16",
        SPARSE,
        "YC-sparse/column-max-upscale",
    ),
    _function(
        "col_clip_sparse",
        sparse_columns.col_clip_sparse,
        f"matrix: {SPARSE}; col_threshold: {VECTOR}",
        SPARSE,
        "YC-sparse/column-clip",
    ),
    _function(
        "scalar_vec_mask_sparse_matrix",
        _scalar_mask,
        f"matrix: {SPARSE}; scalar: u64; vector: {BLOCKS}; mask_fn: text",
        SPARSE,
        "YC-sparse/mask-by-scalar",
    ),
    _function(
        "vec_mask_sparse_matrix",
        _vec_mask,
        f"matrix: {SPARSE}; first_vector: {BLOCKS}; second_vector: {BLOCKS}; mask_fn: text",
        SPARSE,
        "YC-sparse/mask-by-vectors",
    ),
    _function(
        "mask_rows_sparse",
        sparse_masks.mask_rows_sparse,
        f"mask: {MASK}; matrix: {SPARSE}",
        SPARSE,
        "YC-sparse/mask-rows",
    ),
    _function(
        "mask_diag_sparse", sparse_masks.mask_diag_sparse, f"matrix: {SPARSE}", SPARSE, "YC-sparse/mask-diagonal"
    ),
    _function(
        "mask_diag_sparse_except_index",
        sparse_masks.mask_diag_sparse_except_index,
        f"matrix: {SPARSE}; except_index: u16",
        SPARSE,
        "YC-sparse/mask-diagonal-except",
    ),
    _function(
        "row_hadamard_sparse",
        sparse_products.row_hadamard_sparse,
        f"matrix: {SPARSE}; vector: {VECTOR}",
        SPARSE,
        "YC-sparse/scale-rows",
    ),
    _function(
        "mat_vec_mul_sparse",
        sparse_products.mat_vec_mul_sparse,
        f"matrix: {SPARSE}; vector: {VECTOR}",
        SPARSE,
        "YC-sparse/scale-columns",
    ),
    _function(
        "matmul_sparse",
        sparse_products.matmul_sparse,
        f"matrix: {SPARSE}; vector: {VECTOR}; columns: u16",
        VECTOR,
        "YC-sparse/column-dot",
    ),
    _function(
        "matmul_transpose_sparse",
        sparse_products.matmul_transpose_sparse,
        f"matrix: {SPARSE}; vector: {VECTOR}",
        VECTOR,
        "YC-sparse/row-dot",
    ),
    _function(
        "interpolate_sparse",
        averages.interpolate_sparse,
        f"mat1: {SPARSE}; mat2: {SPARSE}; columns: u16; ratio: {NUMBER}",
        SPARSE,
        "YC-sparse/interpolate",
    ),
    _function(
        "mat_ema_sparse",
        averages.mat_ema_sparse,
        f"new: {SPARSE}; old: {SPARSE}; alpha: {NUMBER}",
        SPARSE,
        "YC-sparse/average",
    ),
    _function(
        "mat_ema_alpha_sparse",
        averages.mat_ema_alpha_sparse,
        f"new: {SPARSE}; old: {SPARSE}; alpha: {DENSE}",
        SPARSE,
        "YC-sparse/average-by-entry",
    ),
]

DENSE_TWINS = [
    _function("inplace_row_normalize", dense.row_normalize, f"x: {DENSE}", DENSE),
    _function("inplace_row_normalize_64", dense.row_normalize_64, "x: list<list<I64F64>>", "list<list<I64F64>>"),
    _function("row_sum", dense.row_sum, f"x: {DENSE}", VECTOR),
    _function("inplace_col_normalize", dense.col_normalize, f"x: {DENSE}", DENSE),
    _function("inplace_col_max_upscale", dense.col_max_upscale, f"x: {DENSE}", DENSE),
    _function("inplace_mask_matrix", dense.mask_matrix, f"mask: list<{MASK}>; matrix: {DENSE}", DENSE),
    _function("inplace_mask_rows", dense.mask_rows, f"mask: {MASK}; matrix: {DENSE}", DENSE),
    _function("inplace_mask_cols", dense.mask_cols, f"mask: {MASK}; matrix: {DENSE}", DENSE),
    _function("inplace_mask_diag", dense.mask_diag, f"matrix: {DENSE}", DENSE),
    _function(
        "inplace_mask_diag_except_index",
        dense.mask_diag_except_index,
        f"matrix: {DENSE}; except_index: u16",
        DENSE,
    ),
    _function("row_hadamard", dense.row_hadamard, f"matrix: {DENSE}; vector: {VECTOR}", DENSE),
    _function("mat_vec_mul", dense.mat_vec_mul, f"matrix: {DENSE}; vector: {VECTOR}", DENSE),
    _function("matmul", dense.matmul, f"matrix: {DENSE}; vector: {VECTOR}", VECTOR),
    _function("matmul_transpose", dense.matmul_transpose, f"matrix: {DENSE}; vector: {VECTOR}", VECTOR),
    _function("inplace_col_clip", dense.col_clip, f"x: {DENSE}; col_threshold: {VECTOR}", DENSE),
    _function(
        "weighted_median_col",
        dense.weighted_median_col,
        f"stake: {VECTOR}; score: {DENSE}; majority: {NUMBER}",
        VECTOR,
    ),
    _function("interpolate", dense.interpolate, f"mat1: {DENSE}; mat2: {DENSE}; ratio: {NUMBER}", DENSE),
    _function("mat_ema", dense.mat_ema, f"new: {DENSE}; old: {DENSE}; alpha: {NUMBER}", DENSE),
    _function("mat_ema_alpha", dense.mat_ema_alpha, f"new: {DENSE}; old: {DENSE}; alpha: {DENSE}", DENSE),
]

FUNCTIONS: list[Function] = [
    *CONVERSIONS,
    *UPSCALING,
    *SCALARS,
    *VECTORS,
    *MEDIANS,
    *SPARSE_MATRICES,
    *DENSE_TWINS,
]
"""Every function of this subject."""
