"""Rates, what is owed of them, and the record that stake and keys take along."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I96F32
from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, U64_MAX, U128_MAX, AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.root_claims.rates import (
    get_root_owed_for_hotkey_coldkey,
    get_root_owed_for_hotkey_coldkey_float,
    increase_root_claimable_for_hotkey_and_subnet,
    whole_rao,
)
from subtensor_spec.chapters.root_claims.records import (
    add_stake_adjust_root_claimed_for_hotkey_and_coldkey,
    earned_by,
    remove_stake_adjust_root_claimed_for_hotkey_and_coldkey,
)
from subtensor_spec.chapters.root_claims.transfers import (
    finalize_all_subnet_root_dividends,
    transfer_root_claimable_for_new_hotkey,
    transfer_root_claimed_for_new_keys,
)
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet

Account = Callable[[int], AccountId]

NETUID, OTHER = NetUid(1), NetUid(2)


def rate_of(state: State, hotkey: AccountId, netuid: NetUid = NETUID) -> int:
    return RootClaimable.get(state, hotkey)[netuid].bits


def test_a_rate_grows_by_what_is_earned_over_all_stake(chain: State, account: Account) -> None:
    increase_root_claimable_for_hotkey_and_subnet(chain, account(11), NETUID, AlphaBalance(3_000))
    increase_root_claimable_for_hotkey_and_subnet(chain, account(11), OTHER, AlphaBalance(1))
    assert rate_of(chain, account(11)) == (2 << 32) + (3 << 30)
    assert rate_of(chain, account(11), OTHER) == 2**32 // 4000


@pytest.mark.parametrize(("earned", "to_owner"), [(4_000, 0), (4_001, 4_001)])
def test_more_than_the_stake_goes_to_the_owner(chain: State, account: Account, earned: int, to_owner: int) -> None:
    before = rate_of(chain, account(11))
    increase_root_claimable_for_hotkey_and_subnet(chain, account(11), NETUID, AlphaBalance(earned))
    assert get_stake_for_hotkey_and_coldkey_on_subnet(chain, account(11), account(1), NETUID) == to_owner
    assert (rate_of(chain, account(11)) == before) == bool(to_owner)


def test_nothing_earned_without_stake_stores_a_rate_of_zero(chain: State, account: Account) -> None:
    increase_root_claimable_for_hotkey_and_subnet(chain, account(12), NETUID, AlphaBalance(0))
    assert RootClaimable.get(chain, account(12)) == {NETUID: I96F32.ZERO}


def test_owed_is_earned_less_the_record(chain: State, account: Account) -> None:
    RootClaimed.put(chain, NETUID, account(11), account(2), 5_999)
    assert get_root_owed_for_hotkey_coldkey(chain, account(11), account(1), NETUID) == 2_000
    assert get_root_owed_for_hotkey_coldkey(chain, account(11), account(2), NETUID) == 1
    assert get_root_owed_for_hotkey_coldkey(chain, account(11), account(1), OTHER) == 0
    assert get_root_owed_for_hotkey_coldkey(chain, account(12), account(1), NETUID) == 0


def test_a_record_beyond_what_was_earned_owes_nothing(chain: State, account: Account) -> None:
    RootClaimed.put(chain, NETUID, account(11), account(1), U128_MAX)
    owed = get_root_owed_for_hotkey_coldkey_float(chain, account(11), account(1), NETUID)
    assert owed.bits == (2_000 << 32) - I96F32.MAX_BITS
    assert get_root_owed_for_hotkey_coldkey(chain, account(11), account(1), NETUID) == 0


@pytest.mark.parametrize(("bits", "rao"), [(2**32 - 1, 0), (2**32, 1), (-1, 0), (I96F32.MAX_BITS, U64_MAX)])
def test_whole_rao_are_paid(bits: int, rao: int) -> None:
    assert whole_rao(I96F32.from_bits(bits)) == rao


rates = st.integers(0, 2**40)
stakes = st.integers(0, 21 * 10**15)


@given(rates, stakes, st.integers(0, 10**15), st.integers(0, 10**20))
def test_stake_that_comes_or_goes_changes_what_is_owed_by_less_than_a_rao(
    bits: int, stake: int, change: int, record: int
) -> None:
    rate = I96F32.from_bits(bits)
    share = earned_by(rate, change)
    more = earned_by(rate, stake + change) - (record + share)
    assert 0 <= more - (earned_by(rate, stake) - record) <= 1
    if change <= stake and share <= record:
        less = earned_by(rate, stake - change) - (record - share)
        assert -1 <= less - (earned_by(rate, stake) - record) <= 0


def test_new_stake_is_recorded_in_every_subnet_with_a_rate(chain: State, account: Account) -> None:
    RootClaimable.put(chain, account(11), {ROOT: I96F32.ONE, NETUID: I96F32.from_bits(2**31), OTHER: I96F32.ZERO})
    add_stake_adjust_root_claimed_for_hotkey_and_coldkey(chain, account(11), account(5), 101)
    recorded = {keys[0]: RootClaimed.get(chain, *keys) for keys in RootClaimed.keys(chain)}
    assert recorded == {ROOT: 101, NETUID: 50, OTHER: 0}
    assert RootClaimed.contains(chain, OTHER, account(11), account(5))


def test_stake_that_goes_leaves_no_negative_record_and_passes_root_by(chain: State, account: Account) -> None:
    RootClaimable.put(chain, account(11), {ROOT: I96F32.ONE, NETUID: I96F32.from_bits(2**31), OTHER: I96F32.ONE})
    for netuid in (ROOT, NETUID, OTHER):
        RootClaimed.put(chain, netuid, account(11), account(5), 70)
    remove_stake_adjust_root_claimed_for_hotkey_and_coldkey(chain, account(11), account(5), AlphaBalance(101))
    recorded = {keys[0]: RootClaimed.get(chain, *keys) for keys in RootClaimed.keys(chain)}
    assert recorded == {ROOT: 70, NETUID: 20, OTHER: 0}


def test_a_record_saturates(chain: State, account: Account) -> None:
    RootClaimed.put(chain, NETUID, account(11), account(1), U128_MAX - 1)
    add_stake_adjust_root_claimed_for_hotkey_and_coldkey(chain, account(11), account(1), 5)
    assert RootClaimed.get(chain, NETUID, account(11), account(1)) == U128_MAX


def test_records_of_two_pairs_of_keys_are_added(chain: State, account: Account) -> None:
    RootClaimed.put(chain, NETUID, account(11), account(1), 30)
    RootClaimed.put(chain, NETUID, account(12), account(3), 12)
    transfer_root_claimed_for_new_keys(chain, NETUID, account(11), account(12), account(1), account(3))
    assert RootClaimed.keys(chain) == [(NETUID, account(12), account(3))]
    assert RootClaimed.get(chain, NETUID, account(12), account(3)) == 42


def test_no_record_is_stored_as_a_record_of_zero(chain: State, account: Account) -> None:
    transfer_root_claimed_for_new_keys(chain, NETUID, account(11), account(12), account(1), account(3))
    assert RootClaimed.keys(chain) == [(NETUID, account(12), account(3))]


def test_rates_of_two_hotkeys_are_added(chain: State, account: Account) -> None:
    RootClaimable.put(chain, account(12), {NETUID: I96F32.MAX, OTHER: I96F32.ONE})
    transfer_root_claimable_for_new_hotkey(chain, account(11), account(12))
    assert RootClaimable.keys(chain) == [account(12)]
    assert RootClaimable.get(chain, account(12)) == {NETUID: I96F32.MAX, OTHER: I96F32.ONE}


def test_no_rates_are_stored_as_none(chain: State, account: Account) -> None:
    transfer_root_claimable_for_new_hotkey(chain, account(13), account(12))
    assert RootClaimable.contains(chain, account(12))
    assert not RootClaimable.contains(chain, account(13))


def test_with_a_subnet_go_its_rates_and_records(chain: State, account: Account) -> None:
    RootClaimable.put(chain, account(12), {NETUID: I96F32.ONE, OTHER: I96F32.ONE})
    for netuid in (NETUID, OTHER):
        RootClaimed.put(chain, netuid, account(11), account(1), 5)
    finalize_all_subnet_root_dividends(chain, NETUID)
    assert RootClaimable.get(chain, account(12)) == {OTHER: I96F32.ONE}
    assert RootClaimable.get(chain, account(11)) == {}
    assert RootClaimable.contains(chain, account(11)), "an empty map stays"
    assert RootClaimed.keys(chain) == [(OTHER, account(11), account(1))]
