"""Children: how a coldkey lends its hotkey's stake to others, and when that takes effect."""

from collections.abc import Sequence
from typing import Annotated

from subtensor_spec.chain.arguments import u64
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import AutoParentDelegationEnabledSet
from subtensor_spec.chain.items.neurons import Keys
from subtensor_spec.chain.items.stake_weight import AutoParentDelegationEnabled, ChildKeys, PendingChildKeyCooldown
from subtensor_spec.chain.items.staking import StakeThreshold
from subtensor_spec.chain.items.subnets import SubnetOwnerHotkey
from subtensor_spec.chain.origins import Origin, Signed, ensure_root, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import Vec
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import RELATION, ROOT, U64_MAX, AccountId, NetUid, Relation
from subtensor_spec.chapters.hyperparameters.rate_limits import (
    TransactionType,
    passes_rate_limit_on_subnet,
    set_last_block_on_subnet,
)
from subtensor_spec.chapters.neurons.uids import is_hotkey_registered_on_network
from subtensor_spec.chapters.stake_weight.pending_children import schedule_or_apply_children
from subtensor_spec.chapters.stake_weight.relations import SET_CHILDREN, ensure_pending_consistency, load_relations
from subtensor_spec.chapters.staking.ownership import coldkey_owns_hotkey, get_owning_coldkey_for_hotkey
from subtensor_spec.chapters.staking.totals import get_total_stake_for_hotkey
from subtensor_spec.chapters.subnets.existence import if_subnet_exist
from subtensor_spec.rules import SUBTENSOR, rule

_DISPATCHES = "pallets/subtensor/src/macros/dispatches.rs"


@call(SUBTENSOR_MODULE, 67)
@rule("STW-children/call", SUBTENSOR(SET_CHILDREN, "do_schedule_children"), SUBTENSOR(_DISPATCHES, "set_children"))
def set_children(
    state: State,
    origin: Origin,
    hotkey: AccountId,
    netuid: NetUid,
    children: Annotated[tuple[Relation, ...], Vec(RELATION)],
) -> None:
    """A coldkey names the children of its hotkey on a subnet, instead of those it has or that are pending.

    Checks in this order: signed; the hotkey's last change on this subnet is 150 blocks ago (``TxRateLimitExceeded``);
    not root (``RegistrationNotPermittedOnRootSubnet``); the subnet exists (``SubnetNotExists``); the coldkey owns the
    hotkey (``NonAssociatedColdKey``); no child is named twice (``DuplicateChild``); the relations as they are stored
    load; the children go with them; and there is stake enough to have children. Then the block is recorded, and the
    children are scheduled or applied.
    """
    # CHECK
    coldkey = ensure_signed(origin)
    if not passes_rate_limit_on_subnet(state, TransactionType.SetChildren, hotkey, netuid):
        raise CallError(SubtensorModule.TxRateLimitExceeded)
    if netuid == ROOT:
        raise CallError(SubtensorModule.RegistrationNotPermittedOnRootSubnet)
    if not if_subnet_exist(state, netuid):
        raise CallError(SubtensorModule.SubnetNotExists)
    if not coldkey_owns_hotkey(state, coldkey, hotkey):
        raise CallError(SubtensorModule.NonAssociatedColdKey)
    if len({child for _, child in children}) != len(children):
        raise CallError(SubtensorModule.DuplicateChild)
    relations = load_relations(state, hotkey, ChildKeys.get(state, hotkey, netuid), netuid)
    ensure_pending_consistency(relations, children)
    ensure_stake_for_children(state, hotkey, netuid, children)
    # ACT
    set_last_block_on_subnet(state, TransactionType.SetChildren, hotkey, netuid, current_block(state))
    schedule_or_apply_children(state, netuid, hotkey, children)


@rule("STW-children/stake", SUBTENSOR(SET_CHILDREN, "do_schedule_children"))
def ensure_stake_for_children(state: State, hotkey: AccountId, netuid: NetUid, children: Sequence[Relation]) -> None:
    """To have children takes a total stake of at least ``StakeThreshold`` rao: ``NotEnoughStakeToSetChildkeys``.

    The total is its own stake on all subnets at their prices, in rao of TAO, without what parents lend. The hotkey of
    the subnet's owner needs none, and nobody needs any in order to have no children.
    """
    if not children or get_total_stake_for_hotkey(state, hotkey) >= StakeThreshold.get(state):
        return
    if not SubnetOwnerHotkey.contains(state, netuid) or SubnetOwnerHotkey.get(state, netuid) != hotkey:
        raise CallError(SubtensorModule.NotEnoughStakeToSetChildkeys)


@rule("STW-children/root-validators", SUBTENSOR(SET_CHILDREN, "do_set_root_validators_for_subnet"))
def do_set_root_validators_for_subnet(state: State, netuid: NetUid) -> None:
    """A new subnet's owner hotkey becomes, with all of their stake, the child of each root validator that lets it.

    Not on root (``RegistrationNotPermittedOnRootSubnet``), nor on a subnet that does not exist or has no owner hotkey
    (``SubnetNotExists``). Root's neurons are asked in order of raw key of ``Keys``; the owner's hotkey itself is left
    out, and those whose ``AutoParentDelegationEnabled`` is false. Each is set as by a call of the coldkey that owns it
    and may be refused, which nobody learns.
    """
    if netuid == ROOT:
        raise CallError(SubtensorModule.RegistrationNotPermittedOnRootSubnet)
    if not if_subnet_exist(state, netuid) or not SubnetOwnerHotkey.contains(state, netuid):
        raise CallError(SubtensorModule.SubnetNotExists)
    owner_hotkey = SubnetOwnerHotkey.get(state, netuid)
    for _, validator in Keys.prefix_items(state, ROOT):
        if validator != owner_hotkey and AutoParentDelegationEnabled.get(state, validator):
            coldkey = get_owning_coldkey_for_hotkey(state, validator)
            _try_set_children(state, coldkey, validator, netuid, ((U64_MAX, owner_hotkey),))


def _try_set_children(
    state: State, coldkey: AccountId, hotkey: AccountId, netuid: NetUid, children: tuple[Relation, ...]
) -> None:
    try:
        set_children(state, Signed(coldkey), hotkey, netuid, children)
    except CallError:
        return


@call(SUBTENSOR_MODULE, 135)
@rule("STW-children/auto-parent", SUBTENSOR(_DISPATCHES, "set_auto_parent_delegation_enabled"))
def set_auto_parent_delegation_enabled(state: State, origin: Origin, hotkey: AccountId, enabled: bool) -> None:
    """A coldkey says whether its hotkey, a root validator, becomes a parent on new subnets.

    Checks in this order: signed; the coldkey owns the hotkey (``NonAssociatedColdKey``); the hotkey has a uid on root
    (``HotKeyNotRegisteredInSubNet``).
    """
    # CHECK
    coldkey = ensure_signed(origin)
    if not coldkey_owns_hotkey(state, coldkey, hotkey):
        raise CallError(SubtensorModule.NonAssociatedColdKey)
    if not is_hotkey_registered_on_network(state, ROOT, hotkey):
        raise CallError(SubtensorModule.HotKeyNotRegisteredInSubNet)
    # ACT
    AutoParentDelegationEnabled.put(state, hotkey, enabled)
    # EMIT
    state.emit(AutoParentDelegationEnabledSet(hotkey, enabled))


@call(SUBTENSOR_MODULE, 109)
@rule("STW-children/cooldown", SUBTENSOR(_DISPATCHES, "set_pending_childkey_cooldown"))
def set_pending_childkey_cooldown(state: State, origin: Origin, cooldown: u64) -> None:
    """Root sets how many blocks children are pending, for those that come after; no event tells it."""
    ensure_root(origin)
    PendingChildKeyCooldown.put(state, cooldown)
