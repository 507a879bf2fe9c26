"""Laws of staking: what a subnet's account holds, and that nothing is gained on the way."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.pools import SubnetAlphaOut, SubnetTAO
from subtensor_spec.chain.items.staking import StakingHotkeys, TotalHotkeyAlpha, TotalStake
from subtensor_spec.chain.types import ROOT, AccountId, NetUid
from subtensor_spec.chapters.subnets.existence import account_of

TAO = 10**9
OWNER, NOMINATOR = (AccountId(bytes([number]) * 32) for number in (1, 2))
HOTKEYS = [AccountId(bytes([number]) * 32) for number in (11, 12)]
SUBNETS = [ROOT, NetUid(1), NetUid(2), NetUid(3)]
ALL = 2**64 - 1

AMOUNTS = st.integers(2_100_000, 600 * TAO) | st.integers(0, 10**7) | st.just(ALL)
CALLS = st.one_of(
    st.fixed_dictionaries(
        {"hotkey": st.sampled_from(HOTKEYS), "netuid": st.sampled_from(SUBNETS), "amount_staked": AMOUNTS}
    ).map(lambda arguments: ("add_stake", arguments)),
    st.fixed_dictionaries(
        {"hotkey": st.sampled_from(HOTKEYS), "netuid": st.sampled_from(SUBNETS), "amount_unstaked": AMOUNTS}
    ).map(lambda arguments: ("remove_stake", arguments)),
    st.fixed_dictionaries(
        {
            "hotkey": st.sampled_from(HOTKEYS),
            "origin_netuid": st.sampled_from(SUBNETS),
            "destination_netuid": st.sampled_from(SUBNETS),
            "alpha_amount": AMOUNTS,
        }
    ).map(lambda arguments: ("swap_stake", arguments)),
    st.fixed_dictionaries({"hotkey": st.sampled_from(HOTKEYS)}).map(lambda arguments: ("unstake_all", arguments)),
)
STEPS = st.lists(st.tuples(st.sampled_from([OWNER, NOMINATOR]), CALLS), max_size=8)


@given(STEPS)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_subnets_account_holds_its_pool_and_stake_is_what_is_outstanding(make: Any, steps: Any) -> None:
    """After any calls that are unlimited in price. A refused call changes nothing."""
    chain = make()
    for coldkey, (name, arguments) in steps:
        mark = chain.state.mark()
        try:
            chain.send(name, coldkey, **arguments)
        except CallError:
            assert chain.state.changes(mark) == {}
    for netuid in SUBNETS:
        assert SubnetTAO.get(chain.state, netuid) == chain.free(account_of(netuid))
        staked = sum(TotalHotkeyAlpha.get(chain.state, hotkey, netuid) for hotkey in HOTKEYS)
        assert SubnetAlphaOut.get(chain.state, netuid) == staked
        shares = sum(chain.stake(netuid, coldkey, hotkey) for coldkey in (OWNER, NOMINATOR) for hotkey in HOTKEYS)
        assert 0 <= staked - shares <= 4, "each share is rounded down to a rao"


@given(st.integers(3_000_000, 499 * TAO), st.sampled_from(SUBNETS), st.booleans())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_staking_and_unstaking_all_never_gains(make: Any, amount: int, netuid: NetUid, with_author: bool) -> None:
    chain = make() if with_author else make(author=None)
    chain.send("add_stake", hotkey=HOTKEYS[0], netuid=netuid, amount_staked=amount)
    chain.send("remove_stake", hotkey=HOTKEYS[0], netuid=netuid, amount_unstaked=ALL)
    assert chain.free() <= 500 * TAO
    assert chain.free() >= 500 * TAO - amount // 900 - 1, "two fees of a 1986th"
    assert chain.stake(netuid) == 0


@pytest.mark.parametrize("netuid", [ROOT, NetUid(3)])
def test_where_nothing_is_traded_nothing_is_lost(chain: Any, netuid: NetUid) -> None:
    chain.send("add_stake", hotkey=HOTKEYS[0], netuid=netuid, amount_staked=7 * TAO)
    chain.send("remove_stake", hotkey=HOTKEYS[0], netuid=netuid, amount_unstaked=ALL)
    assert (chain.free(), TotalStake.get(chain.state)) == (500 * TAO, 0)
    assert StakingHotkeys.get(chain.state, OWNER) == (HOTKEYS[0],)
