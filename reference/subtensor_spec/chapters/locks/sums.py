"""Locks that come into a sum and leave it."""

from dataclasses import replace

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, LockState, NetUid
from subtensor_spec.chapters.locks.buckets import put_sum
from subtensor_spec.chapters.locks.model import (
    ConvictionModel,
    read_conviction_model_for_hotkey,
    roll_forward_aggregate,
)
from subtensor_spec.chapters.locks.rolling import merge_lock, reduce_lock
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.rules import rule


@rule("LCK-sum/add", in_locks("add_aggregate_lock"))
def add_aggregate_lock(state: State, coldkey: AccountId, hotkey: AccountId, netuid: NetUid, added: LockState) -> None:
    """A lock that comes in with its conviction is added to the sum of its role; only the sum is stored."""
    model = add_to_aggregate(state, read_conviction_model_for_hotkey(state, coldkey, netuid, hotkey), added)
    put_sum(state, netuid, hotkey, model.role, model.aggregate_lock)


@rule("LCK-sum/merge", in_locks("add_to_aggregate"))
def add_to_aggregate(state: State, model: ConvictionModel, added: LockState) -> ConvictionModel:
    """A sum is rolled forward, what is added is merged into it, and it is rolled forward again.

    The second time sets an owner's conviction to the mass and clears a sum that counts as none.
    """
    model = roll_forward_aggregate(state, model)
    return roll_forward_aggregate(state, replace(model, aggregate_lock=merge_lock(model.aggregate_lock, added)))


@rule("LCK-sum/reduce", in_locks("reduce_aggregate_lock"))
def reduce_aggregate_lock(
    state: State, coldkey: AccountId, hotkey: AccountId, netuid: NetUid, mass: AlphaBalance, conviction: U64F64
) -> None:
    """The mass and the conviction of a lock that leaves are taken from the sum, rolled forward before; not cleared."""
    model = roll_forward_aggregate(state, read_conviction_model_for_hotkey(state, coldkey, netuid, hotkey))
    put_sum(state, netuid, hotkey, model.role, reduce_lock(model.aggregate_lock, mass, conviction))
