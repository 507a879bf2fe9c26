"""The published functions of emission by flow."""

from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.common.functions import SHARES, of_state, pairs
from subtensor_conformance.subjects.common.state import CoinbaseState
from subtensor_conformance.subjects.revisions import later
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chapters.revisions.flow_averages import advanced_flow
from subtensor_spec.chapters.revisions.flow_normalisation import (
    lower_limit,
    power_estimate,
    power_normalised,
    safe_power,
    scaled,
)

_RECORD = "tuple<I64F64,option<tuple<u64,I64F64>>,i64>"


def _flow(case: CoinbaseState, netuid: int, kind: str) -> tuple[Any, ...]:
    after = advanced_flow(case.flow(netuid, kind), current_block(case.on()), case.flow_smoothing)
    return after.last[1], after.average, after.flow


FUNCTIONS: list[Function] = [
    of_state(
        "get_ema_flow",
        f"netuid: u16 -> {_RECORD}",
        lambda case, netuid: _flow(case, netuid, "tao"),
        "EMI-flow/average",
    ),
    of_state(
        "update_ema_protocol_flow",
        f"netuid: u16 -> {_RECORD}",
        lambda case, netuid: _flow(case, netuid, "protocol"),
        "EMI-flow/protocol-average",
    ),
    of_state(
        "get_lower_limit",
        "ema_flows: list<tuple<u16,I64F64>> -> I64F64",
        lambda state, averages: lower_limit(dict(averages).values(), state.flow_cutoff),
        "EMI-flow/lower-limit",
    ),
    of_state(
        "pow_estimate",
        "val: U64F64 -> U64F64",
        lambda _state, value: power_estimate(value),
        "EMI-flow/power-estimate",
    ),
    of_state(
        "safe_pow",
        "val: U64F64, p: U64F64 -> U64F64",
        lambda _state, value, exponent: safe_power(value, exponent),
        "EMI-flow/power",
    ),
    of_state(
        "inplace_scale",
        f"offset_flows: {SHARES} -> {SHARES}",
        lambda _state, flows: pairs(scaled(dict(flows))),
        "EMI-flow/scale",
    ),
    of_state(
        "inplace_pow_normalize",
        f"offset_flows: {SHARES}, p: U64F64 -> {SHARES}",
        lambda _state, flows, exponent: pairs(power_normalised(dict(flows), exponent)),
        "EMI-flow/normalise",
    ),
    *later.FUNCTIONS,
]
