"""The few numbers that a block changes and that belong to no subnet."""

from typing import Any

from subtensor_spec.chain.items.balances import BalancesTotalIssuance
from subtensor_spec.chain.items.emission import BlockEmission, SubnetRootSellTao
from subtensor_spec.chain.items.staking import TotalIssuance, TotalStake
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Value
from subtensor_spec.chain.types import NetUid, TaoBalance

_ITEMS: tuple[tuple[str, Value[Any]], ...] = (
    ("stake", TotalStake),
    ("issuance", TotalIssuance),
    ("balances", BalancesTotalIssuance),
    ("block_emission", BlockEmission),
)


class Totals:
    """Rao of the whole chain, and what root claims sold in the open block."""

    prefixes = frozenset({item.prefix for _name, item in _ITEMS} | {SubnetRootSellTao.prefix})

    def __init__(self, state: State) -> None:
        self.stake = self.issuance = self.balances = self.block_emission = 0
        self.sold_for_root: dict[NetUid, int] = {}
        self._stored: dict[str, int] = {}
        self._emission_was_put = False
        self.load(state)

    def note_emission(self, emission: int) -> None:
        """Keep what the emission curve answered, if it differs from the last answer (ISS-emission/stored-item)."""
        if emission != self.block_emission:
            self.block_emission = emission
            self._emission_was_put = True

    def load(self, state: State) -> None:
        """Read everything."""
        self._stored = {name: item.get(state) for name, item in _ITEMS}
        self._emission_was_put = False
        vars(self).update(self._stored)
        self.sold_for_root = dict(SubnetRootSellTao.items(state))

    def settle(self, state: State) -> None:
        """Write what changed."""
        for name, item in _ITEMS:
            if getattr(self, name) != self._stored[name]:
                item.put(state, getattr(self, name))
                self._stored[name] = getattr(self, name)
        if self._emission_was_put and not BlockEmission.exists(state):
            BlockEmission.put(state, self.block_emission)
        self._emission_was_put = False
        if dict(SubnetRootSellTao.items(state)) != self.sold_for_root:
            SubnetRootSellTao.clear(state)
            for netuid, tao in self.sold_for_root.items():
                SubnetRootSellTao.put(state, netuid, TaoBalance(tao))
