"""The groups of every published function, found by the name that captured answers give it."""

from functools import cache

from subtensor_conformance.functions.function import Function
from subtensor_conformance.vectors.arrangement import Group
from subtensor_conformance.vectors.grouping import (
    coinbase_distribution,
    coinbase_emission,
    coinbase_schedule,
    coinbase_stake,
    decimals,
    fixed_point,
    issuance,
    math_averages,
    math_columns,
    math_masks,
    math_median,
    math_products,
    math_scalars,
    math_vectors,
    share_pool,
    transcendental,
    weighted_pool,
)
from subtensor_spec.errors import InvalidInput

_BY_RAW_NAME: dict[str, list[Group]] = {
    **{
        f"math.{name}": groups
        for module in (
            math_scalars,
            math_vectors,
            math_columns,
            math_masks,
            math_products,
            math_averages,
            math_median,
        )
        for name, groups in module.GROUPS.items()
    },
    "epoch.alpha_sigmoid": math_scalars.ALPHA_SIGMOID,
    **issuance.GROUPS,
    **decimals.GROUPS,
    **share_pool.GROUPS,
    **weighted_pool.GROUPS,
    **{
        f"coin.{name}": groups
        for module in (coinbase_stake, coinbase_emission, coinbase_schedule, coinbase_distribution)
        for name, groups in module.GROUPS.items()
    },
}


@cache
def groups_for(function: Function) -> list[Group]:
    """Return the groups of a function. Raises :class:`InvalidInput` if nobody has said what its rows are for."""
    raw_name = function.raw_name
    if raw_name.startswith("fx."):
        return transcendental.groups_for(function) or fixed_point.groups_for(function)
    if raw_name not in _BY_RAW_NAME:
        raise InvalidInput(function.name, "has no groups, so its rows cannot be published")
    return _BY_RAW_NAME[raw_name]
