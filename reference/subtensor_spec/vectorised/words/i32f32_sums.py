"""Sums of I32F32: plain addition wraps, a running saturating addition depends on the order once it saturates."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.vectorised.words.arrays import Int64Array, bounds
from subtensor_spec.vectorised.words.i32f32 import LOW, MAX, MIN

Starts = Int64Array
"""Where each run of elements starts, and at the end how many elements there are."""


def wrapping_sum(values: Int64Array) -> int:
    """Return the sum as ``Iterator::sum`` gives it: modulo 2**64, so the order does not matter."""
    return int(values.sum(dtype=np.int64))


def wrapping_sums(values: Int64Array, starts: Starts) -> Int64Array:
    """Return the wrapping sum of each run: differences of prefix sums, all modulo 2**64."""
    prefix = np.zeros(values.size + 1, dtype=np.int64)
    np.cumsum(values, out=prefix[1:])
    return prefix[starts[1:]] - prefix[starts[:-1]]


def saturating_sums(values: Int64Array, starts: Starts) -> Int64Array:
    """Return what adding up each run element by element gives when every addition saturates; zero for an empty run.

    If no partial sum can leave the range, that is the plain sum. If no element is negative, saturation is final, so
    that it is the plain sum or the limit. Otherwise steps are composed pairwise (see :class:`_Steps`).
    """
    low, high = bounds(values)
    lengths = np.diff(starts)
    longest = int(lengths.max(initial=0))
    if max(-low, high) * longest <= MAX:
        return wrapping_sums(values, starts)
    if low >= 0:
        return _limited_sums(values, starts)
    steps = _Steps.of(values)
    while longest > 1:
        steps, lengths = steps.halved(lengths)
        longest = int(lengths.max())
    result = np.zeros(lengths.size, dtype=np.int64)
    result[lengths == 1] = steps.after(np.zeros(steps.low.size, dtype=np.int64))
    return result


def _limited_sums(values: Int64Array, starts: Starts) -> Int64Array:
    """Return the lesser of each run's true sum and the greatest number; no element is negative.

    Halves of elements are summed apart, so that 2**31 of them would fit.
    """
    high = wrapping_sums(values >> 32, starts)
    low = wrapping_sums(values & LOW, starts)
    high += low >> 32
    return np.where(high >= 1 << 31, MAX, (high << 32) | (low & LOW))


@dataclass(frozen=True)
class _Steps:
    """Functions ``x -> clamp(x + addend, low, high)``: what one or several saturating additions in a row do to ``x``.

    A saturating addition is one of them, and one after another is one again:
    ``clamp(clamp(x + a, l, h) + b, m, k) = clamp(x + a + b, clamp(l + b, m, k), clamp(h + b, m, k))``.
    The addend is held as ``high_addend * 2**32 + low_addend``, each a plain sum of halves.
    """

    high_addend: Int64Array
    low_addend: Int64Array
    low: Int64Array
    high: Int64Array

    @classmethod
    def of(cls, values: Int64Array) -> "_Steps":
        """Return one saturating addition for each value."""
        return cls(values >> 32, values & LOW, np.full_like(values, MIN), np.full_like(values, MAX))

    def after(self, start: Int64Array) -> Int64Array:
        """Return the result of each function at ``start``."""
        return _clamped_sum(start, self)

    def halved(self, lengths: Int64Array) -> tuple["_Steps", Int64Array]:
        """Compose the first and second, third and fourth … function of each run; return them and how many they are."""
        halves = (lengths + 1) // 2
        runs = np.repeat(np.arange(lengths.size), halves)
        place = np.arange(runs.size) - (np.cumsum(halves) - halves)[runs]
        left = (np.cumsum(lengths) - lengths)[runs] + 2 * place
        paired = 2 * place + 1 < lengths[runs]
        first, second = self.take(left), self.take(left[paired] + 1)
        before = first.take(np.flatnonzero(paired))
        high_addend, low_addend = first.high_addend, first.low_addend
        high_addend[paired] += second.high_addend
        low_addend[paired] += second.low_addend
        first.low[paired] = _clamped_sum(before.low, second)
        first.high[paired] = _clamped_sum(before.high, second)
        return first, halves

    def take(self, indices: Int64Array) -> "_Steps":
        """Return copies of some of the functions."""
        return _Steps(self.high_addend[indices], self.low_addend[indices], self.low[indices], self.high[indices])


def _clamped_sum(start: Int64Array, step: _Steps) -> Int64Array:
    low = (start & LOW) + step.low_addend
    high = (start >> 32) + step.high_addend + (low >> 32)
    total = np.where(high >= 1 << 31, MAX, np.where(high < -(1 << 31), MIN, (high << 32) | (low & LOW)))
    return np.minimum(np.maximum(total, step.low), step.high)
