"""Powers of ratios: exact where promised, near the true power where not, and what the series do out of their depth."""

from fractions import Fraction

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic.decimals import Ratio, ratio_power
from subtensor_spec.arithmetic.decimals.fixed_series import (
    GUARD_BITS,
    Precision,
    exponential,
    logarithm,
    logarithm_of_two,
    rounded,
)
from subtensor_spec.arithmetic.decimals.powers import integer_root

SCALE = 10**18
U64 = st.integers(1, 2**64 - 1)


@given(U64, U64, st.integers(1, 12), st.integers(1, 12), st.sampled_from([1, 1000, SCALE]))
@settings(deadline=None)
def test_a_small_exponent_gives_the_floor_of_the_true_power(a: int, b: int, p: int, q: int, scale: int) -> None:
    """``result ≤ (a/b)^(p/q) · scale < result + 1``, checked without a root."""
    found = ratio_power(Ratio(a, b), Ratio(p, q), 256, scale)
    assert found is not None
    target = Fraction(a, b) ** p * Fraction(scale) ** q
    assert Fraction(found) ** q <= target < Fraction(found + 1) ** q


@given(
    st.integers(10**3, 2**64 - 1),
    st.integers(1, 10**6),
    st.integers(10**16, 99 * 10**16),
    st.sampled_from([64, 256, 1024]),
)
@settings(deadline=None, max_examples=60)
def test_an_approximate_power_is_within_a_part_of_the_true_one(a: int, ratio: int, weight: int, precision: int) -> None:
    """Over the weights of a pool, for bases up to a million either way: within one part of 10¹⁸ of the power."""
    b = max(a * 1000 // ratio, 1)
    exponent = Ratio(weight, SCALE)
    found = ratio_power(Ratio(a, b), exponent, precision, SCALE)
    assert found is not None
    with mpmath.workdps(60):
        true = mpmath.power(mpmath.mpf(a) / b, mpmath.mpf(weight) / SCALE) * SCALE
        assert abs(found - true) <= 1 + true * mpmath.mpf(10) ** -18


@pytest.mark.parametrize(
    ("base", "exponent", "scale", "found"),
    [
        (Ratio(7, 0), Ratio(1, 2), SCALE, None),
        (Ratio(7, 3), Ratio(1, 0), SCALE, None),
        (Ratio(0, 0), Ratio(1, 2), SCALE, None),
        (Ratio(0, 3), Ratio(0, 2), SCALE, 0),
        (Ratio(0, 3), Ratio(1, 2), -1, 0),
        (Ratio(7, 3), Ratio(1, 2), -1, None),
        (Ratio(-7, -3), Ratio(1, 2), SCALE, None),
        (Ratio(7, 3), Ratio(-1, 2), SCALE, None),
        (Ratio(7, 3), Ratio(0, 2), SCALE, SCALE),
        (Ratio(7, 3), Ratio(1, 2), 0, 0),
        (Ratio(2, 3), Ratio(1, 2), 1000, 816),
    ],
)
def test_the_cases_without_a_power_come_in_this_order(
    base: Ratio, exponent: Ratio, scale: int, found: int | None
) -> None:
    """Denominators first, then a base of zero, then signs, then an exponent of zero: 0⁰ is 0."""
    assert ratio_power(base, exponent, 256, scale) == found


def test_the_exponent_is_reduced_before_it_is_judged_small() -> None:
    """Half weights of 18 digits are one over one, so the pool of equal weights is computed exactly."""
    half = 5 * 10**17
    assert ratio_power(Ratio(1, 3), Ratio(half, half), 0, SCALE) == SCALE // 3
    assert ratio_power(Ratio(1, 3), Ratio(1024, 1025), 256, SCALE) != ratio_power(Ratio(1, 3), Ratio(1, 1), 256, SCALE)


def test_precision_has_a_floor_that_the_scale_raises() -> None:
    """Asking for no bits gives at least 32, and eight more than the scale has."""
    base, exponent = Ratio(10, 7), Ratio(1, 2000)
    assert ratio_power(base, exponent, 0, SCALE) == ratio_power(base, exponent, 68, SCALE)
    assert ratio_power(base, exponent, 0, 1) == ratio_power(base, exponent, 32, 1)


@given(st.integers(0, 10**60), st.integers(1, 40))
@settings(deadline=None)
def test_an_integer_root_is_the_greatest(value: int, degree: int) -> None:
    root = integer_root(value, degree)
    assert root**degree <= value < (root + 1) ** degree


@given(st.integers(1, 2**128), st.sampled_from([32, 68, 256]))
@settings(deadline=None, max_examples=60)
def test_a_logarithm_is_near_the_true_one(value: int, bits: int) -> None:
    """The error is below a few units of the requested precision for each doubling in the value."""
    precision = Precision(bits)
    found = logarithm(value, logarithm_of_two(precision), precision)
    with mpmath.workprec(bits + 200):
        true = mpmath.log(value) * precision.one
        assert abs(found - true) < (value.bit_length() + 2) << (GUARD_BITS + 1)


def test_rounding_takes_a_half_away_from_zero() -> None:
    half, unit = 1 << (GUARD_BITS - 1), 1 << GUARD_BITS
    assert [rounded(x) for x in (half - 1, half, unit + half, -half, -half + 1)] == [0, 1, 2, -1, 0]


def test_the_exponential_of_a_great_negative_number_is_noise() -> None:
    """A behaviour: no argument is reduced, so at 256 bits the series fails below about -138, where the power is 0.

    Beyond the greatest number of terms the last one decides, and its sign is that of the count of terms.
    """
    at_256, at_257 = Precision(256), Precision(257)
    found = [rounded(exponential(-x * at_256.one, at_256)) * SCALE >> 256 for x in (100, 137, 139, 150, 600)]
    assert found[:2] == [0, 0]
    assert found[2] > 0
    assert found[3] > 10**6
    assert found[4] > 2**64
    assert rounded(exponential(-600 * at_257.one, at_257)) < 0
