"""Groups of stake weight: what is inherited through parents and children, and what a hotkey contributes to itself."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.subjects.common.groups import ALL, family, number, stake, stored_proportion


def _lent(row: Row) -> int:
    return sum(proportion for proportion, _ in family(row, "children", row.values[1]))


def _inheritance(what: str) -> list[Group]:
    return [
        Group(
            "on-root",
            lambda row: row.values[2] == 0,
            why=f"{what} on the root network itself, where alpha is plain stake and TAO still goes through the family.",
            catches="Treating both alike.",
        ),
        Group(
            "lends-more-than-all",
            lambda row: _lent(row) > ALL,
            why="Children borrow more than the whole stake: what is left is zero, not negative.",
            catches="Wrapping below zero.",
            tier="smoke",
        ),
        Group(
            "lends-and-borrows",
            lambda row: bool(family(row, "parents", row.values[1])) and _lent(row) > 0,
            why=f"{what} of a hotkey with both children and parents.",
            catches="Passing on what was itself borrowed; rounding each part to whole rao.",
        ),
        Group(
            "borrows",
            lambda row: bool(family(row, "parents", row.values[1])),
            why=f"{what} of a hotkey with parents only.",
            catches="Taking the proportion of the child's stake in place of the parent's.",
        ),
        Group(
            "lends",
            lambda row: _lent(row) > 0,
            why=f"{what} of a hotkey with children only.",
            catches="Keeping what children have borrowed.",
        ),
        Group("alone", anything, why=f"{what} of a hotkey without family.", catches="Changing it by a rounding."),
    ]


SELF_CONTRIBUTION = [
    Group(
        "nothing-kept",
        lambda row: _lent(row) >= ALL,
        why="Children borrow all of the stake or more: the hotkey contributes nothing to itself.",
        catches="Wrapping below zero.",
    ),
    Group(
        "with-tao",
        lambda row: number(row, "tao_weight") > 0 and stake(row, row.values[1], 0) > 0,
        why="TAO on root counts too: the kept proportion is applied to it first, then the TAO weight.",
        catches="Applying the weight first, or both at once, which rounds otherwise.",
    ),
    Group(
        "alpha-only",
        anything,
        why="Only alpha counts: no TAO on root, or a TAO weight of zero.",
        catches="Counting TAO without its weight.",
    ),
]

WEIGHTS = [
    Group(
        "ordinary",
        anything,
        why="Alpha and weighted TAO add up, the product rounded down.",
        catches="A weight in floating point; TAO rounded to nearest.",
    )
]

GROUPS: dict[str, list[Group]] = {
    "coinbase.get_tao_weight": stored_proportion("tao_weight", "The stored TAO weight"),
    "coinbase.get_inherited_for_hotkey_on_subnet": _inheritance("Alpha"),
    "coinbase.get_tao_inherited_for_hotkey_on_subnet": _inheritance("TAO"),
    "coinbase.get_self_contribution": SELF_CONTRIBUTION,
    "stake_weight.of_hotkey": WEIGHTS,
}
"""The groups of each function by its published name."""
