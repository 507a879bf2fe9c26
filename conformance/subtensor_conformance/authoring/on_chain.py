"""Rows that the main network answered: read from raw storage of real blocks, each with block, hash and runtime."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from subtensor_conformance import subjects
from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.functions.function import Function

EVIDENCE = "observed-on-chain"

Rows = list[tuple[str, list[Any], dict[str, Any]]]
"""Slug, arguments and outcome of each row."""

Blocks = list[tuple[Group, dict[str, Row], str]]


@dataclass(frozen=True)
class ChainRows:
    """The rows of one function that some blocks answer."""

    slug: str
    provenance: str
    """The blocks, their hashes and their runtimes."""
    why: str
    catches: str
    rows: Callable[[], Rows]


@cache
def chain_rows() -> dict[str, list[ChainRows]]:
    """Return what real blocks answer, by published name."""
    found: dict[str, list[ChainRows]] = {}
    for _, part in subjects.parts("on_chain"):
        for name, rows in part.rows().items():
            found.setdefault(name, []).extend(rows)
    return found


def chain_groups(function: Function) -> Blocks:
    """Return the groups of a function's rows that real blocks answer."""
    groups = []
    for given in chain_rows().get(function.name, []):
        group = Group(given.slug, anything, f"{given.why} {given.provenance}", given.catches, tier="core")
        rows = {slug: Row(function, tuple(arguments), outcome) for slug, arguments, outcome in given.rows()}
        groups.append((group, rows, EVIDENCE))
    return groups
