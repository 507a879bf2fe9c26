"""What the state object of a coinbase row says, as far as groups ask."""

from typing import Any

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row

ALL = 2**64 - 1
"""The stored 64-bit proportion that means one."""


def state(row: Row) -> dict[str, Any]:
    """Return the state of a row."""
    return row.values[0]  # type: ignore[no-any-return]


def number(row: Row, name: str) -> int:
    """Return an integer of the state, zero if it is not there."""
    return int(state(row).get(name) or 0)


def family(row: Row, relation: str, hotkey: int) -> list[tuple[int, int]]:
    """Return the ``parents`` or ``children`` of a hotkey: stored proportion and account."""
    table = {int(key): members for key, members in state(row).get(relation, [])}
    return [(int(proportion), int(other)) for proportion, other in table.get(hotkey, [])]


def owner(row: Row, hotkey: int) -> int:
    """Return the coldkey that owns a hotkey, zero if nobody does."""
    return {int(key): int(coldkey) for key, coldkey in state(row).get("owner", [])}.get(hotkey, 0)


def take(row: Row, hotkey: int) -> int:
    """Return a hotkey's childkey take."""
    return {int(key): int(value) for key, value in state(row).get("childkey_take", [])}.get(hotkey, 0)


def stake(row: Row, hotkey: int, netuid: int) -> int:
    """Return the stake on a hotkey in a subnet."""
    for holder, where, amount in state(row).get("stake", []):
        if (int(holder), where) == (hotkey, netuid):
            return int(amount)
    return 0


def subnet(row: Row, netuid: int) -> dict[str, Any]:
    """Return the object of a subnet, empty if the state does not name it."""
    return next((entry for entry in state(row).get("subnets", []) if entry["netuid"] == netuid), {})


def of_subnet(row: Row, netuid: int, name: str) -> int:
    """Return an integer of a subnet, zero if it is not there."""
    return int(subnet(row, netuid).get(name) or 0)


def stored_proportion(name: str, meaning: str) -> list[Group]:
    """Return the groups of a function that reads a stored 64-bit proportion."""
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
