"""When a subnet's epoch is due, and when the next one is expected; block numbers saturate at ``2**64 - 1``."""

from subtensor_spec.chain.items.schedule import BlocksSinceLastStep, LastEpochBlock, PendingEpochAt, Tempo
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import U64_MAX, NetUid, saturating_add, saturating_sub
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"

MAX_TEMPO = 50_400
"""The longest period that an owner may set, one week; also the longest silence that the schedule tolerates."""


@rule("SCH-epoch/due", SUBTENSOR(_RUN_COINBASE, "should_run_epoch"))
def should_run_epoch(state: State, netuid: NetUid, current_block: int) -> bool:
    """An epoch is due when its pending block has come, when none succeeded for too long, or when a tempo has passed.

    "Too long" is more than ``MAX_TEMPO`` blocks. A tempo of zero means never, whatever else is set. A last
    epoch that lies in the future counts as zero blocks ago.
    """
    tempo = Tempo.get(state, netuid)
    if tempo == 0:
        return False
    if 0 < PendingEpochAt.get(state, netuid) <= current_block:
        return True
    if BlocksSinceLastStep.get(state, netuid) > MAX_TEMPO:
        return True
    return saturating_sub(current_block, LastEpochBlock.get(state, netuid)) >= tempo


@rule("SCH-epoch/blocks-left", SUBTENSOR(_RUN_COINBASE, "blocks_until_next_auto_epoch"))
def blocks_until_next_auto_epoch(state: State, netuid: NetUid, tempo: int, block: int) -> int:
    """The blocks left to the next automatic epoch are last epoch plus tempo less now, but not below zero.

    A tempo of zero gives ``2**64 - 1``. Pending epochs, the guard against silence and deferral are left out.
    """
    if tempo == 0:
        return U64_MAX
    return saturating_sub(saturating_add(LastEpochBlock.get(state, netuid), tempo), block)


@rule("SCH-epoch/next", SUBTENSOR(_RUN_COINBASE, "get_next_epoch_start_block"))
def get_next_epoch_start_block(state: State, netuid: NetUid) -> int | None:
    """The next epoch is expected at last epoch plus tempo, or at the pending block if that is earlier.

    There is none with a tempo of zero. The block may lie in the past. The guard against silence and deferral
    are left out.
    """
    tempo, pending = Tempo.get(state, netuid), PendingEpochAt.get(state, netuid)
    if tempo == 0:
        return None
    automatic = saturating_add(LastEpochBlock.get(state, netuid), tempo)
    return min(automatic, pending) if pending else automatic
