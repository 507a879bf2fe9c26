"""Each subnet's share of the block's TAO: by price average, less what its miners were denied."""

from collections.abc import Iterable, Sequence

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chapters.emission.price import average_price
from subtensor_spec.chapters.emission.views import SubnetView
from subtensor_spec.rules import SUBTENSOR, rule

_SUBNET_EMISSIONS = "pallets/subtensor/src/coinbase/subnet_emissions.rs"

Shares = dict[int, U64F64]
"""A share for each netuid, in order of netuid."""


@rule("EMI-shares/by-price", SUBTENSOR(_SUBNET_EMISSIONS, "get_shares_price_ema"))
def shares_by_price(subnets: Sequence[SubnetView]) -> Shares:
    """A subnet's price share is its price average over the sum of all of them, rounded down.

    The sum saturates. If it is zero, or a quotient does not fit, the share is zero. A subnet listed twice
    counts twice in the sum and is given one share.
    """
    total = _total(average_price(subnet) for subnet in subnets)
    return _in_order({subnet.netuid: average_price(subnet).safe_div(total) for subnet in subnets})


@rule("EMI-shares/unburned", SUBTENSOR(_SUBNET_EMISSIONS, "get_shares"))
def unburned_part(subnet: SubnetView) -> U64F64:
    """A subnet counts with the part of its miner emission that was not withheld; more than all counts as all."""
    burned = min(U64F64.saturating_from_num(subnet.miner_burned), U64F64.ONE)
    return U64F64.ONE.saturating_sub(burned)


@rule("EMI-shares/weighted", SUBTENSOR(_SUBNET_EMISSIONS, "get_shares"))
def shares(subnets: Sequence[SubnetView]) -> Shares:
    """A subnet's share is its price share times its unburned part, normalised to a sum of at most one.

    Products and quotients are rounded down. If no subnet has any weight, all fall back to their price shares.
    """
    by_price = shares_by_price(subnets)
    unburned = {subnet.netuid: unburned_part(subnet) for subnet in subnets}
    weighted = {netuid: share.saturating_mul(unburned[netuid]) for netuid, share in by_price.items()}
    total = _total(weighted.values())
    if not total:
        return by_price
    return {netuid: weight.safe_div(total) for netuid, weight in weighted.items()}


def _total(values: Iterable[U64F64]) -> U64F64:
    total = U64F64.ZERO
    for value in values:
        total = total.saturating_add(value)
    return total


def _in_order(by_netuid: Shares) -> Shares:
    return dict(sorted(by_netuid.items()))
