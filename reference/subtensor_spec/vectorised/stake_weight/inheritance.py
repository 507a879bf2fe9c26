"""Inherited stake and self contribution of all hotkeys of a subnet, in 64-bit integers.

Amounts are columns of 32 bits: ``(c0, c1, c2)`` stands for ``c0 + c1 · 2**32 + c2 · 2**64`` in units of
``2**-32`` rao. A stake below ``2**64`` rao times a proportion of at most ``2**32`` units is exact, so it takes
no rounding, and nothing here saturates before the last step: a column of fewer than ``2**31`` ties stays below
``2**64``. That bound is checked.
"""

import numpy as np

from subtensor_spec.errors import InvalidInput
from subtensor_spec.vectorised.stake_weight.families import FamilyArrays, Ties
from subtensor_spec.vectorised.stake_weight.proportions import proportion_of_u64
from subtensor_spec.vectorised.words.integers import UInt64Array

_LIMB = np.uint64(32)
_MASK = np.uint64(2**32 - 1)
_ONE = np.uint64(2**32)
_ALL = np.uint64(2**64 - 1)

MOST_TIES = 2**31
"""So many ties or more are refused."""

Columns = tuple[UInt64Array, UInt64Array, UInt64Array]


def inherited_alpha(family: FamilyArrays) -> UInt64Array:
    """Return the alpha of each row's hotkey after children and parents, in rao; the subnet must not be root."""
    return _inherited(family.alpha, family)


def inherited_tao(family: FamilyArrays) -> UInt64Array:
    """Return the TAO of each row's hotkey after children and parents, in rao."""
    return _inherited(family.root, family)


def self_contributions(family: FamilyArrays, tao_weight: int) -> UInt64Array:
    """Return what each row's own stake counts after its children, in rao; ``tao_weight`` is as stored, 64 bits."""
    kept = kept_proportions(family.children)
    alpha = _product(family.alpha[family.rows], kept)
    root = _weighted(_product(family.root[family.rows], kept), tao_weight)
    return _whole_rao(_added(alpha, root))


def kept_proportions(children: Ties) -> UInt64Array:
    """Return what each row's children have not borrowed, in units of ``2**-32``."""
    if len(children.stored) >= MOST_TIES:
        raise InvalidInput("children", f"more than {MOST_TIES - 1} ties")
    lent = children.sum_by_row(children.proportion)
    return _ONE - np.minimum(lent, _ONE)


def _inherited(stake: UInt64Array, family: FamilyArrays) -> UInt64Array:
    parents = family.parents
    if len(parents.stored) >= MOST_TIES:
        raise InvalidInput("parents", f"more than {MOST_TIES - 1} ties")
    kept = kept_proportions(family.children)
    own = _product(stake[family.rows], kept)
    lent = _product(stake[parents.other], parents.proportion)
    low, middle, high = (parents.sum_by_row(column) for column in lent)
    return _whole_rao(_added(own, (low, middle, high)))


def _product(stake: UInt64Array, proportion: UInt64Array) -> Columns:
    """Multiply 64 bits by at most ``2**32``; columns are below ``2**33``."""
    low, high = (stake & _MASK) * proportion, (stake >> _LIMB) * proportion
    return low & _MASK, (low >> _LIMB) + (high & _MASK), high >> _LIMB


def _weighted(amount: Columns, tao_weight: int) -> Columns:
    """Multiply by the stored weight as a proportion, rounding down; the result's columns are below ``2**33``."""
    weight = proportion_of_u64(np.array([tao_weight], dtype=np.uint64))
    low, middle, high = _carried(amount)
    first = low * weight >> _LIMB
    second = middle * weight + first
    third = high * weight + (second >> _LIMB)
    return second & _MASK, third & _MASK, third >> _LIMB


def _added(left: Columns, right: Columns) -> Columns:
    return left[0] + right[0], left[1] + right[1], left[2] + right[2]


def _carried(columns: Columns) -> Columns:
    """Bring all but the last column below ``2**32``."""
    low, middle, high = columns
    middle = middle + (low >> _LIMB)
    return low & _MASK, middle & _MASK, high + (middle >> _LIMB)


def _whole_rao(amount: Columns) -> UInt64Array:
    """Round down to whole rao, at most ``2**64 - 1``."""
    _low, middle, high = _carried(amount)
    return np.where(high > _MASK, _ALL, high << _LIMB | middle)
