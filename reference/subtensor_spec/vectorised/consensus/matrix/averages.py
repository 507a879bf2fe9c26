"""Mixtures of two sparse matrices: interpolation, the moving averages of bonds, and liquid alpha; for all inputs."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.vectorised.consensus.matrix.exponential import alpha_sigmoid
from subtensor_spec.vectorised.consensus.matrix.rows import SparseRows, found_at, from_keys
from subtensor_spec.vectorised.words.arrays import Int64Array
from subtensor_spec.vectorised.words.i32f32 import ONE, add, multiply, scalar, subtract
from subtensor_spec.vectorised.words.i32f32_sums import saturating_sums


def interpolated(first: SparseRows, second: SparseRows, columns: int, ratio: int) -> SparseRows:
    """Mix two matrices as first + ratio * (second - first), keeping results above zero (YC-sparse/interpolate).

    A ratio of exactly 0 gives the first, of exactly 1 the second, as do different numbers of rows.
    """
    if ratio == 0:
        return first
    if ratio == ONE or first.count != second.count:
        return second
    start, end = first.last_of_each_place(), second.last_of_each_place()
    keys = np.union1d(start.keys, end.keys)
    a, b = found_at(start, keys), found_at(end, keys)
    mixed = from_keys(keys, add(a, multiply(scalar(ratio), subtract(b, a))), first.count)
    return mixed.keep((mixed.values > 0) & (mixed.columns < columns))


def averaged(new: SparseRows, old: SparseRows, alpha: int) -> SparseRows:
    """Return alpha * new + (1 - alpha) * old where that is above zero (YC-sparse/average).

    Entries in one place add up, saturating: first those of ``new`` in their order, then those of ``old``. Columns
    from the number of rows of ``new`` on do not count.
    """
    old = old.first_rows(new.count)
    remainder = subtract(scalar(ONE), scalar(alpha))
    keys = np.concatenate([new.keys, old.keys])
    terms = np.concatenate([multiply(scalar(alpha), new.values), multiply(remainder, old.values)])
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    begins = np.flatnonzero(np.diff(keys, prepend=-1))
    totals = saturating_sums(terms[order], np.append(begins, keys.size))
    result = from_keys(keys[begins], totals, new.count)
    return result.keep((result.values > 0) & (result.columns < new.count))


def averaged_by_entry(new: SparseRows, old: SparseRows, alphas: SparseRows) -> SparseRows:
    """Average with an alpha for each place, keeping only places that ``new`` names (YC-sparse/average-by-entry).

    If the three differ in their number of rows, ``new`` comes out unchanged.
    """
    if not new.count == old.count == alphas.count:
        return new
    reached = new.keep(new.columns < alphas.lengths[new.rows])
    return average_of_entries(reached, old, alphas.values[alphas.starts[reached.rows] + reached.columns])


def average_of_entries(new: SparseRows, old: SparseRows, alphas: Int64Array) -> SparseRows:
    """Return min(1, (1 - alpha) * old + max(0, alpha * new)) where that is above zero, with an alpha for each entry
    of ``new``.

    Of old entries in one place the last counts.
    """
    previous = found_at(old.last_of_each_place(), new.keys)
    decayed = multiply(subtract(scalar(ONE), alphas), previous)
    gained = np.maximum(multiply(alphas, new.values), 0)
    average = np.minimum(add(decayed, gained), ONE)
    return new.with_values(average).keep(average > 0)


@dataclass(frozen=True)
class LiquidAlpha:
    """The settings of liquid alpha: its limits and steepness in raw bits."""

    low: int
    high: int
    steepness: int


def liquid_alphas(weights: SparseRows, bonds: SparseRows, consensus: Int64Array, settings: LiquidAlpha) -> Int64Array:
    """Return the alpha at each place that ``weights`` names, all within the columns of ``consensus``.

    No other alpha of the matrix is ever used. Computes YC-liquid-alpha/matrix.
    """
    return alpha_sigmoid(
        consensus[weights.columns],
        found_at(walked(weights), weights.keys),
        found_at(walked(bonds), weights.keys),
        scalar(settings.low),
        scalar(settings.high),
        scalar(settings.steepness),
    )


def walked(matrix: SparseRows) -> SparseRows:
    """Return the entries that a walk along each row finds (YC-liquid-alpha/walk).

    The walk stands at an entry from the column after the greatest of those before it, so it finds an entry exactly if
    its column is greater than all before it in its row. These are sorted and no column is there twice.
    """
    keys = matrix.keys
    before = np.maximum.accumulate(np.concatenate([np.full(1, -1), keys[:-1]]))[: keys.size]
    return matrix.keep(keys > before)
