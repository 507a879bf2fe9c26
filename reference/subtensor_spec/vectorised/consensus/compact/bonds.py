"""What both kinds of Yuma do with bonds in a table."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.vectorised.consensus.compact.parts import Workspace, parts
from subtensor_spec.vectorised.consensus.stored import UInt16Array
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array
from subtensor_spec.vectorised.words.i32f32 import ONE
from subtensor_spec.vectorised.words.proportions import scale


@dataclass(frozen=True)
class Bonds:
    """The bonds after an epoch, as a table."""

    shares: list[Int64Array]
    """Each bond as a share of all in its neuron, a proportion in raw bits; one table for each part of the columns."""
    stored: UInt16Array
    present: BoolArray
    """Which bonds are stored, zeros among them."""


def average(new: Int64Array, old: Int64Array, alpha: int) -> Int64Array:
    """Set ``new`` to alpha * new + (1 - alpha) * old, all proportions; ``old`` is used up (YC-sparse/average)."""
    scale(new, np.array([alpha], dtype=np.int64), new)
    scale(old, np.array([ONE - alpha], dtype=np.int64), old)
    new += old
    return new


def paid_by_incentive(bonds: Bonds, incentive: Int64Array, space: Workspace) -> Int64Array:
    """Return, by row, the sum of shares times incentive; incentives are proportions that sum to at most one.

    No share exceeds one, so a row's sum does not either, and the order of adding does not matter. Products of zero
    add nothing, so it is all one whether they are dropped. Computes YC-yuma2/dividends and YC-yuma3/total-bonds
    before stake.
    """
    rows, columns = bonds.stored.shape
    paid = np.zeros(rows, dtype=np.int64)
    for part, shares in zip(parts(rows, columns), bonds.shares, strict=True):
        paid += scale(shares, incentive[part], space.table("paid", shares.shape)).sum(axis=1)
    return paid
