"""A table in parts of some columns each, small enough to stay in a processor's cache from one step to the next."""

from collections.abc import Iterator

import numpy as np

from subtensor_spec.vectorised.words.arrays import Int64Array

PART_CELLS = 1 << 15
"""At 8 bytes a cell a handful of parts of this size fit the second-level cache."""


def parts(rows: int, columns: int) -> Iterator[slice]:
    """Cut a table's columns into slices of about :data:`PART_CELLS` cells."""
    width = max(PART_CELLS // max(rows, 1), 1)
    for start in range(0, columns, width):
        yield slice(start, min(start + width, columns))


class Workspace:
    """Memory for intermediate values of one part, used again for the next."""

    def __init__(self, rows: int, columns: int) -> None:
        widest = max((part.stop - part.start for part in parts(rows, columns)), default=0)
        self._buffers: dict[str, Int64Array] = {}
        self._cells = rows * widest

    def table(self, name: str, shape: tuple[int, ...]) -> Int64Array:
        """Return a table of the given shape; what was in the one of the same name is lost."""
        if name not in self._buffers:
            self._buffers[name] = np.empty(self._cells, dtype=np.int64)
        return self._buffers[name][: shape[0] * shape[1]].reshape(shape)
