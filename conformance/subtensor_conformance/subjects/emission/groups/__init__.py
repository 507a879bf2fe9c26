"""Why rows of emission exist."""

from subtensor_conformance.authoring.grouping.arrangement import Group
from subtensor_conformance.subjects.emission.groups import prices, shares, terms

GROUPS: dict[str, list[Group]] = prices.GROUPS | shares.GROUPS | terms.GROUPS
