"""The dividends of all hotkeys of an epoch, split with their parents: one lane a tie of parent and child."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.arithmetic import U16, U64, U96F32
from subtensor_spec.vectorised.stake_weight.families import FamilyArrays, IndexArray
from subtensor_spec.vectorised.stake_weight.inheritance import self_contributions
from subtensor_spec.vectorised.stake_weight.proportions import proportion_of_u64
from subtensor_spec.vectorised.words.integers import (
    BoolArray,
    Integers,
    UInt64Array,
    integers,
    safe_div,
    saturating_add,
    saturating_mul,
    saturating_sub,
    whole,
)

_FRACTION = U96F32.FRACTION_BITS


@dataclass(frozen=True)
class Rates:
    """What is taken from foreign parents, and what TAO counts; all as stored."""

    take: UInt64Array
    """The childkey take of each row's hotkey, 16 bits."""
    burn: int
    """``CKBurn``, 64 bits."""
    tao_weight: int
    """``TaoWeight``, 64 bits."""


@dataclass(frozen=True)
class SplitArrays:
    """What all dividends become, in rao."""

    to_parents: Integers
    """By tie, in the order of ``family.parents``."""
    to_self: Integers
    """By row."""
    recycled: Integers
    """By tie of a foreign parent, in the same order."""


def split_dividends(family: FamilyArrays, foreign: BoolArray, dividends: Integers, rates: Rates) -> SplitArrays:
    """Split each row's dividends, in rao, between its parents and its hotkey.

    ``foreign`` tells of each tie in ``family.parents`` whether parent and child have different owners.
    """
    row, offsets = family.parents.row, family.parents.offsets
    emission = whole(dividends, U96F32)
    portion = saturating_mul(emission[row], contribution_shares(family, rates.tao_weight), U96F32)
    take = np.where(foreign, saturating_mul(portion, _take_rates(rates)[row], U96F32), 0)
    burned = np.where(foreign, saturating_mul(portion, proportion_of_u64(integers([rates.burn])), U96F32), 0)
    kept = saturating_sub(saturating_sub(portion, burned, U96F32), take, U96F32)
    remaining = saturating_sub(emission, sum_by_row(portion, offsets), U96F32)
    own = saturating_add(remaining, sum_by_row(take, offsets), U96F32)
    return SplitArrays(_whole_rao(kept), _whole_rao(own), _whole_rao(burned[foreign]))


def contribution_shares(family: FamilyArrays, tao_weight: int) -> Integers:
    """Return the share of each tie's parent in all that its row's hotkey has, as U96F32 bits."""
    parents = family.parents
    proportion = parents.proportion.astype(np.object_)
    alpha = saturating_mul(whole(family.alpha[parents.other], U96F32), proportion, U96F32)
    root = saturating_mul(whole(family.root[parents.other], U96F32), proportion, U96F32)
    contribution = saturating_add(
        alpha, saturating_mul(root, proportion_of_u64(integers([tao_weight])), U96F32), U96F32
    )
    own = whole(self_contributions(family, tao_weight), U96F32)
    total = saturating_add(own, sum_by_row(contribution, parents.offsets), U96F32)
    return safe_div(contribution, total[parents.row], U96F32)


def sum_by_row(values: Integers, offsets: IndexArray) -> Integers:
    """Return the sum of each row's values; a row may have none."""
    running: Integers = np.concatenate((integers([0]), np.cumsum(values, dtype=np.object_)))
    sums: Integers = running[offsets[1:]] - running[offsets[:-1]]
    return sums


def sum_by_account(values: Integers, accounts: IndexArray, count: int) -> Integers:
    """Return the sum of the values of each of ``count`` accounts, which may occur any number of times."""
    order = np.argsort(accounts, kind="stable")
    offsets = np.searchsorted(accounts[order], np.arange(count + 1))
    return sum_by_row(values[order], offsets)


def _take_rates(rates: Rates) -> Integers:
    return safe_div(whole(rates.take, U96F32), U16.MAX << _FRACTION, U96F32)


def _whole_rao(amount: Integers) -> Integers:
    rao: Integers = np.minimum(amount >> _FRACTION, U64.MAX)
    return rao
