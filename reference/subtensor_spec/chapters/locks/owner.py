"""Conviction hands a subnet to another owner."""

from dataclasses import replace

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.subtensor_module import SubnetOwnerChanged
from subtensor_spec.chain.items.neurons import Uids
from subtensor_spec.chain.items.pools import SubnetAlphaOut
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.items.subnets import NetworkRegisteredAt, SubnetOwner, SubnetOwnerHotkey
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ZERO_ACCOUNT, AccountId, NetUid, saturating_add
from subtensor_spec.chapters.locks.buckets import get_sum, put_sum, take_sum
from subtensor_spec.chapters.locks.conviction import get_total_conviction, subnet_king
from subtensor_spec.chapters.locks.rolling import (
    DECAYING,
    DECAYING_OWNER,
    PERPETUAL,
    PERPETUAL_OWNER,
    Role,
    empty_lock,
    merge_lock,
    rolled,
)
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.chapters.neurons.places import register_neuron
from subtensor_spec.rules import rule

ONE_YEAR = 7200 * 365 + 1800
"""Blocks that a subnet must have been registered before conviction decides on its owner."""


@rule("LCK-owner/change", in_locks("change_subnet_owner_if_needed"))
def change_subnet_owner_if_needed(state: State, netuid: NetUid) -> None:
    """The hotkey that leads a subnet by conviction, if it is another's than the owner's, makes its coldkey the owner.

    Only where :func:`may_change_owner` says so. A hotkey without an owner, that is the zero account's, does not
    lead. One without a uid on the subnet is registered first; nothing changes where that fails. The sums then change
    roles, and last the owner's coldkey and hotkey.
    """
    if not may_change_owner(state, netuid):
        return
    king = subnet_king(state, netuid)
    if king is None:
        return
    old_owner, new_owner = SubnetOwner.get(state, netuid), Owner.get(state, king)
    if new_owner in (ZERO_ACCOUNT, old_owner) or not ensure_registered(state, netuid, king):
        return
    old_hotkey = SubnetOwnerHotkey.get(state, netuid)
    for owner_role, role in ((PERPETUAL_OWNER, PERPETUAL), (DECAYING_OWNER, DECAYING)):
        change_role(state, netuid, old_hotkey, owner_role, role)
    for owner_role, role in ((PERPETUAL_OWNER, PERPETUAL), (DECAYING_OWNER, DECAYING)):
        change_role(state, netuid, king, role, owner_role)
    SubnetOwner.put(state, netuid, new_owner)
    SubnetOwnerHotkey.put(state, netuid, king)
    state.emit(SubnetOwnerChanged(netuid, old_owner, new_owner))


@rule("LCK-owner/conditions", in_locks("change_subnet_owner_if_needed"))
def may_change_owner(state: State, netuid: NetUid) -> bool:
    """A subnet's owner may change once it has been registered for a year and conviction is a tenth of its alpha.

    A year is 2 629 800 blocks. Ten times the total conviction, saturating, must reach the alpha outside the pool,
    ``SubnetAlphaOut``, and there must be some.
    """
    alpha_out = SubnetAlphaOut.get(state, netuid)
    if alpha_out == 0 or current_block(state) < saturating_add(NetworkRegisteredAt.get(state, netuid), ONE_YEAR):
        return False
    tenfold = get_total_conviction(state, netuid).saturating_mul(U64F64.saturating_from_num(10))
    return tenfold >= U64F64.saturating_from_num(alpha_out)


def ensure_registered(state: State, netuid: NetUid, hotkey: AccountId) -> bool:
    """Register a hotkey that has no uid on a subnet; tell whether it has one then."""
    if Uids.contains(state, netuid, hotkey):
        return True
    try:
        register_neuron(state, netuid, hotkey)
    except CallError:
        return False
    return True


@rule("LCK-owner/role", in_locks("change_subnet_owner_if_needed"))
def change_role(state: State, netuid: NetUid, hotkey: AccountId, old: Role, new: Role) -> None:
    """A sum that is stored takes on a new role: rolled forward in the old, it joins the sum that stands there.

    That sum is rolled forward in its own role before; if it becomes an owner's the two together are once more.
    """
    moving = take_sum(state, netuid, hotkey, old)
    if moving is None:
        return
    standing = get_sum(state, netuid, hotkey, new)
    now = current_block(state)
    standing = empty_lock(now) if standing is None else rolled(state, standing, new)
    together = replace(merge_lock(standing, rolled(state, moving, old)), last_update=now)
    put_sum(state, netuid, hotkey, new, rolled(state, together, new) if new.owner else together)
