"""Shifts of limbs: by one number of places for all lanes, or by a number of its own for each lane."""

import numpy as np

from subtensor_spec.vectorised.words.wide.limbs import Limbs, Radix, UInt64Array, extend_sign, select, sign


def shift_left(limbs: Limbs, places: int, radix: Radix) -> Limbs:
    """Return an unsigned number times ``2 ** places``, with as many limbs more as that needs."""
    whole, rest = divmod(places, radix.bits)
    zero = np.zeros_like(limbs[0])
    moved = (zero,) * whole + limbs
    if not rest:
        return moved
    up, down = np.uint64(rest), np.uint64(radix.bits - rest)
    pairs = zip((zero, *moved), (*moved, zero), strict=True)
    return tuple((high << up & radix.mask) | low >> down for low, high in pairs)


def shift_left_signed(limbs: Limbs, places: int, radix: Radix) -> Limbs:
    """Return a two's complement number times ``2 ** places``, with as many limbs more as that needs."""
    count = len(limbs) + -(-places // radix.bits)
    return shift_left(extend_sign(limbs, count, radix), places, radix)[:count]


def shift_right(limbs: Limbs, places: int, radix: Radix) -> Limbs:
    """Return a two's complement number divided by ``2 ** places`` and rounded down, with the limbs that are left.

    At least one limb is returned, whatever ``places``.
    """
    whole, rest = divmod(places, radix.bits)
    filling = sign(limbs, radix) * radix.mask
    left = limbs[whole:] or (filling,)
    if not rest:
        return left
    up, down = np.uint64(radix.bits - rest), np.uint64(rest)
    pairs = zip(left, (*left[1:], filling), strict=True)
    return tuple(low >> down | (high << up & radix.mask) for low, high in pairs)


def shift_left_each(limbs: Limbs, places: UInt64Array, below: int, radix: Radix) -> Limbs:
    """Return each lane times 2 to the power of its own ``places``, which are fewer than ``below``; wrapping."""
    zero = np.zeros_like(limbs[0])
    whole = places // radix.shift
    step = 1
    while step * radix.bits < below:
        moved = ((zero,) * step + limbs)[: len(limbs)]
        limbs = select((whole & np.uint64(step)) != np.uint64(0), moved, limbs)
        step *= 2
    up = places % radix.shift
    down = radix.shift - up
    pairs = zip((zero, *limbs[:-1]), limbs, strict=True)
    return tuple((high << up & radix.mask) | low >> down for low, high in pairs)


def leading_zeros(limbs: Limbs, radix: Radix) -> UInt64Array:
    """Return how many zero bits stand above the highest set bit; for zero, one less than all bits."""
    top = limbs[-1]
    count = np.zeros_like(top)
    for limb in limbs[-2::-1]:
        # A lane whose upper limbs are all empty looks one limb further down.
        empty = top == np.uint64(0)
        count = np.where(empty, count + radix.shift, count)
        top = np.where(empty, limb, top)
    step = radix.bits // 2
    while step:
        empty = top >> np.uint64(radix.bits - step) == np.uint64(0)
        count = np.where(empty, count + np.uint64(step), count)
        top = np.where(empty, top << np.uint64(step), top)
        step //= 2
    return count
