"""Groups of the weighted pool's mathematics."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row

WHOLE = 10**18


HALF = WHOLE // 2


LEAST_WEIGHT = WHOLE // 100


U64_MAX = 2**64 - 1


NEW = [
    Group(
        "at-the-edge",
        lambda row: min(abs(row.values[0] - LEAST_WEIGHT), abs(row.values[0] - (WHOLE - LEAST_WEIGHT))) <= 1,
        why="A quote weight of 0.01 or 0.99, or one part beside it.",
        catches="A range that is open at one end, or tested for one of the weights only.",
        tier="smoke",
    ),
    Group(
        "refused",
        lambda row: row.is_none,
        why="A weight of one side is below 0.01: refused.",
        catches="Clamping it.",
    ),
    Group("allowed", anything, why="Both weights are at least 0.01.", catches="Refusing it."),
]


_POWERS = [
    Group(
        "reserve-saturates",
        lambda row: row.values[1] + row.values[2] > U64_MAX,
        why="Reserve plus amount is beyond u64 and saturates.",
        catches="Wrapping, which would raise the power above one.",
    ),
    Group(
        "equal-weights",
        lambda row: row.values[0] == HALF,
        why="Equal weights: the exponent is one and the power exact.",
        catches="Going through the logarithm, which loses digits.",
    ),
    Group(
        "vanishes",
        lambda row: row.outcome == {"ok": "0"},
        why="The power is zero: the pool pays its whole reserve.",
        catches="The least positive value.",
    ),
    Group(
        "small-amount",
        lambda row: row.values[2] * 1000 < row.values[1],
        why="An amount small beside the reserve: the power is just below one, and its last digits are the payment.",
        catches="Doubles, which have too few digits.",
    ),
    Group(
        "large-amount",
        anything,
        why="An amount that is not small beside the reserve.",
        catches="A power by way of a wrong precision or order of rounding.",
    ),
]
"""What may become of a power, whichever side is paid in."""


def _power(side: str) -> list[Group]:
    return [
        Group(
            "empty-reserve",
            lambda row: row.values[1] == 0,
            why=f"The {side} reserve is empty.",
            catches="Zero over zero.",
        ),
        Group(
            "nothing-added",
            lambda row: row.values[2] == 0,
            why="Nothing is paid in: the power is exactly one, and the pool pays nothing.",
            catches="A power a little below one, which pays something for nothing.",
            tier="smoke",
        ),
        *_POWERS,
    ]


PRICE = [
    Group(
        "empty-reserve",
        lambda row: 0 in row.values[1:],
        why="A reserve is empty: without alpha the price is zero.",
        catches="Dividing by zero.",
    ),
    Group(
        "equal-weights",
        lambda row: row.values[0] == HALF,
        why="Equal weights: the price is the quotient of the reserves.",
        catches="Turning the quotient round.",
    ),
    Group(
        "weighted",
        anything,
        why="(base weight / quote weight) · (TAO / alpha), both quotients and the product rounded down.",
        catches="Leaving out the weights, or one quotient of products.",
        tier="core",
    ),
]


ADDED_LIQUIDITY = [
    Group(
        "empty-pool",
        lambda row: 0 in row.values[1:3],
        why="A reserve is empty.",
        catches="Dividing by zero.",
    ),
    Group(
        "refused",
        lambda row: row.result[0] is False,
        why="The new weights would leave their range: the old ones stay, and the answer says so.",
        catches="Clamping them.",
        tier="smoke",
    ),
    Group(
        "wide",
        lambda row: row.values[2] * (row.values[1] + row.values[3]) >= 2**128,
        why="A product of reserves is beyond 128 bits and saturates.",
        catches="Wrapping.",
    ),
    Group(
        "in-proportion",
        lambda row: row.values[1] * row.values[4] == row.values[2] * row.values[3],
        why="Added in the reserves' own proportion: the weights stay, but for rounding.",
        catches="Moving the weights.",
    ),
    Group(
        "out-of-proportion",
        anything,
        why="Added in another proportion: the weights move so that the price does not.",
        catches="Moving the price; rounding the sides down.",
    ),
]


def _to_price(grows: bool) -> list[Group]:
    def goes_the_right_way(row: Row) -> bool:
        return (row.values[2] > row.values[1]) is grows and row.values[1] != row.values[2]

    return [
        Group(
            "zero-price",
            lambda row: 0 in row.values[1:3],
            why="A price is zero.",
            catches="Dividing by zero.",
        ),
        Group(
            "at-target",
            lambda row: row.values[1] == row.values[2],
            why="The price is at its target: nothing is needed.",
            catches="A rao for rounding.",
            tier="smoke",
        ),
        Group(
            "wrong-way",
            lambda row: not goes_the_right_way(row),
            why="The target lies the other way: nothing is needed.",
            catches="A negative amount, or one that wraps.",
        ),
        Group(
            "saturates",
            lambda row: row.outcome == {"ok": str(U64_MAX)},
            why="More than a u64 would be needed.",
            catches="Wrapping.",
        ),
        Group(
            "ordinary",
            anything,
            why="The amount that brings the price to its target, rounded down.",
            catches="Another precision of the power, or rounding up.",
        ),
    ]


NEEDED = [
    Group(
        "nothing-wanted",
        lambda row: row.values[3] == 0,
        why="Nothing is wanted: nothing is needed.",
        catches="A rao for rounding.",
    ),
    Group(
        "more-than-there-is",
        lambda row: row.values[3] >= row.values[1],
        why="As much is wanted as the reserve holds, or more: the power is zero, and so is the answer.",
        catches="The greatest amount, or failing.",
        tier="smoke",
    ),
    Group(
        "power-too-great",
        lambda row: row.values[3] * 2 > row.values[1] and row.outcome == {"ok": "0"},
        why="The power is above 18.45 and comes out as zero: the function says that nothing is needed.",
        catches="The true amount.",
        tier="smoke",
    ),
    Group(
        "ordinary",
        anything,
        why="The alpha that buys the TAO wanted, rounded down.",
        catches="Rounding up; another exponent.",
    ),
]

GROUPS: dict[str, list[Group]] = {
    "balancer.new": NEW,
    "balancer.exp_base_quote": _power("alpha"),
    "balancer.exp_quote_base": _power("TAO"),
    "balancer.calculate_price": PRICE,
    "balancer.update_weights_for_added_liquidity": ADDED_LIQUIDITY,
    "balancer.calculate_quote_delta_in": _to_price(grows=True),
    "balancer.calculate_base_delta_in": _to_price(grows=False),
    "balancer.get_base_needed_for_quote": NEEDED,
}
"""The groups of each function by its published name."""
