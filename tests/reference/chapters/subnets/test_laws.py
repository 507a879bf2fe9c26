"""Laws of subnets: no TAO appears or is lost when one is created and dissolved."""

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.items.balances import BalancesTotalIssuance, Number, SystemAccount
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetMechanism, SubnetProtocolAlpha, SubnetTAO
from subtensor_spec.chain.items.staking import TotalIssuance, TotalStake
from subtensor_spec.chain.items.subnets import NetworkRegisteredAt, NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, BlockNumber, NetUid, TaoBalance
from subtensor_spec.chapters.issuance.tao_supply import mint_tao, spend_tao
from subtensor_spec.chapters.staking.stakes import increase_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.subnets.dissolution import do_dissolve_network
from subtensor_spec.chapters.subnets.existence import account_of

NETUID, HOTKEY = NetUid(1), AccountId(b"\xaa" * 32)
RAO = st.integers(1_000, 10**13)


def balances(state: State) -> int:
    return sum(info.data.free + info.data.reserved for _, info in SystemAccount.items(state))


@given(RAO, RAO, st.lists(RAO, max_size=6), st.integers(0, 10**12))
def test_what_a_dissolution_pays_and_recycles_is_what_there_was(
    pot: int, reserve: int, stakes: list[int], protocol: int
) -> None:
    state = State()
    Number.put(state, BlockNumber(9))
    NetworksAdded.put(state, NETUID, True)
    NetworkRegisteredAt.put(state, NETUID, 1)
    SubnetMechanism.put(state, NETUID, 1)
    SubnetTAO.put(state, NETUID, TaoBalance(pot))
    SubnetAlphaIn.put(state, NETUID, AlphaBalance(reserve))
    SubnetProtocolAlpha.put(state, NETUID, AlphaBalance(protocol))
    TotalStake.put(state, TaoBalance(pot))
    spend_tao(state, account_of(NETUID), mint_tao(state, TaoBalance(pot)), TaoBalance(pot))
    for number, alpha in enumerate(stakes, start=1):
        coldkey = AccountId(bytes([number]) * 32)
        increase_stake_for_hotkey_and_coldkey_on_subnet(state, HOTKEY, coldkey, NETUID, AlphaBalance(alpha))
    do_dissolve_network(state, NETUID)
    assert balances(state) == BalancesTotalIssuance.get(state) == TotalIssuance.get(state) <= pot
    assert TotalStake.get(state) == 0
