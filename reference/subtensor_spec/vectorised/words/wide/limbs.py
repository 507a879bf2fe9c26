"""Wide integers of many lanes: limbs, least significant first, each limb of all lanes one ``uint64`` array.

A limb of the chain's formats holds 32 bits, so a ``uint64`` has room for the product of two limbs and two limbs
more: no operation of this package leaves the range of ``uint64``. Integers are unsigned or in two's complement;
the caller knows which. Every function takes the radix, because the proofs run the same code at a smaller one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

UInt64Array = npt.NDArray[np.uint64]
"""One limb of every lane, or a number of every lane that fits 64 bits."""

Mask = npt.NDArray[np.bool_]
"""One truth value per lane."""

Lanes = npt.NDArray[np.intp]
"""Some of the lanes, by index."""

Limbs = tuple[UInt64Array, ...]
"""A wide integer per lane, least significant limb first."""


@dataclass(frozen=True)
class Radix:
    """How many bits a limb holds: a power of two, 32 at most."""

    bits: int

    @cached_property
    def shift(self) -> np.uint64:
        """The width of a limb, to shift by."""
        return np.uint64(self.bits)

    @cached_property
    def mask(self) -> np.uint64:
        """The largest limb."""
        return np.uint64((1 << self.bits) - 1)

    @cached_property
    def top(self) -> np.uint64:
        """How far the top bit of a limb stands from its lowest."""
        return np.uint64(self.bits - 1)


RADIX = Radix(32)
"""The radix of every format of the chain."""

ZERO: UInt64Array = np.zeros(1, dtype=np.uint64)
ONE: UInt64Array = np.ones(1, dtype=np.uint64)

_LIMB_BYTES = RADIX.bits // 8


def from_integers(values: Sequence[int], count: int) -> Limbs:
    """Return Python integers as ``count`` limbs of 32 bits, modulo ``2 ** (32 * count)``."""
    size = count * _LIMB_BYTES
    modulo = (1 << 8 * size) - 1
    packed = b"".join([(value & modulo).to_bytes(size, "little") for value in values])
    table = np.frombuffer(packed, dtype="<u4").reshape(len(values), count)
    return tuple(table[:, index].astype(np.uint64) for index in range(count))


def to_integers(limbs: Limbs, *, signed: bool) -> list[int]:
    """Return limbs of 32 bits as Python integers, read as two's complement if ``signed``."""
    size = len(limbs) * _LIMB_BYTES
    packed = np.stack(np.broadcast_arrays(*limbs), axis=1).astype("<u4").tobytes()
    starts = range(0, len(packed), size)
    return [int.from_bytes(packed[start : start + size], "little", signed=signed) for start in starts]


def constant(value: int, count: int, radix: Radix) -> Limbs:
    """Return one integer, modulo what ``count`` limbs hold, that stands for any number of lanes."""
    mask = (1 << radix.bits) - 1
    return tuple(np.array([value >> radix.bits * index & mask], dtype=np.uint64) for index in range(count))


def select(mask: Mask, chosen: Limbs, otherwise: Limbs) -> Limbs:
    """Return ``chosen`` in the lanes where ``mask`` holds, ``otherwise`` elsewhere."""
    return tuple(np.where(mask, one, other) for one, other in zip(chosen, otherwise, strict=True))


def scale(limbs: Limbs, flag: UInt64Array) -> Limbs:
    """Return the limbs where ``flag`` is 1 and zero where it is 0."""
    return tuple(limb * flag for limb in limbs)


def sign(limbs: Limbs, radix: Radix) -> UInt64Array:
    """Return the top bit of every lane: 1 for a negative number in two's complement, else 0."""
    return limbs[-1] >> radix.top


def is_zero(limbs: Limbs) -> Mask:
    """Tell in which lanes every limb is zero."""
    union = limbs[0]
    for limb in limbs[1:]:
        union = union | limb
    return np.equal(union, np.uint64(0))


def is_all_ones(limbs: Limbs, radix: Radix) -> Mask:
    """Tell in which lanes every bit is set."""
    common = limbs[0]
    for limb in limbs[1:]:
        common = common & limb
    return np.equal(common, radix.mask)


def extend_sign(limbs: Limbs, count: int, radix: Radix) -> Limbs:
    """Return a two's complement number with ``count`` limbs, at least as many as it has."""
    return limbs + (sign(limbs, radix) * radix.mask,) * (count - len(limbs))


def extend(limbs: Limbs, count: int) -> Limbs:
    """Return an unsigned number with ``count`` limbs, at least as many as it has."""
    return limbs + (np.zeros_like(limbs[0]),) * (count - len(limbs))


def take(limbs: Limbs, lanes: Lanes) -> Limbs:
    """Return the lanes of the given indices."""
    return tuple(limb[lanes] for limb in limbs)


def put(limbs: Limbs, lanes: Lanes, values: Limbs) -> Limbs:
    """Return the limbs with the lanes of the given indices replaced."""
    replaced = tuple(limb.copy() for limb in limbs)
    for limb, value in zip(replaced, values, strict=True):
        limb[lanes] = value
    return replaced
