"""Children are named by whoever owns the hotkey, wait for their cooldown, and then take effect or do not."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.subtensor_module import (
    AutoParentDelegationEnabledSet,
    SetChildren,
    SetChildrenScheduled,
)
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.neurons import Keys, Uids
from subtensor_spec.chain.items.pools import SubtokenEnabled
from subtensor_spec.chain.items.rate_limits import TransactionKeyLastBlock
from subtensor_spec.chain.items.stake_weight import (
    AutoParentDelegationEnabled,
    ChildKeys,
    ParentKeys,
    PendingChildKeyCooldown,
    PendingChildKeys,
)
from subtensor_spec.chain.items.staking import Owner, StakeThreshold, TotalHotkeyAlpha
from subtensor_spec.chain.items.subnets import NetworksAdded, SubnetOwnerHotkey
from subtensor_spec.chain.origins import Nobody, Origin, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, BlockNumber, NetUid, Relation, Uid
from subtensor_spec.chapters.stake_weight.children import (
    do_set_root_validators_for_subnet,
    set_auto_parent_delegation_enabled,
    set_children,
    set_pending_childkey_cooldown,
)
from subtensor_spec.chapters.stake_weight.pending_children import do_set_pending_children

NETUID = NetUid(1)
ALL = 2**64 - 1
COLDKEY, HOTKEY, CHILD, OTHER, STRANGER = (AccountId(bytes([number]) * 32) for number in range(1, 6))


@pytest.fixture
def state() -> State:
    """A subnet whose token is enabled, at block 1 000; COLDKEY owns HOTKEY."""
    made = State()
    Number.put(made, BlockNumber(1_000))
    NetworksAdded.put(made, ROOT, True)
    NetworksAdded.put(made, NETUID, True)
    SubtokenEnabled.put(made, NETUID, True)
    Owner.put(made, HOTKEY, COLDKEY)
    return made


def name(state: State, *children: Relation, origin: Origin | None = None, netuid: NetUid = NETUID) -> None:
    set_children(state, Signed(COLDKEY) if origin is None else origin, HOTKEY, netuid, children)


def test_children_wait_for_their_cooldown(state: State) -> None:
    name(state, (5, CHILD))
    assert PendingChildKeys.get(state, NETUID, HOTKEY) == (((5, CHILD),), 8_200)
    assert TransactionKeyLastBlock.get(state, HOTKEY, NETUID, 0) == 1_000
    assert state.events == [SetChildrenScheduled(HOTKEY, NETUID, 8_200, ((5, CHILD),))]
    assert not ChildKeys.contains(state, HOTKEY, NETUID)


def test_they_take_effect_once_the_cooldown_block_is_past(state: State) -> None:
    name(state, (5, CHILD))
    state.forget()
    for block, waiting in ((8_200, True), (8_201, False)):
        Number.put(state, BlockNumber(block))
        do_set_pending_children(state, NETUID)
        assert PendingChildKeys.contains(state, NETUID, HOTKEY) == waiting
    assert ChildKeys.get(state, HOTKEY, NETUID) == ((5, CHILD),)
    assert state.events == [SetChildren(HOTKEY, NETUID, ((5, CHILD),))]


def test_a_cooldown_saturates(state: State) -> None:
    PendingChildKeyCooldown.put(state, ALL)
    name(state, (5, CHILD))
    assert PendingChildKeys.get(state, NETUID, HOTKEY)[1] == ALL


def test_before_the_token_is_enabled_they_take_effect_at_once(state: State) -> None:
    SubtokenEnabled.put(state, NETUID, False)
    name(state, (5, CHILD))
    assert ChildKeys.get(state, HOTKEY, NETUID) == ((5, CHILD),)
    assert not PendingChildKeys.contains(state, NETUID, HOTKEY)


def test_a_token_that_is_disabled_ends_every_wait(state: State) -> None:
    name(state, (5, CHILD))
    SubtokenEnabled.put(state, NETUID, False)
    do_set_pending_children(state, NETUID)
    assert ChildKeys.get(state, HOTKEY, NETUID) == ((5, CHILD),)


def test_children_that_became_parents_are_dropped_in_silence(state: State) -> None:
    name(state, (5, CHILD))
    state.forget()
    ParentKeys.put(state, HOTKEY, NETUID, ((1, CHILD),))
    Number.put(state, BlockNumber(9_000))
    do_set_pending_children(state, NETUID)
    assert not state.events
    assert not PendingChildKeys.contains(state, NETUID, HOTKEY)
    assert not ChildKeys.contains(state, HOTKEY, NETUID)


Spoil = Callable[[State], None]


@pytest.mark.parametrize(
    ("children", "origin", "netuid", "spoil", "code"),
    [
        ([], Root(), NETUID, None, "BadOrigin"),
        ([], Nobody(), NETUID, None, "BadOrigin"),
        ([], None, ROOT, lambda s: TransactionKeyLastBlock.put(s, HOTKEY, ROOT, 0, 999), "TxRateLimitExceeded"),
        ([], None, NETUID, lambda s: TransactionKeyLastBlock.put(s, HOTKEY, NETUID, 0, 851), "TxRateLimitExceeded"),
        ([], Signed(STRANGER), ROOT, None, "RegistrationNotPermittedOnRootSubnet"),
        ([], Signed(STRANGER), NetUid(9), None, "SubnetNotExists"),
        ([(1, CHILD), (1, CHILD)], Signed(STRANGER), NETUID, None, "NonAssociatedColdKey"),
        ([(1, CHILD), (2, HOTKEY), (3, CHILD)], None, NETUID, None, "DuplicateChild"),
        ([], None, NETUID, lambda s: ChildKeys.put(s, HOTKEY, NETUID, ((ALL, CHILD), (1, OTHER))), "ProportionOverfl"),
        ([(1, HOTKEY)], None, NETUID, lambda s: StakeThreshold.put(s, 1), "InvalidChild"),
        ([(1, CHILD)], None, NETUID, lambda s: StakeThreshold.put(s, 1), "NotEnoughStakeToSetChildkeys"),
    ],
)
def test_refusals_come_in_order(
    state: State, children: list[Relation], origin: Origin | None, netuid: NetUid, spoil: Spoil | None, code: str
) -> None:
    if spoil is not None:
        spoil(state)
    with pytest.raises(CallError, match=code):
        name(state, *children, origin=origin, netuid=netuid)


def test_a_change_may_follow_after_150_blocks(state: State) -> None:
    TransactionKeyLastBlock.put(state, HOTKEY, NETUID, 0, 850)
    name(state)
    assert PendingChildKeys.get(state, NETUID, HOTKEY) == ((), 8_200)


def test_stake_on_any_subnet_is_enough_and_the_owner_needs_none(state: State) -> None:
    StakeThreshold.put(state, 100)
    TotalHotkeyAlpha.put(state, HOTKEY, ROOT, AlphaBalance(99))
    with pytest.raises(CallError, match="NotEnoughStakeToSetChildkeys"):
        name(state, (1, CHILD))
    TotalHotkeyAlpha.put(state, HOTKEY, ROOT, AlphaBalance(100))
    name(state, (1, CHILD))
    TransactionKeyLastBlock.remove(state, HOTKEY, NETUID, 0)
    TotalHotkeyAlpha.remove(state, HOTKEY, ROOT)
    SubnetOwnerHotkey.put(state, NETUID, HOTKEY)
    name(state, (1, OTHER))
    assert PendingChildKeys.get(state, NETUID, HOTKEY)[0] == ((1, OTHER),)


def test_nobody_needs_stake_to_have_no_children(state: State) -> None:
    StakeThreshold.put(state, ALL)
    name(state)
    assert PendingChildKeys.contains(state, NETUID, HOTKEY)


def on_root(state: State, uid: int, hotkey: AccountId, coldkey: AccountId = COLDKEY) -> None:
    Keys.put(state, ROOT, Uid(uid), hotkey)
    Uids.put(state, ROOT, hotkey, Uid(uid))
    Owner.put(state, hotkey, coldkey)


def test_root_validators_become_parents_unless_they_said_no(state: State) -> None:
    for uid, hotkey in enumerate((HOTKEY, CHILD, OTHER, STRANGER)):
        on_root(state, uid, hotkey)
    SubtokenEnabled.put(state, NETUID, False)
    SubnetOwnerHotkey.put(state, NETUID, CHILD)
    AutoParentDelegationEnabled.put(state, OTHER, False)
    TransactionKeyLastBlock.put(state, STRANGER, NETUID, 0, 999)
    do_set_root_validators_for_subnet(state, NETUID)
    assert ParentKeys.get(state, CHILD, NETUID) == ((ALL, HOTKEY),)


@pytest.mark.parametrize(
    ("netuid", "code"),
    [(ROOT, "RegistrationNotPermittedOnRootSubnet"), (NetUid(9), "SubnetNotExists"), (NETUID, "SubnetNotExists")],
)
def test_there_must_be_a_subnet_with_an_owner_hotkey(state: State, netuid: NetUid, code: str) -> None:
    with pytest.raises(CallError, match=code):
        do_set_root_validators_for_subnet(state, netuid)


def test_who_may_say_no(state: State) -> None:
    with pytest.raises(CallError, match="NonAssociatedColdKey"):
        set_auto_parent_delegation_enabled(state, Signed(STRANGER), HOTKEY, False)
    with pytest.raises(CallError, match="HotKeyNotRegisteredInSubNet"):
        set_auto_parent_delegation_enabled(state, Signed(COLDKEY), HOTKEY, False)
    on_root(state, 0, HOTKEY)
    set_auto_parent_delegation_enabled(state, Signed(COLDKEY), HOTKEY, False)
    assert not AutoParentDelegationEnabled.get(state, HOTKEY)
    assert state.events == [AutoParentDelegationEnabledSet(HOTKEY, False)]


def test_root_sets_the_cooldown_and_nobody_hears_of_it(state: State) -> None:
    set_pending_childkey_cooldown(state, Root(), 7)
    assert (PendingChildKeyCooldown.get(state), state.events) == (7, [])
    with pytest.raises(CallError, match="BadOrigin"):
        set_pending_childkey_cooldown(state, Signed(COLDKEY), 8)
