"""A hotkey's share pool as the chain stores it, with the older maps that are moved over entry by entry.

A pool's key is a coldkey. Until r401 shares were kept as U64F64 in ``Alpha`` and ``TotalHotkeyShares``; since then
as decimal floats in ``AlphaV2`` and ``TotalHotkeySharesV2``. An entry of an older map counts as long as it is there,
and the first write of that entry moves it.
"""

from dataclasses import dataclass

from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.items.staking import (
    Alpha,
    AlphaV2,
    TotalHotkeyAlpha,
    TotalHotkeyShares,
    TotalHotkeySharesV2,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/staking/stake_utils.rs"


@dataclass(frozen=True, slots=True)
class HotkeyShares:
    """One hotkey's pool on one subnet; its keys are coldkeys."""

    state: State
    hotkey: AccountId
    netuid: NetUid

    def get_shared_value(self) -> int:
        """Return the pool's value in rao."""
        return TotalHotkeyAlpha.get(self.state, self.hotkey, self.netuid)

    @rule("SHR-storage/value", SUBTENSOR(_PATH, "set_shared_value"))
    def set_shared_value(self, value: int) -> None:
        """A pool's value is stored; a value of zero is removed."""
        if value:
            TotalHotkeyAlpha.put(self.state, self.hotkey, self.netuid, AlphaBalance(value))
        else:
            TotalHotkeyAlpha.remove(self.state, self.hotkey, self.netuid)

    def get_share(self, key: AccountId) -> SafeFloat:
        """Return a coldkey's share, zero if neither map has one."""
        share = self.find_share(key)
        return SafeFloat() if share is None else share

    @rule("SHR-storage/read-share", SUBTENSOR(_PATH, "try_get_share"), SUBTENSOR(_PATH, "get_share"))
    def find_share(self, key: AccountId) -> SafeFloat | None:
        """A share is read from the older map if that has an entry, else from the newer one, else there is none."""
        if Alpha.contains(self.state, self.hotkey, key, self.netuid):
            return SafeFloat.from_u64f64(Alpha.get(self.state, self.hotkey, key, self.netuid))
        if AlphaV2.contains(self.state, self.hotkey, key, self.netuid):
            return AlphaV2.get(self.state, self.hotkey, key, self.netuid)
        return None

    @rule("SHR-storage/write-share", SUBTENSOR(_PATH, "set_share"))
    def set_share(self, key: AccountId, share: SafeFloat) -> None:
        """A share is written to the newer map and its entry in the older one removed; a share of zero is removed."""
        Alpha.remove(self.state, self.hotkey, key, self.netuid)
        if share.is_zero:
            AlphaV2.remove(self.state, self.hotkey, key, self.netuid)
        else:
            AlphaV2.put(self.state, self.hotkey, key, self.netuid, share)

    @rule("SHR-storage/read-denominator", SUBTENSOR(_PATH, "get_denominator"))
    def get_denominator(self) -> SafeFloat:
        """A denominator is read from the older map if that has an entry, else from the newer one, else it is zero."""
        if TotalHotkeyShares.contains(self.state, self.hotkey, self.netuid):
            return SafeFloat.from_u64f64(TotalHotkeyShares.get(self.state, self.hotkey, self.netuid))
        return TotalHotkeySharesV2.get(self.state, self.hotkey, self.netuid)

    @rule("SHR-storage/write-denominator", SUBTENSOR(_PATH, "set_denominator"))
    def set_denominator(self, denominator: SafeFloat) -> None:
        """A denominator is written to the newer map and its older entry removed; a denominator of zero is removed."""
        TotalHotkeyShares.remove(self.state, self.hotkey, self.netuid)
        if denominator.is_zero:
            TotalHotkeySharesV2.remove(self.state, self.hotkey, self.netuid)
        else:
            TotalHotkeySharesV2.put(self.state, self.hotkey, self.netuid, denominator)
