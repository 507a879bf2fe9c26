"""Groups of distribution: the split between parents and child, and the division of pending alpha."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.subjects.common.groups import ALL, family, number, owner, stored_proportion, take

ALL_TAKE = 65535


def _foreign_parents(row: Row, hotkey: int) -> bool:
    mine = owner(row, hotkey)
    return any(owner(row, parent) != mine for _, parent in family(row, "parents", hotkey))


def _charges_exceed_all(row: Row, hotkey: int) -> bool:
    return take(row, hotkey) * ALL + number(row, "ck_burn") * ALL_TAKE > ALL * ALL_TAKE


SPLIT = [
    Group(
        "no-parents",
        lambda row: not family(row, "parents", row.values[1]),
        why="A hotkey without parents keeps its dividends, and nothing is recycled.",
        catches="Losing a rao to rounding.",
    ),
    Group(
        "take-and-burn-above-all",
        lambda row: _foreign_parents(row, row.values[1]) and _charges_exceed_all(row, row.values[1]),
        why="Childkey take and burn together exceed the portion: neither is reduced, and more is paid than came in.",
        catches="Charging one after the other, or capping the sum: the chain does neither.",
        tier="smoke",
    ),
    Group(
        "foreign-parents-burn",
        lambda row: _foreign_parents(row, row.values[1]) and number(row, "ck_burn") > 0,
        why="Parents of another owner pay take and burn, each of the whole portion.",
        catches="Charging the take on the whole emission, or burn on what is left after take.",
        tier="smoke",
    ),
    Group(
        "foreign-parents",
        lambda row: _foreign_parents(row, row.values[1]),
        why="Parents of another owner pay the childkey take of their portion.",
        catches="Charging the take on the whole emission: a past bug.",
    ),
    Group(
        "own-parents",
        anything,
        why="All parents belong to the child's owner: no take and no burn.",
        catches="Charging them all the same.",
    ),
]


def _hotkeys(row: Row, position: int) -> list[int]:
    return [entry[0] for entry in row.values[position]]


def _epoch(position: int) -> list[Group]:
    return [
        Group(
            "no-hotkeys",
            lambda row: not row.values[position],
            why="The epoch paid no hotkey: nothing is distributed.",
            catches="Failing, or paying a hotkey that is not there.",
        ),
        Group(
            "hotkey-twice",
            lambda row: len(set(_hotkeys(row, position))) < len(row.values[position]),
            why="A hotkey appears twice: its incentives are added, and each of its dividends is split.",
            catches="Keeping only the last.",
        ),
        Group(
            "with-parents",
            lambda row: any(family(row, "parents", hotkey) for hotkey in _hotkeys(row, position)),
            why="Dividends of some hotkeys go to their parents, who need not be in the subnet.",
            catches="Paying only hotkeys that the epoch paid; adding what a parent gets in the wrong place.",
        ),
        Group(
            "without-parents",
            anything,
            why="No hotkey has parents: everyone keeps its dividends.",
            catches="Leaving out an incentive of zero, which is recorded too.",
        ),
    ]


def _without_stake(row: Row) -> bool:
    staked = {hotkey for hotkey, _, _ in row.values[4]}
    return any(hotkey not in staked for hotkey, _ in row.values[5])


def _no_root_part(row: Row) -> bool:
    return row.values[3] == 0 or not any(root for _, _, root in row.values[4])


DISTRIBUTION = [
    Group(
        "no-dividends",
        lambda row: not any(amount for _, amount in row.values[5]),
        why="No hotkey has a dividend: the sum of parts is zero and nobody is paid.",
        catches="Dividing by zero, or sharing evenly.",
    ),
    Group(
        "hotkey-without-stake",
        _without_stake,
        why="A hotkey with a dividend has no entry in the stakes: it is left out and the others share.",
        catches="Counting it with a stake of zero.",
    ),
    Group(
        "nothing-pending",
        lambda row: row.values[1] == 0 or row.values[2] == 0,
        why="Nothing is pending of one kind of alpha or of both: that kind is paid as zero, entry by entry.",
        catches="Leaving out entries of zero.",
    ),
    Group(
        "alpha-only",
        _no_root_part,
        why="No dividend has a root part: the sum of root parts is zero, and pending root alpha is paid to nobody.",
        catches="Dividing by zero, or paying root alpha for alpha.",
    ),
    Group(
        "parted",
        anything,
        why="Each dividend is parted by TAO and alpha, and each pending amount is shared out by its own parts.",
        catches="Multiplying before dividing, which overflows; paying root dividends twice: both past bugs.",
        tier="core",
    ),
]

GROUPS: dict[str, list[Group]] = {
    "coinbase.get_ck_burn": stored_proportion(
        "ck_burn", "The stored rate at which foreign parents' dividends are recycled"
    ),
    "coinbase.get_parent_child_dividends_distribution": SPLIT,
    "coinbase.calculate_dividends_and_incentives": _epoch(2),
    "coinbase.calculate_dividend_and_incentive_distribution": _epoch(4),
    "coinbase.calculate_dividend_distribution": DISTRIBUTION,
}
"""The groups of each function by its published name."""
