"""Full products of limbs."""

import numpy as np

from subtensor_spec.vectorised.words.wide.addition import subtract
from subtensor_spec.vectorised.words.wide.limbs import Limbs, Radix, UInt64Array, scale, sign


def multiply_add_limb(limbs: Limbs, factor: UInt64Array, addend: Limbs, radix: Radix) -> Limbs:
    """Return ``limbs * factor + addend``, one limb longer; ``factor`` is one limb, ``addend`` as long as ``limbs``.

    With B for the radix a column is at most (B - 1)² + 2 (B - 1) = B² - 1, which fits.
    """
    result = []
    carry = np.zeros_like(limbs[0])
    for limb, more in zip(limbs, addend, strict=True):
        column = limb * factor + more + carry
        result.append(column & radix.mask)
        carry = column >> radix.shift
    return (*result, carry)


def multiply(left: Limbs, right: Limbs, radix: Radix) -> Limbs:
    """Return the whole product of two unsigned numbers."""
    window: Limbs = (np.zeros_like(left[0]),) * len(left)
    low = []
    for factor in right:
        first, *rest = multiply_add_limb(left, factor, window, radix)
        low.append(first)
        window = tuple(rest)
    return (*low, *window)


def multiply_signed(left: Limbs, right: Limbs, radix: Radix) -> Limbs:
    """Return the whole product of two two's complement numbers of the same length, in two's complement.

    Read as unsigned, a negative number is too large by 2 to the power of its width; the upper half of the product
    is therefore too large by the other factor.
    """
    count = len(left)
    product = multiply(left, right, radix)
    high = subtract(product[count:], scale(right, sign(left, radix)), radix)
    high = subtract(high, scale(left, sign(right, radix)), radix)
    return product[:count] + high
