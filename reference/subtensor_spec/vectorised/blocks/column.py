"""A column: one number of every subnet, side by side, in whole numbers or raw bits."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from subtensor_spec.chain.items.balances import NEW_REFERENCE_COUNTING, SystemAccount
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map
from subtensor_spec.chain.types import AccountInfo, NetUid, TaoBalance
from subtensor_spec.chapters.balances.accounts import EXISTENTIAL_DEPOSIT
from subtensor_spec.chapters.subnets.existence import account_of

NOTHING = -1
"""Stands in a column for an entry that reads as nothing."""


class Column:
    """The values of one map for all subnets, in the order of the network's subnets.

    ``values`` may be changed in place. :meth:`settle` writes what differs from the state, and what :attr:`touched`
    names: a chain that stores a default leaves an entry where there was none.
    """

    def __init__(self, item: Map[NetUid, Any], read: Callable[[Any], int], write: Callable[[int], Any]) -> None:
        self.item, self._read, self._write = item, read, write
        self.netuids: Sequence[NetUid] = ()
        self.values: list[int] = []
        self.touched: set[int] = set()
        self._stored: list[int] = []
        self._absent: set[int] = set()

    @property
    def prefix(self) -> bytes:
        """What raw keys of the column's entries begin with."""
        return self.item.prefix

    def load(self, state: State, netuids: Sequence[NetUid]) -> None:
        """Read the whole column."""
        self.netuids = netuids
        self.values = [self._value(state, netuid) for netuid in netuids]
        self._stored = self.values.copy()
        self._absent = {at for at, netuid in enumerate(netuids) if not self.item.contains(state, netuid)}
        self.touched.clear()

    def reload(self, state: State, at: int) -> None:
        """Read one value again that was changed in the state."""
        netuid = self.netuids[at]
        self.values[at] = self._stored[at] = self._value(state, netuid)
        (self._absent.discard if self.item.contains(state, netuid) else self._absent.add)(at)

    def settle(self, state: State) -> None:
        """Write into the state what it does not have yet."""
        changed = set() if self.values == self._stored else self._differing()
        for at in sorted(changed | (self.touched & self._absent)):
            self.item.put(state, self.netuids[at], self._write(self.values[at]))
            self._absent.discard(at)
        self._stored = self.values.copy()
        self.touched.clear()

    def _differing(self) -> set[int]:
        return {at for at, (new, old) in enumerate(zip(self.values, self._stored, strict=True)) if new != old}

    def _value(self, state: State, netuid: NetUid) -> int:
        value = self.item.get(state, netuid)
        return NOTHING if value is None else self._read(value)


class AccountColumn:
    """The free TAO of the subnets' accounts; of an account that a deposit may do more to, nothing."""

    item = SystemAccount

    def __init__(self) -> None:
        self.netuids: Sequence[NetUid] = ()
        self.values: list[int] = []
        self._infos: list[AccountInfo] = []

    def load(self, state: State, netuids: Sequence[NetUid]) -> None:
        """Read the accounts of all subnets."""
        self.netuids = netuids
        self._infos = [SystemAccount.get(state, account_of(netuid)) for netuid in netuids]
        self.values = [_plain_balance(info) for info in self._infos]

    def reload(self, state: State, at: int) -> None:
        """Read one account again."""
        info = SystemAccount.get(state, account_of(self.netuids[at]))
        self._infos[at], self.values[at] = info, _plain_balance(info)

    def settle(self, state: State) -> None:
        """Write the accounts whose balance has changed."""
        for at, (free, info) in enumerate(zip(self.values, self._infos, strict=True)):
            if free not in (NOTHING, info.data.free):
                self._infos[at] = replace(info, data=replace(info.data, free=TaoBalance(free)))
                SystemAccount.put(state, account_of(self.netuids[at]), self._infos[at])


def _plain_balance(info: AccountInfo) -> int:
    """Return an account's free TAO if a deposit raises it and does nothing else, nothing if not.

    That is so of an account of the new counting that is alive and provides for itself, and has nothing reserved or
    frozen.
    """
    data = info.data
    plain = data.flags & NEW_REFERENCE_COUNTING and info.providers and not (data.reserved or data.frozen)
    return data.free if plain and data.free >= EXISTENTIAL_DEPOSIT else NOTHING
