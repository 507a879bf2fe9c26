"""The sums of locks: one for each hotkey of a subnet and one for its owner, each perpetual and decaying.

A lock counts in exactly one of the four. A sum is a lock of its own that decays and matures as one.
"""

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.items.locks import DecayingHotkeyLock, DecayingOwnerLock, HotkeyLock, OwnerLock
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import OptionalDoubleMap, OptionalMap
from subtensor_spec.chain.types import AccountId, LockState, NetUid
from subtensor_spec.chapters.locks.rolling import Role
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.rules import rule


@rule("LCK-sum/choice", in_locks("aggregate_mut"))
def owner_map(role: Role) -> OptionalMap[NetUid, LockState]:
    """A lock on the subnet owner's hotkey counts in the subnet's ``OwnerLock``, or ``DecayingOwnerLock`` if it decays.

    Any other counts in its hotkey's ``HotkeyLock`` or ``DecayingHotkeyLock``.
    """
    return OwnerLock if role.perpetual else DecayingOwnerLock


def hotkey_map(role: Role) -> OptionalDoubleMap[NetUid, AccountId, LockState]:
    """Return the map that holds the sum of a role that is not the owner's."""
    return HotkeyLock if role.perpetual else DecayingHotkeyLock


def get_sum(state: State, netuid: NetUid, hotkey: AccountId, role: Role) -> LockState | None:
    """Return the stored sum that a lock of that role counts in, if there is one."""
    if role.owner:
        return owner_map(role).get(state, netuid)
    return hotkey_map(role).get(state, netuid, hotkey)


def take_sum(state: State, netuid: NetUid, hotkey: AccountId, role: Role) -> LockState | None:
    """Remove that sum and return what it was."""
    if role.owner:
        return owner_map(role).take(state, netuid)
    return hotkey_map(role).take(state, netuid, hotkey)


@rule(
    "LCK-sum/store",
    in_locks("insert_hotkey_lock_state"),
    in_locks("insert_decaying_hotkey_lock_state"),
    in_locks("insert_owner_lock_state"),
    in_locks("insert_decaying_owner_lock_state"),
)
def put_sum(state: State, netuid: NetUid, hotkey: AccountId, role: Role, lock: LockState) -> None:
    """A sum is stored if it has any mass or any conviction, else its entry is removed."""
    keep = lock.locked_mass > 0 or lock.conviction > U64F64.ZERO
    if role.owner and keep:
        owner_map(role).put(state, netuid, lock)
    elif role.owner:
        owner_map(role).remove(state, netuid)
    elif keep:
        hotkey_map(role).put(state, netuid, hotkey, lock)
    else:
        hotkey_map(role).remove(state, netuid, hotkey)
