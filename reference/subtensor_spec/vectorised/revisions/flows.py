"""Flow averages of all subnets and their normalisation; at ``r425`` nothing reads them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from subtensor_spec.arithmetic import I32F32, I64F64, U64F64
from subtensor_spec.arithmetic.transcendental import checked_sqrt
from subtensor_spec.chapters.revisions.flow_averages import SMOOTHING_ONE, FlowRecord
from subtensor_spec.chapters.revisions.flow_normalisation import (
    GREATEST_POWER,
    LEAST_USEFUL,
    LIMIT_OF_POWERS,
    SQUARE_ROOT_TOLERANCE,
)
from subtensor_spec.vectorised.words.integers import (
    Integers,
    Lanes,
    converted,
    integers,
    safe_div,
    saturating_add,
    saturating_mul,
    saturating_sub,
    whole,
)
from subtensor_spec.vectorised.words.wide import arithmetic
from subtensor_spec.vectorised.words.wide import formats as wide
from subtensor_spec.vectorised.words.wide.exponential import exp
from subtensor_spec.vectorised.words.wide.logarithm import ln

_ONE = I64F64.ONE.bits
_I32F32 = wide.FORMATS["I32F32"]


@dataclass(frozen=True)
class FlowArrays:
    """Fields of :class:`~subtensor_spec.chapters.revisions.flow_averages.FlowRecord`, each an array over subnets."""

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


def safe_powers(values: Integers, exponents: Integers) -> Integers:
    """Return the power of each value as U64F64 bits, zero where the logarithm fails, the greatest where exp does."""
    logarithm, positive = ln(_narrowed(values), _I32F32)
    power, fits = exp(arithmetic.multiply(_narrowed(exponents), logarithm).saturated(), _I32F32)
    found = np.where(fits, integers(power.to_bits()), GREATEST_POWER.bits)
    return converted(np.where(positive, found, 0), I32F32, U64F64)


def power_normalised(flows: Integers, exponent: int) -> Integers:
    """Return the flows raised to the exponent and divided by their sum, as U64F64 bits."""
    unit = scaled(flows)
    greatest = max([0, *map(int, unit)])
    greatest_power = saturating_mul(whole(len(unit), U64F64), power_estimates(integers([greatest])), U64F64)
    if not len(unit) or greatest_power[0] < LEAST_USEFUL.bits:
        return unit
    powers = safe_powers(saturating_mul(unit, _precision_factor(greatest_power), U64F64), integers([exponent]))
    return safe_div(powers, int(powers.sum()) & U64F64.MAX_BITS, U64F64)


def _precision_factor(greatest_power: Integers) -> int:
    """One number for all subnets, so the exact path's square root serves."""
    room = U64F64.from_bits(safe_div(LIMIT_OF_POWERS.bits, greatest_power, U64F64)[0])
    root = checked_sqrt(room, SQUARE_ROOT_TOLERANCE)
    return 0 if root is None else root.bits


def _narrowed(values: Integers) -> wide.Numbers:
    return wide.Numbers.from_bits(_I32F32, converted(values, U64F64, I32F32).tolist())
