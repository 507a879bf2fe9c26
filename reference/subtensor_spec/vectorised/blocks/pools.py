"""Share pools of hotkeys, held in memory from their first use until the state is to have them."""

from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.items.staking import (
    Alpha,
    AlphaV2,
    StakingHotkeys,
    TotalHotkeyAlpha,
    TotalHotkeyShares,
    TotalHotkeySharesV2,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.share_pools.storage import HotkeyShares
from subtensor_spec.chapters.staking.stakes import (
    get_stake_for_hotkey_and_coldkey_on_subnet,
    increase_stake_for_hotkey_and_coldkey_on_subnet,
    increase_stake_for_hotkey_on_subnet,
)
from subtensor_spec.vectorised.blocks.decimals import (
    Decimal,
    added,
    from_amount,
    may_be_followed,
    multiplied_and_divided,
    to_amount,
)
from subtensor_spec.vectorised.blocks.limits import saturated

Place = tuple[NetUid, AccountId]
"""A subnet and a hotkey."""

_I64_END = 1 << 63


class Pool:
    """A pool that is in use, of the second kind: it has a value and a denominator."""

    __slots__ = ("changed", "denominator", "shares", "value")

    def __init__(self, value: int, denominator: Decimal) -> None:
        self.value, self.denominator = value, denominator
        self.shares: dict[AccountId, Decimal] = {}
        self.changed: set[AccountId] = set()


class Pools:
    """All pools that were asked for; one that is no ordinary :class:`Pool` is left to the exact path."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._pools: dict[Place, Pool | None] = {}
        self._changed: set[Place] = set()
        self._staking: set[tuple[AccountId, AccountId]] = set()
        self.version = 0
        """How often pools were read again; a :class:`Pool` is good as long as this stays."""

    def value(self, netuid: NetUid, hotkey: AccountId) -> int:
        """Return the rao that a pool is worth."""
        pool = self.of(netuid, hotkey)
        return TotalHotkeyAlpha.get(self._state, hotkey, netuid) if pool is None else pool.value

    def stake(self, netuid: NetUid, hotkey: AccountId, coldkey: AccountId) -> int:
        """Return the rao that a coldkey's share of a pool is worth (STK-stake/of-coldkey)."""
        pool = self.of(netuid, hotkey)
        if pool is None or not self._knows(pool, netuid, hotkey, coldkey):
            return get_stake_for_hotkey_and_coldkey_on_subnet(self._state, hotkey, coldkey, netuid)
        return to_amount(multiplied_and_divided(from_amount(pool.value), pool.shares[coldkey], pool.denominator))

    def pay_all(self, netuid: NetUid, hotkey: AccountId, amount: int) -> None:
        """Pay all who stake on a hotkey (STK-stake/increase-all)."""
        pool = self._for_payment(netuid, hotkey, amount)
        if pool is None:
            increase_stake_for_hotkey_on_subnet(self._state, hotkey, netuid, AlphaBalance(amount))
            self.forget(netuid, hotkey)
        elif amount:
            pool.value = saturated(pool.value + amount)
            self._changed.add((netuid, hotkey))

    def pay(self, netuid: NetUid, hotkey: AccountId, coldkey: AccountId, amount: int) -> None:
        """Pay one who stakes on a hotkey (STK-stake/increase)."""
        pool = self._for_payment(netuid, hotkey, amount)
        if pool is None or not self._knows(pool, netuid, hotkey, coldkey):
            self._give_up(netuid, hotkey)
            increase_stake_for_hotkey_and_coldkey_on_subnet(self._state, hotkey, coldkey, netuid, AlphaBalance(amount))
            self.forget(netuid, hotkey)
        elif amount:
            self._note_staking(coldkey, hotkey)
            bought = multiplied_and_divided(from_amount(amount), pool.denominator, from_amount(pool.value))
            pool.shares[coldkey] = added(pool.shares[coldkey], bought)
            pool.denominator = added(pool.denominator, bought)
            pool.value = saturated(pool.value + amount)
            pool.changed.add(coldkey)
            self._changed.add((netuid, hotkey))

    def _for_payment(self, netuid: NetUid, hotkey: AccountId, amount: int) -> Pool | None:
        """Return a pool that can be paid an amount; one that production would count as negative is not followed."""
        if amount < _I64_END:
            return self.of(netuid, hotkey)
        self._give_up(netuid, hotkey)
        return None

    def follows(self, netuid: NetUid, hotkey: AccountId, coldkey: AccountId, amount: int) -> bool:
        """Return whether paying a coldkey changes nothing but numbers held here."""
        pool = self.of(netuid, hotkey)
        return pool is not None and amount < _I64_END and self._knows(pool, netuid, hotkey, coldkey)

    def of(self, netuid: NetUid, hotkey: AccountId) -> Pool | None:
        """Return a pool, nothing for one that is left to the exact path."""
        place = netuid, hotkey
        try:
            return self._pools[place]
        except KeyError:
            pool = self._pools[place] = self._loaded(netuid, hotkey)
            return pool

    def _loaded(self, netuid: NetUid, hotkey: AccountId) -> Pool | None:
        state = self._state
        if TotalHotkeyShares.contains(state, hotkey, netuid):
            return None
        value = TotalHotkeyAlpha.get(state, hotkey, netuid)
        denominator = TotalHotkeySharesV2.get(state, hotkey, netuid)
        if not value or denominator.is_zero or not may_be_followed(denominator):
            return None
        return Pool(value, (denominator.mantissa, denominator.exponent))

    def _knows(self, pool: Pool, netuid: NetUid, hotkey: AccountId, coldkey: AccountId) -> bool:
        """Return whether a coldkey's share is known or can be: an entry of the second kind alone, and not zero."""
        if coldkey in pool.shares:
            return True
        if Alpha.contains(self._state, hotkey, coldkey, netuid):
            return False
        share = HotkeyShares(self._state, hotkey, netuid).find_share(coldkey)
        if share is None or share.is_zero or not may_be_followed(share):
            return False
        pool.shares[coldkey] = share.mantissa, share.exponent
        return True

    def _note_staking(self, coldkey: AccountId, hotkey: AccountId) -> None:
        if (coldkey, hotkey) not in self._staking:
            hotkeys = StakingHotkeys.get(self._state, coldkey)
            if hotkey not in hotkeys:
                StakingHotkeys.put(self._state, coldkey, (*hotkeys, hotkey))
            self._staking.add((coldkey, hotkey))

    def settle(self) -> None:
        """Write all that changed."""
        for netuid, hotkey in sorted(self._changed):
            self._write(netuid, hotkey)
        self._changed.clear()

    def _give_up(self, netuid: NetUid, hotkey: AccountId) -> None:
        """Write a pool for the exact path to work on."""
        if (netuid, hotkey) in self._changed:
            self._write(netuid, hotkey)
            self._changed.discard((netuid, hotkey))

    def _write(self, netuid: NetUid, hotkey: AccountId) -> None:
        pool = self._pools[netuid, hotkey]
        if pool is None:
            return
        TotalHotkeyAlpha.put(self._state, hotkey, netuid, AlphaBalance(pool.value))
        if pool.changed:
            TotalHotkeySharesV2.put(self._state, hotkey, netuid, SafeFloat(*pool.denominator))
            for coldkey in pool.changed:
                AlphaV2.put(self._state, hotkey, coldkey, netuid, SafeFloat(*pool.shares[coldkey]))
            pool.changed.clear()

    def forget(self, netuid: NetUid, hotkey: AccountId) -> None:
        """Read a pool again when it is next asked for; it must not have changed."""
        self._pools.pop((netuid, hotkey), None)
        self.version += 1

    def forget_staking(self) -> None:
        """Look again for which hotkeys a coldkey stakes on."""
        self._staking.clear()
