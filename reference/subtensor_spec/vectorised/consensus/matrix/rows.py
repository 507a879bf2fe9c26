"""Matrices whose rows differ in length, as arrays: where each row starts, the column and the value of each entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

import numpy as np

from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array

KEY_BITS = 17
"""Columns are below 2**16; one bit more keeps keys of neighbouring rows apart."""


@dataclass(frozen=True)
class SparseRows:
    """A sparse matrix of I32F32 in raw bits, rows in order and entries in the order of their row.

    Rows may be unsorted and name a column twice. Nothing changes these arrays once they are in here.
    """

    starts: Int64Array
    """Where each row's entries start, and at the end their number."""
    columns: Int64Array
    values: Int64Array

    @classmethod
    def from_lists(cls, rows: Sequence[Sequence[tuple[int, int]]]) -> "SparseRows":
        """Return the matrix whose rows are lists of ``(column, bits)``."""
        starts = starts_of([len(row) for row in rows])
        entries = np.array(list(chain.from_iterable(rows)), dtype=np.int64).reshape(-1, 2)
        return cls(starts, entries[:, 0].copy(), entries[:, 1].copy())

    def to_lists(self) -> list[list[tuple[int, int]]]:
        """Return the rows as lists of ``(column, bits)``."""
        entries = list(zip(self.columns.tolist(), self.values.tolist(), strict=True))
        return [entries[start:end] for start, end in self._spans()]

    def _spans(self) -> Iterator[tuple[int, int]]:
        starts = self.starts.tolist()
        return pairwise(starts)

    @property
    def count(self) -> int:
        """The number of rows."""
        return self.starts.size - 1

    @cached_property
    def lengths(self) -> Int64Array:
        """The number of entries of each row."""
        return np.diff(self.starts)

    @cached_property
    def rows(self) -> Int64Array:
        """The row of each entry."""
        return np.repeat(np.arange(self.count), self.lengths)

    @cached_property
    def keys(self) -> Int64Array:
        """A number for each entry's place, in order of rows and then columns."""
        return (self.rows << KEY_BITS) | self.columns

    def with_values(self, values: Int64Array) -> "SparseRows":
        """Return the same places with other values."""
        return SparseRows(self.starts, self.columns, values)

    def keep(self, mask: BoolArray) -> "SparseRows":
        """Return the matrix without the entries for which the mask does not hold."""
        before = np.zeros(mask.size + 1, dtype=np.int64)
        np.cumsum(mask, out=before[1:])
        return SparseRows(before[self.starts], self.columns[mask], self.values[mask])

    def first_rows(self, count: int) -> "SparseRows":
        """Return the matrix with exactly ``count`` rows: its first ones, then empty ones."""
        kept = self.starts[: count + 1]
        end = int(kept[-1])
        starts = np.concatenate([kept, np.full(count + 1 - kept.size, end, dtype=np.int64)])
        return SparseRows(starts, self.columns[:end], self.values[:end])

    def last_of_each_place(self) -> "SparseRows":
        """Return the matrix sorted by column, with only the last of several entries in one place."""
        order = np.argsort(self.keys, kind="stable")
        keys = self.keys[order]
        last = np.ones(keys.size, dtype=np.bool_)
        np.not_equal(keys[1:], keys[:-1], out=last[:-1])
        return SparseRows(self.starts, self.columns[order], self.values[order]).keep(last)


def starts_of(lengths: Sequence[int] | Int64Array) -> Int64Array:
    """Return where runs of the given lengths start, and the sum of them."""
    starts = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(np.asarray(lengths, dtype=np.int64), out=starts[1:])
    return starts


def from_keys(keys: Int64Array, values: Int64Array, count: int) -> SparseRows:
    """Return the matrix of ``count`` rows with the given values at the given places; keys are in order."""
    starts = np.searchsorted(keys, np.arange(count + 1) << KEY_BITS)
    return SparseRows(starts, keys & ((1 << KEY_BITS) - 1), values)


def found_at(matrix: SparseRows, keys: Int64Array) -> Int64Array:
    """Return the value at each place, zero where there is none; the matrix has no place twice and rows are sorted."""
    if not matrix.keys.size:
        return np.zeros(keys.size, dtype=np.int64)
    index = np.minimum(np.searchsorted(matrix.keys, keys), matrix.keys.size - 1)
    return np.where(matrix.keys[index] == keys, matrix.values[index], 0)


@dataclass(frozen=True)
class Columns:
    """The entries of a matrix in columns 0 to ``count - 1``, in order of columns and then rows."""

    order: Int64Array
    """For each of them its index in the matrix."""
    starts: Int64Array
    """Where each column starts in ``order``."""

    @classmethod
    def of(cls, matrix: SparseRows, count: int) -> "Columns":
        """Sort a matrix's entries by column; entries of one column keep their order."""
        order = np.argsort(matrix.columns.astype(np.uint16), kind="stable")
        columns = matrix.columns[order]
        return cls(order, np.searchsorted(columns, np.arange(count + 1)))
