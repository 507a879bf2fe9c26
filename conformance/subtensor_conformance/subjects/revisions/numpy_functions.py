"""The numpy path of emission by flow."""

from collections.abc import Callable

import numpy as np

from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_conformance.subjects.common.numpy_functions import Rows, each, states
from subtensor_conformance.subjects.common.state import CoinbaseState
from subtensor_spec.chain.clock import current_block
from subtensor_spec.vectorised.revisions import flows, gate, liquid_consensus
from subtensor_spec.vectorised.words.integers import Integers, integers

Pairs = list[tuple[int, int]]


def _flow(kind: str) -> BatchKernel:
    def advance(rows: Rows) -> list[Outcome]:
        found = states(rows)
        records = [state.flow(row[1], kind) for state, row in zip(found, rows, strict=True)]
        block = integers(current_block(state.on()) for state in found)
        smoothing = integers(state.flow_smoothing for state in found)
        after = flows.advanced_flows(flows.FlowArrays.from_records(records), block, smoothing)
        stored = [
            (moment, average) if exists else None
            for exists, moment, average in zip(after.has_average, after.block, after.average, strict=True)
        ]
        return [*zip(after.average, stored, after.flow, strict=True)]

    return advance


def _power_estimates(rows: Rows) -> list[Outcome]:
    states(rows)  # not needed, but a state that is none is refused
    return [*flows.power_estimates(integers(value for _state, value in rows))]


def _powers(rows: Rows) -> list[Outcome]:
    states(rows)
    values = integers(value for _state, value, _exponent in rows)
    return [*flows.safe_powers(values, integers(exponent for _state, _value, exponent in rows))]


def _lower_limit(state: CoinbaseState, given: Pairs) -> int:
    return flows.lower_limit(integers(dict(given).values()), state.flow_cutoff.bits)


def _scaled(_state: CoinbaseState, given: Pairs) -> Pairs:
    found = sorted(dict(given).items())
    values = flows.scaled(integers(flow for _netuid, flow in found))
    return [(netuid, value) for (netuid, _flow), value in zip(found, values, strict=True)]


def _power_normalised(_state: CoinbaseState, given: Pairs, exponent: int) -> Pairs:
    found = sorted(dict(given).items())
    values = flows.power_normalised(integers(flow for _netuid, flow in found), exponent)
    return [(netuid, value) for (netuid, _flow), value in zip(found, values, strict=True)]


def _bars(bar: Callable[[Integers, int], int]) -> BatchKernel:
    return lambda rows: [bar(integers(shares), limit) for shares, limit in rows]


def _passed(rows: Rows) -> list[Outcome]:
    return [int(gate.passed_by_gate(integers([share]), bar, exponent)[0]) for share, bar, exponent in rows]


def _consensus_of_liquid_alpha(rows: Rows) -> list[Outcome]:
    return [
        [*(liquid_consensus.taken(mode, penalty, stored, np.array([*found], dtype=np.int64)).tolist())]
        for mode, penalty, stored, found in rows
    ]


KERNELS: dict[str, BatchKernel] = {
    "later.quantile_bar": _bars(gate.quantile_bar),
    "later.rank_bar": _bars(gate.rank_bar),
    "later.passed_by_gate": _passed,
    "later.consensus_for_liquid_alpha": _consensus_of_liquid_alpha,
    "coinbase.get_ema_flow": _flow("tao"),
    "coinbase.update_ema_protocol_flow": _flow("protocol"),
    "coinbase.get_lower_limit": each(_lower_limit),
    "coinbase.pow_estimate": _power_estimates,
    "coinbase.safe_pow": _powers,
    "coinbase.inplace_scale": each(_scaled),
    "coinbase.inplace_pow_normalize": each(_power_normalised),
}
