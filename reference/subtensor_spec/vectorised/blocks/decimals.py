"""The share pool's decimal float as a pair of integers, mantissa and exponent, for long runs of updates.

The rules are those of :class:`~subtensor_spec.arithmetic.decimals.SafeFloat`. Exponents here come from amounts and from
numbers whose exponent :func:`may_be_followed` accepts, so none leaves i64 and no operation lacks a result.
"""

from subtensor_spec.arithmetic.decimals.safe_float import MANTISSA_DIGITS, MAX_MANTISSA, SafeFloat
from subtensor_spec.chain.types import U64_MAX

Decimal = tuple[int, int]
"""Mantissa and exponent."""

ZERO: Decimal = (0, 0)

_LEAST = MAX_MANTISSA // 10
_POWERS: list[int] = [10**exponent for exponent in range(MANTISSA_DIGITS + 2)]
_DIGITS = [0, 0, *(len(str(1 << bits - 1)) for bits in range(2, 65))]
"""By the bits of a number: which power of ten is the least that is not below the least number of so many bits."""
_GREATEST_EXPONENT = 1 << 32


def may_be_followed(number: SafeFloat) -> bool:
    """Return whether the exponent is far from the ends of i64."""
    return abs(number.exponent) < _GREATEST_EXPONENT


def normalised(mantissa: int, exponent: int) -> Decimal:
    """Bring a mantissa above 10**20 and to at most 10**21 (DR-safe-float/normalise)."""
    if not mantissa:
        return ZERO
    while mantissa > MAX_MANTISSA:
        mantissa //= 10
        exponent += 1
    while mantissa <= _LEAST:
        mantissa *= 10
        exponent -= 1
    return mantissa, exponent


def from_amount(amount: int) -> Decimal:
    """Return a u64 as a number, exactly (DR-safe-float/from-integer)."""
    digits = _DIGITS[amount.bit_length()]
    missing = MANTISSA_DIGITS - digits - (amount > _POWERS[digits])
    return (amount * _POWERS[missing], -missing) if amount else ZERO


def multiplied_and_divided(number: Decimal, factor: Decimal, divisor: Decimal) -> Decimal:
    """Return a product over a divisor that is not zero, with one rounding (DR-safe-float/mul-div)."""
    return normalised(number[0] * factor[0] // divisor[0], number[1] + factor[1] - divisor[1])


def added(left: Decimal, right: Decimal) -> Decimal:
    """Return a sum, cut to the last digit of the number with the greater exponent (DR-safe-float/add)."""
    if not left[0]:
        return right
    if not right[0]:
        return left
    gap = left[1] - right[1]
    if gap >= 0:
        return normalised(left[0] + right[0] // _POWERS[gap if gap < MANTISSA_DIGITS + 1 else -1], left[1])
    return normalised(left[0] // _POWERS[-gap if -gap < MANTISSA_DIGITS + 1 else -1] + right[0], right[1])


def to_amount(number: Decimal) -> int:
    """Return a number rounded down to an integer, at most the greatest u64 (DR-safe-float/to-integer)."""
    mantissa, exponent = number
    scale = _POWERS[min(abs(exponent), MANTISSA_DIGITS + 1)]
    value = mantissa * scale if exponent > 0 else mantissa // scale
    return min(value, U64_MAX)
