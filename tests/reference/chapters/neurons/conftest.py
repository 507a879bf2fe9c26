"""The small subnet with a pool, and a coldkey that can pay."""

import pytest

from subtensor_spec.chain.items.neurons import BlockAtRegistration, ImmunityPeriod
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetMechanism, SubnetTAO
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, TaoBalance, Uid
from subtensor_spec.chapters.issuance.tao_supply import mint_tao, spend_tao


@pytest.fixture
def coldkey() -> AccountId:
    return AccountId(b"\xcc" * 32)


@pytest.fixture
def market(subnet: State, coldkey: AccountId) -> State:
    """Subnet 1 has a pool of 1000 TAO and 1000 alpha, and neurons of block 100, of an immunity of 10 blocks.

    The coldkey has ten TAO.
    """
    netuid, funds = NetUid(1), TaoBalance(10 * 10**9)
    SubnetMechanism.put(subnet, netuid, 1)
    SubnetTAO.put(subnet, netuid, TaoBalance(10**12))
    SubnetAlphaIn.put(subnet, netuid, AlphaBalance(10**12))
    SubnetAlphaOut.put(subnet, netuid, AlphaBalance(10**12))
    ImmunityPeriod.put(subnet, netuid, 10)
    for uid in range(3):
        BlockAtRegistration.put(subnet, netuid, Uid(uid), 100)
    spend_tao(subnet, coldkey, mint_tao(subnet, funds), funds)
    subnet.forget()
    return subnet
