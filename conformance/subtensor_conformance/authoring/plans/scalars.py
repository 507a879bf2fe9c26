"""Rows for functions of numbers: out of combinations of worthwhile values, those nearest to the edge of each group."""

from collections.abc import Iterator, Sequence
from math import prod
from typing import Any

from subtensor_conformance import subjects
from subtensor_conformance.authoring.grouping.arrangement import Group, arrange
from subtensor_conformance.authoring.grouping.catalogue import operation_of
from subtensor_conformance.authoring.grouping.exact_results import Operation
from subtensor_conformance.authoring.paths import Paths
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.functions import subject_of
from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.types import codec
from subtensor_conformance.functions.values import Named, values_of
from subtensor_conformance.vectors.canonical import slug_of
from subtensor_spec.arithmetic import FORMATS

AT_LIMITS, AT_ZERO, OTHERS = 2, 1, 2
"""Rows that each group gets: with a result nearest to a limit, nearest to zero without being it, and by digest."""

MOST_CANDIDATES = 2400
"""Combinations that are tried for one function; of more, every so-and-so-many-eth is taken."""

COPRIME = 7919
"""A prime added to the stride, so that it does not divide the number of values of a parameter."""

Planned = tuple[str, Row]


def scalar_rows(function: Function, groups: Sequence[Group], paths: Paths, known: frozenset[str]) -> list[Planned]:
    """Return rows for a function whose parameters all have lists of values, none if one has not."""
    candidates = dict(_candidates(function))
    outcomes = paths.outcomes(function, list(candidates.values()))
    slugs, rows = {}, []
    for (slug, arguments), outcome in zip(candidates.items(), outcomes, strict=True):
        row = Row(function, tuple(arguments), outcome)
        if row.key not in known and row.key not in slugs and "error" not in outcome:
            slugs[row.key] = slug
            rows.append(row)
    operation = operation_of(function)
    chosen = [row for _, members in arrange(rows, groups) for row in _chosen(operation, members)]
    return [(slugs[row.key], row) for row in chosen]


def _candidates(function: Function) -> Iterator[tuple[str, list[Any]]]:
    number = _format_of(function)
    columns: list[list[tuple[str, Any]]] = []
    for _, type_text in function.parameters:
        values = _values(function, type_text, number)
        if values is None:
            return
        columns.append([(name, codec(type_text, bits=True).encode(value)) for name, value in values.items()])
    for combination in _spread(columns):
        yield "-and-".join(name for name, _ in combination) or "constant", [value for _, value in combination]


def _values(function: Function, type_text: str, number: Any) -> Named | None:
    special = getattr(subjects.part_of(subject_of(function), "plans"), "values_of", None)
    return (special(function, type_text) if special else None) or values_of(type_text, number)


def _spread(columns: list[list[tuple[str, Any]]]) -> Iterator[list[tuple[str, Any]]]:
    """Yield all combinations of the columns' entries, or as many as are tried, spread over all of them."""
    total = prod(len(column) for column in columns)
    stride = 1 if total <= MOST_CANDIDATES else total // MOST_CANDIDATES + COPRIME
    for count in range(min(total, MOST_CANDIDATES)):
        index, combination = count * stride % total, []
        for column in columns:
            index, place = divmod(index, len(column))
            combination.append(column[place])
        yield combination


def _format_of(function: Function) -> Any:
    parts = function.raw_name.split(".")
    return FORMATS.get(parts[1]) if parts[0] == "fx" else None


def _chosen(operation: Operation | None, members: list[Row]) -> list[Row]:
    """Return the rows of one group that are worth keeping."""
    by_digest = sorted(members, key=lambda row: slug_of(row.arguments))
    if operation is None or operation.of(members[0]) is None:
        return by_digest[: AT_LIMITS + AT_ZERO + OTHERS]
    limits = (operation.least, operation.greatest)
    at_limits = sorted(by_digest, key=lambda row: min(abs(operation.in_units(row) - limit) for limit in limits))
    at_zero = sorted(
        (row for row in by_digest if operation.in_units(row)), key=lambda row: abs(operation.in_units(row))
    )
    wanted = [*at_limits[:AT_LIMITS], *at_zero[:AT_ZERO], *by_digest[:OTHERS]]
    return list({row.key: row for row in wanted}.values())
