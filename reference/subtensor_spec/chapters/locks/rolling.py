"""A lock rolled forward to a block: decayed, matured, and cleared when too little is left of it."""

from dataclasses import dataclass, replace

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.locks import MaturityRate, UnlockRate
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, LockState, saturating_add, saturating_sub
from subtensor_spec.chapters.locks.decay import decayed_mass, matured_conviction
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.rules import rule

LOCK_STATE_ZERO_THRESHOLD = 100
"""A lock with fewer rao and less conviction than this counts as none."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a lock is: on the subnet owner's hotkey or on another, perpetual or decaying."""

    owner: bool
    perpetual: bool


PERPETUAL = Role(owner=False, perpetual=True)
DECAYING = Role(owner=False, perpetual=False)
PERPETUAL_OWNER = Role(owner=True, perpetual=True)
DECAYING_OWNER = Role(owner=True, perpetual=False)


def empty_lock(now: int) -> LockState:
    """Return a lock of nothing."""
    return LockState(AlphaBalance(0), U64F64.ZERO, now)


@rule("LCK-roll/zero", in_locks("is_zero"))
def is_zero(lock: LockState) -> bool:
    """A lock counts as none when its mass is below 100 rao and its conviction below 100; both must be."""
    threshold = U64F64.saturating_from_num(LOCK_STATE_ZERO_THRESHOLD)
    return lock.locked_mass < LOCK_STATE_ZERO_THRESHOLD and lock.conviction < threshold


@rule("LCK-roll/lock", in_locks("roll_forward_lock"))
def roll_forward_lock(lock: LockState, now: int, unlock_rate: int, maturity_rate: int, role: Role) -> LockState:
    """A lock last updated before ``now`` decays and matures over the blocks between; a later one stays as it is.

    On the subnet owner's hotkey conviction then is the mass, whatever it was. Last, what counts as none becomes a mass
    and a conviction of exactly zero.
    """
    if now > lock.last_update:
        dt = now - lock.last_update
        mass = decayed_mass(lock.locked_mass, dt, unlock_rate, role.perpetual)
        earned = matured_conviction(lock.locked_mass, lock.conviction, dt, unlock_rate, maturity_rate, role.perpetual)
        lock = LockState(mass, earned, now)
    if role.owner:
        lock = replace(lock, conviction=U64F64.saturating_from_num(lock.locked_mass))
    return empty_lock(lock.last_update) if is_zero(lock) else lock


def rolled(state: State, lock: LockState, role: Role) -> LockState:
    """Return a lock rolled forward to the current block at the chain's rates."""
    return roll_forward_lock(lock, current_block(state), UnlockRate.get(state), MaturityRate.get(state), role)


@rule("LCK-roll/merge", in_locks("merge_lock"))
def merge_lock(left: LockState, right: LockState) -> LockState:
    """Two locks together have the sum of masses and the sum of convictions, both saturating, and the later update."""
    return LockState(
        saturating_add(left.locked_mass, right.locked_mass),
        left.conviction.saturating_add(right.conviction),
        max(left.last_update, right.last_update),
    )


@rule("LCK-roll/reduce", in_locks("reduce_lock"))
def reduce_lock(lock: LockState, mass: AlphaBalance, conviction: U64F64) -> LockState:
    """A lock loses mass and conviction, down to zero each; its last update stays."""
    return LockState(
        saturating_sub(lock.locked_mass, mass), lock.conviction.saturating_sub(conviction), lock.last_update
    )
