"""Between stored integers and the epoch's fixed-point numbers."""

from subtensor_spec.arithmetic import I32F32, I64F64, U16, U64
from subtensor_spec.chapters.consensus.source import in_epoch, in_math, in_settings
from subtensor_spec.rules import rule

U16_MAX = I32F32.saturating_from_num(U16.MAX)
"""65535, which stands for 1 in every stored proportion."""


@rule("YC-convert/u16-to-fixed", in_math("u16_to_fixed"))
def u16_to_fixed(value: int) -> I32F32:
    """A stored u16 is read as that whole number, exactly."""
    return I32F32.saturating_from_num(value)


@rule("YC-convert/divide-by-u16", in_math("fixed_to_fixed_u16_proportion"))
def fixed_to_fixed_u16_proportion(value: I32F32) -> I32F32:
    """A number is divided by 65535, rounding toward zero."""
    return value.safe_div(U16_MAX)


@rule(
    "YC-convert/u16-proportion",
    in_math("u16_proportion_to_fixed"),
    in_epoch("get_float_kappa"),
    in_epoch("get_float_bonds_penalty"),
    in_settings("get_alpha_values_32"),
)
def u16_proportion_to_fixed(value: int) -> I32F32:
    """A stored proportion is read as its 65535th part, rounding down: kappa, the bonds penalty, both limits of
    alpha.
    """
    return fixed_to_fixed_u16_proportion(u16_to_fixed(value))


@rule("YC-convert/to-u16", in_math("fixed_proportion_to_u16"), in_math("fixed_to_u16"))
def fixed_proportion_to_u16(value: I32F32) -> int:
    """A proportion is stored as 65535 times itself, rounded down; below 0 is stored as 0, above 1 as 65535."""
    return value.saturating_mul(U16_MAX).saturating_to_num(U16)


@rule("YC-convert/to-u64", in_math("fixed64_to_u64"))
def fixed64_to_u64(value: I64F64) -> int:
    """A stake is read as whole rao, rounded down; below 0 it is 0."""
    return value.saturating_to_num(U64)


@rule("YC-convert/narrow", in_math("fixed64_to_fixed32"))
def fixed64_to_fixed32(value: I64F64) -> I32F32:
    """An I64F64 is narrowed to I32F32 by rounding down; beyond the narrower range it saturates."""
    return I32F32.saturating_from_num(value)
