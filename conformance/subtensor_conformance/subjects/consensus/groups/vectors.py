"""Groups of the epoch's functions of whole vectors."""

from collections.abc import Callable
from typing import Any

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.subjects.consensus.groups.shapes import leaves_range, product, products_leave_range
from subtensor_spec.arithmetic import FORMATS


def _empty(row: Row) -> bool:
    return not row.values[0]


def _number(row: Row) -> Any:
    """Return the format of a row's first vector."""
    return FORMATS[row.function.parameters[0][1].removeprefix("list<").removesuffix(">")]


def _wraps(row: Row) -> bool:
    return leaves_range(sum(row.values[0]), _number(row))


def _cancels(row: Row) -> bool:
    return any(row.values[0]) and sum(row.values[0]) == 0


def _normalised_overflows(total: Callable[[Row], int]) -> Callable[[Row], bool]:
    def overflows(row: Row) -> bool:
        number, divisor = _number(row), total(row)
        scale = number.FRACTION_BITS
        return any(divisor and leaves_range((value << scale) // divisor, number) for value in row.values[0])

    return overflows


EMPTY = Group(
    "empty", _empty, why="A vector of nothing.", catches="Failing for want of an entry, or dividing by a sum of zero."
)

SUM = [
    EMPTY,
    Group(
        "wraps",
        _wraps,
        why="The exact sum does not fit: production's sum is plain addition, which wraps.",
        catches="Saturating, or a sum in a wider type.",
        tier="smoke",
    ),
    Group(
        "cancels",
        _cancels,
        why="Entries that are not zero cancel to a sum of exactly zero.",
        catches="Testing the entries where production tests their sum.",
        tier="smoke",
    ),
    Group("in-range", anything, why="The exact sum fits.", catches="A lost entry or a lost sign."),
]


def _normalise(total: Callable[[Row], int], given: bool) -> list[Group]:
    divisor = "the given total" if given else "their sum"
    groups = [
        EMPTY,
        Group(
            "zero-total",
            lambda row: total(row) == 0,
            why=f"Entries are left as they are where {divisor} is zero, also if they only cancel.",
            catches="Answering zeros, or failing.",
            tier="smoke",
        ),
        Group(
            "quotient-overflows",
            _normalised_overflows(total),
            why="An entry is so much greater than the total that the quotient does not fit: it becomes zero.",
            catches="Saturating, as saturating division does.",
        ),
        Group(
            "negative-total",
            lambda row: total(row) < 0,
            why=f"The entries are divided although {divisor} is negative, so signs turn.",
            catches="Testing for a total above zero, as the functions on rows do.",
        ),
        Group(
            "ordinary",
            anything,
            why=f"Entries are divided by {divisor}, rounding toward zero, so that they sum to at most one.",
            catches="Rounding to nearest: shares could sum to more than one.",
        ),
    ]
    if not given:
        wraps = Group(
            "sum-wraps",
            _wraps,
            why="The exact sum does not fit and wraps before it divides.",
            catches="Saturating the sum, or adding in a wider type.",
        )
        groups.insert(1, wraps)
    return groups


def _tie_at_the_edge(row: Row) -> bool:
    vector, k = row.values
    ordered = sorted(vector)
    return bool(0 < k < len(vector) and ordered[-k] == ordered[-k - 1] != 0)


TOP_K = [
    Group(
        "fewer-than-k",
        lambda row: len(row.values[0]) <= row.values[1],
        why="There are no more neurons than permits: every one with an entry that is not zero is chosen.",
        catches="Choosing zeros too.",
    ),
    Group(
        "none-allowed",
        lambda row: row.values[1] == 0,
        why="No permit is allowed: none is chosen.",
        catches="Choosing one all the same.",
    ),
    Group(
        "tie-at-the-edge",
        _tie_at_the_edge,
        why="Equal entries compete for the last places: the sort is stable and ascending, so higher uids win.",
        catches="An unstable sort, or a descending one, which lets lower uids win.",
        tier="smoke",
    ),
    Group(
        "zeros-in-reach",
        lambda row: sum(value != 0 for value in row.values[0]) < row.values[1],
        why="Fewer neurons have an entry that is not zero than there are permits.",
        catches="Filling up the places with zeros.",
    ),
    Group(
        "negative-entries",
        lambda row: min(row.values[0]) < 0,
        why="Negative entries are the smallest, and are not zero.",
        catches="Testing for entries above zero.",
    ),
    Group("ordinary", anything, why="The k greatest entries are chosen.", catches="Off by one in k."),
]

MASK_VECTOR = [
    Group(
        "empty-mask",
        lambda row: not row.values[0],
        why="An empty mask masks nothing at all.",
        catches="Treating every entry as beyond the mask, and masking all.",
        tier="smoke",
    ),
    Group(
        "short-mask",
        lambda row: len(row.values[0]) < len(row.values[1]),
        why="Entries beyond the end of the mask count as masked.",
        catches="Failing, or keeping them.",
    ),
    Group(
        "long-mask",
        lambda row: len(row.values[0]) > len(row.values[1]),
        why="A mask longer than the vector: the rest of it is ignored.",
        catches="Failing, or lengthening the vector.",
    ),
    Group("same-length", anything, why="Masked entries become zero.", catches="A mask used the other way round."),
]

VEC_MUL = [
    Group(
        "overflows",
        lambda row: products_leave_range(zip(row.values[0], row.values[1], strict=False)),
        why="A product does not fit: it becomes zero, while products in a matrix saturate.",
        catches="Saturating or wrapping.",
        tier="smoke",
    ),
    Group(
        "lengths-differ",
        lambda row: len(row.values[0]) != len(row.values[1]),
        why="The shorter vector ends the product.",
        catches="Failing, or padding with zeros.",
    ),
    Group(
        "negative",
        lambda row: any(product(left, right) < 0 for left, right in zip(*row.values, strict=True)),
        why="Negative products are rounded down, away from zero.",
        catches="Rounding toward zero.",
    ),
    Group("ordinary", anything, why="Products entry by entry, rounded down.", catches="Rounding to nearest."),
]


def _sum_of_entries(row: Row) -> int:
    number = _number(row)
    total: int = sum(row.values[0]) - number.MIN_BITS
    return int(total % (1 << number.WIDTH) + number.MIN_BITS)


GROUPS: dict[str, list[Group]] = {
    "sum": SUM,
    "is_zero": SUM,
    "is_topk_nonzero": TOP_K,
    "normalize": _normalise(_sum_of_entries, given=False),
    "inplace_normalize": _normalise(_sum_of_entries, given=False),
    "inplace_normalize_64": _normalise(_sum_of_entries, given=False),
    "inplace_normalize_using_sum": _normalise(lambda row: row.values[1], given=True),
    "inplace_mask_vector": MASK_VECTOR,
    "vec_mul": VEC_MUL,
}
"""The groups of each function by the last part of its name."""
