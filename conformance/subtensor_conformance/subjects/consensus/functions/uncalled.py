"""Published functions that pin no rule: dense twins, and what production has and does not call."""

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.consensus.functions.notation import BLOCKS, DENSE, MASK, MATH, NUMBER, VECTOR, WIDE
from subtensor_conformance.subjects.consensus.functions.scalars import of_each
from subtensor_conformance.subjects.consensus.uncalled import dense, scalars
from subtensor_spec.arithmetic import I32F32, U16, U64

UNCALLED: list[Function] = [
    MATH("fixed", f"val: f32 -> {NUMBER}", scalars.fixed),
    MATH("fixed_to_u16", f"x: {NUMBER} -> u16", lambda x: x.saturating_to_num(U16)),
    MATH("fixed_to_u64", f"x: {NUMBER} -> u64", scalars.fixed_to_u64),
    MATH("fixed32_to_fixed64", f"x: {NUMBER} -> I64F64", scalars.fixed32_to_fixed64),
    MATH("vec_fixed32_to_u64", f"vec: {VECTOR} -> {BLOCKS}", of_each(scalars.fixed_to_u64)),
    MATH("vec_fixed32_to_fixed64", f"vec: {VECTOR} -> {WIDE}", of_each(scalars.fixed32_to_fixed64)),
    MATH(
        "get_safe",
        f"slice: {VECTOR}, idx: usize -> {NUMBER}",
        lambda items, index: scalars.get_safe(items, index, I32F32.ZERO),
    ),
    MATH("checked_sum_u16", "x: list<u16> -> option<u16>", lambda items: scalars.checked_sum(items, U16)),
    MATH("checked_sum_u64", "x: list<u64> -> option<u64>", lambda items: scalars.checked_sum(items, U64)),
    MATH("is_topk", f"vector: {VECTOR}, k: usize -> {MASK}", scalars.is_topk),
    MATH("vecdiv", f"x: {VECTOR}, y: {VECTOR} -> {VECTOR}", scalars.vecdiv),
]
"""What production defines and calls nowhere but from others of the same file."""

DENSE_TWINS: list[Function] = [
    MATH("inplace_row_normalize", f"x: {DENSE} -> {DENSE}", dense.row_normalize),
    MATH("inplace_row_normalize_64", "x: list<list<I64F64>> -> list<list<I64F64>>", dense.row_normalize_64),
    MATH("row_sum", f"x: {DENSE} -> {VECTOR}", dense.row_sum),
    MATH("inplace_col_normalize", f"x: {DENSE} -> {DENSE}", dense.col_normalize),
    MATH("inplace_col_max_upscale", f"x: {DENSE} -> {DENSE}", dense.col_max_upscale),
    MATH("inplace_mask_matrix", f"mask: list<{MASK}>, matrix: {DENSE} -> {DENSE}", dense.mask_matrix),
    MATH("inplace_mask_rows", f"mask: {MASK}, matrix: {DENSE} -> {DENSE}", dense.mask_rows),
    MATH("inplace_mask_cols", f"mask: {MASK}, matrix: {DENSE} -> {DENSE}", dense.mask_cols),
    MATH("inplace_mask_diag", f"matrix: {DENSE} -> {DENSE}", dense.mask_diag),
    MATH(
        "inplace_mask_diag_except_index", f"matrix: {DENSE}, except_index: u16 -> {DENSE}", dense.mask_diag_except_index
    ),
    MATH("row_hadamard", f"matrix: {DENSE}, vector: {VECTOR} -> {DENSE}", dense.row_hadamard),
    MATH("mat_vec_mul", f"matrix: {DENSE}, vector: {VECTOR} -> {DENSE}", dense.mat_vec_mul),
    MATH("matmul", f"matrix: {DENSE}, vector: {VECTOR} -> {VECTOR}", dense.matmul),
    MATH("matmul_transpose", f"matrix: {DENSE}, vector: {VECTOR} -> {VECTOR}", dense.matmul_transpose),
    MATH("inplace_col_clip", f"x: {DENSE}, col_threshold: {VECTOR} -> {DENSE}", dense.col_clip),
    MATH(
        "weighted_median_col",
        f"stake: {VECTOR}, score: {DENSE}, majority: {NUMBER} -> {VECTOR}",
        dense.weighted_median_col,
    ),
    MATH("interpolate", f"mat1: {DENSE}, mat2: {DENSE}, ratio: {NUMBER} -> {DENSE}", dense.interpolate),
    MATH("mat_ema", f"new: {DENSE}, old: {DENSE}, alpha: {NUMBER} -> {DENSE}", dense.mat_ema),
    MATH("mat_ema_alpha", f"new: {DENSE}, old: {DENSE}, alpha: {DENSE} -> {DENSE}", dense.mat_ema_alpha),
]
