"""The price average of a subnet: how it is read and how it follows the pool's price."""

from subtensor_spec.arithmetic import I96F32, U64F64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.emission import (
    EMAPriceHalvingBlocks,
    FirstEmissionBlockNumber,
    SubnetMovingAlpha,
    SubnetMovingPrice,
)
from subtensor_spec.chain.items.pools import SubnetMechanism
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid, saturating_sub
from subtensor_spec.chapters.emission.eligibility import get_subnets_to_emit_to
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.chapters.swap.liquidity import current_alpha_price
from subtensor_spec.rules import SUBTENSOR, rule

_STAKE_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"
_STABLE = 0


@rule("EMI-price/average", SUBTENSOR(_STAKE_UTILS, "get_moving_alpha_price"))
def get_moving_alpha_price(state: State, netuid: NetUid) -> U64F64:
    """The price average of a subnet is the stored one; root and stable subnets are worth exactly one TAO an alpha.

    The stored I96F32 is widened to a U64F64: a negative one reads as zero, one of ``2**64`` or more as the
    limit.
    """
    if netuid == ROOT or SubnetMechanism.get(state, netuid) == _STABLE:
        return U64F64.ONE
    return U64F64.saturating_from_num(SubnetMovingPrice.get(state, netuid))


@rule("EMI-price/smoothing", SUBTENSOR(_STAKE_UTILS, "update_moving_price"))
def price_smoothing(state: State, netuid: NetUid) -> U64F64:
    """The weight of the newest price is the base weight times ``b / (b + h)``, so that a young subnet's average
    is slow.

    ``b`` counts blocks since the block before first emission (since block zero if there is none), ``h`` is the
    subnet's halving time. Where ``b`` and ``h`` are both zero the quotient is zero. Quotient and product are
    rounded down.
    """
    start = saturating_sub(FirstEmissionBlockNumber.get(state, netuid) or 0, 1)
    age = U64F64.saturating_from_num(saturating_sub(current_block(state), start))
    halving_time = U64F64.saturating_from_num(EMAPriceHalvingBlocks.get(state, netuid))
    base = U64F64.saturating_from_num(SubnetMovingAlpha.get(state))
    return base.saturating_mul(age.safe_div(age.saturating_add(halving_time)))


@rule("EMI-price/update", SUBTENSOR(_STAKE_UTILS, "update_moving_price"))
def moving_price_after(state: State, netuid: NetUid, price: U64F64) -> I96F32:
    """A new price average is the weighted mean of the pool's price, counted as at most one, and the average so far.

    The weight of the average is one less that of the price, but not below zero. Both products are rounded down
    to 64 fraction bits and their sum to the stored 32. That last step makes the average stall below a rising
    price: it stands still as soon as one block's step is less than ``2**-32``; downward it has no such stop.
    """
    weight = price_smoothing(state, netuid)
    newest = weight.saturating_mul(min(price, U64F64.ONE))
    so_far = U64F64.ONE.saturating_sub(weight).saturating_mul(get_moving_alpha_price(state, netuid))
    return I96F32.saturating_from_num(newest.saturating_add(so_far))


@rule("EMI-price/block", SUBTENSOR("pallets/subtensor/src/coinbase/block_step.rs", "update_moving_prices"))
def update_moving_prices(state: State) -> None:
    """After the block's emission the price average of each subnet that is given emission takes in the pool's price."""
    for netuid in get_subnets_to_emit_to(state, get_all_subnet_netuids(state)):
        average = moving_price_after(state, netuid, current_alpha_price(state, netuid))
        SubnetMovingPrice.put(state, netuid, average)
