"""Groups of later revisions."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row

_ONE = 1 << 64


def _waits(row: Row) -> bool:
    pool = row.result[0]
    return bool(pool[3] or pool[4])


BAR = [
    Group(
        "none", lambda row: not row.result, why="There is no share to be the bar.", catches="Failing for want of one."
    ),
    Group(
        "repeated",
        lambda row: len(set(row.values[0])) < len(row.values[0]),
        why="Equal shares, or several of zero: each counts by itself, and those of zero where the rule says so.",
        catches="A bar among distinct shares; shares of zero that have a rank.",
    ),
    Group("ordinary", anything, why="The bar is one of the shares.", catches="The share before or behind it."),
]

PASSED = [
    Group("zero", lambda row: row.values[0] == 0, why="A share of zero stays zero.", catches="Dividing by it."),
    Group(
        "limits",
        lambda row: row.values[0] * 1_050 < row.values[1] or row.values[0] > row.values[1] * 1_050,
        why="The power of the ratio is beyond what an I32F32 or its logarithm takes, above and below.",
        catches="A gate in floating point, which lets the greatest share pass.",
    ),
    Group("ordinary", anything, why="By half at the bar, steeper with the exponent.", catches="The ratio upside down."),
]

GATE = [
    Group(
        "unchanged",
        lambda row: [list(pair) for pair in row.values[5]] == [list(pair) for pair in row.result[1]],
        why="There is no bar, nothing passes, or there are no shares: they stay as they were.",
        catches="Shares of zero for all, so that the block's TAO reaches nobody.",
    ),
    Group(
        "bar-kept",
        lambda row: row.values[1] == row.result[0],
        why="The bar stands between two updates.",
        catches="A bar that follows every block's shares.",
    ),
    Group(
        "bar-set",
        anything,
        why="The bar is set every 360 blocks, or while there is none, and counts at once.",
        catches="Passing the gate with the bar before.",
    ),
]

POOL = [
    Group(
        "waits",
        _waits,
        why="A side that would push a weight out of its range waits in its reservoir.",
        catches="Dropping it; letting both sides wait.",
    ),
    Group(
        "fits",
        anything,
        why="All goes in, what waited since earlier blocks too.",
        catches="Weights worked out before the purchase; records without what had waited.",
    ),
]

LIQUID_ALPHA = [
    Group(
        "current",
        lambda row: list(row.result) == list(row.values[3]),
        why="The consensus found counts: the mode says so, the penalty is below the greatest, or nothing is stored.",
        catches="An empty vector taken for zeros; a penalty of 65 534 taken for the greatest.",
    ),
    Group(
        "resized",
        lambda row: len(row.values[2]) != len(row.values[3]),
        why="The stored vector is of another length: zeros fill it up, or its end is cut off.",
        catches="Falling back to the consensus found; failing.",
    ),
    Group(
        "previous",
        anything,
        why="The stored consensus counts, each part of 65 535 rounded down.",
        catches="Dividing by 65 536; taking the consensus found where the stored one is zero.",
    ),
]

NUMBER = [Group("ordinary", anything, why="At the limits of a u64 too.", catches="Leaving out what waits.")]
ITEM = [Group("ordinary", anything, why="Nothing writes the item any more.", catches="Storing the last emission.")]

GROUPS: dict[str, list[Group]] = {
    "later.quantile_bar": BAR,
    "later.rank_bar": BAR,
    "later.passed_by_gate": PASSED,
    "later.emission_gate": GATE,
    "later.adjust_protocol_liquidity": POOL,
    "later.inject": POOL,
    "later.alpha_issuance": NUMBER,
    "later.block_emission_item": ITEM,
    "later.consensus_for_liquid_alpha": LIQUID_ALPHA,
}
"""The groups of each function by its published name."""
