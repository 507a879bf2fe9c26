"""The flows of TAO into and out of a subnet, counted for averages that nothing reads at this revision."""

from subtensor_spec.arithmetic import I64
from subtensor_spec.chain.items.pools import SubnetProtocolFlow, SubnetTaoFlow
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid, TaoBalance
from subtensor_spec.rules import SUBTENSOR, rule

_SUBNET_EMISSIONS = "pallets/subtensor/src/coinbase/subnet_emissions.rs"


@rule("EMI-flow/user-in", SUBTENSOR(_SUBNET_EMISSIONS, "record_tao_inflow"))
def record_tao_inflow(state: State, netuid: NetUid, tao: TaoBalance) -> None:
    """What stakers bring raises a subnet's user flow by so many rao, read as an i64; the sum saturates."""
    SubnetTaoFlow.put(state, netuid, I64.saturated(SubnetTaoFlow.get(state, netuid) + I64.wrapped(tao)))


@rule("EMI-flow/user-out", SUBTENSOR(_SUBNET_EMISSIONS, "record_tao_outflow"))
def record_tao_outflow(state: State, netuid: NetUid, tao: TaoBalance) -> None:
    """What stakers take lowers a subnet's user flow by so many rao, read as an i64; the difference saturates."""
    SubnetTaoFlow.put(state, netuid, I64.saturated(SubnetTaoFlow.get(state, netuid) - I64.wrapped(tao)))


def reset_tao_outflow(state: State, netuid: NetUid) -> None:
    """Remove a subnet's user flow."""
    SubnetTaoFlow.remove(state, netuid)


@rule("EMI-flow/protocol-in", SUBTENSOR(_SUBNET_EMISSIONS, "record_protocol_inflow"))
def record_protocol_inflow(state: State, netuid: NetUid, tao: TaoBalance) -> None:
    """What the chain itself brings raises a subnet's protocol flow by so many rao, read as an i64, saturating."""
    SubnetProtocolFlow.put(state, netuid, I64.saturated(SubnetProtocolFlow.get(state, netuid) + I64.wrapped(tao)))


@rule("EMI-flow/protocol-out", SUBTENSOR(_SUBNET_EMISSIONS, "record_protocol_outflow"))
def record_protocol_outflow(state: State, netuid: NetUid, tao: TaoBalance) -> None:
    """What root claims take lowers a subnet's protocol flow by so many rao, read as an i64, saturating."""
    SubnetProtocolFlow.put(state, netuid, I64.saturated(SubnetProtocolFlow.get(state, netuid) - I64.wrapped(tao)))


def reset_protocol_flow(state: State, netuid: NetUid) -> None:
    """Remove a subnet's protocol flow."""
    SubnetProtocolFlow.remove(state, netuid)
