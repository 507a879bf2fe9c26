"""Why rows of decimals and ratios exist."""

from subtensor_conformance.authoring.grouping.arrangement import Group
from subtensor_conformance.subjects.decimals.groups import ratios, safe_float_conversions, safe_floats

GROUPS: dict[str, list[Group]] = ratios.GROUPS | safe_floats.GROUPS | safe_float_conversions.GROUPS
