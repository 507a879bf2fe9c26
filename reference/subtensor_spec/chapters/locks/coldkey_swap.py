"""Locks of a coldkey that is swapped for another."""

from dataclasses import dataclass

from subtensor_spec.chain.items.locks import DecayingLock, Lock
from subtensor_spec.chain.items.staking import AccountFlags
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, LockState, NetUid
from subtensor_spec.chapters.locks.availability import (
    ensure_can_receive_locked_alpha,
    ensure_no_active_locks,
    put_account_flags,
)
from subtensor_spec.chapters.locks.model import insert_lock_state, remove_lock, role_of
from subtensor_spec.chapters.locks.rolling import Role, rolled
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.chapters.locks.sums import add_aggregate_lock, reduce_aggregate_lock
from subtensor_spec.rules import rule


@dataclass(frozen=True, slots=True)
class SwappedLock:
    """A lock that changes its coldkey."""

    netuid: NetUid
    hotkey: AccountId
    role: Role
    lock: LockState


@rule("LCK-swap/coldkey", in_locks("swap_coldkey_locks"))
def swap_coldkey_locks(state: State, old_coldkey: AccountId, new_coldkey: AccountId) -> None:
    """All locks of a coldkey become another's, which must have none, with their flags, conviction and all.

    Refused, in this order: a lock of the new coldkey, ``ActiveLockExists``; a lock that, rolled forward, holds
    anything while the new coldkey rejects locked alpha, ``AccountRejectsLockedAlpha``. Then, in order: every lock
    leaves and is taken from its sum; the flags of perpetual locks go over, and the account's flags, which replace the
    new account's; every lock joins the new coldkey's, and its sum. What a flag of the new coldkey says about a subnet
    of which the old one says nothing stays, so that a sum is chosen by it where the lock was rolled without.
    """
    # CHECK
    ensure_no_active_locks(state, new_coldkey)
    moving = locks_of(state, old_coldkey)
    for moved in moving:
        ensure_can_receive_locked_alpha(state, new_coldkey, moved.lock.locked_mass)
    # ACT
    for moved in moving:
        lock = moved.lock
        remove_lock(state, old_coldkey, moved.netuid, moved.hotkey)
        reduce_aggregate_lock(state, old_coldkey, moved.hotkey, moved.netuid, lock.locked_mass, lock.conviction)
    swap_flags(state, old_coldkey, new_coldkey)
    for moved in moving:
        lock = rolled(state, moved.lock, moved.role)
        insert_lock_state(state, new_coldkey, moved.netuid, moved.hotkey, lock)
        add_aggregate_lock(state, new_coldkey, moved.hotkey, moved.netuid, lock)


def locks_of(state: State, coldkey: AccountId) -> list[SwappedLock]:
    """Return all locks of a coldkey, each rolled forward in its role, in order of raw keys."""
    found = []
    for netuid, hotkey, lock in Lock.prefix_items(state, coldkey):
        if lock is not None:
            role = role_of(state, coldkey, netuid, hotkey)
            found.append(SwappedLock(netuid, hotkey, role, rolled(state, lock, role)))
    return found


@rule("LCK-swap/flags", in_locks("swap_coldkey_locks"))
def swap_flags(state: State, old_coldkey: AccountId, new_coldkey: AccountId) -> None:
    """Each flag of ``DecayingLock`` goes over, and the account's flags as they are, none removing the new account's."""
    for netuid, decaying in DecayingLock.prefix_items(state, old_coldkey):
        DecayingLock.remove(state, old_coldkey, netuid)
        DecayingLock.put(state, new_coldkey, netuid, decaying)
    put_account_flags(state, new_coldkey, AccountFlags.take(state, old_coldkey))
