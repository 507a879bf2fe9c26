"""What becomes of a result that the format does not hold."""

from subtensor_conformance.subjects.fixed_point.proofs.contracts.about import about
from subtensor_spec.arithmetic import I32F32, I64F64, U16, U64, U64F64

SATURATE, WRAP, CHECK = "FX-overflow/saturate", "FX-overflow/wrap", "FX-overflow/check"


@about(SATURATE)
def saturated_signed(exact: int) -> int:
    """Saturation to I32F32 gives the number of the format that is nearest.

    pre: -2**130 <= exact <= 2**130
    post: _ == max(-2**63, min(2**63 - 1, exact))
    """
    return I32F32.saturated(exact).bits


@about(SATURATE)
def saturated_unsigned(exact: int) -> int:
    """Saturation to U64F64 gives the number of the format that is nearest.

    pre: -2**260 <= exact <= 2**260
    post: _ == max(0, min(2**128 - 1, exact))
    """
    return U64F64.saturated(exact).bits


@about(WRAP)
def wrapped_signed(exact: int) -> int:
    """Wrapping to I64F64 stays in the format and is congruent modulo 2 to its width.

    pre: -2**260 <= exact <= 2**260
    post: -2**127 <= _ < 2**127
    post: (_ - exact) % 2**128 == 0
    """
    return I64F64.wrapped(exact).bits


@about(WRAP)
def wrapped_unsigned(exact: int) -> int:
    """Wrapping to U64F64 stays in the format and is congruent modulo 2 to its width.

    pre: -2**260 <= exact <= 2**260
    post: 0 <= _ < 2**128
    post: (_ - exact) % 2**128 == 0
    """
    return U64F64.wrapped(exact).bits


@about(CHECK)
def checked(exact: int) -> int | None:
    """A check gives the exact result, and nothing exactly where the format does not hold it.

    pre: -2**130 <= exact <= 2**130
    post: (_ is None) == (not -2**63 <= exact < 2**63)
    post: _ is None or _ == exact
    """
    number = I32F32.checked(exact)
    return None if number is None else number.bits


@about("FX-add/exact", SATURATE)
def saturating_sum(left: int, right: int) -> int:
    """A saturating sum is the exact sum brought into the format.

    pre: -2**127 <= left < 2**127
    pre: -2**127 <= right < 2**127
    post: _ == max(-2**127, min(2**127 - 1, left + right))
    """
    return I64F64.from_bits(left).saturating_add(I64F64.from_bits(right)).bits


@about("FX-mul/floor", SATURATE)
def saturating_product(left: int, right: int) -> int:
    """A saturating product is the floor of the exact product brought into the format.

    pre: -2**63 <= left < 2**63
    pre: -2**63 <= right < 2**63
    post: _ == max(-2**63, min(2**63 - 1, left * right // 2**32))
    """
    return I32F32.from_bits(left).saturating_mul(I32F32.from_bits(right)).bits


@about("FX-div/checked", "FX-div/safe-zero")
def safe_quotient(left: int, right: int) -> int:
    """Safe division gives the checked quotient, and zero where that gives nothing.

    pre: -2**63 <= left < 2**63
    pre: -2**63 <= right < 2**63
    post: right != 0 or _ == 0
    post: _ == 0 or abs(_) * abs(right) <= abs(left) * 2**32 < (abs(_) + 1) * abs(right)
    """
    return I32F32.from_bits(left).safe_div(I32F32.from_bits(right)).bits


@about("FX-sum/wrapping", WRAP, carries_over="each further term wraps the same way: so it holds for sums of any length")
def wrapping_sum_of_three(first: int, second: int, third: int) -> bool:
    """Wrapping once at the end of a sum gives the same bits as wrapping at every step.

    pre: -2**63 <= first < 2**63
    pre: -2**63 <= second < 2**63
    pre: -2**63 <= third < 2**63
    post: _
    """
    one, two, three = I32F32.from_bits(first), I32F32.from_bits(second), I32F32.from_bits(third)
    return I32F32.wrapping_sum([one, two, three]) == I32F32.ZERO + one + two + three


@about("FX-convert/floor", SATURATE)
def saturated_to_u16(bits: int) -> int:
    """A number becomes the u16 nearest to its floor.

    pre: -2**63 <= bits < 2**63
    post: _ == max(0, min(65535, bits // 2**32))
    """
    return I32F32.from_bits(bits).saturating_to_num(U16)


@about("FX-convert/floor", WRAP)
def wrapped_to_u64(bits: int) -> int:
    """Plain conversion to u64 is congruent to the floor modulo 2 to the 64.

    pre: -2**127 <= bits < 2**127
    post: 0 <= _ < 2**64
    post: (_ - bits // 2**64) % 2**64 == 0
    """
    return I64F64.from_bits(bits).wrapping_to_num(U64)
