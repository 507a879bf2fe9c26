"""The published functions of the epoch's vectors."""

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.consensus.functions.notation import MASK, MATH, NUMBER, VECTOR, WIDE
from subtensor_spec.chapters.consensus.matrix import max_upscale, vectors

VECTORS: list[Function] = [
    MATH.plain(max_upscale.vec_max_upscale_to_u16, f"vec: {VECTOR} -> list<u16>"),
    MATH.plain(max_upscale.vec_u16_max_upscale_to_u16, "vec: list<u16> -> list<u16>"),
    MATH.plain(max_upscale.check_vec_max_limited, "vec: list<u16>, max_limit: u16 -> bool"),
    MATH("sum", f"x: {VECTOR} -> {NUMBER}", vectors.wrapping_sum, "YC-vector/sum"),
    MATH.plain(vectors.is_zero, f"vector: {VECTOR} -> bool", "YC-vector/is-zero"),
    MATH.plain(vectors.is_topk_nonzero, f"vector: {VECTOR}, k: usize -> {MASK}"),
    MATH.plain(vectors.normalize, f"x: {VECTOR} -> {VECTOR}"),
    MATH("inplace_normalize", f"x: {VECTOR} -> {VECTOR}", vectors.normalize, "YC-vector/normalise"),
    MATH("inplace_normalize_64", f"x: {WIDE} -> {WIDE}", vectors.normalize, "YC-vector/normalise"),
    MATH(
        "inplace_normalize_using_sum",
        f"x: {VECTOR}, x_sum: {NUMBER} -> {VECTOR}",
        vectors.normalize_using_sum,
        "YC-vector/normalise-by-sum",
    ),
    MATH("inplace_mask_vector", f"mask: {MASK}, vector: {VECTOR} -> {VECTOR}", vectors.mask_vector, "YC-vector/mask"),
    MATH.plain(vectors.vec_mul, f"a: {VECTOR}, b: {VECTOR} -> {VECTOR}"),
]
