"""Each subnet's share of the block's TAO: by price average, less what its miners were denied."""

from collections.abc import Iterable, Sequence

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.items.emission import MinerBurned
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.emission.price import get_moving_alpha_price
from subtensor_spec.rules import SUBTENSOR, rule

_SUBNET_EMISSIONS = "pallets/subtensor/src/coinbase/subnet_emissions.rs"

Shares = dict[NetUid, U64F64]
"""A share for each netuid, in order of netuid."""


@rule("EMI-shares/by-price", SUBTENSOR(_SUBNET_EMISSIONS, "get_shares_price_ema"))
def get_shares_price_ema(state: State, subnets: Sequence[NetUid]) -> Shares:
    """A subnet's price share is its price average over the sum of all of them, rounded down.

    The sum saturates. If it is zero, or a quotient does not fit, the share is zero. A subnet listed twice
    counts twice in the sum and is given one share.
    """
    prices = [(netuid, get_moving_alpha_price(state, netuid)) for netuid in subnets]
    total = _total(price for _netuid, price in prices)
    return {netuid: price.safe_div(total) for netuid, price in sorted(prices)}


@rule("EMI-shares/unburned", SUBTENSOR(_SUBNET_EMISSIONS, "get_shares"))
def unburned_part(state: State, netuid: NetUid) -> U64F64:
    """A subnet counts with the part of its miner emission that was not withheld; more than all counts as all."""
    burned = min(U64F64.saturating_from_num(MinerBurned.get(state, netuid)), U64F64.ONE)
    return U64F64.ONE.saturating_sub(burned)


@rule("EMI-shares/weighted", SUBTENSOR(_SUBNET_EMISSIONS, "get_shares"))
def get_shares(state: State, subnets: Sequence[NetUid]) -> Shares:
    """A subnet's share is its price share times its unburned part, normalised to a sum of at most one.

    Products and quotients are rounded down. If no subnet has any weight, all fall back to their price shares.
    """
    by_price = get_shares_price_ema(state, subnets)
    weighted = {netuid: share.saturating_mul(unburned_part(state, netuid)) for netuid, share in by_price.items()}
    total = _total(weighted.values())
    if not total:
        return by_price
    return {netuid: weight.safe_div(total) for netuid, weight in weighted.items()}


def _total(values: Iterable[U64F64]) -> U64F64:
    total = U64F64.ZERO
    for value in values:
        total = total.saturating_add(value)
    return total
