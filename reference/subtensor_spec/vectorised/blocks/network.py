"""A network on columns: what it holds, how it is read from a state and written back to it."""

from collections.abc import Iterator
from contextlib import contextmanager

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.balances import SystemAccount
from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimed
from subtensor_spec.chain.items.staking import (
    Alpha,
    AlphaV2,
    StakingHotkeys,
    TotalHotkeyAlpha,
    TotalHotkeyShares,
    TotalHotkeySharesV2,
)
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.state import Mark, State
from subtensor_spec.chain.storage import declared_items
from subtensor_spec.chain.types import NET_UID, NET_UID_STORAGE_INDEX, ROOT, AccountId, NetUid
from subtensor_spec.chapters.mechanisms.indexes import get_netuid
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids, is_subnet_account_id
from subtensor_spec.vectorised.blocks.claimed import Claimed
from subtensor_spec.vectorised.blocks.columns import Columns
from subtensor_spec.vectorised.blocks.facts import OF_A_SUBNET, OF_ACCOUNTS, Facts, KeptPools, facts_of
from subtensor_spec.vectorised.blocks.pools import Pools
from subtensor_spec.vectorised.blocks.rates import Rates
from subtensor_spec.vectorised.blocks.records import Records
from subtensor_spec.vectorised.blocks.totals import Totals

_OF_POOLS = {
    TotalHotkeyAlpha.prefix: (1, 0),
    TotalHotkeyShares.prefix: (1, 0),
    TotalHotkeySharesV2.prefix: (1, 0),
    Alpha.prefix: (2, 0),
    AlphaV2.prefix: (2, 0),
}
"""Where a key of each map of share pools has the subnet and the hotkey."""

_SUBNET_OF_FACTS = {
    item.prefix: next(at for at, key in enumerate(item.keys_of) if key.codec in (NET_UID, NET_UID_STORAGE_INDEX))
    for item in OF_A_SUBNET
}
"""Which key of an item that facts are made of is the subnet, or a mechanism of it."""

_OF_ALL_FACTS = {item.prefix for item in OF_ACCOUNTS}


class Network:
    """A state taken over by columns. Between blocks it may be read after :meth:`settle`, changed in :meth:`exactly`."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.columns = Columns()
        self.records = Records()
        self.pools = Pools(state)
        self.rates = Rates(state)
        self.claimed = Claimed(state)
        self.totals = Totals(state)
        self._facts: dict[NetUid, Facts | None] = {}
        self.block = 0
        self.netuids: list[NetUid] = []
        self.at: dict[NetUid, int] = {}
        self.prices: list[int | None] = []
        """Each subnet's price as a U64F64 where the columns have not moved since it was worked out."""
        self._load()

    def _load(self) -> None:
        self.block = current_block(self.state)
        self.netuids = get_all_subnet_netuids(self.state)
        self.at = {netuid: at for at, netuid in enumerate(self.netuids)}
        self.columns.load(self.state, self.netuids)
        self._facts.clear()
        self.prices = [None] * len(self.netuids)

    def facts(self, netuid: NetUid) -> Facts | None:
        """Return what is kept of an ordinary subnet; nothing for one that the exact path pays."""
        if netuid not in self._facts:
            self._facts[netuid] = facts_of(self.state, netuid)
        return self._facts[netuid]

    def pools_of(self, netuid: NetUid, facts: Facts) -> KeptPools:
        """Return the pools of a subnet's hotkeys."""
        pools, kept = self.pools, facts.pools
        if kept is None or kept.version != pools.version:
            here = [pools.of(netuid, hotkey) for hotkey in facts.hotkeys]
            on_root = [pools.of(ROOT, hotkey) for hotkey in facts.hotkeys]
            kept = facts.pools = KeptPools(pools.version, here, on_root)
        return kept

    def prepare(self) -> None:
        """Read now what the epochs of all subnets will ask for, so that blocks need not."""
        for netuid in self.netuids:
            facts = self.facts(netuid)
            for neuron in facts.neurons if facts else ():
                self.pools.follows(netuid, neuron.destination, neuron.owner, 0)
                self.pools.value(ROOT, neuron.hotkey)
                self.rates.of(neuron.hotkey)

    def settle(self) -> None:
        """Write everything that the state does not have yet."""
        self.columns.settle(self.state)
        self.totals.settle(self.state)
        self.records.settle(self.state)
        self.pools.settle()
        self.rates.settle()
        self.claimed.settle()

    @contextmanager
    def exactly(self) -> Iterator[State]:
        """Lend the state, all written, to the exact path; what that changes is read again."""
        self.settle()
        mark = self.state.mark()
        yield self.state
        self._read_again(mark)

    def _read_again(self, since: Mark) -> None:
        changed = self.state.written(since)
        if any(key.startswith(NetworksAdded.prefix) for key in changed):
            self.totals.load(self.state)
            self.pools, self.rates, self.claimed = Pools(self.state), Rates(self.state), Claimed(self.state)
            self._load()
            return
        for key in changed:
            self._read_entry(key)
        self.block = current_block(self.state)

    def _read_entry(self, key: bytes) -> None:
        prefix = key[:32]
        item = declared_items().get(prefix)
        if item is None:
            return
        keys = item.keys_in(key)
        if prefix in self.columns.by_prefix:
            if keys[0] in self.at:
                self.columns.by_prefix[prefix].reload(self.state, self.at[keys[0]])
                self.prices[self.at[keys[0]]] = None
        elif prefix in Totals.prefixes:
            self.totals.load(self.state)
        elif prefix in _OF_POOLS:
            subnet, hotkey = _OF_POOLS[prefix]
            self.pools.forget(keys[subnet], keys[hotkey])
        else:
            self._read_other(prefix, keys)

    def _read_other(self, prefix: bytes, keys: tuple[object, ...]) -> None:
        if prefix == SystemAccount.prefix:
            netuid = is_subnet_account_id(AccountId(keys[0]))  # type: ignore[arg-type]
            if netuid is not None and netuid in self.at:
                self.columns.free.reload(self.state, self.at[netuid])
        elif prefix == RootClaimable.prefix:
            self.rates.forget(keys[0])  # type: ignore[arg-type]
        elif prefix == RootClaimed.prefix:
            self.claimed.forget(keys[1], keys[2])  # type: ignore[arg-type]
        elif prefix == StakingHotkeys.prefix:
            self.pools.forget_staking()
        elif prefix in _SUBNET_OF_FACTS:
            self._facts.pop(get_netuid(keys[_SUBNET_OF_FACTS[prefix]]), None)  # type: ignore[arg-type]
        elif prefix in _OF_ALL_FACTS:
            self._facts.clear()
