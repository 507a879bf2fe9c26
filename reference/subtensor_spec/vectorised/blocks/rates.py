"""What hotkeys' stake on root may claim: the rates of all hotkeys that the network has looked at."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.arithmetic import I96F32
from subtensor_spec.chain.items.root_claims import RootClaimable
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.vectorised.words.arrays import LOW_HALF, UInt64Array

_GREATEST = I96F32.MAX.bits
_HALF = np.uint64(32)


@dataclass(frozen=True)
class RateRow:
    """A hotkey's rates in ascending order of netuid, none negative nor of more than 64 bits."""

    netuids: tuple[NetUid, ...]
    bits: list[int]
    whole: UInt64Array
    """The whole part of each rate."""
    fraction: UInt64Array
    greatest: int

    def earned_by(self, stake: int) -> UInt64Array:
        """Return rate times stake in whole rao, rounded down; the greatest product must be below 2**62 rao.

        With ``stake = h · 2**32 + l`` and a fraction ``f`` it is ``whole · stake + f · h + ⌊f · l / 2**32⌋``: all but
        the last product are whole rao, and none leaves a word.
        """
        low = self.fraction * (np.uint64(stake) & LOW_HALF)
        low >>= _HALF
        low += self.fraction * np.uint64(stake >> 32)
        low += self.whole * np.uint64(stake)
        return low


class Rates:
    """Rates in raw bits of I96F32, by hotkey and subnet."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._rates: dict[AccountId, dict[NetUid, int]] = {}
        self._rows: dict[AccountId, RateRow | None] = {}
        self._changed: set[AccountId] = set()
        self.earning: set[AccountId] = set()
        """The hotkeys with a rate that is not zero."""
        for (hotkey,), rates in RootClaimable.entries(state):
            if any(rate.bits for rate in rates.values()):
                self.earning.add(hotkey)

    def of(self, hotkey: AccountId) -> dict[NetUid, int]:
        """Return a hotkey's rates; :meth:`raise_rate` alone may change them."""
        rates = self._rates.get(hotkey)
        if rates is None:
            stored = RootClaimable.get(self._state, hotkey)
            rates = self._rates[hotkey] = {netuid: rate.bits for netuid, rate in stored.items()}
        return rates

    def row(self, hotkey: AccountId) -> RateRow | None:
        """Return a hotkey's rates side by side; nothing if one is out of bounds."""
        if hotkey not in self._rows:
            self._rows[hotkey] = _row(self.of(hotkey))
        return self._rows[hotkey]

    def raise_rate(self, hotkey: AccountId, netuid: NetUid, increment: int) -> None:
        """Add to a rate, saturating; a first one is stored even if it is zero."""
        rates = self.of(hotkey)
        if increment or netuid not in rates:
            rates[netuid] = min(rates.get(netuid, 0) + increment, _GREATEST)
            self._changed.add(hotkey)
            self._rows.pop(hotkey, None)
            if rates[netuid]:
                self.earning.add(hotkey)

    def settle(self) -> None:
        """Write all that changed."""
        for hotkey in sorted(self._changed):
            rates = self._rates[hotkey]
            RootClaimable.put(self._state, hotkey, {netuid: I96F32.from_bits(bits) for netuid, bits in rates.items()})
        self._changed.clear()

    def forget(self, hotkey: AccountId) -> None:
        """Read a hotkey's rates again; they must not have changed here."""
        self._rates.pop(hotkey, None)
        self._rows.pop(hotkey, None)
        (self.earning.add if any(self.of(hotkey).values()) else self.earning.discard)(hotkey)


def _row(rates: dict[NetUid, int]) -> RateRow | None:
    netuids = tuple(sorted(rates))
    bits = [rates[netuid] for netuid in netuids]
    if min(bits, default=0) < 0 or max(bits, default=0) >= 1 << 64:
        return None
    words = np.array(bits, dtype=np.uint64)
    return RateRow(netuids, bits, words >> _HALF, words & LOW_HALF, max(bits, default=0))
