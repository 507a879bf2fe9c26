"""Groups of what a new subnet costs and which goes for it."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row

_BLOCK, _LAST_BLOCK, _LAST_COST, _MINIMUM = range(4)


def _is_minimum(row: Row) -> bool:
    return bool(row.result == row.values[_MINIMUM])


COST = [
    Group(
        "never-registered",
        lambda row: row.values[_LAST_BLOCK] == 0,
        why="Before any subnet was paid for the last cost counts once.",
        catches="Doubling it.",
    ),
    Group(
        "minimum",
        _is_minimum,
        why="A cost that has fallen as far as it goes is the minimum.",
        catches="A cost below it.",
    ),
    Group(
        "falling",
        anything,
        why="Twice the last cost falls in a straight line; the interval shrinks with the halving.",
        catches="An interval that ignores the halving; dividing after multiplying.",
    ),
]

PRUNE = [
    Group(
        "nobody",
        lambda row: row.result is None,
        why="All subnets are immune.",
        catches="Pruning one of them.",
    ),
    Group(
        "equal-averages",
        lambda row: len({average for _, _, average in row.values[2]}) < len(row.values[2]),
        why="Of equal averages the earliest registered goes, then the first by raw key.",
        catches="The latest, or the one with the greatest netuid.",
    ),
    Group(
        "lowest-average",
        anything,
        why="The lowest price average goes, of the subnets that are not immune.",
        catches="Pruning an immune one; the highest average.",
    ),
]

GROUPS: dict[str, list[Group]] = {"subnets.network_lock_cost": COST, "subnets.network_to_prune": PRUNE}
"""The groups of each function by its published name."""
