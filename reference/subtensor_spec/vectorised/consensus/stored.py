"""Stored rows of weights or bonds in the numpy path's own form."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from subtensor_spec.vectorised.consensus.matrix.rows import SparseRows, starts_of
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array

UInt16Array = npt.NDArray[np.uint16]


@dataclass(frozen=True)
class StoredRows:
    """Rows of ``(uid, u16)`` entries as the chain stores them: unsorted, repeated and unknown uids are possible.

    Row i holds the entries from ``starts[i]`` up to ``starts[i + 1]``.
    """

    starts: Int64Array
    columns: UInt16Array
    values: UInt16Array

    @classmethod
    def from_lists(cls, rows: Sequence[Sequence[tuple[int, int]]]) -> "StoredRows":
        """Return the rows given as lists of ``(uid, u16)``."""
        starts = starts_of([len(row) for row in rows])
        flat = chain.from_iterable(chain.from_iterable(rows))
        entries = np.fromiter(flat, dtype=np.uint16, count=2 * int(starts[-1])).reshape(-1, 2)
        return cls(starts, entries[:, 0].copy(), entries[:, 1].copy())

    def to_lists(self) -> list[list[tuple[int, int]]]:
        """Return the rows as lists of ``(uid, u16)``."""
        entries = list(zip(self.columns.tolist(), self.values.tolist(), strict=True))
        starts = self.starts.tolist()
        return [entries[start:end] for start, end in pairwise(starts)]

    @property
    def count(self) -> int:
        """The number of rows."""
        return self.starts.size - 1

    @property
    def lengths(self) -> Int64Array:
        """The number of entries of each row."""
        return np.diff(self.starts)

    def first_rows(self, count: int) -> "StoredRows":
        """Return exactly ``count`` rows: the first ones, then empty ones."""
        kept = self.starts[: count + 1]
        end = int(kept[-1])
        starts = np.concatenate([kept, np.full(count + 1 - kept.size, end, dtype=np.int64)])
        return StoredRows(starts, self.columns[:end], self.values[:end])

    def only(self, mask: BoolArray) -> "StoredRows":
        """Return the rows with those emptied for which the mask, one entry per row, does not hold."""
        if mask.all():
            return self
        entries = np.repeat(mask, self.lengths)
        starts = starts_of(np.where(mask, self.lengths, 0))
        return StoredRows(starts, self.columns[entries], self.values[entries])

    def ascending(self) -> bool:
        """Tell whether every row is sorted and names no uid twice."""
        rises = np.zeros(self.columns.size + 1, dtype=np.bool_)
        np.greater(self.columns[1:], self.columns[:-1], out=rises[1:-1])
        rises[self.starts] = True
        return bool(rises.all())

    def to_numbers(self) -> SparseRows:
        """Return the entries as whole numbers in I32F32."""
        return SparseRows(self.starts, self.columns.astype(np.int64), self.values.astype(np.int64) << 32)
