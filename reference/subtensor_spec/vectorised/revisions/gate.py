"""The emission gate of ``r440`` and ``r441`` for all subnets at once; shares are U64F64 bits in order of netuid."""

import numpy as np

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.vectorised.revisions.flows import safe_powers
from subtensor_spec.vectorised.words.integers import (
    Integers,
    integers,
    safe_div,
    saturating_add,
    saturating_mul,
    saturating_sum,
)

_ONE = U64F64.ONE.bits


def quantile_bar(shares: Integers, quantile: int) -> int:
    """Return the share with which the greatest ones first reach the quantile; the least if they never do."""
    if not len(shares):
        return 0
    descending = np.sort(shares)[::-1]
    reached = np.flatnonzero(np.minimum(np.cumsum(descending), U64F64.MAX_BITS) >= quantile)
    return int(descending[reached[0] if len(reached) else -1])


def rank_bar(shares: Integers, rank: int) -> int:
    """Return the share of a rank among those above zero, the least of them if there are fewer, zero of none."""
    positive = np.sort(shares[shares > 0])[::-1]
    return int(positive[min(rank, len(positive)) - 1]) if len(positive) else 0


def passed_by_gate(shares: Integers, bar: int, exponent: int) -> Integers:
    """Return what passes of each share."""
    powers = safe_powers(safe_div(bar, shares, U64F64), integers([exponent]))
    passing = safe_div(_ONE, saturating_add(_ONE, powers, U64F64), U64F64)
    return np.where(shares > 0, saturating_mul(shares, passing, U64F64), shares)


def apply_emission_gate(shares: Integers, bar: int, exponent: int) -> Integers:
    """Return what passes over its sum; the shares as they are without a bar, or where nothing passes."""
    if not bar or not len(shares):
        return shares
    passed = passed_by_gate(shares, bar, exponent)
    total = saturating_sum(passed, U64F64)
    return safe_div(passed, total, U64F64) if total else shares
