"""All hotkeys of a subnet with their parents and children as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from subtensor_spec.chain.items.stake_weight import ChildKeys, ParentKeys
from subtensor_spec.chain.items.staking import TotalHotkeyAlpha
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, NetUid, Relation
from subtensor_spec.vectorised.stake_weight.proportions import proportion_of_u64
from subtensor_spec.vectorised.words.integers import UInt64Array

IndexArray = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Ties:
    """The parents, or the children, of every row: those of row ``i`` lie from ``offsets[i]`` to ``offsets[i + 1]``."""

    offsets: IndexArray
    other: IndexArray
    """The account at the other end."""
    stored: UInt64Array
    """The proportion as stored, 64 bits."""

    @property
    def row(self) -> IndexArray:
        """The row that each tie belongs to."""
        return np.repeat(np.arange(len(self.offsets) - 1), np.diff(self.offsets))

    @property
    def proportion(self) -> UInt64Array:
        """Each proportion in units of ``2**-32``, from 0 to ``2**32``."""
        return proportion_of_u64(self.stored)

    def sum_by_row(self, values: UInt64Array) -> UInt64Array:
        """Return the sum of the values of each row's ties; every such sum must be below ``2**64``."""
        running = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(values, dtype=np.uint64)))
        # The running sum may wrap; the difference of two of its values is right all the same.
        return running[self.offsets[1:]] - running[self.offsets[:-1]]


@dataclass(frozen=True)
class FamilyArrays:
    """Stakes in rao by account, and the family ties of some hotkeys, one row each; a hotkey may have several rows."""

    alpha: UInt64Array
    """Stake in the subnet, by account; the accounts are all hotkeys that have a row or a tie."""
    root: UInt64Array
    """Stake on root, by account."""
    rows: IndexArray
    """The account of each row."""
    children: Ties
    """By row."""
    parents: Ties
    """By row."""

    @classmethod
    def gathered(cls, state: State, hotkeys: Sequence[AccountId], netuid: NetUid) -> "FamilyArrays":
        """Return a row for each hotkey given; accounts are numbered as they are first met: rows, children, parents."""
        index: dict[AccountId, int] = {}
        rows = [index.setdefault(hotkey, len(index)) for hotkey in hotkeys]
        children = _ties([ChildKeys.get(state, hotkey, netuid) for hotkey in hotkeys], index)
        parents = _ties([ParentKeys.get(state, hotkey, netuid) for hotkey in hotkeys], index)
        return cls(
            alpha=np.array([TotalHotkeyAlpha.get(state, hotkey, netuid) for hotkey in index], dtype=np.uint64),
            root=np.array([TotalHotkeyAlpha.get(state, hotkey, ROOT) for hotkey in index], dtype=np.uint64),
            rows=np.array(rows, dtype=np.intp),
            children=children,
            parents=parents,
        )


def _ties(rows: Sequence[Sequence[Relation]], index: dict[AccountId, int]) -> Ties:
    """Gather ties; an account not met before gets the next index."""
    offsets = np.cumsum([0, *(len(row) for row in rows)])
    other = [index.setdefault(account, len(index)) for row in rows for _stored, account in row]
    stored = [stored for row in rows for stored, _account in row]
    return Ties(offsets.astype(np.intp), np.array(other, dtype=np.intp), np.array(stored, dtype=np.uint64))
