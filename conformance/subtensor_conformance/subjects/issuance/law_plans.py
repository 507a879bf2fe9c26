"""Inputs of the laws of issuance."""

from collections.abc import Iterator

from subtensor_conformance.authoring.plans.laws import PlannedLaw
from subtensor_conformance.functions.values import integers


def planned_laws() -> Iterator[PlannedLaw]:
    """Yield the planned inputs of the laws."""
    issuances = sorted({int(value) for value in integers("u64").values()} | {n * 10**15 for n in range(22)})
    yield PlannedLaw(
        "emission-falls",
        "never-rises",
        "The emission of a block at rising issuances, through all halvings to the cap and beyond.",
        "An emission that comes back after the cap, or wraps.",
        "smoke",
        [
            (
                "block-emission",
                {
                    "function": "emission.block_emission_for_issuance",
                    "rows": [[str(issuance)] for issuance in issuances],
                },
            )
        ],
    )
