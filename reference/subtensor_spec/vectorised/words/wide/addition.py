"""Sums, differences, negation and comparison of limbs, all by one carry chain.

A difference is the sum with the complement plus one, so no intermediate value is ever negative.
"""

import numpy as np

from subtensor_spec.vectorised.words.wide.limbs import ONE, ZERO, Limbs, Mask, Radix, UInt64Array, sign


def add_carrying(left: Limbs, right: Limbs, carry: UInt64Array, radix: Radix) -> tuple[Limbs, UInt64Array]:
    """Return the limbs of ``left + right + carry`` and the carry (0 or 1) out of the top limb.

    A column is at most two limbs and one.
    """
    total = []
    for one, other in zip(left, right, strict=True):
        column = one + other + carry
        total.append(column & radix.mask)
        carry = column >> radix.shift
    return tuple(total), carry


def add(left: Limbs, right: Limbs, radix: Radix) -> Limbs:
    """Return ``left + right``, wrapping."""
    return add_carrying(left, right, ZERO, radix)[0]


def complement(limbs: Limbs, radix: Radix) -> Limbs:
    """Return every bit turned over."""
    return tuple(radix.mask - limb for limb in limbs)


def subtract_carrying(left: Limbs, right: Limbs, radix: Radix) -> tuple[Limbs, UInt64Array]:
    """Return ``left - right``, wrapping, and 1 where ``left >= right`` as unsigned numbers, else 0."""
    return add_carrying(left, complement(right, radix), ONE, radix)


def subtract(left: Limbs, right: Limbs, radix: Radix) -> Limbs:
    """Return ``left - right``, wrapping."""
    return subtract_carrying(left, right, radix)[0]


def negate_where(limbs: Limbs, flag: UInt64Array, radix: Radix) -> Limbs:
    """Return ``-limbs``, wrapping, where ``flag`` is 1, and ``limbs`` where it is 0."""
    turned = flag * radix.mask
    negated = []
    carry = flag
    for limb in limbs:
        column = (limb ^ turned) + carry
        negated.append(column & radix.mask)
        carry = column >> radix.shift
    return tuple(negated)


def magnitude(limbs: Limbs, radix: Radix) -> Limbs:
    """Return the absolute value of a two's complement number as an unsigned one; the minimum has one too."""
    return negate_where(limbs, sign(limbs, radix), radix)


def less(left: Limbs, right: Limbs, radix: Radix) -> Mask:
    """Tell where ``left < right`` as unsigned numbers."""
    return np.equal(subtract_carrying(left, right, radix)[1], np.uint64(0))


def less_signed(left: Limbs, right: Limbs, radix: Radix) -> Mask:
    """Tell where ``left < right`` in two's complement: turning the sign bits over makes it the unsigned question."""
    turned = np.uint64(1) << radix.top
    return less((*left[:-1], left[-1] ^ turned), (*right[:-1], right[-1] ^ turned), radix)
