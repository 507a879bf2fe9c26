"""The weighted median of a table's columns when stakes are proportions."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.vectorised.consensus.compact.parts import Workspace
from subtensor_spec.vectorised.consensus.matrix.vectors import normalised
from subtensor_spec.vectorised.words.arrays import Int64Array
from subtensor_spec.vectorised.words.i32f32_sums import wrapping_sum


@dataclass(frozen=True)
class Voters:
    """The neurons with active stake, and what decides between them."""

    rows: Int64Array
    """The rows of the table that have stake, in order."""
    shares: Int64Array
    """Their shares of all active stake."""
    threshold: int
    """What a score's stake, with that of all lesser scores in the table, must exceed for it to be the median."""
    absent: bool
    """Whether neurons outside the table have stake; they score zero everywhere."""

    @classmethod
    def of(cls, active: Int64Array, uids: Int64Array, majority: int) -> "Voters":
        """Return the voters among a table's rows. Active stakes are proportions that add up to one at most.

        Their shares are then proportions that do so, too: the minority, their sum less the majority, does not saturate.
        """
        voting = active > 0
        shares = np.zeros_like(active)
        shares[voting] = normalised(active[voting])
        rows = np.flatnonzero(voting[uids])
        of_rows = shares[uids[rows]]
        minority = wrapping_sum(shares) - majority
        outside = wrapping_sum(shares) - wrapping_sum(of_rows)
        return cls(rows, of_rows, minority - outside, int(voting.sum()) > rows.size)

    def medians(self, scores: Int64Array, space: Workspace) -> Int64Array:
        """Return each column's median, given the scores of all rows by all columns; scores are proportions.

        It is the least score whose stake, with that of all lesser ones, exceeds the minority, else the greatest score
        (``vectorised.math.median`` shows why). Scores are sorted as numbers that carry the voter's place below them.
        Neurons outside the table come first, with score zero.
        """
        columns, voters = scores.shape[1], self.rows.size
        if not voters or (self.absent and self.threshold < 0):
            return np.zeros(columns, dtype=np.int64)
        places = max(voters - 1, 1).bit_length()
        keys = space.table("keys", (columns, voters))
        np.left_shift((scores if voters == scores.shape[0] else scores[self.rows]).T, places, out=keys)
        keys |= np.arange(voters)
        keys.sort(axis=1)
        if wrapping_sum(self.shares) <= self.threshold:
            return keys[:, -1] >> places
        order = np.bitwise_and(keys, (1 << places) - 1, out=space.table("order", keys.shape))
        stake = np.take(self.shares, order, out=space.table("stake", keys.shape), mode="clip")
        np.cumsum(stake, axis=1, out=stake)
        first = np.argmax(stake > self.threshold, axis=1)
        found: Int64Array = keys[np.arange(columns), first]
        return found >> places
