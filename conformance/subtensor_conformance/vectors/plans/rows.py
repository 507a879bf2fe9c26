"""Every planned row of a function, with its outcome on the exact path."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_conformance.vectors.arrangement import Group
from subtensor_conformance.vectors.paths import Paths
from subtensor_conformance.vectors.plans import (
    coinbase_rows,
    matrix_rows,
    near_misses,
    pool_rows,
    supply_rows,
    transcendental_rows,
    vector_rows,
)
from subtensor_conformance.vectors.plans.scalars import scalar_rows
from subtensor_conformance.vectors.rows import Row, compact, slug_of
from subtensor_spec.errors import InvalidInput

LONGEST_SLUG = 64
"""Characters of a slug; a longer name gives way to a digest of the arguments."""

TOO_SLOW_FOR_COMBINATIONS = ("bigmath.", "balancer.", "swap.")
"""Functions of numbers that take milliseconds, so that only rows written for them are asked."""

Planned = list[tuple[str, Row]]


@cache
def _written() -> dict[str, list[tuple[str, list[Any]]]]:
    """Return the rows written by hand, by published name."""
    of_math = {f"math.{name}": rows for name, rows in (vector_rows.rows() | matrix_rows.rows()).items()}
    written = of_math | pool_rows.rows() | coinbase_rows.rows() | supply_rows.rows() | transcendental_rows.rows()
    for name, rows in near_misses.rows().items():
        written[name] = [*written.get(name, []), *rows]
    return written


def planned_rows(function: Function, groups: Sequence[Group], paths: Paths, known: frozenset[str]) -> Planned:
    """Return the planned rows of a function by slug, leaving out questions that production has answered."""
    rows = _written_rows(function, paths, known)
    if not function.name.startswith(TOO_SLOW_FOR_COMBINATIONS):
        rows += scalar_rows(function, groups, paths, known | {row.key for _, row in rows})
    return [(slug if len(slug) <= LONGEST_SLUG else slug_of(row.arguments), row) for slug, row in rows]


def _written_rows(function: Function, paths: Paths, known: frozenset[str]) -> Planned:
    written = _written().get(function.name, [])
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
