"""Array types of the numpy path, and what every kernel asks of an array."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

Int64Array = npt.NDArray[np.int64]
"""I32F32 values in raw bits, or indices."""

UInt64Array = npt.NDArray[np.uint64]
"""Blocks, rao, and products of two proportions."""

BoolArray = npt.NDArray[np.bool_]

WORD = 1 << 64
"""One more than an unsigned 64-bit word holds."""

HALF = np.uint64(32)
"""How many bits half a word has, to shift unsigned words by."""

LOW_HALF = np.uint64((1 << 32) - 1)
"""Mask of the lower half of an unsigned word."""


def bounds(values: npt.NDArray[Any]) -> tuple[int, int]:
    """Return the least and the greatest element as Python integers; 0 and 0 if there is none."""
    if not values.size:
        return 0, 0
    return int(values.min()), int(values.max())


def as_int64(values: Iterable[int]) -> Int64Array:
    """Return raw bits of 64-bit signed numbers as an array."""
    return np.array(list(values), dtype=np.int64)


def as_uint64(values: Iterable[int]) -> UInt64Array:
    """Return u64 numbers as an array."""
    return np.array(list(values), dtype=np.uint64)


def at_columns(vector: npt.NDArray[Any], columns: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return the vector's element for each column, zero for a column beyond its end."""
    if not vector.size:
        return np.zeros(columns.shape, dtype=vector.dtype)
    found: npt.NDArray[Any] = vector[np.minimum(columns, vector.size - 1)]
    return np.where(columns < vector.size, found, np.zeros(1, dtype=vector.dtype))


def padded(vector: npt.NDArray[Any], length: int, filler: int) -> npt.NDArray[Any]:
    """Return exactly ``length`` elements: the first ones of the vector, then the filler."""
    kept = vector[:length]
    return np.concatenate([kept, np.full(length - kept.size, filler, dtype=vector.dtype)])
