"""Groups of subnets' shares of a block's emission."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.subjects.common.groups import of_subnet, subnet
from subtensor_conformance.subjects.emission.groups.prices import PRICE_ONE, is_stable
from subtensor_spec.arithmetic import U64F64

PART_ONE = 1 << 32


def _average(row: Row, netuid: int) -> int:
    if is_stable(row, netuid):
        return PRICE_ONE
    return max(of_subnet(row, netuid, "moving_price"), 0) << 32


def _total_price(row: Row) -> int:
    return sum(_average(row, netuid) for netuid in row.values[1])


_NO_SUBNETS = Group(
    "no-subnets",
    lambda row: not row.values[1],
    why="No subnet takes part: there are no shares.",
    catches="Dividing by a sum of zero.",
)


_LISTED_TWICE = Group(
    "listed-twice",
    lambda row: len(set(row.values[1])) < len(row.values[1]),
    why="A subnet is listed twice: it counts twice in the sum and has one share.",
    catches="Removing the repetition first.",
)


_NO_PRICE = Group(
    "no-price",
    lambda row: _total_price(row) == 0,
    why="All price averages are zero: every share is zero.",
    catches="Dividing by zero, or sharing evenly.",
)


SHARES_BY_PRICE = [
    _NO_SUBNETS,
    _NO_PRICE,
    _LISTED_TWICE,
    Group(
        "negative-average",
        lambda row: any(of_subnet(row, netuid, "moving_price") < 0 for netuid in row.values[1]),
        why="A negative stored average counts as zero.",
        catches="Adding it to the sum.",
    ),
    Group(
        "ordinary",
        anything,
        why="Each price average over the sum of all, rounded down.",
        catches="Shares that are made to sum to exactly one.",
    ),
]


def _burned(row: Row, netuid: int) -> int:
    return of_subnet(row, netuid, "miner_burned")


SHARES = [
    _NO_SUBNETS,
    _NO_PRICE,
    Group(
        "all-burned",
        lambda row: all(_burned(row, netuid) >= PART_ONE or not _average(row, netuid) for netuid in row.values[1]),
        why="No subnet has any weight left after what its miners were denied: all fall back to their price shares.",
        catches="Paying nobody.",
        tier="smoke",
    ),
    Group(
        "burned-above-one",
        lambda row: any(_burned(row, netuid) > PART_ONE for netuid in row.values[1]),
        why="More than all is recorded as burned: it counts as all, and that subnet has no share.",
        catches="A negative weight, or one that wraps.",
    ),
    Group(
        "some-burned",
        lambda row: any(_burned(row, netuid) for netuid in row.values[1]),
        why="Price shares are weighted with what was not burned, and normalised.",
        catches="Leaving out one of the two normalisations, each of which rounds.",
    ),
    Group(
        "none-burned",
        anything,
        why="Nothing was burned: the price shares are normalised once more, and lose bits by that.",
        catches="Skipping the second normalisation where nothing was burned.",
    ),
]


BLOCK_EMISSIONS = [
    _NO_SUBNETS,
    Group(
        "none-enabled",
        lambda row: not any(subnet(row, netuid).get("emission_enabled", True) for netuid in row.values[1]),
        why="Emission is disabled for every subnet: all shares are zero, and all subnets stay in the answer.",
        catches="Leaving disabled subnets out, or sharing among them.",
        tier="smoke",
    ),
    Group(
        "some-disabled",
        lambda row: not all(subnet(row, netuid).get("emission_enabled", True) for netuid in row.values[1]),
        why="A disabled subnet stays with zero, and the enabled ones share all of the emission.",
        catches="Losing the disabled subnets' share, or leaving them out.",
    ),
    Group(
        "emission-beyond-u64",
        lambda row: row.values[2] >> 32 >= 2**64,
        why="A block emission of 2**64 rao or more counts as the greatest U64F64.",
        catches="Multiplying in a wider type.",
    ),
    Group(
        "all-enabled",
        anything,
        why="Every subnet is enabled: shares are used as they are, without another normalisation.",
        catches="Normalising once more, which loses bits.",
    ),
]


ROOT_SELL = [
    Group(
        "exactly-one",
        lambda row: _total_price(row) == PRICE_ONE,
        why="Price averages sum to exactly one TAO: root's alpha is not paid out.",
        catches=">= where production has >.",
        tier="smoke",
    ),
    Group(
        "wraps",
        lambda row: _total_price(row) > U64F64.MAX_BITS,
        why="The sum of price averages does not fit, and wraps.",
        catches="Saturating.",
    ),
    Group(
        "above-one",
        lambda row: _total_price(row) > PRICE_ONE,
        why="Price averages sum to more than one TAO: root's alpha is paid out.",
        catches="Asking it of each subnet instead of the sum.",
    ),
    Group("below-one", anything, why="Price averages sum to less than one TAO.", catches="A comparison turned round."),
]

GROUPS: dict[str, list[Group]] = {
    "coinbase.get_shares_price_ema": SHARES_BY_PRICE,
    "coinbase.get_shares": SHARES,
    "coinbase.get_subnet_block_emissions": BLOCK_EMISSIONS,
    "coinbase.get_network_root_sell_flag": ROOT_SELL,
}
"""The groups of each function by its published name."""
