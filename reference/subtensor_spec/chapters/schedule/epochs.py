"""When a subnet's epoch is due, and when the next one is expected; block numbers saturate at ``2**64 - 1``."""

from subtensor_spec.arithmetic import U64
from subtensor_spec.chapters.emission.views import ScheduleView
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"

MAX_TEMPO = 50_400
"""The longest period that an owner may set, one week; also the longest silence that the schedule tolerates."""


@rule("SCH-epoch/due", SUBTENSOR(_RUN_COINBASE, "should_run_epoch"))
def epoch_is_due(schedule: ScheduleView, current_block: int) -> bool:
    """An epoch is due when its pending block has come, when none succeeded for too long, or when a tempo has passed.

    "Too long" is more than ``MAX_TEMPO`` blocks. A tempo of zero means never, whatever else is set. A last
    epoch that lies in the future counts as zero blocks ago.
    """
    if schedule.tempo == 0:
        return False
    if 0 < schedule.pending_epoch_at <= current_block:
        return True
    if schedule.blocks_since_last_step > MAX_TEMPO:
        return True
    return max(current_block - schedule.last_epoch_block, 0) >= schedule.tempo


@rule("SCH-epoch/blocks-left", SUBTENSOR(_RUN_COINBASE, "blocks_until_next_auto_epoch"))
def blocks_until_next_automatic_epoch(last_epoch_block: int, tempo: int, block: int) -> int:
    """The blocks left to the next automatic epoch are last epoch plus tempo less now, but not below zero.

    A tempo of zero gives ``2**64 - 1``. Pending epochs, the guard against silence and deferral are left out.
    """
    if tempo == 0:
        return U64.MAX
    return max(_next_automatic_epoch(last_epoch_block, tempo) - block, 0)


@rule("SCH-epoch/next", SUBTENSOR(_RUN_COINBASE, "get_next_epoch_start_block"))
def next_epoch_block(schedule: ScheduleView) -> int | None:
    """The next epoch is expected at last epoch plus tempo, or at the pending block if that is earlier.

    There is none with a tempo of zero. The block may lie in the past. The guard against silence and deferral
    are left out.
    """
    if schedule.tempo == 0:
        return None
    automatic = _next_automatic_epoch(schedule.last_epoch_block, schedule.tempo)
    return min(automatic, schedule.pending_epoch_at) if schedule.pending_epoch_at else automatic


def _next_automatic_epoch(last_epoch_block: int, tempo: int) -> int:
    return U64.saturated(last_epoch_block + tempo)
