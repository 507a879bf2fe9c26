"""Groups of stake weight: what is inherited through parents and children, and what a hotkey contributes to itself."""

from subtensor_conformance.vectors.arrangement import Group, anything
from subtensor_conformance.vectors.grouping.coinbase_state import ALL, family, number, stake
from subtensor_conformance.vectors.rows import Row


def _stored_proportion(name: str, meaning: str) -> list[Group]:
    return [
        Group(
            "vanishing",
            lambda row: number(row, name) < 2**32,
            why=f"{meaning}: below 2**32 nothing is left of it after rounding down to 32 fraction bits.",
            catches="A quotient by 2**64, or one in floating point.",
        ),
        Group(
            "ordinary",
            anything,
            why=f"{meaning}: a part of 2**64 - 1, rounded down, so that the greatest is exactly one.",
            catches="Dividing by 2**64, which never gives one.",
            tier="smoke",
        ),
    ]


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

GROUPS = {
    "get_tao_weight": _stored_proportion("tao_weight", "The stored TAO weight"),
    "get_ck_burn": _stored_proportion("ck_burn", "The stored rate at which foreign parents' dividends are recycled"),
    "get_inherited_for_hotkey_on_subnet": _inheritance("Alpha"),
    "get_tao_inherited_for_hotkey_on_subnet": _inheritance("TAO"),
    "get_self_contribution": SELF_CONTRIBUTION,
}
"""The groups of each function by the last part of its name."""
