"""Relations of parents and children: what must hold of them, and how both sides are stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.stake_weight import ChildKeys, ParentKeys
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, Relation
from subtensor_spec.chapters.stake_weight.relations import (
    Relations,
    ensure_pending_consistency,
    load_relations,
    persist_relations,
    upsert_edge,
    without_edge,
)

NETUID = NetUid(1)
ALL = 2**64 - 1
A, B, C, D, E, F, G = (AccountId(bytes([number]) * 32) for number in range(1, 8))

edges = st.lists(st.tuples(st.integers(0, ALL), st.sampled_from([A, B, C, D])), max_size=6)


def children_of(state: State, hotkey: AccountId) -> tuple[Relation, ...]:
    return ChildKeys.get(state, hotkey, NETUID)


def parents_of(state: State, hotkey: AccountId) -> tuple[Relation, ...]:
    return ParentKeys.get(state, hotkey, NETUID)


@pytest.mark.parametrize(
    ("children", "code"),
    [
        ([(1, A)], "InvalidChild"),
        ([(ALL, A), *((ALL, child) for child in (B, C, D, E, F, G))], "InvalidChild"),
        ([(ALL, child) for child in (B, C, D, E, F, G)], "TooManyChildren"),
        ([(ALL, B), (1, G)], "ProportionOverflow"),
        ([(1, G)], "ChildParentInconsistency"),
    ],
)
def test_pending_children_are_refused_in_order(children: list[Relation], code: str) -> None:
    with pytest.raises(CallError, match=code):
        ensure_pending_consistency(Relations(A, parents={G: 1}), children)


@pytest.mark.parametrize(
    "children",
    [[], [(ALL, B)], [(ALL - 1, B), (1, C)], [(1, child) for child in (B, C, D, E, F)], [(ALL, B), (1, B), (5, C)]],
)
def test_sound_pending_children_pass(children: list[Relation]) -> None:
    ensure_pending_consistency(Relations(A, parents={G: ALL}), children)


def test_a_hotkey_is_left_out_of_its_own_relations() -> None:
    state = State()
    ParentKeys.put(state, A, NETUID, ((7, A), (8, C)))
    assert load_relations(state, A, [(9, B), (ALL, A)], NETUID) == Relations(A, {B: 9}, {C: 8})


def test_relations_load_in_order_of_account_and_the_last_proportion_counts() -> None:
    loaded = load_relations(State(), A, [(1, C), (2, B), (3, C)], NETUID)
    assert list(loaded.children.items()) == [(B, 2), (C, 3)]


def test_more_than_five_children_load() -> None:
    children = [(1, AccountId(bytes([number]) * 32)) for number in range(10, 17)]
    assert len(load_relations(State(), A, children, NETUID).children) == 7


def test_loading_asks_for_the_total_before_the_separation() -> None:
    state = State()
    ParentKeys.put(state, A, NETUID, ((1, B),))
    with pytest.raises(CallError, match="ProportionOverflow"):
        load_relations(state, A, [(ALL, B), (1, C)], NETUID)
    with pytest.raises(CallError, match="ChildParentInconsistency"):
        load_relations(state, A, [(ALL, B)], NETUID)


def test_both_sides_are_stored_and_those_left_out_forget() -> None:
    state = State()
    persist_relations(state, Relations(A, {B: 5, C: 6}, {D: 7}), NETUID)
    assert children_of(state, A) == ((5, B), (6, C))
    assert (parents_of(state, B), parents_of(state, C)) == (((5, A),), ((6, A),))
    assert (parents_of(state, A), children_of(state, D)) == (((7, D),), ((7, A),))
    persist_relations(state, Relations(A, {C: 8}, {}), NETUID)
    assert (children_of(state, A), parents_of(state, C)) == (((8, C),), ((8, A),))
    assert not ParentKeys.contains(state, B, NETUID)
    assert not ParentKeys.contains(state, A, NETUID)
    assert not ChildKeys.contains(state, D, NETUID)


def test_a_child_keeps_the_place_of_a_parent_that_it_knows() -> None:
    state = State()
    ParentKeys.put(state, B, NETUID, ((1, A), (2, C)))
    persist_relations(state, Relations(A, {B: 9}), NETUID)
    assert parents_of(state, B) == ((9, A), (2, C))
    persist_relations(state, Relations(D, {B: 3}), NETUID)
    assert parents_of(state, B) == ((9, A), (2, C), (3, D))


@given(edges, st.integers(0, ALL), st.sampled_from([A, B, C, D, E]))
def test_an_upserted_edge_is_there_and_the_others_stay(stored: list[Relation], part: int, account: AccountId) -> None:
    changed = upsert_edge(stored, part, account)
    assert (part, account) in changed
    assert without_edge(changed, account) == without_edge(stored, account)
    assert len(changed) == len(stored) + (account not in {other for _, other in stored})


@given(edges, st.sampled_from([A, B, C, D, E]))
def test_an_edge_that_is_removed_is_gone_wholly(stored: list[Relation], account: AccountId) -> None:
    left = without_edge(stored, account)
    assert left == [edge for edge in stored if edge[1] != account]
