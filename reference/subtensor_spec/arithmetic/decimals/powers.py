"""A ratio to the power of a ratio, as a whole number of parts of a scale, in integers throughout.

Small exponents are computed exactly, all others by fixed-point logarithm and exponential. The series stop by rules of
their own, so the last bits of an approximate power are what the loops give, not the true ones.
"""

from dataclasses import dataclass
from math import gcd

from subtensor_spec.arithmetic.decimals.fixed_series import Precision, exponential, logarithm, logarithm_of_two, rounded
from subtensor_spec.rules import SAFE_BIGMATH, rule

MAX_EXACT_EXPONENT = 1024
"""With a numerator or denominator of the reduced exponent above this the result is approximate."""

MINIMUM_PRECISION = 32
"""Bits behind the point that an approximate power has at least."""

SCALE_HEADROOM = 8
"""Bits behind the point that an approximate power has at least beyond those of the scale."""

_PATH = "src/integer.rs"


@dataclass(frozen=True, slots=True)
class Ratio:
    """A numerator over a denominator, any integers."""

    numerator: int
    denominator: int

    def reduced(self) -> "Ratio":
        """Return the same ratio without a common factor."""
        common = gcd(self.numerator, self.denominator)
        return Ratio(self.numerator // common, self.denominator // common)

    @property
    def is_negative(self) -> bool:
        """Whether either of the two is below zero."""
        return self.numerator < 0 or self.denominator < 0


@rule("DR-ratio-power/scaled", SAFE_BIGMATH(_PATH, "pow_ratio_scaled"))
def ratio_power(base: Ratio, exponent: Ratio, precision: int, scale: int) -> int | None:
    """A base to the power of an exponent, both ratios, times a scale.

    Nothing for a denominator of zero; else 0 for a base of zero, whatever the exponent; else nothing if anything is
    negative; else the scale itself for an exponent of zero. Otherwise the exponent is reduced; it is computed exactly
    if both its parts are at most 1024, and approximately to ``precision`` bits (a u32) behind the point if not.
    """
    if base.denominator == 0 or exponent.denominator == 0:
        return None
    if base.numerator == 0:
        return 0
    if scale < 0 or base.is_negative or exponent.is_negative:
        return None
    if exponent.numerator == 0:
        return scale
    reduced = exponent.reduced()
    if max(reduced.numerator, reduced.denominator) <= MAX_EXACT_EXPONENT:
        return exact_power(base, reduced, scale)
    return approximate_power(base, reduced, precision, scale)


@rule("DR-ratio-power/exact", SAFE_BIGMATH(_PATH, "nth_root_ratio_floor"))
def exact_power(base: Ratio, exponent: Ratio, scale: int) -> int:
    """The greatest integer that is not above the true power times the scale.

    It is the integer root, of the degree of the exponent's denominator, of
    ``base**numerator · scale**denominator`` rounded down.
    """
    power = base.numerator**exponent.numerator * scale**exponent.denominator
    return integer_root(power // base.denominator**exponent.numerator, exponent.denominator)


def integer_root(value: int, degree: int) -> int:
    """Return the greatest integer whose power of that degree is not above ``value``, which is not negative."""
    low, high = 0, 1 << (value.bit_length() // degree + 1)
    while low + 1 < high:
        middle = (low + high) // 2
        if middle**degree <= value:
            low = middle
        else:
            high = middle
    return low


@rule("DR-ratio-power/approximate", SAFE_BIGMATH(_PATH, "pow_ratio_scaled_with_max_iters"))
def approximate_power(base: Ratio, exponent: Ratio, precision: int, scale: int) -> int:
    """``exp((ln n - ln d) · exponent) · scale`` in fixed point, where the base is ``n / d``.

    The bits behind the point are those asked for, but at least 32 and at least 8 more than the scale has. The
    exponential is rounded to them, half away from zero; every other division rounds down.
    """
    working = Precision(max(precision, MINIMUM_PRECISION, scale.bit_length() + SCALE_HEADROOM))
    ln_two = logarithm_of_two(working)
    logarithm_of_base = logarithm(base.numerator, ln_two, working) - logarithm(base.denominator, ln_two, working)
    power = exponential(logarithm_of_base * exponent.numerator // exponent.denominator, working)
    return rounded(power) * scale >> working.bits
