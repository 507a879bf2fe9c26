"""Planned epochs: one small subnet, changed in one respect at a time, and a real one."""

from collections.abc import Iterator
from typing import Any

from subtensor_conformance.authoring.epoch_documents import PlannedEpoch, Purpose
from subtensor_conformance.subjects.consensus.epochs import bonds, commits, masks, near_misses, shares
from subtensor_conformance.subjects.consensus.epochs.base import Change, changed
from subtensor_conformance.subjects.consensus.laws.permutation import can_be_renamed, sums_below_wrap
from subtensor_conformance.subjects.consensus.real import subnet_15_epoch

FIRST = ("epoch/permits/", "epoch/median/")
"""Topics whose epochs belong to the tier ``smoke``."""

LARGEST_RENAMED = 16
"""Neurons up to which a published epoch is also asked with its neurons renamed."""

YUMA3 = {"yuma3": True}
LIQUID = {"yuma3": True, "liquid_alpha": True}


def planned_epochs() -> Iterator[PlannedEpoch]:
    """Yield every planned epoch."""
    for plan in (masks, commits, shares, bonds, near_misses):
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


def laws_of_epoch(value: dict[str, Any]) -> list[str]:
    """Return the laws that a published epoch must obey."""
    laws = ["epoch-emission-monotone"] if value["n"] <= LARGEST_RENAMED else []
    if sums_below_wrap(value):
        laws += ["epoch-emission-conserved", "epoch-shares-at-most-one"]
    if value["n"] <= LARGEST_RENAMED and can_be_renamed(value):
        laws.append("epoch-uids-permuted")
    return laws
