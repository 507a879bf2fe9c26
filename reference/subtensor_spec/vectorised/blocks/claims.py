"""Root claims of a block for the coldkeys that are drawn (RC-auto, RC-claim)."""

from contextlib import suppress
from typing import TypeVar

import numpy as np

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.root_claims import NumRootClaim, RootClaimType
from subtensor_spec.chain.items.staking import NumStakingColdkeys, StakingColdkeysByIndex, StakingHotkeys
from subtensor_spec.chain.types import ROOT, AccountId, Hash, NetUid, RootClaimTypeEnum
from subtensor_spec.chapters.root_claims.auto_claim import block_hash_to_indices
from subtensor_spec.chapters.root_claims.claim import do_root_claim, keeps
from subtensor_spec.vectorised.blocks.claimed import ROW_LIMIT, ClaimedRow
from subtensor_spec.vectorised.blocks.network import Network
from subtensor_spec.vectorised.blocks.rates import RateRow
from subtensor_spec.vectorised.blocks.sale import UnusualError, sell_for_root
from subtensor_spec.vectorised.blocks.undo import Undo
from subtensor_spec.vectorised.words.arrays import UInt64Array

Row = TypeVar("Row", RateRow, ClaimedRow)


def run_auto_claim(network: Network, last_block_hash: Hash) -> None:
    """Claim everything for each coldkey whose number is drawn (RC-auto/block).

    A claim with hotkeys that have no rate but zero pays nothing and stores nothing. What columns cannot follow, a
    refusal for one, is undone and left to the exact path.
    """
    state = network.state
    for number in block_hash_to_indices(last_block_hash, NumRootClaim.get(state), NumStakingColdkeys.get(state)):
        coldkey = StakingColdkeysByIndex.get(state, number)
        if coldkey is None:
            continue
        hotkeys = [hotkey for hotkey in StakingHotkeys.get(state, coldkey) if hotkey in network.rates.earning]
        if hotkeys:
            _claim(network, coldkey, hotkeys)


def _claim(network: Network, coldkey: AccountId, hotkeys: list[AccountId]) -> None:
    undo = Undo(network)
    kind = RootClaimType.get(network.state, coldkey)
    try:
        for hotkey in hotkeys:
            _HotkeyClaim(network, undo, hotkey, coldkey, kind).run()
    except UnusualError:
        undo.all()
        with network.exactly() as state, suppress(CallError):
            do_root_claim(state, coldkey, None)


class _HotkeyClaim:
    """A coldkey's claim with one hotkey in all subnets, in ascending order of netuid (RC-claim/hotkey)."""

    def __init__(
        self, network: Network, undo: Undo, hotkey: AccountId, coldkey: AccountId, kind: RootClaimTypeEnum
    ) -> None:
        self.network, self.undo, self.hotkey, self.coldkey, self.kind = network, undo, hotkey, coldkey, kind
        self.rates = _ordinary(network.rates.row(hotkey))
        self.claimed = _ordinary(network.claimed.row(hotkey, coldkey, self.rates.netuids))
        thresholds, at = network.columns.threshold.values, network.at
        self.thresholds = [thresholds[at[netuid]] if netuid in at else -1 for netuid in self.rates.netuids]
        if min(self.thresholds, default=0) < 0:
            raise UnusualError

    def run(self) -> None:
        """Pay wherever at least the threshold and a rao are owed; what is owed is worked out anew after each sale."""
        least = np.array([max(threshold >> 32, 1) for threshold in self.thresholds], dtype=np.int64)
        after, stake = -1, self._stake()
        while True:
            owed = self._earned(stake).view(np.int64) - self.claimed.amounts.view(np.int64)
            due = owed >= least
            due[: after + 1] = False
            after = int(due.argmax()) if due.size else 0
            if not due.size or not due[after]:
                return
            if self._is_due(after, stake):
                self._pay(after, int(owed[after]))
                stake = self._stake()

    def _stake(self) -> int:
        return self.network.pools.stake(ROOT, self.hotkey, self.coldkey)

    def _earned(self, stake: int) -> UInt64Array:
        """Return what the stake has earned in whole rao, or what it adds to the records."""
        if self.rates.greatest * stake >> 32 >= ROW_LIMIT:
            raise UnusualError
        return self.rates.earned_by(stake)

    def _is_due(self, place: int, stake: int) -> bool:
        """Return whether fractions of a rao, too, reach the threshold (RC-claim/subnet)."""
        owed = self.rates.bits[place] * stake - (int(self.claimed.amounts[place]) << 32)
        return owed >= self.thresholds[place]

    def _pay(self, place: int, amount: int) -> None:
        netuid = self.rates.netuids[place]
        self.undo.note_row(self.claimed)
        if keeps(self.kind, netuid):
            self._pay_stake(netuid, amount)
        else:
            tao = sell_for_root(self.network, self.network.at[netuid], amount)
            self._pay_stake(ROOT, tao)
            self._record(self._earned(tao))
        self._record_one(place, amount)

    def _pay_stake(self, netuid: NetUid, amount: int) -> None:
        pools = self.network.pools
        pool = pools.of(netuid, self.hotkey)
        if pool is None or not pools.follows(netuid, self.hotkey, self.coldkey, amount):
            raise UnusualError
        self.undo.note_pool(pool, self.coldkey)
        pools.pay(netuid, self.hotkey, self.coldkey, amount)

    def _record(self, more: UInt64Array) -> None:
        """Count what added stake would have earned as claimed, everywhere (RC-record/stake-added)."""
        self.claimed.greatest += int(more.max(initial=0))
        if self.claimed.greatest >= ROW_LIMIT:
            raise UnusualError
        self.claimed.amounts += more
        self.claimed.changed[:] = True

    def _record_one(self, place: int, amount: int) -> None:
        self.claimed.greatest = max(self.claimed.greatest, int(self.claimed.amounts[place]) + amount)
        if self.claimed.greatest >= ROW_LIMIT:
            raise UnusualError
        self.claimed.amounts[place] += np.uint64(amount)
        self.claimed.changed[place] = True


def _ordinary(row: Row | None) -> Row:
    if row is None:
        raise UnusualError
    return row
