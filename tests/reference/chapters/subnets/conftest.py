"""A chain with root and two dynamic subnets, and a coldkey that can pay for a third."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetMechanism, SubnetTAO
from subtensor_spec.chain.items.subnets import NetworkRegisteredAt, NetworksAdded, SubnetOwner, TotalNetworks
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, BlockNumber, NetUid, TaoBalance
from subtensor_spec.chapters.issuance.tao_supply import mint_tao, spend_tao

Fund = Callable[[State, AccountId, int], None]


@pytest.fixture
def coldkey() -> AccountId:
    return AccountId(b"\xcc" * 32)


@pytest.fixture
def fund() -> Fund:
    """Return what gives an account new TAO."""

    def give(state: State, account: AccountId, rao: int) -> None:
        spend_tao(state, account, mint_tao(state, TaoBalance(rao)), TaoBalance(rao))

    return give


@pytest.fixture
def chain(coldkey: AccountId, fund: Fund) -> State:
    """Block 2 000 000: subnets 1 and 2 of 1000 TAO with 2000 and 500 alpha in their pools, registered at block 1.

    The coldkey owns subnet 1 and has 5000 TAO.
    """
    state = State()
    Number.put(state, BlockNumber(2_000_000))
    for netuid, alpha in ((1, 2_000), (2, 500)):
        SubnetMechanism.put(state, NetUid(netuid), 1)
        SubnetTAO.put(state, NetUid(netuid), TaoBalance(10**12))
        SubnetAlphaIn.put(state, NetUid(netuid), AlphaBalance(alpha * 10**9))
        SubnetAlphaOut.put(state, NetUid(netuid), AlphaBalance(0))
        NetworkRegisteredAt.put(state, NetUid(netuid), 1)
    for each in (ROOT, 1, 2):
        NetworksAdded.put(state, NetUid(each), True)
    TotalNetworks.put(state, 3)
    SubnetOwner.put(state, NetUid(1), coldkey)
    fund(state, coldkey, 5_000 * 10**9)
    state.forget()
    return state
