"""A coldkey swaps a hotkey on one subnet or on all."""

from collections.abc import Callable

import pytest

from subtensor_spec.arithmetic import I96F32, U64F64
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.subtensor_module import HotkeySwapped, HotkeySwappedOnSubnet
from subtensor_spec.chain.items.balances import Number, SystemAccount
from subtensor_spec.chain.items.keys import LastHotkeySwapOnNetuid
from subtensor_spec.chain.items.neurons import IsNetworkMember
from subtensor_spec.chain.items.rate_limits import LastRateLimitedBlock
from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimed
from subtensor_spec.chain.items.stake_weight import ChildKeys, Delegates
from subtensor_spec.chain.items.staking import Alpha, OwnedHotkeys, Owner, StakingHotkeys, TotalHotkeyAlpha
from subtensor_spec.chain.origins import Origin, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, BlockNumber, LastTxBlock, NetUid, TaoBalance
from subtensor_spec.chapters.keys.hotkey_swap import pay_for_swap, swap_hotkey, swap_hotkey_v2
from subtensor_spec.chapters.keys.records import KEY_SWAP_COST
from subtensor_spec.chapters.staking.stakes import increase_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.subnets.existence import account_of

NETUID = NetUid(1)
COLDKEY, OLD, NEW, OTHER = (AccountId(bytes([number]) * 32) for number in (1, 2, 3, 4))
MINE = Signed(COLDKEY)


def free(state: State) -> int:
    return SystemAccount.get(state, COLDKEY).data.free


def test_on_one_subnet_both_hotkeys_stay_the_coldkeys(state: State) -> None:
    IsNetworkMember.put(state, OLD, NETUID, True)
    swap_hotkey(state, MINE, OLD, NEW, NETUID)
    assert Owner.get(state, OLD) == Owner.get(state, NEW) == COLDKEY
    assert OwnedHotkeys.get(state, COLDKEY) == (OLD, NEW)
    assert IsNetworkMember.keys(state) == [(NEW, NETUID)]
    assert free(state) == 10**10 - 10**6
    assert LastHotkeySwapOnNetuid.get(state, NETUID, COLDKEY) == 10_000
    assert LastRateLimitedBlock.get(state, LastTxBlock(COLDKEY)) == 10_000
    assert state.events[-1] == HotkeySwappedOnSubnet(COLDKEY, OLD, NEW, NETUID)


def test_on_all_subnets_the_old_hotkey_is_no_more(state: State) -> None:
    IsNetworkMember.put(state, OLD, NETUID, True)
    Delegates.put(state, OLD, 77)
    LastRateLimitedBlock.put(state, LastTxBlock(OLD), 5)
    swap_hotkey(state, MINE, OLD, NEW, None)
    assert not Owner.contains(state, OLD)
    assert OwnedHotkeys.get(state, COLDKEY) == (NEW,)
    assert Delegates.items(state) == [(NEW, 77)]
    assert IsNetworkMember.prefix_items(state, NEW) == [(ROOT, False), (NETUID, True)]
    assert free(state) == 10**10 - 10**8
    assert LastHotkeySwapOnNetuid.keys(state) == [(NETUID, COLDKEY)]
    assert not LastRateLimitedBlock.contains(state, LastTxBlock(OLD))
    assert LastRateLimitedBlock.get(state, LastTxBlock(NEW)) == 5
    assert state.events[-1] == HotkeySwapped(COLDKEY, OLD, NEW)


def test_on_all_subnets_stakers_lists_are_rewritten(state: State) -> None:
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, OLD, OTHER, NETUID, AlphaBalance(500))
    StakingHotkeys.put(state, OTHER, (OLD, COLDKEY))
    swap_hotkey(state, MINE, OLD, NEW, None)
    assert StakingHotkeys.get(state, OTHER) == (COLDKEY, NEW)
    assert TotalHotkeyAlpha.keys(state) == [(NEW, NETUID)]


def test_a_share_of_zero_rewrites_no_list(state: State) -> None:
    Alpha.put(state, OLD, OTHER, NETUID, U64F64.ZERO)
    StakingHotkeys.put(state, OTHER, (OLD, COLDKEY))
    swap_hotkey(state, MINE, OLD, NEW, None)
    assert StakingHotkeys.get(state, OTHER) == (OLD, COLDKEY, NEW)


def test_stake_that_is_kept_lies_on_a_hotkey_without_an_owner(state: State) -> None:
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, OLD, OTHER, NETUID, AlphaBalance(500))
    swap_hotkey_v2(state, MINE, OLD, NEW, None, keep_stake=True)
    assert (TotalHotkeyAlpha.keys(state), StakingHotkeys.get(state, OTHER)) == ([(OLD, NETUID)], (OLD,))
    assert not Owner.contains(state, OLD)


Spoil = Callable[[State], object]


@pytest.mark.parametrize(
    ("spoil", "origin", "old", "new", "netuid", "code"),
    [
        (None, Root(), OLD, NEW, None, "BadOrigin"),
        (None, Signed(OTHER), OLD, OLD, None, "NonAssociatedColdKey"),
        (lambda s: Owner.put(s, NEW, OTHER), MINE, OLD, NEW, None, "NonAssociatedColdKey"),
        (
            lambda s: LastRateLimitedBlock.put(s, LastTxBlock(COLDKEY), 9_000),
            MINE, OLD, OLD, None, "NewHotKeyIsSameWithOld",
        ),
        (
            lambda s: LastRateLimitedBlock.put(s, LastTxBlock(COLDKEY), 9_000),
            MINE, OLD, NEW, None, "HotKeySetTxRateLimitExceeded",
        ),
        (lambda s: IsNetworkMember.put(s, NEW, ROOT, True), MINE, OLD, NEW, None, "HotKeyAlreadyRegisteredInSubNet"),
        (
            lambda s: IsNetworkMember.put(s, NEW, NETUID, False),
            MINE, OLD, NEW, NETUID, "HotKeyAlreadyRegisteredInSubNet",
        ),
        (
            lambda s: RootClaimable.put(s, NEW, {NETUID: I96F32.ONE}),
            MINE, OLD, NEW, None, "NewHotKeyNotCleanForRootSwap",
        ),
        (
            lambda s: TotalHotkeyAlpha.put(s, NEW, ROOT, AlphaBalance(1)),
            MINE, OLD, NEW, ROOT, "NewHotKeyNotCleanForRootSwap",
        ),
        (
            lambda s: RootClaimed.put(s, ROOT, NEW, COLDKEY, 0),
            MINE, OLD, NEW, ROOT, "NewHotKeyNotCleanForRootSwap",
        ),
        (None, MINE, OLD, account_of(NetUid(5)), NETUID, "CannotUseSystemAccount"),
        (None, MINE, OLD, account_of(NetUid(5)), None, "CannotUseSystemAccount"),
        (
            lambda s: LastHotkeySwapOnNetuid.put(s, NETUID, COLDKEY, 2_800),
            MINE, OLD, NEW, NETUID, "HotKeySwapOnSubnetIntervalNotPassed",
        ),
        (lambda s: Owner.put(s, OTHER, OTHER), Signed(OTHER), OTHER, NEW, None, "NotEnoughBalanceToPaySwapHotKey"),
    ],
)  # fmt: skip
def test_refusals(
    state: State, spoil: Spoil | None, origin: Origin, old: AccountId, new: AccountId, netuid: NetUid | None, code: str
) -> None:
    if spoil is not None:
        spoil(state)
    with pytest.raises(CallError, match=code):
        swap_hotkey(state, origin, old, new, netuid)


def test_what_is_false_or_not_on_root_stops_nothing(state: State) -> None:
    IsNetworkMember.put(state, NEW, ROOT, False)
    RootClaimable.put(state, NEW, {})
    RootClaimed.put(state, NETUID, NEW, COLDKEY, 1)
    TotalHotkeyAlpha.put(state, NEW, NETUID, AlphaBalance(1))
    LastRateLimitedBlock.put(state, LastTxBlock(COLDKEY), 8_999)
    swap_hotkey(state, MINE, OLD, NEW, None)
    assert Owner.get(state, NEW) == COLDKEY


def test_the_first_swap_waits_on_one_subnet_but_not_on_all(state: State) -> None:
    Number.put(state, BlockNumber(7_200))
    IsNetworkMember.put(state, OLD, NETUID, True)
    with pytest.raises(CallError, match="HotKeySwapOnSubnetIntervalNotPassed"):
        swap_hotkey(state, MINE, OLD, NEW, NETUID)
    swap_hotkey(state, MINE, OLD, NEW, None)
    assert IsNetworkMember.get(state, NEW, NETUID)


@pytest.mark.parametrize("concerned", ["member", "parent", "child"])
def test_on_all_subnets_those_count_that_the_hotkey_is_in(state: State, concerned: str) -> None:
    LastHotkeySwapOnNetuid.put(state, NETUID, COLDKEY, 2_800)
    if concerned == "member":
        IsNetworkMember.put(state, OLD, NETUID, True)
    if concerned == "parent":
        ChildKeys.put(state, OLD, NETUID, ((1, OTHER),))
    if concerned == "child":
        swap_hotkey(state, MINE, OLD, NEW, None)
        assert LastHotkeySwapOnNetuid.get(state, NETUID, COLDKEY) == 2_800
        return
    with pytest.raises(CallError, match="HotKeySwapOnSubnetIntervalNotPassed"):
        swap_hotkey(state, MINE, OLD, NEW, None)


def test_a_subnet_that_does_not_exist_is_swapped_on_all_the_same(state: State) -> None:
    swap_hotkey(state, MINE, OLD, NEW, NetUid(9))
    assert IsNetworkMember.prefix_items(state, NEW) == [(NetUid(9), False)]


def test_the_existential_deposit_is_kept_besides_the_cost(state: State) -> None:
    pay_for_swap(state, COLDKEY, KEY_SWAP_COST)
    rest = free(state)
    with pytest.raises(CallError, match="InsufficientBalance"):
        pay_for_swap(state, COLDKEY, TaoBalance(rest - 499))
    with pytest.raises(CallError, match="NotEnoughBalanceToPaySwapHotKey"):
        pay_for_swap(state, COLDKEY, TaoBalance(rest + 1))
    pay_for_swap(state, COLDKEY, TaoBalance(rest - 500))
    assert free(state) == 500
