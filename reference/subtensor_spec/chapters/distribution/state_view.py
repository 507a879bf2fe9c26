"""Stakes and family ties, read from the chain's state."""

from collections.abc import Sequence
from dataclasses import dataclass

from subtensor_spec.chain.items.stake_weight import ChildKeys, CKBurn, ParentKeys, TaoWeight
from subtensor_spec.chain.items.staking import Owner, TotalHotkeyAlpha
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.stake_weight.takes import get_childkey_take


@dataclass(frozen=True)
class StateView:
    state: State

    @property
    def tao_weight(self) -> int:
        return TaoWeight.get(self.state)

    @property
    def childkey_burn(self) -> int:
        return CKBurn.get(self.state)

    def stake(self, hotkey: AccountId, netuid: int) -> int:
        return TotalHotkeyAlpha.get(self.state, hotkey, NetUid(netuid))

    def parents(self, hotkey: AccountId, netuid: int) -> Sequence[tuple[int, AccountId]]:
        return ParentKeys.get(self.state, hotkey, NetUid(netuid))

    def children(self, hotkey: AccountId, netuid: int) -> Sequence[tuple[int, AccountId]]:
        return ChildKeys.get(self.state, hotkey, NetUid(netuid))

    def owner(self, hotkey: AccountId) -> AccountId:
        return Owner.get(self.state, hotkey)

    def childkey_take(self, hotkey: AccountId, netuid: int) -> int:
        return get_childkey_take(self.state, hotkey, NetUid(netuid))
