"""Raw bits of the numbers that columns hold: 32 or 64 bits behind the point, in integers without limit."""

from bisect import bisect_right

from subtensor_spec.chain.types import U64_MAX, U128_MAX
from subtensor_spec.chapters.issuance.emission import TOTAL_SUPPLY
from subtensor_spec.chapters.issuance.schedule import steps

U64F64_ONE = 1 << 64
"""1.0 as a U64F64."""

U96F32_ONE = 1 << 32
"""1.0 as a U96F32."""

U16_ALL = 65_535
"""What a part of 16 bits is a part of."""

_FIRST_ISSUANCES = [step.first_issuance for step in steps()] + [TOTAL_SUPPLY]
_EMISSIONS = [step.emission for step in steps()] + [0]
HALVED_AT = _FIRST_ISSUANCES[1]
WHOLE_EMISSION = _EMISSIONS[0]


def emission_at(issuance: int) -> int:
    """Return the rao that a block emits at an issuance (ISS-emission/block, by ISS-steps/threshold)."""
    if issuance < HALVED_AT:
        return WHOLE_EMISSION
    return _EMISSIONS[bisect_right(_FIRST_ISSUANCES, issuance) - 1]


def saturated(number: int) -> int:
    """Return a number that is not negative, at most what a u64 holds."""
    return number if number <= U64_MAX else U64_MAX


def saturated_bits(bits: int) -> int:
    """Return bits that are not negative, at most what 128 hold."""
    return bits if bits <= U128_MAX else U128_MAX


def part_of_16_bits(stored: int) -> int:
    """Return a 16-bit part over 65535 as a U96F32, rounded down."""
    return (stored << 32) // U16_ALL


def proportion_of_64_bits(stored: int) -> int:
    """Return a 64-bit part as a U96F32 (STW-proportion/of-u64): both sides whole, the quotient rounded down."""
    return (stored << 32) // U64_MAX


def as_u64f64(i96f32: int) -> int:
    """Return an I96F32 as a U64F64: a negative one is zero, one of 2**64 or more the limit."""
    return saturated_bits(i96f32 << 32) if i96f32 > 0 else 0
