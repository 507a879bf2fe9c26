"""Two coldkeys with stake on a subnet, hotkeys to lock it on, and an owner."""

from collections.abc import Callable

import pytest

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.items.subnets import NetworksAdded, SubnetOwner, SubnetOwnerHotkey
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, BlockNumber, LockState, NetUid
from subtensor_spec.chapters.staking.stakes import increase_stake_for_hotkey_and_coldkey_on_subnet

NETUID = NetUid(1)
STAKE = AlphaBalance(10**12)


@pytest.fixture
def account() -> Callable[[int], AccountId]:
    """Return the account of 32 bytes of one value."""
    return lambda number: AccountId(bytes([number]) * 32)


@pytest.fixture
def lock() -> Callable[..., LockState]:
    """Return a lock of a mass, a whole conviction and a block."""

    def of(mass: int, conviction: int = 0, block: int = 1000) -> LockState:
        return LockState(AlphaBalance(mass), U64F64.saturating_from_num(conviction), block)

    return of


@pytest.fixture
def chain(account: Callable[[int], AccountId]) -> State:
    """Block 1000: coldkeys 1 and 2 with 1 000 alpha each, hotkeys 11 and 12 of coldkey 1, 21 and 22 of coldkey 2.

    Hotkey 21 is the owner's.
    """
    state = State()
    Number.put(state, BlockNumber(1000))
    NetworksAdded.put(state, NETUID, True)
    for coldkey in (1, 2):
        for hotkey in (10 * coldkey + 1, 10 * coldkey + 2):
            Owner.put(state, account(hotkey), account(coldkey))
        increase_stake_for_hotkey_and_coldkey_on_subnet(
            state, account(10 * coldkey + 1), account(coldkey), NETUID, STAKE
        )
    SubnetOwner.put(state, NETUID, account(2))
    SubnetOwnerHotkey.put(state, NETUID, account(21))
    return state
