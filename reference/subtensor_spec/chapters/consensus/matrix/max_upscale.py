"""Scaling a vector to the full range of u16, as weights are before they are stored."""

from collections.abc import Sequence

from subtensor_spec.arithmetic import I32F32, U16
from subtensor_spec.chapters.consensus.matrix.conversions import U16_MAX, u16_proportion_to_fixed, u16_to_fixed
from subtensor_spec.chapters.consensus.matrix.shapes import Vector
from subtensor_spec.chapters.consensus.matrix.vectors import normalize
from subtensor_spec.chapters.consensus.source import in_math
from subtensor_spec.rules import rule

DIVIDE_FIRST_ABOVE = I32F32.saturating_from_num(32768)
"""Above this, a value times 65535 would not fit I32F32, so production divides before it multiplies."""


@rule("YC-vector/max-upscale", in_math("vec_max_upscale_to_u16"))
def vec_max_upscale_to_u16(vector: Vector) -> list[int]:
    """A vector is scaled so that its greatest entry becomes 65535, rounding half away from zero, below 0 giving
    0.

    The product with 65535 is taken first and saturates; only if the greatest entry exceeds 32768, 65535 is
    divided by it first. If the greatest entry is zero, entries are multiplied by 65535 and rounded down.
    """
    if not vector:
        return []
    greatest = max(vector)
    if not greatest:
        return [value.saturating_mul(U16_MAX).saturating_to_num(U16) for value in vector]
    if greatest > DIVIDE_FIRST_ABOVE:
        factor = U16_MAX.safe_div(greatest)
        return [value.saturating_mul(factor).round().saturating_to_num(U16) for value in vector]
    return [value.saturating_mul(U16_MAX).safe_div(greatest).round().saturating_to_num(U16) for value in vector]


@rule("YC-vector/max-upscale-u16", in_math("vec_u16_max_upscale_to_u16"))
def vec_u16_max_upscale_to_u16(vector: Sequence[int]) -> list[int]:
    """Integers are scaled so that the greatest becomes 65535."""
    return vec_max_upscale_to_u16([u16_to_fixed(value) for value in vector])


@rule("YC-vector/max-limited", in_math("check_vec_max_limited"))
def check_vec_max_limited(vector: Sequence[int], max_limit: int) -> bool:
    """Integers are within a limit if, once normalised, the greatest is at most that 65535th part; none at all
    always are.
    """
    shares = normalize([u16_to_fixed(value) for value in vector])
    return not shares or max(shares) <= u16_proportion_to_fixed(max_limit)
