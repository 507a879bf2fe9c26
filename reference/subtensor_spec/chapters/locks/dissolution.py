"""Locks of a subnet that is dissolved."""

from subtensor_spec.chain.items.locks import (
    DecayingHotkeyLock,
    DecayingLock,
    DecayingOwnerLock,
    HotkeyLock,
    Lock,
    LockingColdkeys,
    OwnerLock,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.rules import rule


@rule("LCK-dissolve/maps", in_locks("destroy_lock_maps"))
def destroy_lock_maps(state: State, netuid: NetUid) -> None:
    """With a subnet go all locks on it that ``LockingColdkeys`` knows of, all its sums and all its flags."""
    for hotkey, coldkey, _ in LockingColdkeys.prefix_items(state, netuid):
        Lock.remove(state, coldkey, netuid, hotkey)
    LockingColdkeys.clear_prefix(state, netuid)
    HotkeyLock.clear_prefix(state, netuid)
    DecayingHotkeyLock.clear_prefix(state, netuid)
    OwnerLock.remove(state, netuid)
    DecayingOwnerLock.remove(state, netuid)
    for coldkey, flagged in DecayingLock.keys(state):
        if flagged == netuid:
            DecayingLock.remove(state, coldkey, flagged)
