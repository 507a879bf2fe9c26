"""A chain with root, two subnets with pools and a stable one, a hotkey with its owner and a nominator."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from subtensor_spec.blocks.dispatch import dispatch
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetMechanism, SubnetTAO, SubtokenEnabled
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.origins import Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, BlockNumber, NetUid, TaoBalance
from subtensor_spec.chapters.balances.accounts import free_balance
from subtensor_spec.chapters.balances.lookup import Id
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.subnets.existence import account_of

TAO = 10**9
OWNER, NOMINATOR, AUTHOR = (AccountId(bytes([number]) * 32) for number in (1, 2, 3))
HOTKEY, OTHER_HOTKEY = (AccountId(bytes([number]) * 32) for number in (11, 12))
FIRST, SECOND, STABLE = NetUid(1), NetUid(2), NetUid(3)


@dataclass
class Chain:
    """A state, and short ways to send calls and to look at stake."""

    state: State

    def send(self, name: str, coldkey: AccountId | None = OWNER, **arguments: Any) -> None:
        """Dispatch a call of the staking pallet, or of another if its name says so; root sends where nobody signs."""
        full_name = name if "." in name else f"SubtensorModule.{name}"
        dispatch(self.state, full_name, Root() if coldkey is None else Signed(coldkey), arguments)

    def refusal(self, name: str, coldkey: AccountId | None = OWNER, **arguments: Any) -> str:
        """The code that a call is refused with; it must leave the state as it was."""
        mark = self.state.mark()
        with pytest.raises(CallError) as caught:
            self.send(name, coldkey, **arguments)
        assert (self.state.changes(mark), self.state.events[mark.events :]) == ({}, [])
        return caught.value.code.removeprefix("SubtensorModule.")

    def stake(self, netuid: NetUid = FIRST, coldkey: AccountId = OWNER, hotkey: AccountId = HOTKEY) -> AlphaBalance:
        """What a coldkey has with a hotkey on a subnet."""
        return get_stake_for_hotkey_and_coldkey_on_subnet(self.state, hotkey, coldkey, netuid)

    def free(self, account: AccountId = OWNER) -> int:
        """What an account has free, in rao."""
        return free_balance(self.state, account)

    def events(self) -> list[str]:
        """The names of all events since the last look."""
        names = [event.kind.name for event in self.state.events]
        self.state.forget()
        return names


Made = Callable[..., Chain]


@pytest.fixture
def make() -> Made:
    """Return what makes the chain, with an author of blocks or without."""

    def made(author: AccountId | None = AUTHOR) -> Chain:
        chain = Chain(State(author=author))
        Number.put(chain.state, BlockNumber(100))
        for netuid in (ROOT, FIRST, SECOND, STABLE):
            NetworksAdded.put(chain.state, netuid, True)
            SubtokenEnabled.put(chain.state, netuid, True)
        for netuid, alpha in ((FIRST, 1_000 * TAO), (SECOND, 4_000 * TAO)):
            SubnetMechanism.put(chain.state, netuid, 1)
            SubnetTAO.put(chain.state, netuid, TaoBalance(1_000 * TAO))
            SubnetAlphaIn.put(chain.state, netuid, AlphaBalance(alpha))
            chain.send("Balances.force_set_balance", None, who=Id(account_of(netuid)), new_free=1_000 * TAO)
        for hotkey in (HOTKEY, OTHER_HOTKEY):
            Owner.put(chain.state, hotkey, OWNER)
        for account in (OWNER, NOMINATOR, AUTHOR):
            chain.send("Balances.force_set_balance", None, who=Id(account), new_free=500 * TAO)
        chain.events()
        return chain

    return made


@pytest.fixture
def chain(make: Made) -> Chain:
    """The chain with an author."""
    return make()
