"""All that a coldkey has goes to another."""

import pytest

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.subtensor_module import ColdkeySwapped
from subtensor_spec.chain.items.balances import SystemAccount
from subtensor_spec.chain.items.locks import Lock
from subtensor_spec.chain.items.rate_limits import LastRateLimitedBlock
from subtensor_spec.chain.items.root_claims import RootClaimed
from subtensor_spec.chain.items.serving import IdentitiesV2
from subtensor_spec.chain.items.staking import (
    AccountFlags,
    AutoStakeDestination,
    AutoStakeDestinationColdkeys,
    OwnedHotkeys,
    Owner,
    StakingColdkeys,
    StakingHotkeys,
    TotalHotkeyAlpha,
)
from subtensor_spec.chain.items.subnets import SubnetOwner
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, ChainIdentityV2, LastTxBlock, NetUid
from subtensor_spec.chapters.keys.coldkey_swap import do_swap_coldkey
from subtensor_spec.chapters.locks.changes import do_lock_stake
from subtensor_spec.chapters.root_claims.index import maybe_add_coldkey_index
from subtensor_spec.chapters.staking.stakes import (
    get_stake_for_hotkey_and_coldkey_on_subnet,
    increase_stake_for_hotkey_and_coldkey_on_subnet,
)
from subtensor_spec.chapters.subnets.existence import account_of

NETUID = NetUid(1)
COLDKEY, OLD, NEW, OTHER = (AccountId(bytes([number]) * 32) for number in (1, 2, 3, 4))
EMPTY = (b"",) * 6


def stake(state: State, coldkey: AccountId, netuid: NetUid, amount: int) -> None:
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, OLD, coldkey, netuid, AlphaBalance(amount))


def stake_of(state: State, coldkey: AccountId, netuid: NetUid) -> int:
    return get_stake_for_hotkey_and_coldkey_on_subnet(state, OLD, coldkey, netuid)


def test_stake_ownership_and_balance_move(state: State) -> None:
    SubnetOwner.put(state, NETUID, COLDKEY)
    stake(state, COLDKEY, NETUID, 1_000)
    stake(state, OTHER, NETUID, 500)
    do_swap_coldkey(state, COLDKEY, NEW)
    assert (stake_of(state, COLDKEY, NETUID), stake_of(state, NEW, NETUID)) == (0, 1_000)
    assert (stake_of(state, OTHER, NETUID), TotalHotkeyAlpha.get(state, OLD, NETUID)) == (500, 1_500)
    assert SubnetOwner.get(state, NETUID) == Owner.get(state, OLD) == NEW
    assert (StakingHotkeys.get(state, NEW), OwnedHotkeys.get(state, NEW)) == ((OLD,), (OLD,))
    assert not StakingHotkeys.contains(state, COLDKEY)
    assert not OwnedHotkeys.contains(state, COLDKEY)
    assert not SystemAccount.contains(state, COLDKEY)
    assert SystemAccount.get(state, NEW).data.free == 10**10
    assert LastRateLimitedBlock.get(state, LastTxBlock(NEW)) == 10_000
    assert state.events[-1] == ColdkeySwapped(COLDKEY, NEW)


def test_root_stakers_are_indexed_anew_and_claims_are_added(state: State) -> None:
    stake(state, COLDKEY, ROOT, 1_000)
    stake(state, COLDKEY, NETUID, 1_000)
    maybe_add_coldkey_index(state, COLDKEY)
    RootClaimed.put(state, NETUID, OLD, COLDKEY, 7)
    RootClaimed.put(state, NETUID, OLD, NEW, 5)
    do_swap_coldkey(state, COLDKEY, NEW)
    assert StakingColdkeys.keys(state) == [NEW]
    assert not RootClaimed.contains(state, NETUID, OLD, COLDKEY)
    assert RootClaimed.get(state, NETUID, OLD, NEW) == 12


def test_stake_elsewhere_than_on_root_is_not_indexed(state: State) -> None:
    stake(state, COLDKEY, NETUID, 1_000)
    do_swap_coldkey(state, COLDKEY, NEW)
    assert not StakingColdkeys.keys(state)


def test_a_new_coldkey_that_never_opted_in_gets_locked_alpha_all_the_same(state: State) -> None:
    """It has the old one's flags afterwards, which are none."""
    stake(state, COLDKEY, NETUID, 1_000)
    do_lock_stake(state, COLDKEY, NETUID, OLD, AlphaBalance(600))
    do_swap_coldkey(state, COLDKEY, NEW)
    assert Lock.contains(state, NEW, NETUID, OLD)
    assert not AccountFlags.contains(state, NEW)


def test_claims_stay_where_no_stake_came(state: State) -> None:
    stake(state, COLDKEY, ROOT, 1_000)
    RootClaimed.put(state, NETUID, OLD, COLDKEY, 7)
    do_swap_coldkey(state, COLDKEY, NEW)
    assert RootClaimed.get(state, NETUID, OLD, COLDKEY) == 7


def test_subnets_of_others_stay(state: State) -> None:
    SubnetOwner.put(state, NETUID, OTHER)
    do_swap_coldkey(state, COLDKEY, NEW)
    assert SubnetOwner.get(state, NETUID) == OTHER


def test_an_identity_moves_only_where_there_is_none(state: State) -> None:
    mine, theirs = ChainIdentityV2(b"mine", *EMPTY), ChainIdentityV2(b"theirs", *EMPTY)
    IdentitiesV2.put(state, COLDKEY, mine)
    do_swap_coldkey(state, COLDKEY, NEW)
    assert IdentitiesV2.items(state) == [(NEW, mine)]
    IdentitiesV2.put(state, OTHER, theirs)
    StakingHotkeys.remove(state, OTHER)
    do_swap_coldkey(state, NEW, OTHER)
    assert (IdentitiesV2.get(state, NEW), IdentitiesV2.get(state, OTHER)) == (mine, theirs)


def test_the_destination_of_miners_dividends_follows(state: State) -> None:
    AutoStakeDestination.put(state, COLDKEY, NETUID, OLD)
    AutoStakeDestinationColdkeys.put(state, OLD, NETUID, (NEW, COLDKEY, OTHER))
    do_swap_coldkey(state, COLDKEY, NEW)
    assert AutoStakeDestination.keys(state) == [(NEW, NETUID)]
    assert AutoStakeDestinationColdkeys.get(state, OLD, NETUID) == (OTHER, NEW)


def test_hotkeys_that_the_new_coldkey_owns_come_first(state: State) -> None:
    OwnedHotkeys.put(state, NEW, (OTHER,))
    do_swap_coldkey(state, COLDKEY, NEW)
    assert OwnedHotkeys.get(state, NEW) == (OTHER, OLD)


def test_empty_lists_are_stored(state: State) -> None:
    OwnedHotkeys.remove(state, COLDKEY)
    do_swap_coldkey(state, COLDKEY, NEW)
    assert StakingHotkeys.contains(state, NEW)
    assert OwnedHotkeys.contains(state, NEW)


def test_refusals(state: State) -> None:
    StakingHotkeys.put(state, NEW, (OLD,))
    Owner.put(state, NEW, COLDKEY)
    with pytest.raises(CallError, match="ColdKeyAlreadyAssociated"):
        do_swap_coldkey(state, COLDKEY, NEW)
    StakingHotkeys.put(state, NEW, ())
    with pytest.raises(CallError, match="NewColdKeyIsHotkey"):
        do_swap_coldkey(state, COLDKEY, NEW)


def test_the_account_of_a_subnet_cannot_be_handed_over(state: State) -> None:
    OwnedHotkeys.put(state, COLDKEY, (OLD, account_of(NetUid(77))))
    with pytest.raises(CallError, match="CannotUseSystemAccount"):
        do_swap_coldkey(state, COLDKEY, NEW)
