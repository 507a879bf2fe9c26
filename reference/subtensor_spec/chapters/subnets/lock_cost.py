"""What a new subnet costs: twice what the last one cost, falling in a straight line, and never under a minimum."""

from subtensor_spec.arithmetic import I64F64, U64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.items.subnets import NetworkLastLockCost, NetworkLockReductionInterval, NetworkMinLockCost
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import TaoBalance
from subtensor_spec.chapters.hyperparameters.tx_blocks import get_network_last_lock_block
from subtensor_spec.chapters.issuance.block_emission import get_block_emission_for_issuance
from subtensor_spec.chapters.subnets.existence import ROOT_RS
from subtensor_spec.rules import SUBTENSOR, rule

_FULL_EMISSION = 1_000_000_000
"""Rao a block before the first halving."""


@rule("NET-cost/lock", SUBTENSOR(ROOT_RS, "get_network_lock_cost"))
def get_network_lock_cost(state: State) -> TaoBalance:
    """A new subnet costs twice ``NetworkLastLockCost``, less a part for each block since, at least the minimum.

    The part is the last cost divided by the reduction interval, rounded down, and nothing where that is zero. Before
    any subnet was paid for the last cost counts once. Products saturate at ``2**64 - 1``, differences at zero; the
    cost is rao of TAO, the minimum ``NetworkMinLockCost``.
    """
    last_cost, last_block = NetworkLastLockCost.get(state), get_network_last_lock_block(state)
    interval = get_lock_reduction_interval(state)
    each_block = last_cost // interval if interval else 0
    passed = max(current_block(state) - last_block, 0)
    start = U64.saturated(last_cost * (2 if last_block else 1))
    cost = max(start - U64.saturated(each_block * passed), 0)
    return TaoBalance(max(cost, NetworkMinLockCost.get(state)))


@rule("NET-cost/interval", SUBTENSOR(ROOT_RS, "get_lock_reduction_interval"))
def get_lock_reduction_interval(state: State) -> int:
    """The interval in which a cost falls by itself shrinks with the halvings: stored blocks times emission over 10⁹.

    The emission is the curve's at ``TotalIssuance``, asked as a block asks it, so ``BlockEmission`` is written. The
    quotient is rounded down to 64 binary places, the product to whole blocks; the stored number saturates in I64F64.
    """
    emission = get_block_emission_for_issuance(state, TotalIssuance.get(state))
    halving = I64F64.saturating_from_num(emission).safe_div(I64F64.saturating_from_num(_FULL_EMISSION))
    interval = I64F64.saturating_from_num(NetworkLockReductionInterval.get(state))
    return interval.saturating_mul(halving).saturating_to_num(U64)
