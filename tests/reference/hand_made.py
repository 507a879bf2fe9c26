"""Small states made by hand: subnets with what emission and the schedule read, and hotkeys with their families."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from subtensor_spec.arithmetic import I96F32, U64F64, U96F32
from subtensor_spec.chain.items import emission, pools, schedule, stake_weight, staking
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, BlockNumber, NetUid, TaoBalance

Ties = Sequence[tuple[int, int]]
"""Proportions with the hotkeys, by their numbers, that they go to or come from."""


def account(number: int) -> AccountId:
    """The account of a number; zero is the zero account."""
    return AccountId(number.to_bytes(32, "big"))


def number(of: AccountId) -> int:
    """The number of an account."""
    return int.from_bytes(of, "big")


@dataclass(frozen=True)
class Subnet:
    """What emission and the schedule read of a subnet; a default is what the tests take for plain."""

    netuid: int = 1
    mechanism: int = 1
    moving_price: I96F32 = I96F32.ZERO
    miner_burned: U96F32 = U96F32.ZERO
    emission_enabled: bool = True
    alpha_in: int = 0
    alpha_out: int = 0
    price: U64F64 = U64F64.ZERO
    """The pool's, which is no storage item."""
    first_emission_block: int | None = None
    ema_price_halving_blocks: int = 0
    tempo: int = 0
    last_epoch_block: int = 0
    pending_epoch_at: int = 0
    blocks_since_last_step: int = 0

    def put(self, state: State) -> None:
        """Store the subnet."""
        netuid = NetUid(self.netuid)
        pools.SubnetMechanism.put(state, netuid, self.mechanism)
        pools.SubnetAlphaIn.put(state, netuid, AlphaBalance(self.alpha_in))
        pools.SubnetAlphaOut.put(state, netuid, AlphaBalance(self.alpha_out))
        emission.SubnetMovingPrice.put(state, netuid, self.moving_price)
        emission.MinerBurned.put(state, netuid, self.miner_burned)
        emission.SubnetEmissionEnabled.put(state, netuid, self.emission_enabled)
        emission.EMAPriceHalvingBlocks.put(state, netuid, self.ema_price_halving_blocks)
        if self.first_emission_block is not None:
            emission.FirstEmissionBlockNumber.put(state, netuid, self.first_emission_block)
        schedule.Tempo.put(state, netuid, self.tempo)
        schedule.LastEpochBlock.put(state, netuid, self.last_epoch_block)
        schedule.PendingEpochAt.put(state, netuid, self.pending_epoch_at)
        schedule.BlocksSinceLastStep.put(state, netuid, self.blocks_since_last_step)


@dataclass(frozen=True)
class Root:
    """What the other subnets see of root."""

    tao: int = 0
    tao_weight: int = 0

    def put(self, state: State) -> None:
        """Store root's TAO and its weight."""
        pools.SubnetTAO.put(state, ROOT, TaoBalance(self.tao))
        stake_weight.TaoWeight.put(state, self.tao_weight)


def state_of(
    subnets: Iterable[Subnet] = (), *, block: int = 0, moving_alpha: I96F32 = I96F32.ZERO, root: Root | None = None
) -> State:
    """A state with these subnets."""
    state = State()
    Number.put(state, BlockNumber(block))
    emission.SubnetMovingAlpha.put(state, moving_alpha)
    for subnet in subnets:
        subnet.put(state)
    if root is not None:
        root.put(state)
    return state


@dataclass(frozen=True)
class Family:
    """Hotkeys by number: stakes by hotkey and subnet, and in one subnet what they lend, borrow and take."""

    stakes: Mapping[tuple[int, int], int] = field(default_factory=dict)
    lends: Mapping[int, Ties] = field(default_factory=dict)
    borrows: Mapping[int, Ties] = field(default_factory=dict)
    owners: Mapping[int, int] = field(default_factory=dict)
    takes: Mapping[int, int] = field(default_factory=dict)
    tao_weight: int = 2**64 - 1
    childkey_burn: int = 0

    def on(self, *netuids: int) -> State:
        """A state with the family on these subnets."""
        state = State()
        stake_weight.TaoWeight.put(state, self.tao_weight)
        stake_weight.CKBurn.put(state, self.childkey_burn)
        for (hotkey, netuid), amount in self.stakes.items():
            staking.TotalHotkeyAlpha.put(state, account(hotkey), NetUid(netuid), AlphaBalance(amount))
        for hotkey, owner in self.owners.items():
            staking.Owner.put(state, account(hotkey), account(owner))
        for netuid in netuids:
            self._relate(state, NetUid(netuid))
        return state

    def _relate(self, state: State, netuid: NetUid) -> None:
        for item, relations in ((stake_weight.ChildKeys, self.lends), (stake_weight.ParentKeys, self.borrows)):
            for hotkey, ties in relations.items():
                item.put(state, account(hotkey), netuid, tuple((part, account(other)) for part, other in ties))
        for hotkey, take in self.takes.items():
            stake_weight.ChildkeyTake.put(state, account(hotkey), netuid, take)


def borrowed(lends: Mapping[int, Ties]) -> dict[int, list[tuple[int, int]]]:
    """The same relations from the children's side, each child's parents in the order in which they are met."""
    parents: dict[int, list[tuple[int, int]]] = {}
    for parent, ties in lends.items():
        for part, child in ties:
            parents.setdefault(child, []).append((part, parent))
    return parents
