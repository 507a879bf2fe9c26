"""A hotkey with stake on root, and a subnet whose pool buys what is claimed."""

from collections.abc import Callable

import pytest

from subtensor_spec.arithmetic import I96F32
from subtensor_spec.chain.items.balances import BalancesTotalIssuance, Number, SystemAccount
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetMechanism, SubnetTAO
from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimableThreshold
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.items.subnets import NetworksAdded, SubnetOwner
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    ROOT,
    AccountData,
    AccountId,
    AccountInfo,
    AlphaBalance,
    BlockNumber,
    NetUid,
    TaoBalance,
)
from subtensor_spec.chapters.staking.stakes import increase_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.subnets.existence import account_of

NETUID = NetUid(1)
RESERVE = 10**12


@pytest.fixture
def account() -> Callable[[int], AccountId]:
    """Return the account of 32 bytes of one value."""
    return lambda number: AccountId(bytes([number]) * 32)


@pytest.fixture
def chain(account: Callable[[int], AccountId]) -> State:
    """Coldkeys 1 and 2 have 1 000 and 3 000 rao on root with hotkey 11 of coldkey 1; its rate in subnet 1 is two.

    Subnet 1 is owned by coldkey 9, pays any claim, and holds 1 000 TAO and alpha.
    """
    state = State()
    Number.put(state, BlockNumber(1000))
    BalancesTotalIssuance.put(state, TaoBalance(2 * RESERVE))
    for netuid in (ROOT, NETUID):
        NetworksAdded.put(state, netuid, True)
    SubnetMechanism.put(state, NETUID, 1)
    SubnetTAO.put(state, NETUID, TaoBalance(RESERVE))
    SubnetAlphaIn.put(state, NETUID, AlphaBalance(RESERVE))
    SubnetAlphaOut.put(state, NETUID, AlphaBalance(RESERVE))
    funds = AccountData(TaoBalance(2 * RESERVE), TaoBalance(0), TaoBalance(0), 1 << 127)
    SystemAccount.put(state, account_of(NETUID), AccountInfo(0, 0, 1, 0, funds))
    SubnetOwner.put(state, NETUID, account(9))
    Owner.put(state, account(11), account(1))
    for coldkey, stake in ((1, 1_000), (2, 3_000)):
        increase_stake_for_hotkey_and_coldkey_on_subnet(state, account(11), account(coldkey), ROOT, AlphaBalance(stake))
    RootClaimable.put(state, account(11), {NETUID: I96F32.saturating_from_num(2)})
    RootClaimableThreshold.put(state, NETUID, I96F32.ZERO)
    return state
