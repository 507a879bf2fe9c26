"""Inputs of the laws of emission."""

from collections.abc import Iterator
from typing import Any

from subtensor_conformance.authoring.plans.laws import PlannedLaw
from subtensor_conformance.authoring.plans.questions import Planned
from subtensor_conformance.subjects.emission.plans import market_rows


def _unsaturated(planned: Planned) -> list[Any]:
    """Return the arguments of rows whose price averages sum to less than the greatest U64F64."""
    return [
        arguments
        for _, arguments in planned
        if sum(max(int(subnet.get("moving_price", 0)), 0) for subnet in arguments[0].get("subnets", [])) < 2**96
    ]


def planned_laws() -> Iterator[PlannedLaw]:
    """Yield the planned inputs of the laws."""
    planned = market_rows()
    shares = [
        (name.replace("_", "-"), {"function": f"coinbase.{name}", "rows": _unsaturated(planned[f"coinbase.{name}"])})
        for name in ("get_shares", "get_shares_price_ema")
    ]
    yield PlannedLaw(
        "subnet-shares",
        "subnet-shares-at-most-one",
        "Shares of subnets by price and by price and burned part, at every edge that has a vector.",
        "Rounding to nearest, or shares that fall back without being normalised.",
        "core",
        shares,
    )
