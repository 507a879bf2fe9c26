"""A unit of work to compare speeds by on machines whose clocks cannot be compared.

One yardstick is a fixed piece of 64-bit integer work in numpy: four multiplications each followed by a shift, and one
division, over 2**18 numbers, and a sort of 2**16. The times of the production code were measured in it.
"""

import statistics
import time
from collections.abc import Callable

import numpy as np

from subtensor_spec.vectorised.words.arrays import HALF

NUMBERS, SORTED = 1 << 18, 1 << 16
WARM_UP = 1


class Yardstick:
    """The numbers to work on, and the memory for the results."""

    def __init__(self) -> None:
        draw = np.random.default_rng(0)
        self._left = draw.integers(0, 1 << 31, size=NUMBERS, dtype=np.uint64)
        self._right = draw.integers(1, 1 << 31, size=NUMBERS, dtype=np.uint64)
        self._keys = draw.integers(0, 1 << 60, size=SORTED, dtype=np.int64)
        self._product = np.empty_like(self._left)
        self._order = np.empty_like(self._keys)

    def work(self) -> None:
        """Do the work of one yardstick."""
        product = self._product
        np.copyto(product, self._left)
        for _ in range(4):
            product *= self._right
            product >>= HALF
        np.left_shift(self._left, np.uint64(30), out=product)
        product //= self._right
        np.copyto(self._order, self._keys)
        self._order.sort()

    def milliseconds(self, repeats: int) -> float:
        """Return the median milliseconds of one yardstick."""
        return statistics.median(1e3 * seconds(self.work) for _ in range(WARM_UP + repeats))


def seconds(work: Callable[[], object]) -> float:
    """Return how long a call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
