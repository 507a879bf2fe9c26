"""Locks that change hotkey or role: moved by their holder, or made perpetual."""

from dataclasses import replace

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import LockMoved, PerpetualLockUpdated
from subtensor_spec.chain.items.locks import DecayingLock
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.locks.model import (
    insert_lock_state,
    is_perpetual_lock,
    read_conviction_model,
    read_rolled_model,
    remove_lock,
    role_of,
    save_conviction_model,
)
from subtensor_spec.chapters.locks.rolling import rolled
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.chapters.locks.sums import add_aggregate_lock, reduce_aggregate_lock
from subtensor_spec.rules import rule


@call(SUBTENSOR_MODULE, 137)
@rule("LCK-move/call", in_locks("do_move_lock"))
def move_lock(state: State, origin: Origin, destination_hotkey: AccountId, netuid: NetUid) -> None:
    """The lock of the coldkey that signs, on a subnet, is rolled forward and moves to another hotkey and its sum.

    Refused, in this order: whoever does not sign, ``BadOrigin``; a destination that has no owner,
    ``HotKeyAccountNotExists``; no lock, ``NoExistingLock``. The mass moves whole. Conviction is lost unless both
    hotkeys have the same owner; then the lock takes on the role that it has at its destination.
    """
    coldkey = ensure_signed(origin)
    # CHECK
    if not Owner.contains(state, destination_hotkey):
        raise CallError(SubtensorModule.HotKeyAccountNotExists)
    model = read_rolled_model(state, coldkey, netuid)
    if model is None:
        raise CallError(SubtensorModule.NoExistingLock)
    # ACT
    left, origin_hotkey = model.individual_lock, model.hotkey
    same_owner = Owner.get(state, origin_hotkey) == Owner.get(state, destination_hotkey)
    lock = left if same_owner else replace(left, conviction=U64F64.ZERO)
    lock = rolled(state, lock, role_of(state, coldkey, netuid, destination_hotkey))
    remove_lock(state, coldkey, netuid, origin_hotkey)
    insert_lock_state(state, coldkey, netuid, destination_hotkey, lock)
    reduce_aggregate_lock(state, coldkey, origin_hotkey, netuid, left.locked_mass, left.conviction)
    add_aggregate_lock(state, coldkey, destination_hotkey, netuid, lock)
    # EMIT
    state.emit(LockMoved(coldkey, origin_hotkey, destination_hotkey, netuid))


@call(SUBTENSOR_MODULE, 138)
@rule("LCK-perpetual/call", in_locks("do_set_perpetual_lock"))
def set_perpetual_lock(state: State, origin: Origin, netuid: NetUid, enabled: bool) -> None:
    """The locks of the coldkey that signs, on a subnet, those to come too, become perpetual, or decay again.

    ``BadOrigin`` for whoever does not sign; neither the subnet nor a lock on it need exist. A lock that there is is
    rolled forward as what it was and stored with its sum. If the flag changes the lock leaves the sum of its old role
    before and joins that of its new one after. The flag is stored as false in ``DecayingLock`` for a perpetual lock,
    and removed for one that decays.
    """
    coldkey = ensure_signed(origin)
    changes = is_perpetual_lock(state, coldkey, netuid) != enabled
    model = read_rolled_model(state, coldkey, netuid)
    if model is not None:
        save_conviction_model(state, model)
        if changes:
            lock = model.individual_lock
            reduce_aggregate_lock(state, coldkey, model.hotkey, netuid, lock.locked_mass, lock.conviction)
    if enabled:
        DecayingLock.put(state, coldkey, netuid, False)
    else:
        DecayingLock.remove(state, coldkey, netuid)
    stored = read_conviction_model(state, coldkey, netuid)
    if changes and stored is not None:
        add_aggregate_lock(state, coldkey, stored.hotkey, netuid, stored.individual_lock)
    state.emit(PerpetualLockUpdated(coldkey, netuid, enabled))
