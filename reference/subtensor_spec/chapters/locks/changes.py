"""Locking, releasing and reducing: what changes the lock of one coldkey."""

from contextlib import suppress
from dataclasses import replace

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import StakeLocked
from subtensor_spec.chain.items.locks import OwnerCutAutoLockEnabled
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.items.subnets import SubnetOwner, SubnetOwnerHotkey
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, LockState, NetUid, saturating_add, saturating_sub
from subtensor_spec.chapters.locks.availability import total_coldkey_alpha_on_subnet
from subtensor_spec.chapters.locks.model import (
    ConvictionModel,
    read_conviction_model,
    read_conviction_model_for_hotkey,
    read_rolled_model,
    roll_forward,
    roll_forward_aggregate,
    save_conviction_model,
)
from subtensor_spec.chapters.locks.rolling import empty_lock, reduce_lock, rolled
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.chapters.locks.sums import add_to_aggregate
from subtensor_spec.rules import rule


@rule("LCK-lock/stake", in_locks("do_lock_stake"))
def do_lock_stake(state: State, coldkey: AccountId, netuid: NetUid, hotkey: AccountId, amount: AlphaBalance) -> None:
    """Alpha of a subnet is locked on a hotkey, beside what the coldkey has locked on it before.

    Refused, in this order: nothing to lock, ``AmountTooLow``; a hotkey that has no owner, ``HotKeyAccountNotExists``;
    a lock of the coldkey on another hotkey of the subnet, ``LockHotkeyMismatch``; less stake on the subnet than would
    be locked, ``InsufficientStakeForLock``.
    """
    # CHECK
    if amount == 0:
        raise CallError(SubtensorModule.AmountTooLow)
    if not Owner.contains(state, hotkey):
        raise CallError(SubtensorModule.HotKeyAccountNotExists)
    model = read_conviction_model(state, coldkey, netuid)
    if model is None:
        model = read_conviction_model_for_hotkey(state, coldkey, netuid, hotkey)
    if model.hotkey != hotkey:
        raise CallError(SubtensorModule.LockHotkeyMismatch)
    model = roll_forward(state, model)
    lock = topped_up(state, model, amount)
    if total_coldkey_alpha_on_subnet(state, coldkey, netuid) < lock.locked_mass:
        raise CallError(SubtensorModule.InsufficientStakeForLock)
    # ACT
    model = replace(model, individual_lock=rolled(state, lock, model.role))
    added = LockState(amount, U64F64.ZERO, current_block(state))
    save_conviction_model(state, add_to_aggregate(state, model, added))
    # EMIT
    state.emit(StakeLocked(coldkey, hotkey, netuid, amount))


@rule("LCK-lock/top-up", in_locks("do_lock_stake"))
def topped_up(state: State, model: ConvictionModel, amount: AlphaBalance) -> LockState:
    """An amount is added to a lock's mass, saturating; conviction stays as it is.

    The lock is rolled forward after that: on an owner's hotkey the amount has full conviction at once, and a lock of
    less than 100 rao vanishes, although the sum of its hotkey has gained the amount.
    """
    lock = model.individual_lock
    if lock.locked_mass == 0 and lock.conviction == U64F64.ZERO:
        return LockState(amount, U64F64.ZERO, current_block(state))
    return replace(lock, locked_mass=saturating_add(lock.locked_mass, amount))


@rule("LCK-lock/owner-cut", in_locks("auto_lock_owner_cut"))
def auto_lock_owner_cut(state: State, netuid: NetUid, amount: AlphaBalance) -> None:
    """Where ``OwnerCutAutoLockEnabled`` is set the owner's cut is locked as by the owner's own call.

    It is locked on the hotkey that the owner has a lock on, else on ``SubnetOwnerHotkey``. A refusal is passed over.
    """
    if not OwnerCutAutoLockEnabled.get(state, netuid):
        return
    owner = SubnetOwner.get(state, netuid)
    model = read_conviction_model(state, owner, netuid)
    hotkey = SubnetOwnerHotkey.get(state, netuid) if model is None else model.hotkey
    with suppress(CallError):
        do_lock_stake(state, owner, netuid, hotkey, amount)


@rule("LCK-lock/cleanup", in_locks("cleanup_lock_if_zero"))
def cleanup_lock_if_zero(state: State, coldkey: AccountId, netuid: NetUid) -> None:
    """After each purchase or sale of stake a coldkey's lock on the subnet, if any, is rolled forward and stored.

    What then counts as none is removed. The stake itself plays no part.
    """
    model = read_rolled_model(state, coldkey, netuid)
    if model is not None:
        save_conviction_model(state, model)


@rule("LCK-lock/force-reduce", in_locks("force_reduce_lock"))
def force_reduce_lock(state: State, coldkey: AccountId, netuid: NetUid, amount: AlphaBalance) -> None:
    """Where stake is cleared without its holder's doing his lock on the subnet, if any, gives way.

    Lock and sum are rolled forward, the lock is reduced, and what it loses of both is taken from the sum.
    """
    model = read_rolled_model(state, coldkey, netuid)
    if model is None:
        return
    model = roll_forward_aggregate(state, model)
    before, after = model.individual_lock, forcibly_reduced(state, model.individual_lock, amount)
    mass = saturating_sub(before.locked_mass, after.locked_mass)
    total = reduce_lock(model.aggregate_lock, mass, before.conviction.saturating_sub(after.conviction))
    save_conviction_model(state, replace(model, individual_lock=after, aggregate_lock=total))


@rule("LCK-lock/proportional", in_locks("force_reduce_individual"))
def forcibly_reduced(state: State, lock: LockState, amount: AlphaBalance) -> LockState:
    """A lock that loses an amount loses the same part of its conviction; one that loses all its mass loses all of it.

    The part ``amount / mass`` and the product of conviction and the rest are rounded down to 64 fraction bits.
    """
    now, mass = current_block(state), saturating_sub(lock.locked_mass, amount)
    if mass == 0:
        return empty_lock(now)
    part = U64F64.saturating_from_num(amount).safe_div(U64F64.saturating_from_num(lock.locked_mass))
    return LockState(mass, lock.conviction.saturating_mul(U64F64.ONE.saturating_sub(part)), now)
