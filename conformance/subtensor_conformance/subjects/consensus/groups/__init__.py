"""Why rows of the epoch's mathematics exist."""

from subtensor_conformance.authoring.grouping.arrangement import Group
from subtensor_conformance.subjects.consensus.groups import (
    averages,
    columns,
    masks,
    median,
    products,
    scalars,
    upscaling,
    vectors,
)

_OF_MATH = (scalars, vectors, upscaling, columns, masks, products, averages, median)

GROUPS: dict[str, list[Group]] = {
    **{f"math.{name}": groups for module in _OF_MATH for name, groups in module.GROUPS.items()},
    "epoch.alpha_sigmoid": scalars.ALPHA_SIGMOID,
}
"""The groups of each function by its published name."""
