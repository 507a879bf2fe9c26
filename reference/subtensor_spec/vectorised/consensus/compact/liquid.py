"""Liquid alpha on a table of proportions."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.vectorised.consensus.compact.parts import Workspace
from subtensor_spec.vectorised.consensus.matrix.averages import LiquidAlpha
from subtensor_spec.vectorised.consensus.matrix.exponential import HALF, LIMIT, E, exp_series
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array
from subtensor_spec.vectorised.words.i32f32 import ONE
from subtensor_spec.vectorised.words.proportions import reciprocal, scale


@dataclass(frozen=True)
class Follower:
    """How bonds follow weights: the limits of alpha and the sigmoid's factor, in raw bits."""

    low: int
    high: int
    factor: int
    """The steepness over -100, rounded toward zero."""

    @classmethod
    def of(cls, settings: LiquidAlpha) -> "Follower":
        """Return the follower for some settings: a quotient by -100 is that of the raw bits by the integer -100."""
        magnitude = abs(settings.steepness) // 100
        return cls(settings.low, settings.high, -magnitude if settings.steepness > 0 else magnitude)

    def average(
        self, bonds: Int64Array, held: Int64Array, consensus: Int64Array, bought: BoolArray | None, space: Workspace
    ) -> None:
        """Set ``bonds`` to (1 - alpha) * held + alpha * bonds with each cell's alpha, zero where nothing is bought.

        ``held`` is used up. All are proportions, and so is alpha.
        """
        alphas = self.alphas(bonds, held, consensus, space)
        scale(bonds, alphas, bonds)
        np.subtract(ONE, alphas, out=alphas)
        scale(held, alphas, held)
        bonds += held
        if bought is not None:
            bonds *= bought

    def alphas(self, weights: Int64Array, bonds: Int64Array, consensus: Int64Array, space: Workspace) -> Int64Array:
        """Return the alpha of each cell (YC-liquid-alpha/sigmoid).

        Limits that meet or cross leave no choice: the lower one wins. Else the sigmoid, less than one, times their
        difference fits a word, and the result lies between them.
        """
        alphas = space.table("alphas", weights.shape)
        if self.low >= self.high:
            alphas[...] = self.low
            return alphas
        _differences(weights, bonds, consensus, alphas, space)
        self._exponents(alphas, space)
        _sigmoids(alphas, space)
        words = alphas.view(np.uint64)
        words *= np.uint64(self.high - self.low)
        words >>= np.uint64(32)
        alphas += self.low
        return alphas

    def _exponents(self, differences: Int64Array, space: Workspace) -> None:
        """Replace differences d by the sigmoid's exponent, factor * (d - 1/2) rounded down, between -20 and 20, in
        place.

        With factor = a * 2**32 + b (b below 2**32) and |d - 1/2| at most 1/2 it is a * (d - 1/2) + floor(b * (d -
        1/2) / 2**32), where each product fits a word, as |a| is at most 328.
        """
        differences -= HALF
        whole, fraction = self.factor >> 32, self.factor & (1 << 32) - 1
        if fraction:
            part = np.multiply(differences, fraction, out=space.table("part", differences.shape))
            part >>= 32
            differences *= whole
            differences += part
        else:
            differences *= whole
        if abs(self.factor) > 2 * LIMIT:
            np.clip(differences, -LIMIT, LIMIT, out=differences)


def _differences(
    weights: Int64Array, bonds: Int64Array, consensus: Int64Array, out: Int64Array, space: Workspace
) -> None:
    """Set ``out`` to weight - consensus, or bond - weight where the bond is greater, but at least zero.

    Choosing by the sign bit of weight - bond, spread over the word, costs less than a branch for each cell.
    """
    np.subtract(weights, consensus, out=out)
    np.maximum(out, 0, out=out)
    buying = np.subtract(weights, bonds, out=space.table("buying", weights.shape))
    selling = np.right_shift(buying, 63, out=space.table("selling", weights.shape))
    buying += out
    buying &= selling
    out -= buying


def _sigmoids(exponents: Int64Array, space: Workspace) -> None:
    """Replace exponents x, between -20 and 20, by 1 / (1 + exp(x)), every step rounded down, in place (TF-exp/safe).

    exp(-x) is 1 / exp(x); which of the two is taken is again chosen by the sign bit, spread over the word.
    """
    one = exponents == ONE
    sign = np.right_shift(exponents, 63, out=space.table("sign", exponents.shape))
    exponents ^= sign
    exponents -= sign
    series = exp_series(exponents.view(np.uint64))
    inverse = reciprocal(series, out=exponents.view(np.uint64))
    inverse ^= series
    inverse &= sign.view(np.uint64)
    series ^= inverse
    if one.any():
        series[one] = E
    series += np.uint64(ONE)
    reciprocal(series, out=exponents.view(np.uint64))
