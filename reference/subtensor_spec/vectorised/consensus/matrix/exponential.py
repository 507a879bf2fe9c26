"""The exponential and logarithm of I32F32 on whole arrays, and the sigmoids built on them."""

from collections.abc import Callable

import numpy as np

from subtensor_spec.vectorised.words.arrays import HALF as HALF_WORD
from subtensor_spec.vectorised.words.arrays import LOW_HALF, WORD, Int64Array, UInt64Array
from subtensor_spec.vectorised.words.i32f32 import FRACTION_BITS, ONE, add, multiply, safe_divide, scalar, subtract
from subtensor_spec.vectorised.words.proportions import reciprocal
from subtensor_spec.vectorised.words.wide import logarithm
from subtensor_spec.vectorised.words.wide.formats import I32F32, Numbers, choose

LIMIT = 20 * ONE
"""Arguments of the safe exponential are brought between plus and minus this."""

E = 11_674_931_200
"""What exp of exactly one gives, in bits: e with 23 fraction bits."""

HALF = ONE // 2
TERMS = 32
"""The Taylor series ends before this power, the number of fraction bits."""


def exp_safe(values: Int64Array) -> Int64Array:
    """Return the exponential of each value, brought between -20 and 20 first (TF-exp/safe).

    That of a negative value is one over that of its magnitude, rounded down. The magnitude's is at least one.
    """
    values = np.minimum(np.maximum(values, -LIMIT), LIMIT)
    sign = values >> 63
    series = exp_series(((values ^ sign) - sign).view(np.uint64)).view(np.int64)
    series ^= (series ^ reciprocal(series.view(np.uint64)).view(np.int64)) & sign
    series[values == 0] = ONE
    series[values == ONE] = E
    return series


def exp_series(values: UInt64Array) -> UInt64Array:
    """Return 1 + x + x²/2! + …, every product and quotient rounded down to a bit, for magnitudes x up to 20."""
    greatest = int(values.max(initial=0))
    bounds = term_bounds(greatest)
    step = _step(values, greatest, bounds)
    term = values.copy()
    total = values + np.uint64(ONE)
    for number, bound in enumerate(bounds[1:], start=2):
        if bounds[number - 2] * greatest < WORD:
            # Both divisions, by 2**32 and by the number, are one.
            term *= values
            term //= np.uint64(number << FRACTION_BITS)
        else:
            step(term, number)
        if bound == 0:
            break
        total += term
    return total


def term_bounds(greatest: int) -> list[int]:
    """Return the terms of the series for the greatest magnitude, from the first power on.

    All steps preserve order, so they bound the terms of lesser magnitudes: they say how many words a product of term
    and magnitude needs, and when all terms have become zero, which they then stay.
    """
    bounds = [greatest]
    for number in range(2, TERMS):
        bounds.append((bounds[-1] * greatest >> FRACTION_BITS) // number)
    return bounds


def _step(values: UInt64Array, greatest: int, bounds: list[int]) -> Callable[[UInt64Array, int], None]:
    """Return what replaces terms t in place by ``floor(floor(t * x / 2**32) / number)`` where t * x does not fit a
    word.

    With x = a * 2**s + b and s such that t * b does fit, ``floor(t * x / 2**s)`` is ``t * a + floor(t * b / 2**s)``,
    and what is left of both divisions is again one. If that sum does not fit either (x above 12 or so), x is split at
    its point and the term as well: ``floor(t * x / 2**32)`` always fits, as it is below 20**20 / 19! * 2**32.
    """
    wide = [bound for bound in bounds if bound * greatest >= WORD]
    places = min(64 - max(wide, default=1).bit_length(), FRACTION_BITS)
    if max(wide, default=0) * greatest >> places < WORD:
        high, low, carried = values >> np.uint64(places), values & np.uint64((1 << places) - 1), np.empty_like(values)

        def advance(term: UInt64Array, number: int) -> None:
            np.multiply(term, low, out=carried)
            np.right_shift(carried, np.uint64(places), out=carried)
            term *= high
            term += carried
            term //= np.uint64(number << (FRACTION_BITS - places))

        return advance
    whole, fraction = values >> HALF_WORD, values & LOW_HALF

    def advance_wide(term: UInt64Array, number: int) -> None:
        low_part = (term & LOW_HALF) * fraction >> HALF_WORD
        term[...] = (term * whole + (term >> HALF_WORD) * fraction + low_part) // np.uint64(number)

    return advance_wide


def safe_ln(values: Int64Array) -> Int64Array:
    """Return the natural logarithm, zero where there is none (TF-ln/safe)."""
    numbers = Numbers.from_uint64(I32F32, np.ascontiguousarray(values).view(np.uint64))
    result, present = logarithm.ln(numbers, I32F32)
    low, high = np.broadcast_arrays(*choose(present, result, Numbers.all_equal(I32F32, 0)).limbs)
    bits: UInt64Array = (high << HALF_WORD) | low
    return bits.view(np.int64)


def sigmoid_safe(values: Int64Array, rho: Int64Array, kappa: Int64Array) -> Int64Array:
    """Return ``1 / (1 + exp(-rho * (value - kappa)))``, each step rounded and saturated (TF-sigmoid/safe)."""
    exponent = multiply(multiply(rho, scalar(-ONE)), subtract(values, kappa))
    return safe_divide(scalar(ONE), add(exp_safe(exponent), scalar(ONE)))


def alpha_sigmoid(
    consensus: Int64Array,
    weight: Int64Array,
    bond: Int64Array,
    alpha_low: Int64Array,
    alpha_high: Int64Array,
    steepness: Int64Array,
) -> Int64Array:
    """Return the alpha of liquid alpha for each weight and old bond (YC-liquid-alpha/sigmoid).

    The sigmoid's divisor is at least one, so that a saturating and a safe division agree.
    """
    zero, one = scalar(0), scalar(ONE)
    buying = np.minimum(np.maximum(subtract(weight, consensus), zero), one)
    selling = np.minimum(np.maximum(subtract(bond, weight), zero), one)
    difference = np.where(weight >= bond, buying, selling)
    factor = safe_divide(steepness, scalar(-100 * ONE))
    sigmoid = safe_divide(one, add(one, exp_safe(multiply(factor, difference - HALF))))
    alpha = add(alpha_low, multiply(sigmoid, subtract(alpha_high, alpha_low)))
    return np.maximum(np.minimum(alpha, alpha_high), alpha_low)
