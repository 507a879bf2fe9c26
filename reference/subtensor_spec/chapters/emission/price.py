"""The price average of a subnet: how it is read and how it follows the pool's price."""

from subtensor_spec.arithmetic import I96F32, U64F64
from subtensor_spec.chapters.emission.views import SubnetView
from subtensor_spec.chapters.stake_weight.view import ROOT_NETUID
from subtensor_spec.rules import SUBTENSOR, rule

_STAKE_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"
_STABLE = 0


@rule("EMI-price/average", SUBTENSOR(_STAKE_UTILS, "get_moving_alpha_price"))
def average_price(subnet: SubnetView) -> U64F64:
    """The price average of a subnet is the stored one; root and stable subnets are worth exactly one TAO an alpha.

    The stored I96F32 is widened to a U64F64: a negative one reads as zero, one of ``2**64`` or more as the
    limit.
    """
    if subnet.netuid == ROOT_NETUID or subnet.mechanism == _STABLE:
        return U64F64.ONE
    return U64F64.saturating_from_num(subnet.moving_price)


@rule("EMI-price/smoothing", SUBTENSOR(_STAKE_UTILS, "update_moving_price"))
def price_smoothing(subnet: SubnetView, current_block: int, moving_alpha: I96F32) -> U64F64:
    """The weight of the newest price is the base weight times ``b / (b + h)``, so that a young subnet's average
    is slow.

    ``b`` counts blocks since the block before first emission (since block zero if there is none), ``h`` is the
    subnet's halving time. Where ``b`` and ``h`` are both zero the quotient is zero. Quotient and product are
    rounded down.
    """
    start = max((subnet.first_emission_block or 0) - 1, 0)
    age = U64F64.saturating_from_num(max(current_block - start, 0))
    halving_time = U64F64.saturating_from_num(subnet.ema_price_halving_blocks)
    base = U64F64.saturating_from_num(moving_alpha)
    return base.saturating_mul(age.safe_div(age.saturating_add(halving_time)))


@rule("EMI-price/update", SUBTENSOR(_STAKE_UTILS, "update_moving_price"))
def updated_moving_price(subnet: SubnetView, current_block: int, moving_alpha: I96F32) -> I96F32:
    """A new price average is the weighted mean of the pool's price, counted as at most one, and the average so far.

    The weight of the average is one less that of the price, but not below zero. Both products are rounded down
    to 64 fraction bits and their sum to the stored 32. That last step makes the average stall below a rising
    price: it stands still as soon as one block's step is less than ``2**-32``; downward it has no such stop.
    """
    weight = price_smoothing(subnet, current_block, moving_alpha)
    newest = weight.saturating_mul(min(subnet.price, U64F64.ONE))
    so_far = U64F64.ONE.saturating_sub(weight).saturating_mul(average_price(subnet))
    return I96F32.saturating_from_num(newest.saturating_add(so_far))
