"""States for swaps of keys."""

import pytest

from subtensor_spec.blocks.dispatch import dispatch
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.staking import OwnedHotkeys, Owner
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.origins import Root
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, BlockNumber, NetUid
from subtensor_spec.chapters.balances.lookup import Id

COLDKEY, OLD = (AccountId(bytes([number]) * 32) for number in (1, 2))


@pytest.fixture
def state() -> State:
    """Root and subnet 1 at block 10 000; the coldkey of ones has 10 TAO and owns the hotkey of twos."""
    made = State()
    Number.put(made, BlockNumber(10_000))
    for netuid in (ROOT, NetUid(1)):
        NetworksAdded.put(made, netuid, True)
    dispatch(made, "Balances.force_set_balance", Root(), {"who": Id(COLDKEY), "new_free": 10**10})
    Owner.put(made, OLD, COLDKEY)
    OwnedHotkeys.put(made, COLDKEY, (OLD,))
    made.forget()
    return made
