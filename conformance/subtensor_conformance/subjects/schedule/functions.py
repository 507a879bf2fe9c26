"""The published functions of the schedule of epochs."""

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.common.functions import of_state
from subtensor_spec.chapters.schedule.epochs import blocks_until_next_automatic_epoch, epoch_is_due, next_epoch_block

FUNCTIONS: list[Function] = [
    of_state(
        "should_run_epoch",
        "netuid: u16, current_block: u64 -> bool",
        lambda state, netuid, block: epoch_is_due(state.subnet(netuid).schedule, block),
        "SCH-epoch/due",
    ),
    of_state(
        "blocks_until_next_auto_epoch",
        "netuid: u16, tempo: u16, block_number: u64 -> u64",
        lambda state, netuid, tempo, block: blocks_until_next_automatic_epoch(
            state.subnet(netuid).schedule.last_epoch_block, tempo, block
        ),
        "SCH-epoch/blocks-left",
    ),
    of_state(
        "get_next_epoch_start_block",
        "netuid: u16 -> option<u64>",
        lambda state, netuid: next_epoch_block(state.subnet(netuid).schedule),
        "SCH-epoch/next",
    ),
]
