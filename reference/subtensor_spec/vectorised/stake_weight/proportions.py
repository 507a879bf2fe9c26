"""Stored 64-bit proportions on the scale of U96F32."""

from typing import TypeVar

from subtensor_spec.arithmetic import U64
from subtensor_spec.vectorised.words.integers import Integers, UInt64Array

Stored = TypeVar("Stored", UInt64Array, Integers)


def proportion_of_u64(stored: Stored) -> Stored:
    """Return stored proportions in units of ``2**-32``, from 0 to ``2**32``.

    With ``stored = a · 2**32 + b`` and ``b < 2**32`` the exact quotient ``stored · 2**32 / (2**64 - 1)`` is
    ``a + b / 2**32`` and at most ``2**-32`` more, which reaches the next integer only if all 64 bits are set.
    """
    proportion: Stored = (stored >> 32) + (stored == U64.MAX)
    return proportion
