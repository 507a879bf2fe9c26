"""Why rows of the weighted pool exist."""

from subtensor_conformance.authoring.grouping.arrangement import Group
from subtensor_conformance.subjects.swap.groups import curves, swaps

GROUPS: dict[str, list[Group]] = curves.GROUPS | swaps.GROUPS
