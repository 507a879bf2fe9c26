"""The wrapping sum of lists of numbers, one list per lane."""

from collections.abc import Sequence

import numpy as np

from subtensor_spec.vectorised.words.wide.formats import Numbers


def wrapping_sums(numbers: Numbers, lengths: Sequence[int]) -> Numbers:
    """Return the sum of each run of numbers, wrapping; the runs follow one another and have the given lengths.

    An empty run sums to zero. All numbers together are fewer than 2 to the 32nd, so that the limbs of a column add
    up within 64 bits, with room for the carry of the column below.
    """
    radix = numbers.format.radix
    sizes = np.asarray(lengths, dtype=np.int64)
    ends = np.cumsum(sizes)
    limbs = []
    carry = np.zeros(sizes.shape, dtype=np.uint64)
    for limb in numbers.limbs:
        running = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(limb, dtype=np.uint64)))
        column = running[ends] - running[ends - sizes] + carry
        limbs.append(column & radix.mask)
        carry = column >> radix.shift
    return Numbers(numbers.format, tuple(limbs))
