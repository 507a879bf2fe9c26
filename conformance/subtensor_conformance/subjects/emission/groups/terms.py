"""Groups of what a block's emission adds to each subnet."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.subjects.common.groups import number, of_subnet

FIRST_HALVING = 10_500_000_000_000_000


def _alpha_issuance(row: Row, netuid: int) -> int:
    return of_subnet(row, netuid, "alpha_in") + of_subnet(row, netuid, "alpha_out")


ROOT_PROPORTION = [
    Group(
        "no-root",
        lambda row: number(row, "root_tao") == 0 or number(row, "tao_weight") == 0,
        why="Root has no TAO, or TAO no weight: its proportion is zero, also where the subnet has no alpha.",
        catches="Zero over zero.",
    ),
    Group(
        "no-alpha",
        lambda row: _alpha_issuance(row, row.values[1]) == 0,
        why="The subnet has no alpha yet: root's proportion is one.",
        catches="A quotient that stays below one.",
        tier="smoke",
    ),
    Group(
        "ordinary",
        anything,
        why="Weighted TAO over itself plus the alpha issuance, rounded down.",
        catches="Rounding, or TAO without its weight.",
    ),
]


SUBNET_TERMS = [
    Group(
        "no-subnets",
        lambda row: not row.values[1],
        why="No subnet was given emission: there are no terms.",
        catches="Terms of subnets that were given nothing.",
    ),
    Group(
        "price-vanishes",
        lambda row: any(of_subnet(row, netuid, "price") >> 32 == 0 for netuid, _ in row.values[1]),
        why="A price of zero, or one that vanishes at 32 fraction bits: no alpha goes in, and the TAO still does.",
        catches="Dividing by zero, or by the price before it is rounded.",
        tier="smoke",
    ),
    Group(
        "past-first-halving",
        lambda row: any(_alpha_issuance(row, netuid) >= FIRST_HALVING for netuid, _ in row.values[1]),
        why="The alpha emission of a subnet has halved, or ended: its schedule follows its own alpha issuance.",
        catches="Using TAO's emission, or that of another subnet.",
    ),
    Group(
        "ordinary",
        anything,
        why="TAO and the alpha that it is worth, the alpha capped by root's proportion; the rest buys alpha.",
        catches="Alpha in as large as the TAO emission; a cap of one alpha a block: both past rules.",
    ),
]

GROUPS: dict[str, list[Group]] = {
    "coinbase.root_proportion": ROOT_PROPORTION,
    "coinbase.get_subnet_terms": SUBNET_TERMS,
}
"""The groups of each function by its published name."""
