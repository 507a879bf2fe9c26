"""A coldkey's lock on a subnet together with the sum that it counts in, rolled and stored as one."""

from dataclasses import dataclass, replace

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.locks import DecayingLock, Lock, LockingColdkeys
from subtensor_spec.chain.items.subnets import SubnetOwnerHotkey
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, LockState, NetUid, saturating_sub
from subtensor_spec.chapters.locks.buckets import get_sum, put_sum
from subtensor_spec.chapters.locks.rolling import Role, empty_lock, is_zero, reduce_lock, rolled
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.rules import rule


@dataclass(frozen=True, slots=True)
class ConvictionModel:
    """One coldkey's lock on one hotkey of a subnet, and the sum of locks that it counts in."""

    coldkey: AccountId
    netuid: NetUid
    hotkey: AccountId
    role: Role
    individual_lock: LockState
    aggregate_lock: LockState


@rule("LCK-role/owner", in_locks("is_subnet_owner_hotkey"))
def is_subnet_owner_hotkey(state: State, netuid: NetUid, hotkey: AccountId) -> bool:
    """A lock is an owner's if its hotkey is the subnet's ``SubnetOwnerHotkey``, the zero account if that is not set."""
    return hotkey == SubnetOwnerHotkey.get(state, netuid)


@rule("LCK-role/perpetual", in_locks("is_perpetual_lock"))
def is_perpetual_lock(state: State, coldkey: AccountId, netuid: NetUid) -> bool:
    """All locks of a coldkey on a subnet are perpetual if ``DecayingLock`` holds false for both; else they decay."""
    return DecayingLock.get(state, coldkey, netuid) is False


def role_of(state: State, coldkey: AccountId, netuid: NetUid, hotkey: AccountId) -> Role:
    """Return what a lock of that coldkey on that hotkey is."""
    return Role(is_subnet_owner_hotkey(state, netuid, hotkey), is_perpetual_lock(state, coldkey, netuid))


@rule("LCK-model/of-hotkey", in_locks("read_conviction_model_for_hotkey"))
def read_conviction_model_for_hotkey(
    state: State, coldkey: AccountId, netuid: NetUid, hotkey: AccountId
) -> ConvictionModel:
    """A lock or a sum that is not stored reads as nothing, updated in the current block."""
    role = role_of(state, coldkey, netuid, hotkey)
    nothing = empty_lock(current_block(state))
    individual = Lock.get(state, coldkey, netuid, hotkey)
    total = get_sum(state, netuid, hotkey, role)
    return ConvictionModel(coldkey, netuid, hotkey, role, individual or nothing, total or nothing)


@rule("LCK-model/of-coldkey", in_locks("read_conviction_model"))
def read_conviction_model(state: State, coldkey: AccountId, netuid: NetUid) -> ConvictionModel | None:
    """A coldkey has one lock on a subnet: the first stored, in order of raw keys."""
    locks = Lock.pair_items(state, coldkey, netuid)
    return read_conviction_model_for_hotkey(state, coldkey, netuid, locks[0][0]) if locks else None


@rule("LCK-model/roll", in_locks("roll_forward"), in_locks("apply_roll_delta_to_aggregate"))
def roll_forward(state: State, model: ConvictionModel) -> ConvictionModel:
    """The lock is rolled forward, and what it lost, of mass or of conviction, is taken from the sum.

    The sum then counts as updated now, although the other locks in it have not decayed. Only if the lock lost nothing
    is the sum rolled forward itself. A gain of conviction is no loss.
    """
    lock = rolled(state, model.individual_lock, model.role)
    mass = saturating_sub(model.individual_lock.locked_mass, lock.locked_mass)
    conviction = model.individual_lock.conviction.saturating_sub(lock.conviction)
    if mass == 0 and conviction == U64F64.ZERO:
        return roll_forward_aggregate(state, replace(model, individual_lock=lock))
    total = replace(reduce_lock(model.aggregate_lock, mass, conviction), last_update=current_block(state))
    return replace(model, individual_lock=lock, aggregate_lock=total)


@rule("LCK-model/roll-sum", in_locks("roll_forward_aggregate"))
def roll_forward_aggregate(state: State, model: ConvictionModel) -> ConvictionModel:
    """The sum is rolled forward in the lock's role."""
    return replace(model, aggregate_lock=rolled(state, model.aggregate_lock, model.role))


def read_rolled_model(state: State, coldkey: AccountId, netuid: NetUid) -> ConvictionModel | None:
    """Return a coldkey's lock on a subnet, rolled forward, if it has one."""
    model = read_conviction_model(state, coldkey, netuid)
    return None if model is None else roll_forward(state, model)


@rule("LCK-model/save", in_locks("save_conviction_model"))
def save_conviction_model(state: State, model: ConvictionModel) -> None:
    """A lock is stored, then the sum that it counts in."""
    insert_lock_state(state, model.coldkey, model.netuid, model.hotkey, model.individual_lock)
    put_sum(state, model.netuid, model.hotkey, model.role, model.aggregate_lock)


@rule("LCK-model/store", in_locks("insert_lock_state"))
def insert_lock_state(state: State, coldkey: AccountId, netuid: NetUid, hotkey: AccountId, lock: LockState) -> None:
    """A lock that counts as none is removed, any other stored, in ``Lock`` and, as a key, in ``LockingColdkeys``."""
    if is_zero(lock):
        remove_lock(state, coldkey, netuid, hotkey)
    else:
        LockingColdkeys.put(state, netuid, hotkey, coldkey, None)
        Lock.put(state, coldkey, netuid, hotkey, lock)


def remove_lock(state: State, coldkey: AccountId, netuid: NetUid, hotkey: AccountId) -> None:
    """Remove a lock from both maps."""
    LockingColdkeys.remove(state, netuid, hotkey, coldkey)
    Lock.remove(state, coldkey, netuid, hotkey)
