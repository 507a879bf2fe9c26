"""Flow averages of all subnets and their normalisation; at ``r425`` nothing reads them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from subtensor_spec.arithmetic import I64F64, U64F64
from subtensor_spec.emission.flow.averages import SMOOTHING_ONE, FlowRecord
from subtensor_spec.vectorised.coinbase.integers import (
    Integers,
    Lanes,
    integers,
    safe_div,
    saturating_add,
    saturating_mul,
    saturating_sub,
    whole,
)

_ONE = I64F64.ONE.bits


@dataclass(frozen=True)
class FlowArrays:
    """The fields of :class:`~subtensor_spec.emission.flow.averages.FlowRecord`, each an array over subnets."""

    flow: Integers
    has_average: npt.NDArray[np.bool_]
    block: Integers
    """The block of the last advance; zero where there is no average."""
    average: Integers
    """I64F64 bits; zero where there is none."""

    @classmethod
    def from_records(cls, records: Sequence[FlowRecord]) -> "FlowArrays":
        """Return the records in the order given."""
        return cls(
            flow=integers(record.flow for record in records),
            has_average=np.array([record.average is not None for record in records], dtype=np.bool_),
            block=integers(record.last[0] for record in records),
            average=integers(record.last[1].bits for record in records),
        )


def advanced_flows(records: FlowArrays, current_block: Lanes, smoothing: Lanes) -> FlowArrays:
    """Return the records after this block; block and stored smoothing factor are one number, or one for each subnet."""
    stale = np.not_equal(records.block, current_block)
    weight = safe_div(whole(smoothing, I64F64), SMOOTHING_ONE.bits, I64F64)
    kept = saturating_mul(saturating_sub(_ONE, weight, I64F64), records.average, I64F64)
    added = saturating_mul(weight, whole(records.flow, I64F64), I64F64)
    return FlowArrays(
        flow=np.where(stale, 0, records.flow),
        has_average=records.has_average | stale,
        block=np.where(stale, current_block, records.block),
        average=np.where(stale, saturating_add(kept, added, I64F64), records.average),
    )


def lower_limit(averages: Integers, cutoff: int) -> int:
    """Return the lower limit of flow as I64F64 bits."""
    return max(cutoff, min([0, *map(int, averages)]))


def power_estimates(values: Integers) -> Integers:
    """Return the square of each value as U64F64 bits."""
    return saturating_mul(values, values, U64F64)


def scaled(flows: Integers) -> Integers:
    """Return the flows with the greatest brought to one, as U64F64 bits."""
    greatest = max([0, *map(int, flows)])
    return saturating_mul(flows, safe_div(U64F64.ONE.bits, greatest, U64F64), U64F64)
