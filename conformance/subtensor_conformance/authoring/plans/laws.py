"""Inputs of the laws: which law is tried on what."""

from collections.abc import Iterator
from dataclasses import dataclass

from subtensor_conformance import subjects
from subtensor_conformance.laws.law import Input


@dataclass(frozen=True)
class PlannedLaw:
    """Inputs of one law about one subject: why they are tried and what they catch."""

    slug: str
    law: str
    why: str
    catches: str
    tier: str
    inputs: list[tuple[str, Input]]


def planned_laws() -> Iterator[PlannedLaw]:
    """Yield every planned law file."""
    for _, part in subjects.parts("law_plans"):
        yield from part.planned_laws()
