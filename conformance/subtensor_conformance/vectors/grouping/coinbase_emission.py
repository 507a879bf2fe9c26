"""Groups of emission: price averages, shares, what a subnet is given, and the flow path that `r425` no longer takes."""

from subtensor_conformance.vectors.arrangement import Group, anything
from subtensor_conformance.vectors.grouping.coinbase_state import number, of_subnet, subnet
from subtensor_conformance.vectors.rows import Row
from subtensor_spec.arithmetic import I32F32, U64F64

PRICE_ONE = U64F64.ONE.bits
PART_ONE = 1 << 32
FIRST_HALVING = 10_500_000_000_000_000


def _is_stable(row: Row, netuid: int) -> bool:
    return netuid == 0 or subnet(row, netuid).get("mechanism", 1) == 0


AVERAGE_PRICE = [
    Group(
        "stable",
        lambda row: _is_stable(row, row.values[1]),
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
        lambda row: _is_stable(row, row.values[1]),
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


def _average(row: Row, netuid: int) -> int:
    if _is_stable(row, netuid):
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


def _any_named(row: Row, name: str, test: "int") -> bool:
    return any(of_subnet(row, netuid, name) == test for netuid, _ in row.values[1])


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

_FLOW_NAMES = ("ema_tao_flow", "ema_protocol_flow")

FLOW = [
    Group(
        "same-block",
        lambda row: _last_block(row) == number(row, "block"),
        why="The average was advanced in this block already: nothing changes.",
        catches="Advancing it twice.",
    ),
    Group(
        "first-time",
        lambda row: all(subnet(row, row.values[1]).get(name) is None for name in _FLOW_NAMES),
        why="There is no average yet: it starts from zero, as if advanced at block zero.",
        catches="Starting from the first flow.",
    ),
    Group(
        "smoothing-outside",
        lambda row: not 0 <= number(row, "flow_smoothing") <= 2**63 - 1,
        why="The smoothing factor is outside 0…1: the products saturate.",
        catches="Bringing it into the range.",
    ),
    Group(
        "ordinary",
        anything,
        why="(1 - s) · average + s · flow, each product rounded down, and the flow starts again at zero.",
        catches="One rounding for both products; keeping the flow.",
    ),
]


def _last_block(row: Row) -> int:
    name = _FLOW_NAMES["protocol" in row.function.name]
    last = subnet(row, row.values[1]).get(name)
    return int(last[0]) if last else 0


LOWER_LIMIT = [
    Group(
        "no-flows",
        lambda row: not row.values[1],
        why="There is no average: the limit is zero, or the cutoff where that is above zero.",
        catches="Failing for want of a least one.",
    ),
    Group(
        "cutoff-above",
        lambda row: number(row, "flow_cutoff") > min([0, *(flow for _, flow in row.values[1])]),
        why="The cutoff is above the least average: it is the limit.",
        catches="Taking the lesser of both.",
    ),
    Group("least-average", anything, why="The least average is the limit, or zero.", catches="The greatest one."),
]


def _of_one_value() -> list[Group]:
    return [
        Group("zero", lambda row: row.values[1] == 0, why="Of zero it is zero.", catches="Anything else."),
        Group(
            "saturates",
            lambda row: row.values[1] >> 32 > I32F32.MAX_BITS,
            why="The value is beyond the range in which the function computes, and saturates.",
            catches="Wrapping, or computing in a wider type.",
        ),
        Group("ordinary", anything, why="Rounded down at each step.", catches="A power in floating point."),
    ]


FLOWS = [
    Group(
        "none",
        lambda row: not row.values[1],
        why="There are no flows.",
        catches="Failing for want of a greatest one.",
    ),
    Group(
        "all-zero",
        lambda row: not any(flow for _, flow in row.values[1]),
        why="All flows are zero and stay so.",
        catches="Dividing by zero.",
    ),
    Group(
        "ordinary",
        anything,
        why="Flows are brought to a scale on which the greatest is one, or a little less by rounding.",
        catches="Dividing each flow, in place of multiplying by the rounded inverse of the greatest.",
    ),
]

GROUPS = {
    "get_moving_alpha_price": AVERAGE_PRICE,
    "update_moving_price": UPDATED_PRICE,
    "get_shares_price_ema": SHARES_BY_PRICE,
    "get_shares": SHARES,
    "get_subnet_block_emissions": BLOCK_EMISSIONS,
    "get_network_root_sell_flag": ROOT_SELL,
    "root_proportion": ROOT_PROPORTION,
    "get_subnet_terms": SUBNET_TERMS,
    "get_ema_flow": FLOW,
    "update_ema_protocol_flow": FLOW,
    "get_lower_limit": LOWER_LIMIT,
    "pow_estimate": _of_one_value(),
    "safe_pow": _of_one_value(),
    "inplace_scale": FLOWS,
    "inplace_pow_normalize": FLOWS,
}
"""The groups of each function by the last part of its name."""
