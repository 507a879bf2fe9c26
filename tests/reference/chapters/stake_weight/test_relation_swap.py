"""A swap of hotkeys among parents and children, and what any sequence of changes leaves true."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.stake_weight import ChildKeys, ParentKeys, PendingChildKeys
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, Relation
from subtensor_spec.chapters.stake_weight.pending_children import apply_children
from subtensor_spec.chapters.stake_weight.relation_swap import parent_child_swap_hotkey
from subtensor_spec.chapters.stake_weight.relations import Relations, persist_relations

NETUID = NetUid(1)
ALL = 2**64 - 1
ACCOUNTS = tuple(AccountId(bytes([number]) * 32) for number in range(1, 7))
OLD, NEW, CHILD, PARENT, OTHER, _ = ACCOUNTS


@pytest.fixture
def state() -> State:
    """OLD lends to CHILD and borrows from PARENT, who lends to nobody else."""
    made = State()
    persist_relations(made, Relations(OLD, {CHILD: 5}, {PARENT: 7}), NETUID)
    return made


def test_relations_pass_to_the_new_hotkey(state: State) -> None:
    parent_child_swap_hotkey(state, OLD, NEW, NETUID)
    assert ChildKeys.get(state, NEW, NETUID) == ((5, CHILD),)
    assert ParentKeys.get(state, NEW, NETUID) == ((7, PARENT),)
    assert ParentKeys.get(state, CHILD, NETUID) == ((5, NEW),)
    assert ChildKeys.get(state, PARENT, NETUID) == ((7, NEW),)


def test_the_old_hotkey_keeps_an_empty_list_of_children_and_no_list_of_parents(state: State) -> None:
    parent_child_swap_hotkey(state, OLD, NEW, NETUID)
    assert ChildKeys.contains(state, OLD, NETUID)
    assert ChildKeys.get(state, OLD, NETUID) == ()
    assert not ParentKeys.contains(state, OLD, NETUID)


def test_a_hotkey_without_relations_gets_an_empty_list_too() -> None:
    state = State()
    parent_child_swap_hotkey(state, OLD, NEW, NETUID)
    assert ChildKeys.keys(state) == [(OLD, NETUID)]


def test_the_new_hotkeys_own_relations_end(state: State) -> None:
    persist_relations(state, Relations(NEW, {OTHER: 9}, {}), NETUID)
    parent_child_swap_hotkey(state, OLD, NEW, NETUID)
    assert ChildKeys.get(state, NEW, NETUID) == ((5, CHILD),)
    assert not ParentKeys.contains(state, OTHER, NETUID)


@pytest.mark.parametrize("new", [CHILD, PARENT])
def test_a_relative_cannot_take_the_place(state: State, new: AccountId) -> None:
    with pytest.raises(CallError, match="InvalidChild"):
        parent_child_swap_hotkey(state, OLD, new, NETUID)


def test_pending_children_move_with_their_cooldown(state: State) -> None:
    PendingChildKeys.put(state, NETUID, OLD, (((1, OTHER),), 500))
    parent_child_swap_hotkey(state, OLD, NEW, NETUID)
    assert PendingChildKeys.prefix_items(state, NETUID) == [(NEW, (((1, OTHER),), 500))]


@pytest.mark.parametrize(
    ("pending", "code"), [(((1, NEW),), "InvalidChild"), (((1, PARENT),), "ChildParentInconsistency")]
)
def test_pending_children_that_do_not_go_with_the_new_hotkey_stop_it(
    state: State, pending: tuple[Relation, ...], code: str
) -> None:
    PendingChildKeys.put(state, NETUID, OLD, (pending, 500))
    with pytest.raises(CallError, match=code):
        parent_child_swap_hotkey(state, OLD, NEW, NETUID)


hotkeys = st.sampled_from(ACCOUNTS)
children = st.lists(st.tuples(st.integers(0, ALL // 4), hotkeys), max_size=5)
changes = st.one_of(st.tuples(hotkeys, children), st.tuples(hotkeys, hotkeys))


@given(st.lists(changes, max_size=12))
def test_both_sides_always_agree(steps: list[tuple[AccountId, object]]) -> None:
    """After any children and swaps each relation stands on both sides, and none is a loop of one or two."""
    state = State()
    for hotkey, change in steps:
        if isinstance(change, list):
            apply_children(state, NETUID, hotkey, tuple(change))
        elif change != hotkey:
            try:
                with state.layer():
                    parent_child_swap_hotkey(state, hotkey, change, NETUID)
            except CallError:
                continue
    lent = edges(state, ChildKeys.keys(state), children_side=True)
    borrowed = edges(state, ParentKeys.keys(state), children_side=False)
    assert sorted(lent) == sorted(borrowed)
    pairs = {(parent, child) for parent, child, _ in lent}
    assert len(pairs) == len(lent)
    assert not any((child, parent) in pairs for parent, child in pairs)
    for parent in ACCOUNTS:
        assert sum(part for other, _, part in lent if other == parent) <= ALL


def edges(
    state: State, keys: list[tuple[AccountId, NetUid]], children_side: bool
) -> list[tuple[AccountId, AccountId, int]]:
    """Return every relation as parent, child and proportion."""
    stored = ChildKeys if children_side else ParentKeys
    found = [(hotkey, other, part) for hotkey, _ in keys for part, other in stored.get(state, hotkey, NETUID)]
    return found if children_side else [(other, hotkey, part) for hotkey, other, part in found]


def test_children_come_in_ascending_order_of_account() -> None:
    state = State()
    apply_children(state, NETUID, OLD, tuple((1, account) for account in reversed(ACCOUNTS[1:])))
    stored = [account for _, account in ChildKeys.get(state, OLD, NETUID)]
    assert all(left < right for left, right in pairwise(stored))
