"""Two successive blocks as an audit works on them: the state before, in which the next block is then played."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from subtensor_spec.chain.items.balances import Number, SystemAccount
from subtensor_spec.chain.items.emission import EMAPriceHalvingBlocks, FirstEmissionBlockNumber
from subtensor_spec.chain.items.neurons import NetworkRegistrationAllowed
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetMechanism, SubnetTAO, SubtokenEnabled
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.items.swap import PalSwapInitialized, SwapBalancer
from subtensor_spec.chain.revisions import Revision
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Item
from subtensor_spec.chain.types import BlockNumber, NetUid, TaoBalance
from subtensor_spec.chapters.emission.eligibility import get_subnets_to_emit_to
from subtensor_spec.chapters.subnets.existence import account_of, get_all_subnet_netuids
from subtensor_spec.chapters.swap.pool import DYNAMIC
from subtensor_spec.explain.audit.findings import Audit
from subtensor_spec.wire.state.snapshots import Snapshot

_PURSE = TaoBalance(10**15)
"""TAO that a subnet's account is taken to hold, so that it can be paid and refunded; no result depends on it."""

ELIGIBILITY: tuple[Item[Any], ...] = (
    NetworksAdded,
    FirstEmissionBlockNumber,
    SubtokenEnabled,
    NetworkRegistrationAllowed,
)
POOLS: tuple[Item[Any], ...] = (SubnetTAO, SubnetAlphaIn, SwapBalancer)


@dataclass
class Blocks:
    """What is there of two successive blocks, and the audit that they are held against the rules in."""

    before: Snapshot
    after: Snapshot
    revision: Revision
    audit: Audit

    def __post_init__(self) -> None:
        self.chain = State(self.after.storage, revision=self.revision)
        """What the chain has after the block, calls included."""
        self.before_state = State(self.before.storage, revision=self.revision)
        state = self.play()
        self.emitting = get_subnets_to_emit_to(state, [netuid for netuid in get_all_subnet_netuids(state) if netuid])
        """The subnets that are given emission in the block."""

    def play(self) -> State:
        """Return the state before, its number one higher, with what a file need not tell taken to be usual."""
        state = self._usual(self.before)
        Number.put(state, BlockNumber(self.after.block))
        state.forget()
        return state

    def play_after(self) -> State:
        """Return the state after, with what a file need not tell taken to be usual."""
        return self._usual(self.after)

    def _usual(self, snapshot: Snapshot) -> State:
        state = State(snapshot.storage, revision=self.revision)
        for netuid in NetworksAdded.keys(state):
            if snapshot.lacks(SubnetMechanism):
                SubnetMechanism.put(state, netuid, DYNAMIC)
            if snapshot.lacks(PalSwapInitialized):
                PalSwapInitialized.put(state, netuid, True)
            if snapshot.lacks(SystemAccount):
                _fill_purse(state, netuid)
        return state

    def taken_as_usual(self) -> list[str]:
        """Say which items the files do not have and are taken to be as they are on most subnets."""
        usual: dict[Item[Any], str] = {
            SubnetMechanism: "dynamic",
            PalSwapInitialized: "initialised",
            EMAPriceHalvingBlocks: "the default",
        }
        lacking = {name for snapshot in (self.before, self.after) for name in snapshot.lacks(*usual)}
        return [f"{item.full_name}: taken to be {how}" for item, how in usual.items() if item.full_name in lacking]

    def can(self, what: str, *items: Item[Any], whole: bool = False) -> bool:
        """Tell whether both blocks have some items, of all subnets if asked; say so in the audit if they have not."""
        lacking = dict.fromkeys((*self.before.lacks(*items), *self.after.lacks(*items)))
        if not lacking and whole:
            lacking = dict.fromkeys(
                f"{item.full_name} of all subnets"
                for item in items
                if not (self.before.is_whole(item) and self.after.is_whole(item))
            )
        if lacking:
            self.audit.not_checked.append(f"{what}: the files do not have {', '.join(lacking)}")
        return not lacking


def _fill_purse(state: State, netuid: NetUid) -> None:
    account = account_of(netuid)
    info = SystemAccount.get(state, account)
    SystemAccount.put(state, account, replace(info, providers=1, data=replace(info.data, free=_PURSE)))


def where(netuids: Iterable[NetUid], holds: Callable[[NetUid], bool]) -> list[NetUid]:
    """Return the subnets of which something holds."""
    return [netuid for netuid in netuids if holds(netuid)]
