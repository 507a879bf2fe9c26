"""Groups of averages of prices."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.subjects.common.groups import number, of_subnet, subnet
from subtensor_spec.arithmetic import U64F64

PRICE_ONE = U64F64.ONE.bits


PART_ONE = 1 << 32


def is_stable(row: Row, netuid: int) -> bool:
    """Return whether a subnet trades at a fixed price."""
    return netuid == 0 or subnet(row, netuid).get("mechanism", 1) == 0


AVERAGE_PRICE = [
    Group(
        "stable",
        lambda row: is_stable(row, row.values[1]),
        why="Root and stable subnets are worth exactly one TAO an alpha, whatever average is stored.",
        catches="Reading the stored average.",
        tier="smoke",
    ),
    Group(
        "negative",
        lambda row: of_subnet(row, row.values[1], "moving_price") < 0,
        why="A negative stored average reads as zero.",
        catches="Wrapping to a very great price.",
    ),
    Group("ordinary", anything, why="The stored average, widened exactly.", catches="Rounding or scaling it."),
]


UPDATED_PRICE = [
    Group(
        "stable",
        lambda row: is_stable(row, row.values[1]),
        why="The average of root or of a stable subnet counts as one while it is updated.",
        catches="Starting from the stored average.",
    ),
    Group(
        "no-age",
        lambda row: of_subnet(row, row.values[1], "ema_price_halving_blocks") == 0,
        why="A halving time of zero: the newest price has the full base weight, or none in the very first block.",
        catches="Dividing zero by zero.",
    ),
    Group(
        "price-above-one",
        lambda row: of_subnet(row, row.values[1], "price") > PRICE_ONE,
        why="The pool's price is above one TAO an alpha: it counts as one.",
        catches="Leaving out the cap.",
        tier="smoke",
    ),
    Group(
        "before-first-emission",
        lambda row: (
            subnet(row, row.values[1]).get("first_emission_block") is None
            or of_subnet(row, row.values[1], "first_emission_block") > number(row, "block")
        ),
        why="The subnet has not emitted yet, or by its record only in the future: its age is counted from zero.",
        catches="Wrapping below zero.",
    ),
    Group(
        "falling",
        lambda row: of_subnet(row, row.values[1], "price") >> 32 < of_subnet(row, row.values[1], "moving_price"),
        why="The price is below its average, which follows it all the way down.",
        catches="Rounding the stored average to nearest.",
    ),
    Group(
        "rising",
        anything,
        why="The price is above its average, which stalls below it: the stored average is rounded down every block.",
        catches="Rounding the stored average up or to nearest.",
    ),
]

GROUPS: dict[str, list[Group]] = {
    "coinbase.get_moving_alpha_price": AVERAGE_PRICE,
    "coinbase.update_moving_price": UPDATED_PRICE,
}
"""The groups of each function by its published name."""
