"""Groups of what scales a vector of weights up to the greatest u16."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.subjects.consensus.groups.shapes import ONE
from subtensor_conformance.subjects.consensus.groups.vectors import EMPTY

UPSCALE_THRESHOLD = 32768 * ONE

MAX_UPSCALE = [
    EMPTY,
    Group(
        "zero-maximum",
        lambda row: max(row.values[0]) == 0,
        why="The greatest entry is zero: every entry becomes zero, without a division.",
        catches="Dividing by zero.",
    ),
    Group(
        "negative-maximum",
        lambda row: max(row.values[0]) < 0,
        why="Every entry is negative, so the quotients are positive: the smallest entry becomes 65535 or saturates.",
        catches="Bringing negative entries to zero first.",
    ),
    Group(
        "above-threshold",
        lambda row: max(row.values[0]) > UPSCALE_THRESHOLD,
        why="Above 32768 the factor is computed first, so that the product does not overflow, and bits are lost.",
        catches="Using one order of operations for all.",
    ),
    Group(
        "ordinary",
        anything,
        why="Entries are scaled so that the greatest is 65535, rounded to nearest, a tie away from zero.",
        catches="Cutting off the fraction.",
    ),
]

MAX_UPSCALE_U16 = [
    EMPTY,
    Group(
        "zero-maximum",
        lambda row: max(row.values[0]) == 0,
        why="Only zeros: they stay.",
        catches="Dividing by zero.",
    ),
    Group(
        "above-threshold",
        lambda row: max(row.values[0]) > 32768,
        why="Above 32768 the factor is computed first and loses bits, so that 65535 itself may come out lower.",
        catches="An integer quotient, which is more exact.",
    ),
    Group("ordinary", anything, why="Weights are scaled up, rounded to nearest.", catches="Cutting off the fraction."),
]

MAX_LIMITED = [
    EMPTY,
    Group(
        "only-zeros",
        lambda row: not any(row.values[0]),
        why="Only zeros: nothing is above any limit.",
        catches="Dividing by a sum of zero.",
    ),
    Group(
        "within-a-bit",
        lambda row: abs(max(row.values[0]) * 65535 - row.values[1] * sum(row.values[0])) <= sum(row.values[0]),
        why="The greatest share is at the limit or beside it: the rounding of both decides.",
        catches="Comparing cross products of integers, or < where production has <=.",
        tier="smoke",
    ),
    Group(
        "above-limit",
        lambda row: row.outcome == {"ok": False},
        why="The greatest share is above the limit.",
        catches="Comparing the weights themselves with the limit.",
    ),
    Group("below-limit", anything, why="The greatest share is below the limit.", catches="A comparison turned round."),
]

GROUPS: dict[str, list[Group]] = {
    "vec_max_upscale_to_u16": MAX_UPSCALE,
    "vec_u16_max_upscale_to_u16": MAX_UPSCALE_U16,
    "check_vec_max_limited": MAX_LIMITED,
}
"""The groups of each function by the last part of its name."""
