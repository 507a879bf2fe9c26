"""When the epochs of all subnets run, in 64-bit integers; sums saturate at ``2**64 - 1``."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from subtensor_spec.chain.items.schedule import BlocksSinceLastStep, LastEpochBlock, PendingEpochAt, Tempo
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.schedule.due import MAX_TEMPO
from subtensor_spec.vectorised.words.integers import BoolArray, UInt64Array

_LAST_BLOCK = np.uint64(2**64 - 1)


@dataclass(frozen=True)
class ScheduleArrays:
    """What decides when epochs run, in blocks, each item an array over subnets."""

    tempo: UInt64Array
    last_epoch_block: UInt64Array
    pending_epoch_at: UInt64Array
    blocks_since_last_step: UInt64Array

    @classmethod
    def gathered(cls, subnets: Sequence[tuple[State, NetUid]]) -> "ScheduleArrays":
        """Return the subnets in the order given, each out of its state."""

        def gather(item: Map[NetUid, int]) -> UInt64Array:
            return np.array([item.get(state, netuid) for state, netuid in subnets], dtype=np.uint64)

        return cls(gather(Tempo), gather(LastEpochBlock), gather(PendingEpochAt), gather(BlocksSinceLastStep))


def epochs_are_due(schedules: ScheduleArrays, current_block: UInt64Array) -> BoolArray:
    """Tell which subnets' epochs are due at the block, one for all or one each."""
    pending = (schedules.pending_epoch_at > 0) & (current_block >= schedules.pending_epoch_at)
    silent = schedules.blocks_since_last_step > MAX_TEMPO
    elapsed = _difference(current_block, schedules.last_epoch_block) >= schedules.tempo
    due: BoolArray = (schedules.tempo != 0) & (pending | silent | elapsed)
    return due


def blocks_until_next_automatic_epochs(
    last_epoch_block: UInt64Array, tempo: UInt64Array, block: UInt64Array
) -> UInt64Array:
    """Return the blocks left to each next automatic epoch."""
    left = _difference(_sum(last_epoch_block, tempo), block)
    return np.where(tempo == 0, _LAST_BLOCK, left)


def next_epoch_blocks(schedules: ScheduleArrays) -> tuple[UInt64Array, BoolArray]:
    """Return the block of each next epoch, and which subnets have one at all."""
    automatic = _sum(schedules.last_epoch_block, schedules.tempo)
    pending = np.where(schedules.pending_epoch_at == 0, _LAST_BLOCK, schedules.pending_epoch_at)
    exists: BoolArray = schedules.tempo != 0
    return np.minimum(automatic, pending), exists


def _sum(left: UInt64Array, right: UInt64Array) -> UInt64Array:
    total = left + right
    return np.where(total < left, _LAST_BLOCK, total)


def _difference(left: UInt64Array, right: UInt64Array) -> UInt64Array:
    return np.where(left > right, left - right, np.uint64(0))
