"""What coldkeys have claimed with hotkeys, a row of all the hotkey's subnets for each pair."""

from collections.abc import Sequence

import numpy as np

from subtensor_spec.chain.items.root_claims import RootClaimed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.vectorised.words.arrays import BoolArray, UInt64Array

Pair = tuple[AccountId, AccountId]
"""A hotkey and a coldkey."""

ROW_LIMIT = 1 << 62
"""Records, and what is added to them, stay below this, so that a sum fits a word."""


class ClaimedRow:
    """The records of one pair, in the order of the subnets; all below :data:`ROW_LIMIT`."""

    def __init__(self, netuids: Sequence[NetUid], amounts: UInt64Array, greatest: int) -> None:
        self.netuids, self.amounts = netuids, amounts
        self.changed: BoolArray = np.zeros(amounts.size, dtype=np.bool_)
        self.greatest = greatest
        """No record is above this."""


class Claimed:
    """The records that were asked for."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._rows: dict[Pair, ClaimedRow] = {}

    def row(self, hotkey: AccountId, coldkey: AccountId, netuids: Sequence[NetUid]) -> ClaimedRow | None:
        """Return a pair's row for the subnets of the hotkey's rates; nothing if a record is out of bounds."""
        row = self._rows.get((hotkey, coldkey))
        if row is not None and len(row.netuids) == len(netuids):
            return row
        if row is not None:
            self._write(hotkey, coldkey, row)
        amounts = [RootClaimed.get(self._state, netuid, hotkey, coldkey) for netuid in netuids]
        greatest = max(amounts, default=0)
        if greatest >= ROW_LIMIT:
            return None
        row = self._rows[hotkey, coldkey] = ClaimedRow(netuids, np.array(amounts, dtype=np.uint64), greatest)
        return row

    def settle(self) -> None:
        """Write all that changed."""
        for (hotkey, coldkey), row in sorted(self._rows.items()):
            if row.changed.any():
                self._write(hotkey, coldkey, row)

    def _write(self, hotkey: AccountId, coldkey: AccountId, row: ClaimedRow) -> None:
        for at in np.flatnonzero(row.changed).tolist():
            RootClaimed.put(self._state, row.netuids[at], hotkey, coldkey, int(row.amounts[at]))
        row.changed[:] = False

    def forget(self, hotkey: AccountId, coldkey: AccountId) -> None:
        """Read a row again when it is next asked for; it must not have changed."""
        self._rows.pop((hotkey, coldkey), None)
