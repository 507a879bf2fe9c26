"""Inputs of the laws of distribution."""

from collections.abc import Iterator

from subtensor_conformance.authoring.plans.laws import PlannedLaw
from subtensor_conformance.laws.law import Input
from subtensor_conformance.subjects.distribution.plans import rows


def _charges_at_most_all(state: Input) -> bool:
    """Return whether the greatest childkey take and the burn rate are together at most one."""
    take = max((int(take) for _, take in state.get("childkey_take", [])), default=0)
    return take * (2**64 - 1) + int(state.get("ck_burn", 0)) * 65535 <= 65535 * (2**64 - 1)


def planned_laws() -> Iterator[PlannedLaw]:
    """Yield the planned inputs of the laws."""
    planned = rows()
    splits = [
        arguments
        for _, arguments in planned["coinbase.get_parent_child_dividends_distribution"]
        if _charges_at_most_all(arguments[0])
    ]
    pending = [
        arguments
        for _, arguments in planned["coinbase.calculate_dividend_distribution"]
        if sum(int(dividend) for _, dividend in arguments[5]) < 2**128
    ]
    yield PlannedLaw(
        "dividends",
        "dividends-at-most-pending",
        "Dividends of every mixture of stakes, parts and pending amounts that has a vector.",
        "Root dividends paid twice; a rounding that pays out more than there is.",
        "core",
        [("distribution", {"rows": pending})],
    )
    yield PlannedLaw(
        "splits",
        "split-at-most-dividends",
        "Splits between parents and child with take and burn of at most all.",
        "A take on the whole emission.",
        "core",
        [("split", {"rows": splits})],
    )
