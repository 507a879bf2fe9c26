"""A lock goes along with the stake that it holds when that goes to another coldkey."""

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, LockState, NetUid, saturating_sub
from subtensor_spec.chapters.locks.availability import (
    ensure_can_receive_locked_alpha,
    total_coldkey_alpha_on_subnet,
)
from subtensor_spec.chapters.locks.model import ConvictionModel, insert_lock_state, read_rolled_model, role_of
from subtensor_spec.chapters.locks.rolling import empty_lock, merge_lock, reduce_lock, rolled
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.chapters.locks.sums import add_aggregate_lock, reduce_aggregate_lock
from subtensor_spec.rules import rule


@rule("LCK-transfer/with-stake", in_locks("transfer_lock"))
def transfer_lock(
    state: State, origin_coldkey: AccountId, destination_coldkey: AccountId, netuid: NetUid, amount: AlphaBalance
) -> None:
    """Where stake on a subnet goes to another coldkey, unlocked stake goes first and the rest takes its lock along.

    Nothing happens if both coldkeys are one, the amount is zero or the origin has no lock. Refused, in this order:
    locked stake for a coldkey with a lock on another hotkey, ``LockHotkeyMismatch``; locked stake for an account that
    rejects it, ``AccountRejectsLockedAlpha``. Else both locks are rolled forward, as before the transfer and again
    after it, and stored, even where no locked stake goes over; the sums change only where some does.
    """
    source = read_rolled_model(state, origin_coldkey, netuid)
    if origin_coldkey == destination_coldkey or amount == 0 or source is None:
        return
    beyond = saturating_sub(amount, unlocked_stake(state, source))
    target = read_rolled_model(state, destination_coldkey, netuid)
    # CHECK
    if beyond > 0 and target is not None and target.hotkey != source.hotkey:
        raise CallError(SubtensorModule.LockHotkeyMismatch)
    moved = part_of_lock(source.individual_lock, beyond, current_block(state))
    ensure_can_receive_locked_alpha(state, destination_coldkey, moved.locked_mass)
    # ACT
    kept = reduce_lock(source.individual_lock, moved.locked_mass, moved.conviction)
    held = empty_lock(current_block(state)) if target is None else target.individual_lock
    hotkey = source.hotkey if target is None else target.hotkey
    store_rolled(state, origin_coldkey, netuid, source.hotkey, kept)
    store_rolled(state, destination_coldkey, netuid, hotkey, merge_lock(held, moved))
    if moved.locked_mass > 0:
        reduce_aggregate_lock(state, origin_coldkey, source.hotkey, netuid, moved.locked_mass, moved.conviction)
        add_aggregate_lock(state, destination_coldkey, hotkey, netuid, moved)


def unlocked_stake(state: State, model: ConvictionModel) -> AlphaBalance:
    """Return what a lock's coldkey has staked on its subnet beyond the lock's mass."""
    total = total_coldkey_alpha_on_subnet(state, model.coldkey, model.netuid)
    return saturating_sub(total, model.individual_lock.locked_mass)


@rule("LCK-transfer/part", in_locks("transfer_lock"))
def part_of_lock(lock: LockState, amount: AlphaBalance, now: int) -> LockState:
    """With an amount of a lock's mass, all of it at the most, goes the same part of its conviction.

    The part ``amount / mass`` and its product with the conviction are rounded down to 64 fraction bits.
    """
    mass = min(amount, lock.locked_mass)
    part = U64F64.saturating_from_num(mass).safe_div(U64F64.saturating_from_num(lock.locked_mass))
    return LockState(mass, lock.conviction.saturating_mul(part), now)


def store_rolled(state: State, coldkey: AccountId, netuid: NetUid, hotkey: AccountId, lock: LockState) -> None:
    """Store a lock of a coldkey, rolled forward in its role."""
    insert_lock_state(state, coldkey, netuid, hotkey, rolled(state, lock, role_of(state, coldkey, netuid, hotkey)))
