"""The exponential and logarithm of I32F32 on whole arrays, and the sigmoids built on them."""

import numpy as np

from subtensor_spec.vectorised.arrays import HALF as HALF_WORD
from subtensor_spec.vectorised.arrays import LOW_HALF, WORD, Int64Array, UInt64Array
from subtensor_spec.vectorised.i32f32 import FRACTION_BITS, ONE, add, multiply, safe_divide, scalar, subtract
from subtensor_spec.vectorised.wide import logarithm
from subtensor_spec.vectorised.wide.formats import I32F32, Numbers, choose

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


def reciprocal(values: UInt64Array) -> UInt64Array:
    """Return ``floor(2**64 / value)`` for values of at least two bits.

    The quotient of 2**64 - 1 is the same, or one less if the value divides 2**64, which only powers of two do.
    """
    quotient = np.uint64(WORD - 1) // values
    quotient += (values & (values - 1)) == 0
    return quotient


def exp_series(values: UInt64Array) -> UInt64Array:
    """Return 1 + x + x²/2! + …, every product and quotient rounded down to a bit, for magnitudes x up to 20.

    Each term is the last one times x, divided by its number. All steps preserve order, so the terms of the greatest x
    bound those of the others; ``bound`` holds them, and says how many words a product needs, and when all terms have
    become zero.
    """
    greatest = int(values.max(initial=0))
    term, bound = values.copy(), greatest
    total = values + np.uint64(ONE)
    for number in range(2, TERMS):
        _advance(term, values, bound, greatest, number)
        bound = (bound * greatest >> FRACTION_BITS) // number
        if bound == 0:
            break
        total += term
    return total


def _advance(term: UInt64Array, values: UInt64Array, bound: int, greatest: int, number: int) -> None:
    """Replace each term t by ``floor(floor(t * x / 2**32) / number)`` in place; t and x are at most the two bounds.

    If the product fits a word, both divisions are one. If not, t is split in a·2**s + b so that b·x does; then
    ``floor(t * x / 2**s) = a * x + floor(b * x / 2**s)``, and what is left of both divisions is again one. If that
    sum does not fit either (x near 20), x is split at its point as well; the product over 2**32 always fits, as it is
    below 20**20 / 19! * 2**32.
    """
    if bound * greatest < WORD:
        term *= values
        term //= np.uint64(number << FRACTION_BITS)
        return
    places = 64 - greatest.bit_length()
    low = term & np.uint64((1 << places) - 1)
    if bound * greatest >> places < WORD:
        low *= values
        low >>= np.uint64(places)
        term >>= np.uint64(places)
        term *= values
        term += low
        term //= np.uint64(number << (FRACTION_BITS - places))
        return
    whole, fraction = values >> HALF_WORD, values & LOW_HALF
    product = term * whole + (term >> HALF_WORD) * fraction + ((term & LOW_HALF) * fraction >> HALF_WORD)
    np.floor_divide(product, np.uint64(number), out=term)


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
