"""The block's TAO for all subnets."""

import numpy as np
import numpy.typing as npt

from subtensor_spec.arithmetic import U64F64, U96F32
from subtensor_spec.vectorised.emission.price import average_prices
from subtensor_spec.vectorised.emission.subnets import SubnetArrays
from subtensor_spec.vectorised.words.integers import (
    BoolArray,
    Integers,
    converted,
    safe_div,
    saturating_mul,
    saturating_sub,
    saturating_sum,
)

_ONE = U64F64.ONE.bits

Netuids = npt.NDArray[np.int64]


def shares_by_price(subnets: SubnetArrays) -> Integers:
    """Return each listed subnet's price share as U64F64 bits; a subnet listed twice counts twice in the sum."""
    prices = average_prices(subnets)
    return safe_div(prices, saturating_sum(prices, U64F64), U64F64)


def shares(subnets: SubnetArrays) -> tuple[Netuids, Integers]:
    """Return the netuids in order, each once, and their shares as U64F64 bits."""
    netuids, first = np.unique(subnets.netuid, return_index=True)
    return netuids, _shares(subnets, first)


def subnet_block_emissions(subnets: SubnetArrays, block_emission: int) -> tuple[Netuids, Integers]:
    """Return the netuids in order, each once, and their TAO in U96F32 bits, as ``block_emission`` is."""
    netuids, first = np.unique(subnets.netuid, return_index=True)
    enabled = enabled_shares(_shares(subnets, first), subnets.emission_enabled[first])
    emission = saturating_mul(converted(block_emission, U96F32, U64F64), enabled, U64F64)
    return netuids, converted(emission, U64F64, U96F32)


def enabled_shares(shares: Integers, enabled: BoolArray) -> Integers:
    """Return the shares with those of disabled subnets given to the enabled ones, as U64F64 bits."""
    if enabled.all():
        return shares
    kept = np.where(enabled, shares, 0)
    return safe_div(kept, saturating_sum(kept, U64F64), U64F64)


def root_sell_flag(subnets: SubnetArrays) -> bool:
    """Tell whether root's alpha is paid out: the price averages sum, wrapping, to more than one TAO."""
    total = int(average_prices(subnets).sum()) & U64F64.MAX_BITS
    return total > _ONE


def _shares(subnets: SubnetArrays, first: npt.NDArray[np.intp]) -> Integers:
    by_price = shares_by_price(subnets)[first]
    burned = np.minimum(converted(subnets.miner_burned[first], U96F32, U64F64), _ONE)
    weighted = saturating_mul(by_price, saturating_sub(_ONE, burned, U64F64), U64F64)
    total = saturating_sum(weighted, U64F64)
    return safe_div(weighted, total, U64F64) if total else by_price
