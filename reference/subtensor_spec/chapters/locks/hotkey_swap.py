"""Locks on a hotkey that is swapped for another."""

from dataclasses import dataclass

from subtensor_spec.chain.items.locks import (
    DecayingHotkeyLock,
    HotkeyLock,
    Lock,
    LockingColdkeys,
)
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, LockState, NetUid
from subtensor_spec.chapters.locks.buckets import put_sum, take_sum
from subtensor_spec.chapters.locks.model import (
    insert_lock_state,
    is_perpetual_lock,
    is_subnet_owner_hotkey,
    remove_lock,
)
from subtensor_spec.chapters.locks.rolling import Role, rolled
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.rules import rule


@dataclass(frozen=True, slots=True)
class HotkeySwap:
    """A swap of hotkeys on one subnet: whether the old is the owner's, and whether the new will be."""

    netuid: NetUid
    old: AccountId
    new: AccountId
    was_owner: bool
    is_owner: bool


def swap_hotkey_locks(state: State, old_hotkey: AccountId, new_hotkey: AccountId) -> None:
    """Swap a hotkey on every subnet of ``NetworksAdded``."""
    swap_hotkey_locks_for_netuids(state, old_hotkey, new_hotkey, NetworksAdded.keys(state))


def swap_hotkey_locks_on_subnet(state: State, old_hotkey: AccountId, new_hotkey: AccountId, netuid: NetUid) -> None:
    """Swap a hotkey on one subnet."""
    swap_hotkey_locks_for_netuids(state, old_hotkey, new_hotkey, [netuid])


@rule(
    "LCK-swap/hotkey",
    in_locks("swap_hotkey_locks_for_netuids"),
    in_locks("swap_hotkey_locks"),
    in_locks("swap_hotkey_locks_on_subnet"),
)
def swap_hotkey_locks_for_netuids(
    state: State, old_hotkey: AccountId, new_hotkey: AccountId, netuids: list[NetUid]
) -> None:
    """With a hotkey that is swapped on one subnet or on all of them go the locks on it, then its sums.

    Only subnets count on which one of the two is the owner's hotkey or the old one has a sum of its own. Conviction
    is kept.
    """
    found = (swap_on(state, netuid, old_hotkey, new_hotkey) for netuid in netuids)
    swaps = [swap for swap in found if swap is not None]
    locks = [(swap, coldkey, lock) for swap in swaps for coldkey, lock in locks_on(state, swap)]
    for swap, coldkey, lock in locks:
        move_lock_of(state, swap, coldkey, lock)
    for swap in swaps:
        for perpetual in (True, False):
            move_sum(state, swap, perpetual)


def swap_on(state: State, netuid: NetUid, old: AccountId, new: AccountId) -> HotkeySwap | None:
    """Return the swap on a subnet, if it can concern any lock."""
    was_owner = is_subnet_owner_hotkey(state, netuid, old)
    is_owner = was_owner or is_subnet_owner_hotkey(state, netuid, new)
    has_sum = HotkeyLock.contains(state, netuid, old) or DecayingHotkeyLock.contains(state, netuid, old)
    return HotkeySwap(netuid, old, new, was_owner, is_owner) if is_owner or has_sum else None


@rule("LCK-swap/locks-on-hotkey", in_locks("swap_hotkey_locks_for_netuids"))
def locks_on(state: State, swap: HotkeySwap) -> list[tuple[AccountId, LockState]]:
    """The locks on a hotkey are found through ``LockingColdkeys``; an entry there without a lock is removed."""
    found = []
    for coldkey, _ in LockingColdkeys.pair_items(state, swap.netuid, swap.old):
        lock = Lock.get(state, coldkey, swap.netuid, swap.old)
        if lock is None:
            LockingColdkeys.remove(state, swap.netuid, swap.old, coldkey)
        else:
            found.append((coldkey, lock))
    return found


@rule("LCK-swap/lock", in_locks("swap_hotkey_locks_for_netuids"))
def move_lock_of(state: State, swap: HotkeySwap, coldkey: AccountId, lock: LockState) -> None:
    """A lock is rolled forward in its role on the old hotkey, then in that on the new one, and replaces one there.

    It is an owner's on the new hotkey if either of the two is the owner's.
    """
    perpetual = is_perpetual_lock(state, coldkey, swap.netuid)
    lock = rolled(state, lock, Role(swap.was_owner, perpetual))
    remove_lock(state, coldkey, swap.netuid, swap.old)
    insert_lock_state(state, coldkey, swap.netuid, swap.new, rolled(state, lock, Role(swap.is_owner, perpetual)))


@rule("LCK-swap/sum", in_locks("swap_hotkey_locks_for_netuids"))
def move_sum(state: State, swap: HotkeySwap, perpetual: bool) -> None:
    """The old hotkey's sum, the owner's if it is the owner's hotkey, goes over likewise and replaces one there."""
    old, new = Role(swap.was_owner, perpetual), Role(swap.is_owner, perpetual)
    lock = take_sum(state, swap.netuid, swap.old, old)
    if lock is not None:
        put_sum(state, swap.netuid, swap.new, new, rolled(state, rolled(state, lock, old), new))
