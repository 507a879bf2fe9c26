"""Relations: whose parent and whose child a hotkey is on a subnet, what must hold of that, how it is stored.

A relation is stored twice, with its proportion of ``2**64 - 1``: in ``ChildKeys`` under the parent and in
``ParentKeys`` under the child. Whatever changes one side changes the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.stake_weight import ChildKeys, ParentKeys
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import DoubleMap
from subtensor_spec.chain.types import U64_MAX, AccountId, NetUid, Relation
from subtensor_spec.rules import SUBTENSOR, rule

SET_CHILDREN = "pallets/subtensor/src/staking/set_children.rs"

MAX_CHILDREN = 5
"""Children that a hotkey may have on one subnet."""

Proportions = Mapping[AccountId, int]
"""A proportion of ``2**64 - 1`` for each of some hotkeys, in ascending order of account."""

_RelationMap = DoubleMap[AccountId, NetUid, tuple[Relation, ...]]


@dataclass(frozen=True, slots=True)
class Relations:
    """The relations of one hotkey on one subnet: what it lends to children, what parents lend to it."""

    pivot: AccountId
    children: Proportions = field(default_factory=dict)
    parents: Proportions = field(default_factory=dict)


@rule("STW-relations/no-self-loop", SUBTENSOR(SET_CHILDREN, "ensure_no_self_loop"))
def ensure_no_self_loop(pivot: AccountId, others: Proportions) -> None:
    """A hotkey is not its own child nor its own parent: ``InvalidChild``."""
    if pivot in others:
        raise CallError(SubtensorModule.InvalidChild)


@rule("STW-relations/count", SUBTENSOR(SET_CHILDREN, "ensure_childkey_count"))
def ensure_childkey_count(children: Proportions) -> None:
    """A hotkey has at most five children on a subnet: ``TooManyChildren``."""
    if len(children) > MAX_CHILDREN:
        raise CallError(SubtensorModule.TooManyChildren)


@rule("STW-relations/total", SUBTENSOR(SET_CHILDREN, "ensure_total_proportions"))
def ensure_total_proportions(children: Proportions) -> None:
    """The proportions of a hotkey's children together are at most ``2**64 - 1``: ``ProportionOverflow``."""
    if sum(children.values()) > U64_MAX:
        raise CallError(SubtensorModule.ProportionOverflow)


@rule("STW-relations/separation", SUBTENSOR(SET_CHILDREN, "ensure_bipartite_separation"))
def ensure_bipartite_separation(children: Proportions, parents: Proportions) -> None:
    """No hotkey is a child and a parent of the same one: ``ChildParentInconsistency``."""
    if any(child in parents for child in children):
        raise CallError(SubtensorModule.ChildParentInconsistency)


@rule("STW-relations/pending", SUBTENSOR(SET_CHILDREN, "ensure_pending_consistency"))
def ensure_pending_consistency(relations: Relations, pending: Iterable[Relation]) -> None:
    """Children that are to come are checked in this order: no self-loop, number, total, separation from the parents.

    Of several proportions for one child the last counts.
    """
    children = by_account(pending)
    ensure_no_self_loop(relations.pivot, children)
    ensure_childkey_count(children)
    ensure_total_proportions(children)
    ensure_bipartite_separation(children, relations.parents)


def by_account(relations: Iterable[Relation]) -> dict[AccountId, int]:
    """Return the proportions by account in ascending order; of several for one account the last."""
    last = {account: proportion for proportion, account in relations}
    return {account: last[account] for account in sorted(last)}


@rule(
    "STW-relations/load",
    SUBTENSOR(SET_CHILDREN, "load_child_parent_relations"),
    SUBTENSOR(SET_CHILDREN, "load_relations_from_pending"),
    SUBTENSOR(SET_CHILDREN, "link_children"),
    SUBTENSOR(SET_CHILDREN, "link_parents"),
)
def load_relations(state: State, pivot: AccountId, children: Iterable[Relation], netuid: NetUid) -> Relations:
    """A hotkey's relations are some children, stored or pending, and the stored parents, without the hotkey itself.

    Refused if the children's proportions are too much together (``ProportionOverflow``), then if a child is also a
    parent (``ChildParentInconsistency``). Their number is not looked at.
    """
    lent = _without(pivot, by_account(children))
    borrowed = _without(pivot, by_account(ParentKeys.get(state, pivot, netuid)))
    ensure_total_proportions(lent)
    ensure_bipartite_separation(lent, borrowed)
    return Relations(pivot, lent, borrowed)


def _without(pivot: AccountId, others: Proportions) -> Proportions:
    return {account: proportion for account, proportion in others.items() if account != pivot}


@rule("STW-relations/persist", SUBTENSOR(SET_CHILDREN, "persist_child_parent_relations"))
def persist_relations(state: State, relations: Relations, netuid: NetUid) -> None:
    """First the children, then the parents of the hotkey are stored, in ascending order of account.

    Each of them gets the proportion in its own list, in the place that the hotkey has there or else at the end. Those
    that were stored and are no longer so lose the hotkey from theirs. A list that becomes empty is removed.
    """
    _persist_side(state, relations.pivot, relations.children, netuid, ChildKeys, ParentKeys)
    _persist_side(state, relations.pivot, relations.parents, netuid, ParentKeys, ChildKeys)


def _persist_side(
    state: State, pivot: AccountId, others: Proportions, netuid: NetUid, own: _RelationMap, opposite: _RelationMap
) -> None:
    """Store one side of the pivot's relations in its own list and in those of all others concerned."""
    before = {account for _, account in own.get(state, pivot, netuid)}
    put_or_remove(state, own, pivot, netuid, [(proportion, account) for account, proportion in others.items()])
    for account, proportion in others.items():
        edges = upsert_edge(opposite.get(state, account, netuid), proportion, pivot)
        put_or_remove(state, opposite, account, netuid, edges)
    for account in sorted(before - others.keys()):
        put_or_remove(state, opposite, account, netuid, without_edge(opposite.get(state, account, netuid), pivot))


@rule(
    "STW-relations/no-empty-list",
    SUBTENSOR(SET_CHILDREN, "set_childkeys"),
    SUBTENSOR(SET_CHILDREN, "set_parentkeys"),
)
def put_or_remove(
    state: State, stored: _RelationMap, hotkey: AccountId, netuid: NetUid, edges: Sequence[Relation]
) -> None:
    """A list of children or parents is stored unless it is empty; then its entry is removed."""
    if edges:
        stored.put(state, hotkey, netuid, tuple(edges))
    else:
        stored.remove(state, hotkey, netuid)


@rule("STW-relations/upsert", SUBTENSOR(SET_CHILDREN, "upsert_edge"))
def upsert_edge(edges: Sequence[Relation], proportion: int, account: AccountId) -> list[Relation]:
    """A proportion replaces the first one that the account has in the list; an account not in it comes last."""
    changed = list(edges)
    for place, (_, other) in enumerate(changed):
        if other == account:
            changed[place] = (proportion, account)
            return changed
    return [*changed, (proportion, account)]


def without_edge(edges: Iterable[Relation], account: AccountId) -> list[Relation]:
    """Return the list without any entry of the account."""
    return [(proportion, other) for proportion, other in edges if other != account]
