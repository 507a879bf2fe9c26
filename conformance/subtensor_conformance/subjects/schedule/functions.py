"""The published functions of the schedule of epochs."""

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.common.functions import of_state
from subtensor_spec.chapters.schedule.due import (
    blocks_until_next_auto_epoch,
    get_next_epoch_start_block,
    should_run_epoch,
)

FUNCTIONS: list[Function] = [
    of_state(
        "should_run_epoch",
        "netuid: u16, current_block: u64 -> bool",
        lambda case, netuid, block: should_run_epoch(case.on(netuid), netuid, block),
        "SCH-epoch/due",
    ),
    of_state(
        "blocks_until_next_auto_epoch",
        "netuid: u16, tempo: u16, block_number: u64 -> u64",
        lambda case, netuid, tempo, block: blocks_until_next_auto_epoch(case.on(netuid), netuid, tempo, block),
        "SCH-epoch/blocks-left",
    ),
    of_state(
        "get_next_epoch_start_block",
        "netuid: u16 -> option<u64>",
        lambda case, netuid: get_next_epoch_start_block(case.on(netuid), netuid),
        "SCH-epoch/next",
    ),
]
