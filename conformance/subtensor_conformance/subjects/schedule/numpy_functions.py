"""The numpy path of the schedule: a whole batch as one array, a case a lane."""

from typing import Any

import numpy as np

from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_conformance.subjects.common.numpy_functions import Rows
from subtensor_conformance.subjects.common.state import parse_state
from subtensor_spec.vectorised import schedule
from subtensor_spec.vectorised.schedule import ScheduleArrays


def _schedule_of_each(rows: Rows) -> ScheduleArrays:
    return ScheduleArrays.gathered([(parse_state(row[0]).on(row[1]), row[1]) for row in rows])


def _uint64(rows: Rows, place: int) -> Any:
    return np.array([row[place] for row in rows], dtype=np.uint64)


def _due(rows: Rows) -> list[Outcome]:
    return [bool(due) for due in schedule.epochs_are_due(_schedule_of_each(rows), _uint64(rows, 2))]


def _blocks_left(rows: Rows) -> list[Outcome]:
    last = _schedule_of_each(rows).last_epoch_block
    left: list[Outcome] = schedule.blocks_until_next_automatic_epochs(last, _uint64(rows, 2), _uint64(rows, 3)).tolist()
    return left


def _next_epochs(rows: Rows) -> list[Outcome]:
    blocks, exists = schedule.next_epoch_blocks(_schedule_of_each(rows))
    return [block if some else None for block, some in zip(blocks.tolist(), exists, strict=True)]


KERNELS: dict[str, BatchKernel] = {
    "coinbase.should_run_epoch": _due,
    "coinbase.blocks_until_next_auto_epoch": _blocks_left,
    "coinbase.get_next_epoch_start_block": _next_epochs,
}
