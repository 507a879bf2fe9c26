"""Groups of whole lives of a share pool, by the strangest thing that happens in them."""

from typing import Any

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row

UPDATES = ("update_value_for_one", "update_value_for_all")
GREATEST = str(2**64 - 1)


def _operations(row: Row) -> list[list[Any]]:
    return row.values[-1]  # type: ignore[no-any-return]


def _states(row: Row) -> list[dict[str, Any]]:
    return [entry["state"] for entry in row.outcome["ok"]]


def _first_is_negative(row: Row) -> bool:
    """Return whether a negative update meets a pool whose denominator is zero."""
    denominators = [["0", "0"], *(state["denominator"] for state in _states(row))]
    return any(
        operation[0] == "update_value_for_one" and int(operation[-1]) < 0 and before[0] == "0"
        for operation, before in zip(_operations(row), denominators, strict=False)
    )


def _refills(row: Row) -> bool:
    """Return whether the denominator falls back to zero and rises again."""
    zero = [state["denominator"][0] == "0" for state in _states(row)]
    first = next((index for index, empty in enumerate(zero) if not empty), len(zero))
    return any(not empty for index, empty in enumerate(zero) if index > first and any(zero[first:index]))


def _value_without_denominator(row: Row) -> bool:
    return any(state["denominator"][0] == "0" and state["shared_value"] != "0" for state in _states(row))


def _shares_without_value(row: Row) -> bool:
    return any(state["shared_value"] == "0" and state["shares"] for state in _states(row))


RUN = [
    Group(
        "negative-first-update",
        _first_is_negative,
        why="The first update on an empty pool is negative: its absolute value becomes share and denominator.",
        catches="Refusing it, or a share of zero.",
        tier="smoke",
    ),
    Group(
        "refilled",
        _refills,
        why="The denominator falls to zero and the pool is used again: the next key takes it over whole.",
        catches="Keeping shares in proportion; dividing by zero.",
    ),
    Group(
        "value-saturates",
        lambda row: any(state["shared_value"] == GREATEST for state in _states(row)),
        why="The pool's value reaches the greatest u64 and stays there.",
        catches="Wrapping.",
    ),
    Group(
        "value-without-denominator",
        _value_without_denominator,
        why="The pool has a value and no shares: nobody is worth anything.",
        catches="Dividing by zero, or giving the value to the last key.",
    ),
    Group(
        "shares-without-value",
        _shares_without_value,
        why="The pool's value is paid out while keys still hold shares: a later payment is worth no shares.",
        catches="Removing the shares with the value.",
    ),
    Group(
        "ordinary",
        anything,
        why="Payments for one key and for all, and what each key is worth in between.",
        catches="Shares in integers or doubles: at 21 digits a rao more or less shows.",
    ),
]

RUN_STORED = [
    Group(
        "older-denominator",
        lambda row: row.values[1] is not None,
        why="The denominator stands in the older map: it is read from there, and the first write moves it.",
        catches="Reading the newer map first; leaving the older entry behind.",
        tier="smoke",
    ),
    Group(
        "older-shares",
        lambda row: bool(row.values[2]),
        why="Shares stand in the older map: each is read from there until it is written.",
        catches="Moving all at once, or adding both maps.",
    ),
    Group(
        "newer-only",
        anything,
        why="Only the newer maps are used.",
        catches="Storing a share or a value of zero: such entries are removed.",
    ),
]

AFTER = [
    Group(
        "ordinary",
        lambda _row: True,
        why="A pool of which only value and denominator are known, after payments to one and to all.",
        catches="A denominator that is right to fewer than its 21 digits.",
    )
]

GROUPS: dict[str, list[Group]] = {
    "share_pool.run": RUN,
    "share_pool.run_stored": RUN_STORED,
    "share_pool.after": AFTER,
}
"""The groups of each function by its published name."""
