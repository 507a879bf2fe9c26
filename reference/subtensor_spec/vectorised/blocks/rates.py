"""What hotkeys' stake on root may claim: the rates of all hotkeys that the network has looked at."""

from subtensor_spec.arithmetic import I96F32
from subtensor_spec.chain.items.root_claims import RootClaimable
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid

_GREATEST = I96F32.MAX.bits


class Rates:
    """Rates in raw bits of I96F32, by hotkey and subnet."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._rates: dict[AccountId, dict[NetUid, int]] = {}
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

    def raise_rate(self, hotkey: AccountId, netuid: NetUid, increment: int) -> None:
        """Add to a rate, saturating; a first one is stored even if it is zero."""
        rates = self.of(hotkey)
        if increment or netuid not in rates:
            rates[netuid] = min(rates.get(netuid, 0) + increment, _GREATEST)
            self._changed.add(hotkey)
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
        (self.earning.add if any(self.of(hotkey).values()) else self.earning.discard)(hotkey)
