"""The first state of a chain."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import account

from subtensor_spec.blocks.genesis import FIRST_SUBNET, STORAGE_VERSIONS, genesis
from subtensor_spec.chain.items.balances import BalancesTotalIssuance, Number, SystemAccount
from subtensor_spec.chain.items.consensus import Active
from subtensor_spec.chain.items.emission import FirstEmissionBlockNumber
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.chain.items.staking import TotalIssuance, TotalStake
from subtensor_spec.chain.items.subnets import NetworksAdded, SubnetOwnerHotkey, SubnetworkN
from subtensor_spec.chain.types import ROOT, TaoBalance
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.subnets.existence import account_of

ZERO = account(0)


@given(st.dictionaries(st.integers(1, 99).map(account), st.integers(500, 10**16).map(TaoBalance), max_size=5))
@settings(deadline=None, max_examples=20)
def test_all_tao_is_that_of_the_accounts(balances: dict[bytes, TaoBalance]) -> None:
    """Both records of issuance are the sum of what the accounts have free, and each exists by one provider."""
    state = genesis(balances)  # type: ignore[arg-type]
    assert BalancesTotalIssuance.get(state) == TotalIssuance.get(state) == sum(balances.values())
    entries = dict(SystemAccount.items(state))
    assert {who: entry.data.free for who, entry in entries.items()} == balances
    assert {entry.providers for entry in entries.values()} <= {1}


def test_there_are_root_and_one_subnet_that_is_not_started() -> None:
    """The zero account is the subnet's only neuron; root has none."""
    state = genesis({})
    assert NetworksAdded.items(state) == [(ROOT, True), (FIRST_SUBNET, True)]
    assert [SubnetworkN.get(state, netuid) for netuid in (ROOT, FIRST_SUBNET)] == [0, 1]
    assert get_stake_for_hotkey_and_coldkey_on_subnet(state, ZERO, ZERO, FIRST_SUBNET) == 10**9
    assert FirstEmissionBlockNumber.get(state, FIRST_SUBNET) is None
    assert Active.get(state, FIRST_SUBNET) == (True,)
    assert SubnetOwnerHotkey.contains(state, ROOT)
    assert not SubnetOwnerHotkey.contains(state, FIRST_SUBNET)


def test_nothing_stands_behind_the_first_pool() -> None:
    """Its ten TAO are on no account and in neither record of issuance, and no stake counts them."""
    state = genesis({})
    assert SubnetTAO.get(state, FIRST_SUBNET) == 10 * 10**9
    assert not SystemAccount.contains(state, account_of(FIRST_SUBNET))
    assert (TotalIssuance.get(state), TotalStake.get(state)) == (0, 0)


def test_a_chain_begins_at_height_0_with_its_author_and_versions() -> None:
    """What was done to make the state cannot be undone from outside, and leaves no event."""
    state = genesis({}, account(7))
    assert (Number.get(state), state.author, state.events) == (0, account(7), [])
    assert len(state.changes(state.mark())) == 0
    versions = [raw for key, raw in state.storage().items() if len(key) == 32 and len(raw) == 2]
    assert sum(int.from_bytes(raw, "little") for raw in versions) >= sum(STORAGE_VERSIONS.values())
