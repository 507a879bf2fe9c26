"""Planned epochs: one small subnet, changed in one respect at a time, and a real one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from subtensor_conformance.real import subnet_15_epoch
from subtensor_conformance.vectors.grouping.epochs import Purpose
from subtensor_conformance.vectors.plans import epoch_bonds, epoch_masks, epoch_near_misses, epoch_shares
from subtensor_conformance.vectors.plans.epoch_base import Change, changed

FIRST = ("epoch/permits/", "epoch/median/")
"""Topics whose epochs belong to the tier ``smoke``."""

YUMA3 = {"yuma3": True}
LIQUID = {"yuma3": True, "liquid_alpha": True}


@dataclass(frozen=True)
class PlannedEpoch:
    """An epoch to be published: its id, what it is for, and its input."""

    identifier: str
    purpose: Purpose
    tier: str
    input: dict[str, Any]


def planned_epochs() -> Iterator[PlannedEpoch]:
    """Yield every planned epoch."""
    for plan in (epoch_masks, epoch_shares, epoch_bonds, epoch_near_misses):
        for topic, changes in plan.CHANGES.items():
            for slug, change in changes.items():
                yield _planned(f"epoch/{topic}/{slug}", change)
    yield from _real()


def _planned(identifier: str, change: Change) -> PlannedEpoch:
    purpose = Purpose(change.why, change.catches, change.aims)
    tier = "smoke" if identifier.startswith(FIRST) else "core"
    return PlannedEpoch(identifier, purpose, tier, changed(change.fields))


_REAL_AIMS = ("YC-consensus/of-stake", "YC-incentive/share", "YC-emission/scores")


def _real() -> Iterator[PlannedEpoch]:
    """Yield subnet 15 under the three kinds of bonds; its bonds were not captured, so an epoch's own are put in."""
    epoch = subnet_15_epoch()
    for slug, tier, settings, aims in (
        ("yuma-2", "full", {"yuma3": False}, ("YC-yuma2/average",)),
        ("yuma-3", "full", YUMA3, ("YC-yuma3/average",)),
        ("liquid-alpha", "stress", LIQUID, ("YC-yuma3/average-liquid",)),
    ):
        purpose = Purpose(
            "Weights and stakes of a real subnet, 256 neurons of which 20 set weights: skewed stakes, ties at zero.",
            "An error that no made-up input shows; by way of medians normalised first, incentives off by up to 12 %.",
            (*_REAL_AIMS, *aims),
        )
        value = epoch | settings | {"bonds": epoch["weights"]}
        yield PlannedEpoch(f"epoch/real/subnet-15-{slug}", purpose, tier, value)
