"""Every planned row of a function, with its outcome on the exact path."""

from collections.abc import Sequence
from functools import cache

from subtensor_conformance import subjects
from subtensor_conformance.authoring.grouping.arrangement import Group
from subtensor_conformance.authoring.paths import Paths
from subtensor_conformance.authoring.plans import questions
from subtensor_conformance.authoring.plans.scalars import scalar_rows
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.functions.function import Function
from subtensor_conformance.vectors.canonical import compact, slug_of
from subtensor_spec.errors import InvalidInput

LONGEST_SLUG = 64
"""Characters of a slug; a longer name gives way to a digest of the arguments."""

Planned = list[tuple[str, Row]]


@cache
def written_rows() -> dict[str, questions.Planned]:
    """Return the questions written by hand, by published name."""
    return {name: rows for _, part in subjects.parts("plans") for name, rows in part.rows().items()}


def planned_rows(function: Function, groups: Sequence[Group], paths: Paths, known: frozenset[str]) -> Planned:
    """Return the planned rows of a function by slug, leaving out questions that production has answered."""
    rows = _with_outcomes(function, paths, known)
    if not function.slow:
        rows += scalar_rows(function, groups, paths, known | {row.key for _, row in rows})
    return [(slug if len(slug) <= LONGEST_SLUG else slug_of(row.arguments), row) for slug, row in rows]


def _with_outcomes(function: Function, paths: Paths, known: frozenset[str]) -> Planned:
    written = written_rows().get(function.name, [])
    outcomes = paths.outcomes(function, [arguments for _, arguments in written])
    rows, asked = [], set(known)
    for (slug, arguments), outcome in zip(written, outcomes, strict=True):
        if "error" in outcome:
            raise InvalidInput(f"{function.name} {slug}", compact(outcome))
        row = Row(function, tuple(arguments), outcome)
        if row.key not in asked:
            asked.add(row.key)
            rows.append((slug, row))
    return rows
