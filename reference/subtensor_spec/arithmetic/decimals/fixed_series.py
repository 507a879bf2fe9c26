"""Logarithm and exponential in fixed point over integers without limit, with guard bits, as the ratio power needs them.

Values are integers in units of ``2**-(bits + GUARD_BITS)``. Divisions round toward minus infinity, also for negative
values, so the truncation errors of a series all point the same way.
"""

from dataclasses import dataclass

from subtensor_spec.rules import SAFE_BIGMATH, rule

GUARD_BITS = 24
"""Bits computed beyond the requested ones and rounded off at the end."""

MAX_TERMS = 4096
"""The greatest number of terms of a series; fewer at lower precision."""

_PATH = "src/integer.rs"


@dataclass(frozen=True, slots=True)
class Precision:
    """How exactly a series is computed: ``bits`` behind the point, and the guard bits behind those."""

    bits: int

    @property
    def shift(self) -> int:
        """All bits behind the point, those that guard included."""
        return self.bits + GUARD_BITS

    @property
    def one(self) -> int:
        """1.0 with guard bits."""
        return 1 << self.shift

    @property
    def max_terms(self) -> int:
        """A series ends with this term at the latest."""
        return min(MAX_TERMS, self.bits + GUARD_BITS + 128)


@rule("DR-series/round", SAFE_BIGMATH(_PATH, "round_to_precision"))
def rounded(value: int) -> int:
    """The guard bits are rounded off to the nearest, half away from zero."""
    magnitude = abs(value) + (1 << (GUARD_BITS - 1)) >> GUARD_BITS
    return magnitude if value >= 0 else -magnitude


@rule("DR-series/ln-one-plus", SAFE_BIGMATH(_PATH, "ln1p_fixed"))
def logarithm_of_one_plus(x: int, precision: Precision) -> int:
    """``ln(1 + x)`` is the Taylor series ``x - x²/2 + x³/3 - …``.

    It ends when a power or a term is zero, when a term is smaller than the guard bits, when the sum rounded to the
    requested bits did not change, or after the greatest number of terms. A greater term always changes the rounded
    sum, so the sum need not be looked at.
    """
    shift = precision.shift
    power = result = x
    for n in range(2, precision.max_terms + 1):
        power = power * x >> shift
        term = power // n
        if term == 0:
            break
        result += term if n % 2 else -term
        if abs(term) < 1 << GUARD_BITS:
            break
    return result


@rule("DR-series/exp", SAFE_BIGMATH(_PATH, "exp_fixed"))
def exponential(x: int, precision: Precision) -> int:
    """``exp(x)`` is the Taylor series ``1 + x + x²/2! + …``, each term made from the one before.

    It ends as the logarithm's does. Nothing reduces the argument first, so for a large ``x`` the greatest number of
    terms may not reach convergence, and for a large negative one cancellation may leave any value, even below zero.
    """
    shift = precision.shift
    term = result = precision.one
    for n in range(1, precision.max_terms + 1):
        term = (term * x >> shift) // n
        if term == 0:
            break
        result += term
        if abs(term) < 1 << GUARD_BITS:
            break
    return result


@rule("DR-series/ln-two", SAFE_BIGMATH(_PATH, "pow_ratio_scaled_with_max_iters"))
def logarithm_of_two(precision: Precision) -> int:
    """``ln 2`` is taken as ``-ln(1 - 1/2)`` by the same series."""
    return -logarithm_of_one_plus(-precision.one >> 1, precision)


@rule("DR-series/ln", SAFE_BIGMATH(_PATH, "ln_biguint"))
def logarithm(value: int, ln_two: int, precision: Precision) -> int:
    """``ln`` of a positive integer is that of a mantissa between 3/4 and 3/2 plus so many times ``ln 2``.

    The mantissa is the value shifted to one bit before the point; the bits shifted out below the guard bits are lost.
    """
    one = precision.one
    doublings = value.bit_length() - 1
    mantissa = value * one >> doublings
    if mantissa >= one + (one >> 1):
        mantissa >>= 1
        doublings += 1
    return logarithm_of_one_plus(mantissa - one, precision) + ln_two * doublings
