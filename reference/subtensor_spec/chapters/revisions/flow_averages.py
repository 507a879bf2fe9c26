"""The averages of TAO that flows into and out of a subnet; at ``r425`` nothing reads them.

User flow is what stakers bring and take, protocol flow what the chain itself brings. Both are kept and averaged
alike.
"""

from dataclasses import dataclass

from subtensor_spec.arithmetic import I64, I64F64
from subtensor_spec.rules import SUBTENSOR, rule

_SUBNET_EMISSIONS = "pallets/subtensor/src/coinbase/subnet_emissions.rs"

SMOOTHING_ONE = I64F64.saturating_from_num(I64.MAX)
"""The stored smoothing factor that means one."""


@dataclass(frozen=True)
class FlowRecord:
    """One kind of flow of one subnet, as stored."""

    flow: int = 0
    """Net rao that flowed in since the average was last advanced; 64 bits, signed."""
    average: tuple[int, I64F64] | None = None
    """The block at which the average was advanced, and the average in rao a block; nothing until the first time."""

    @property
    def last(self) -> tuple[int, I64F64]:
        """The stored average, or zero at block zero."""
        return self.average if self.average is not None else (0, I64F64.ZERO)


@rule(
    "EMI-flow/protocol-average",
    SUBTENSOR(_SUBNET_EMISSIONS, "update_ema_protocol_flow"),
    sentence="The average of protocol flow is advanced as that of user flow is. Not reached at ``r425``.",
    since=411,
    until=421,
)
@rule(
    "EMI-flow/average",
    SUBTENSOR(_SUBNET_EMISSIONS, "get_ema_flow"),
    revisions=("r362", "r401", "r425"),
    since=334,
    until=421,
)
def advanced_flow(record: FlowRecord, current_block: int, smoothing: int) -> FlowRecord:
    """A flow average is advanced once a block: it takes in the flow since the last time, which then starts
    again at zero.

    ``smoothing`` is a 64-bit integer of which ``2**63 - 1`` means one. The new average is ``(1 − s) · average +
    s · flow``, both products rounded down. In the block of the last advance nothing changes; a subnet without
    an average counts as advanced at block zero. Not reached at ``r425``.
    """
    last_block, last_average = record.last
    if last_block == current_block:
        return record
    weight = I64F64.saturating_from_num(smoothing).safe_div(SMOOTHING_ONE)
    kept = I64F64.ONE.saturating_sub(weight).saturating_mul(last_average)
    added = weight.saturating_mul(I64F64.saturating_from_num(record.flow))
    return FlowRecord(flow=0, average=(current_block, kept.saturating_add(added)))
