"""Price averages of all subnets: read, and advanced by one block."""

import numpy as np

from subtensor_spec.arithmetic import I96F32, U64F64
from subtensor_spec.vectorised.emission.subnets import SubnetArrays
from subtensor_spec.vectorised.words.integers import (
    Integers,
    Lanes,
    converted,
    safe_div,
    saturating_add,
    saturating_mul,
    saturating_sub,
    whole,
)

_ONE = U64F64.ONE.bits


def average_prices(subnets: SubnetArrays) -> Integers:
    """Return each subnet's price average as U64F64 bits."""
    return np.where(subnets.is_fixed_price, _ONE, converted(subnets.moving_price, I96F32, U64F64))


def price_smoothings(subnets: SubnetArrays, current_block: Lanes, moving_alpha: Lanes) -> Integers:
    """Return the weight of each subnet's newest price as U64F64 bits; ``moving_alpha`` is I96F32 bits."""
    started = np.maximum(subnets.first_emission_block.astype(np.object_) - 1, 0)
    age = whole(np.maximum(current_block - started, 0), U64F64)
    halving_time = whole(subnets.ema_price_halving_blocks, U64F64)
    base = converted(moving_alpha, I96F32, U64F64)
    return saturating_mul(base, safe_div(age, saturating_add(age, halving_time, U64F64), U64F64), U64F64)


def updated_moving_prices(subnets: SubnetArrays, current_block: Lanes, moving_alpha: Lanes) -> Integers:
    """Return each subnet's new price average as I96F32 bits.

    ``moving_alpha`` is I96F32 bits; it and the block are one number, or one for each subnet.
    """
    weight = price_smoothings(subnets, current_block, moving_alpha)
    newest = saturating_mul(weight, np.minimum(subnets.price, _ONE), U64F64)
    so_far = saturating_mul(saturating_sub(_ONE, weight, U64F64), average_prices(subnets), U64F64)
    return converted(saturating_add(newest, so_far, U64F64), U64F64, I96F32)
