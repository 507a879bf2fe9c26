"""What stake weight and dividends read of the chain's state, and nothing more.

Accounts are whatever the state uses for them: 32 bytes on the chain, small integers in captured answers. They
only have to be comparable for equality and order, because the chain keeps its maps sorted by account.
"""

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

ROOT_NETUID = 0
"""The root network: stake on it is TAO, not the alpha of a subnet."""


class OrderedAccount(Protocol):
    """An account that can be a key and be sorted."""

    def __lt__(self, other: Any, /) -> bool: ...

    def __hash__(self) -> int: ...


Account = TypeVar("Account", bound=OrderedAccount)


class StakeView(Protocol[Account]):
    """Stakes and family ties of hotkeys, as the storage holds them.

    A proportion is a 64-bit integer of which ``2**64 - 1`` means all; the same scale holds for the two rates.
    """

    @property
    def tao_weight(self) -> int:
        """``TaoWeight``: what a TAO on root counts against an alpha, 64 bits."""

    @property
    def childkey_burn(self) -> int:
        """``CKBurn``: the part of a foreign parent's dividends that is recycled, 64 bits."""

    def stake(self, hotkey: Account, netuid: int) -> int:
        """``TotalHotkeyAlpha``: the stake on a hotkey in a subnet, in rao; zero where there is none."""

    def parents(self, hotkey: Account, netuid: int) -> Sequence[tuple[int, Account]]:
        """``ParentKeys``: each parent with the proportion of its stake that it lends to this hotkey."""

    def children(self, hotkey: Account, netuid: int) -> Sequence[tuple[int, Account]]:
        """``ChildKeys``: each child with the proportion of this hotkey's stake that it borrows."""

    def owner(self, hotkey: Account) -> Account:
        """``Owner``: the coldkey that owns a hotkey; the zero account where none does."""

    def childkey_take(self, hotkey: Account, netuid: int) -> int:
        """Return the 16-bit childkey take, already raised to the minimum that holds in the subnet."""
