"""A hotkey's share pool as the chain stores it, with the older maps that are moved over entry by entry.

A pool's key is a coldkey. Until r401 shares were kept as U64F64 in ``Alpha`` and ``TotalHotkeyShares``; since then
as decimal floats in ``AlphaV2`` and ``TotalHotkeySharesV2``. An entry of an older map counts as long as it is there,
and the first write of that entry moves it.
"""

from collections.abc import Hashable, MutableMapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.rules import SUBTENSOR, rule

Account = TypeVar("Account", bound=Hashable)

_PATH = "pallets/subtensor/src/staking/stake_utils.rs"


@dataclass
class ShareMaps(Generic[Account]):
    """The storage maps behind all share pools."""

    total_hotkey_alpha: MutableMapping[tuple[Account, int], int] = field(default_factory=dict)
    """``TotalHotkeyAlpha``: (hotkey, netuid) to the pool's value in rao."""
    alpha: MutableMapping[tuple[Account, Account, int], U64F64] = field(default_factory=dict)
    """``Alpha``: (hotkey, coldkey, netuid) to a share of the older kind."""
    alpha_v2: MutableMapping[tuple[Account, Account, int], SafeFloat] = field(default_factory=dict)
    """``AlphaV2``: (hotkey, coldkey, netuid) to a share."""
    total_hotkey_shares: MutableMapping[tuple[Account, int], U64F64] = field(default_factory=dict)
    """``TotalHotkeyShares``: (hotkey, netuid) to a denominator of the older kind."""
    total_hotkey_shares_v2: MutableMapping[tuple[Account, int], SafeFloat] = field(default_factory=dict)
    """``TotalHotkeySharesV2``: (hotkey, netuid) to a denominator."""


@dataclass(frozen=True)
class HotkeyShares(Generic[Account]):
    """One hotkey's pool on one subnet; its keys are coldkeys."""

    maps: ShareMaps[Account]
    hotkey: Account
    netuid: int

    def get_shared_value(self) -> int:
        """Return the pool's value in rao."""
        return self.maps.total_hotkey_alpha.get((self.hotkey, self.netuid), 0)

    @rule("SHR-storage/value", SUBTENSOR(_PATH, "set_shared_value"))
    def set_shared_value(self, value: int) -> None:
        """A pool's value is stored; a value of zero is removed."""
        if value:
            self.maps.total_hotkey_alpha[self.hotkey, self.netuid] = value
        else:
            self.maps.total_hotkey_alpha.pop((self.hotkey, self.netuid), None)

    def get_share(self, key: Account) -> SafeFloat:
        """Return a coldkey's share, zero if neither map has one."""
        share = self.find_share(key)
        return SafeFloat() if share is None else share

    @rule("SHR-storage/read-share", SUBTENSOR(_PATH, "try_get_share"), SUBTENSOR(_PATH, "get_share"))
    def find_share(self, key: Account) -> SafeFloat | None:
        """A share is read from the older map if that has an entry, else from the newer one, else there is none."""
        older = self.maps.alpha.get((self.hotkey, key, self.netuid))
        if older is not None:
            return SafeFloat.from_u64f64(older)
        return self.maps.alpha_v2.get((self.hotkey, key, self.netuid))

    @rule("SHR-storage/write-share", SUBTENSOR(_PATH, "set_share"))
    def set_share(self, key: Account, share: SafeFloat) -> None:
        """A share is written to the newer map and its entry in the older one removed; a share of zero is removed."""
        self.maps.alpha.pop((self.hotkey, key, self.netuid), None)
        if share.is_zero:
            self.maps.alpha_v2.pop((self.hotkey, key, self.netuid), None)
        else:
            self.maps.alpha_v2[self.hotkey, key, self.netuid] = share

    @rule("SHR-storage/read-denominator", SUBTENSOR(_PATH, "get_denominator"))
    def get_denominator(self) -> SafeFloat:
        """A denominator is read from the older map if that has an entry, else from the newer one, else it is zero."""
        older = self.maps.total_hotkey_shares.get((self.hotkey, self.netuid))
        if older is not None:
            return SafeFloat.from_u64f64(older)
        return self.maps.total_hotkey_shares_v2.get((self.hotkey, self.netuid), SafeFloat())

    @rule("SHR-storage/write-denominator", SUBTENSOR(_PATH, "set_denominator"))
    def set_denominator(self, denominator: SafeFloat) -> None:
        """A denominator is written to the newer map and its older entry removed; a denominator of zero is removed."""
        self.maps.total_hotkey_shares.pop((self.hotkey, self.netuid), None)
        if denominator.is_zero:
            self.maps.total_hotkey_shares_v2.pop((self.hotkey, self.netuid), None)
        else:
            self.maps.total_hotkey_shares_v2[self.hotkey, self.netuid] = denominator
