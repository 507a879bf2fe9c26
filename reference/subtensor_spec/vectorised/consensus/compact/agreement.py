"""Consensus, clipped weights, trust and ranks of a table."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.vectorised.consensus.compact.median import Voters
from subtensor_spec.vectorised.consensus.compact.parts import Workspace, parts
from subtensor_spec.vectorised.consensus.compact.table import Table
from subtensor_spec.vectorised.words.arrays import Int64Array
from subtensor_spec.vectorised.words.i32f32 import ONE
from subtensor_spec.vectorised.words.proportions import divide_integers, scale


@dataclass(frozen=True)
class Agreement:
    """What validators agree on, in raw bits; ``stake``, ``consensus`` and ``ranks`` by column, ``trust`` by row."""

    buying: list[Int64Array]
    """The weights that buy bonds, one table for each part of the columns."""
    consensus: Int64Array
    ranks: Int64Array
    trust: Int64Array


def agreement_of(table: Table, stake: Int64Array, voters: Voters, penalty: int, space: Workspace) -> Agreement:
    """Return what validators agree on; ``stake`` is by row, and like the penalty a proportion.

    Weights are proportions, since none exceeds its row's sum; so is all that follows. A row's clipped weights, and a
    column's times stakes that sum to at most one, do not exceed one either, so their order does not matter. Computes
    YC-sparse/row-normalise, YC-consensus/of-stake, YC-consensus/clip, YC-consensus/validator-trust,
    YC-incentive/ranks.
    """
    rows, columns = table.weights.shape
    consensus, ranks = np.empty(columns, dtype=np.int64), np.empty(columns, dtype=np.int64)
    trust = np.zeros(rows, dtype=np.int64)
    totals, stake = table.weights.sum(axis=1, dtype=np.int64)[:, None], stake[:, None]
    buying = []
    for part in parts(rows, columns):
        weights = divide_integers(table.weights[:, part].astype(np.int64), totals)
        consensus[part] = voters.medians(weights, space)
        clipped = np.minimum(weights, consensus[part], out=space.table("clipped", weights.shape))
        trust += clipped.sum(axis=1)
        ranks[part] = scale(clipped, stake, space.table("ranked", weights.shape)).sum(axis=0)
        buying.append(_mixed(weights, clipped, penalty))
    return Agreement(buying, consensus, ranks, trust)


def _mixed(weights: Int64Array, clipped: Int64Array, penalty: int) -> Int64Array:
    """Return the weights that buy bonds, in the place of ``weights``: mixed with the clipped ones by the penalty.

    A clipped weight is at most the weight, so the mixture weight + penalty * (clipped - weight), rounded down, is the
    weight less penalty * (weight - clipped) rounded up. The penalty is below one, so that adding all but one bit of
    the last place, to round up, does not leave the word. Computes YC-bonds/penalty.
    """
    if penalty == ONE:
        weights[...] = clipped
    elif penalty:
        lost = np.subtract(weights, clipped, out=clipped).view(np.uint64)
        lost *= np.uint64(penalty)
        lost += np.uint64(ONE - 1)
        lost >>= np.uint64(32)
        weights -= clipped
    return weights
