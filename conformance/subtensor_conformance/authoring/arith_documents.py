"""Documents of kind ``arith``: one function's rows, captured and generated, in groups."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from subtensor_conformance.authoring.grouping.arrangement import Group, arrange
from subtensor_conformance.authoring.paths import Paths, rules_run
from subtensor_conformance.authoring.rows import Row, reading_order
from subtensor_conformance.functions.function import Function
from subtensor_conformance.vectors.canonical import slug_of
from subtensor_spec.errors import InvalidInput

ROWS_WATCHED = 60
"""Rows of a group that are run under the recorder before a rule counts as not run."""

FIRST_SHOWN = ("I32F32.", "U96F32.")
"""The fixed-point formats of the tier ``smoke``: a signed one of 64 bits and an unsigned one of 128."""

MOST_FIRST = 16
"""Rows that a group of the tier ``smoke`` may have."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def arith_id(function: Function) -> str:
    """Return the id of the file that holds a function's rows."""
    return "arith/" + function.name.replace(".", "/").replace("_", "-")


def arith_document(function: Function, groups: Iterable[tuple[Group, dict[str, Row], str]]) -> dict[str, Any]:
    """Return the document of one function; each group comes with its rows by slug and its evidence."""
    return {
        "kind": "arith",
        "format": 1,
        "id": arith_id(function),
        "function": function.name,
        "signature": {"in": [list(parameter) for parameter in function.parameters], "out": function.result},
        "revisions": {"from": function.since, "until": None},
        "groups": [_group(function, *entry) for entry in groups],
    }


def observed_groups(rows: Iterable[Row], groups: Sequence[Group]) -> Iterator[tuple[Group, dict[str, Row], str]]:
    """Yield the groups of captured rows, whose slugs are digests of their arguments."""
    for group, members in arrange(sorted(rows, key=reading_order), groups):
        yield group, _by_slug(group, [(slug_of(row.arguments), row) for row in members]), "observed-native"


def _by_slug(group: Group, rows: list[tuple[str, Row]]) -> dict[str, Row]:
    named = dict(rows)
    where = f"{rows[0][1].function.name}/{group.slug}"
    if len(named) < len(rows):
        raise InvalidInput(where, "two of its rows have the same slug")
    for slug in named:
        if not SLUG.fullmatch(slug):
            raise InvalidInput(where, f"{slug!r} is no slug")
    return named


def generated_groups(
    rows: Iterable[tuple[str, Row]], groups: Sequence[Group], paths: Paths
) -> Iterator[tuple[Group, dict[str, Row], str]]:
    """Yield the groups of generated rows, each with the slug that its plan gave it."""
    slugs: dict[int, str] = {}
    ordered = []
    for slug, row in rows:
        slugs[id(row)] = slug
        ordered.append(row)
    for group, members in arrange(ordered, groups):
        evidence = "two-paths" if members[0].function.name in paths.has_kernel else "reference-only"
        twin = group.generated()
        yield twin, _by_slug(twin, [(slugs[id(row)], row) for row in members]), evidence


def _group(function: Function, group: Group, rows: dict[str, Row], evidence: str) -> dict[str, Any]:
    return {
        "slug": group.slug,
        "rules": pinned_rules((*function.rules, *group.rules), list(rows.values()), group.slug),
        "why": group.why,
        "catches": group.catches,
        "evidence": evidence,
        "tier": _tier(function, group, len(rows)),
        "rows": [[slug, *row.arguments, row.outcome] for slug, row in rows.items()],
    }


def _tier(function: Function, group: Group, rows: int) -> str:
    """Return a group's tier; what is meant for a first look stays small and shows two formats of the seven."""
    prefix, _, rest = function.raw_name.partition(".")
    is_shown = prefix != "fx" or rest.startswith(FIRST_SHOWN)
    return group.tier if group.tier != "smoke" or (rows <= MOST_FIRST and is_shown) else "core"


def pinned_rules(claimed: Iterable[str], rows: Sequence[Row], where: str) -> list[str]:
    """Return those of the claimed rules that run for some of the rows."""
    wanted = list(dict.fromkeys(claimed))
    ran: set[str] = set()
    for row in rows[:ROWS_WATCHED]:
        ran |= rules_run(row)
        if ran.issuperset(wanted):
            break
    pinned = [rule for rule in wanted if rule in ran]
    if not pinned:
        raise InvalidInput(f"{rows[0].function.name}/{where}", f"none of the rules {', '.join(wanted)} runs")
    return pinned
