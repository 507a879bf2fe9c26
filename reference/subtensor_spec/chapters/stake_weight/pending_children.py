"""Pending children: when the children that a coldkey named take effect, and what then becomes of them."""

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.subtensor_module import SetChildren, SetChildrenScheduled
from subtensor_spec.chain.items.pools import SubtokenEnabled
from subtensor_spec.chain.items.stake_weight import PendingChildKeyCooldown, PendingChildKeys
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import U64_MAX, AccountId, NetUid, Relation
from subtensor_spec.chapters.stake_weight.relations import SET_CHILDREN, load_relations, persist_relations
from subtensor_spec.rules import SUBTENSOR, rule


@rule("STW-children/schedule", SUBTENSOR(SET_CHILDREN, "schedule_or_apply_ck"))
def schedule_or_apply_children(state: State, netuid: NetUid, hotkey: AccountId, children: tuple[Relation, ...]) -> None:
    """Until the subnet's token is enabled children take effect at once.

    Afterwards they are pending until ``PendingChildKeyCooldown`` blocks from now, at most ``2**64 - 1``, and take the
    place of others that are.
    """
    if not SubtokenEnabled.get(state, netuid):
        apply_children(state, netuid, hotkey, children)
        return
    cooldown_block = min(current_block(state) + PendingChildKeyCooldown.get(state), U64_MAX)
    PendingChildKeys.put(state, netuid, hotkey, (children, cooldown_block))
    state.emit(SetChildrenScheduled(hotkey, netuid, cooldown_block, children))


@rule("STW-children/block", SUBTENSOR(SET_CHILDREN, "do_set_pending_children"))
def do_set_pending_children(state: State, netuid: NetUid) -> None:
    """A subnet's pending children whose cooldown block lies in the past take effect, in order of raw key.

    All of them do if the subnet's token is not enabled. Only when all have been gone through are they removed from the
    pending ones, whether or not they could be applied.
    """
    block = current_block(state)
    started = SubtokenEnabled.get(state, netuid)
    done = []
    for hotkey, (children, cool_down_block) in PendingChildKeys.prefix_items(state, netuid):
        if cool_down_block < block or not started:
            apply_children(state, netuid, hotkey, children)
            done.append(hotkey)
    for hotkey in done:
        PendingChildKeys.remove(state, netuid, hotkey)


@rule("STW-children/apply", SUBTENSOR(SET_CHILDREN, "persist_pending_chidren_ok"))
def apply_children(state: State, netuid: NetUid, hotkey: AccountId, children: tuple[Relation, ...]) -> None:
    """Children take effect if they still go with the hotkey's parents; if not, nothing happens and nobody is told."""
    try:
        relations = load_relations(state, hotkey, children, netuid)
    except CallError:
        return
    persist_relations(state, relations, netuid)
    state.emit(SetChildren(hotkey, netuid, children))
