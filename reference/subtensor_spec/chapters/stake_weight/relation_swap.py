"""What a swap of hotkeys does to parents and children."""

from dataclasses import replace

from subtensor_spec.chain.items.stake_weight import ChildKeys, ParentKeys, PendingChildKeys
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.stake_weight.relations import (
    SET_CHILDREN,
    Relations,
    ensure_no_self_loop,
    ensure_pending_consistency,
    load_relations,
    persist_relations,
    put_or_remove,
    without_edge,
)
from subtensor_spec.rules import SUBTENSOR, rule


@rule("STW-relations/swap", SUBTENSOR(SET_CHILDREN, "parent_child_swap_hotkey"))
def parent_child_swap_hotkey(state: State, old_hotkey: AccountId, new_hotkey: AccountId, netuid: NetUid) -> None:
    """The relations of the old hotkey are loaded, cut off, given to the new one, and stored, in place of its own.

    The new hotkey must not be among them (``InvalidChild``). Children that are pending for the old hotkey move with
    their cooldown if they go with the relations as the new hotkey's.
    """
    relations = load_relations(state, old_hotkey, ChildKeys.get(state, old_hotkey, netuid), netuid)
    cut_off(state, relations, netuid)
    moved = rebind_pivot(relations, new_hotkey)
    if PendingChildKeys.contains(state, netuid, old_hotkey):
        children, cool_down_block = PendingChildKeys.get(state, netuid, old_hotkey)
        ensure_pending_consistency(moved, children)
        PendingChildKeys.remove(state, netuid, old_hotkey)
        PendingChildKeys.put(state, netuid, new_hotkey, (children, cool_down_block))
    persist_relations(state, moved, netuid)


@rule("STW-relations/cut-off", SUBTENSOR(SET_CHILDREN, "parent_child_swap_hotkey"))
def cut_off(state: State, relations: Relations, netuid: NetUid) -> None:
    """A hotkey that is swapped away leaves the lists of its children, then of its parents, then its own.

    Here, unlike elsewhere, an empty list of children is stored: always for the hotkey itself, and for a parent who
    had no other child.
    """
    pivot = relations.pivot
    for child in relations.children:
        put_or_remove(state, ParentKeys, child, netuid, without_edge(ParentKeys.get(state, child, netuid), pivot))
    for parent in relations.parents:
        ChildKeys.put(state, parent, netuid, tuple(without_edge(ChildKeys.get(state, parent, netuid), pivot)))
    ChildKeys.put(state, pivot, netuid, ())
    ParentKeys.remove(state, pivot, netuid)


@rule("STW-relations/rebind", SUBTENSOR(SET_CHILDREN, "rebind_pivot"))
def rebind_pivot(relations: Relations, new_hotkey: AccountId) -> Relations:
    """Relations pass to another hotkey if it is neither a child nor a parent in them: ``InvalidChild``."""
    ensure_no_self_loop(new_hotkey, relations.children)
    ensure_no_self_loop(new_hotkey, relations.parents)
    return replace(relations, pivot=new_hotkey)
