"""Inputs of the laws of share pools."""

from collections.abc import Iterator
from typing import Any

from subtensor_conformance.authoring.plans.laws import PlannedLaw

_LIVES: list[list[list[Any]]] = [
    [["update_value_for_one", 1, "1000"], ["update_value_for_one", 2, "1"], ["update_value_for_all", "7"]],
    [["update_value_for_one", key, "333"] for key in (1, 2, 3)] + [["update_value_for_all", "1"]],
    [
        ["update_value_for_one", 1, "21000000000000000"],
        ["update_value_for_one", 2, "1"],
        ["update_value_for_all", "1000000007"],
        ["update_value_for_one", 1, "-20999999999999999"],
    ],
    [["update_value_for_one", 1, "3"], ["update_value_for_one", 2, "3"], ["update_value_for_one", 1, "-3"]],
]


def planned_laws() -> Iterator[PlannedLaw]:
    """Yield the planned inputs of the laws."""
    yield PlannedLaw(
        "share-pool",
        "keys-hold-at-most-the-pool",
        "Payments into a pool by several keys and for all of them, and out of it again.",
        "Values rounded to nearest, or shares that lose the last digits.",
        "core",
        [("payments", {"lives": _LIVES, "keys": [1, 2, 3]})],
    )
