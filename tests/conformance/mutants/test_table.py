"""The published table of mutants is true: it lists every mutant, and each vector that it names kills the mutant."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from subtensor_conformance.mutants.catalogue import all_equivalents, all_mutants, chapters
from subtensor_conformance.mutants.document import described
from subtensor_conformance.mutants.hunt import HUNTED, answered_wrongly
from subtensor_conformance.mutants.planting import planted
from subtensor_conformance.vectors import Case, Selection, canonical, iter_cases
from subtensor_spec.catalogue import complete_registry

TABLE = Path(__file__).parents[3] / "docs" / "data" / "mutants.json"
REQUIRED = ("FX", "TF", "ISS", "YC")
AT_LEAST = 30

PAST_BUGS = (
    "portion-multiplied-first",
    "take-on-the-whole-emission",
    "root-dividends-paid-twice",
    "emission-without-scores-unpaid",
    "alpha-in-equals-tao",
    "distribution-without-recycling",
    "flow-in-tao",
    "sigmoid-crossed-limits-high",
    "stake-without-tao",
    "committed-weights-kept",
    "safe-float-quotient-of-twenty-digits",
    "burn-keeps-dust",
)
"""Bugs that the chain once had and that a pure function can show."""


@cache
def table() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(TABLE.read_text())
    return loaded


@cache
def killers() -> dict[str, Case]:
    """Return the vectors that the table names, by id."""
    names = frozenset(name for row in table()["mutants"] for name in row["killed_by"])
    files = frozenset(name.rpartition("/")[0] for name in names)
    cases = iter_cases(Selection(tier="stress", kinds=HUNTED, listed=names | files))
    return {case.id: case for case in cases if case.id in names}


def test_the_table_lists_every_mutant_as_it_is() -> None:
    """Names, rules, places and texts are those of the catalogue, in its order; the file is canonical."""
    rows = [{name: value for name, value in row.items() if name != "killed_by"} for row in table()["mutants"]]
    assert rows == [described(mutant) for mutant in all_mutants().values()], "run: subtensor-spec mutants --write FILE"
    assert TABLE.read_text() == canonical.text_of(table())
    assert [entry["name"] for entry in table()["equivalents"]] == [entry.name for entry in all_equivalents()]


def test_every_mutant_is_killed(capsys: pytest.CaptureFixture[str]) -> None:
    """No mutant survives, and there are many in each of the chapters that must have some."""
    rows = table()["mutants"]
    survivors = [row["name"] for row in rows if not row["killed_by"]]
    with capsys.disabled():
        print(f"\nmutants: {len(rows) - len(survivors)} of {len(rows)} killed")
    assert not survivors
    assert table()["score"] == {"killed": len(rows), "mutants": len(rows)}
    assert sum(row["rule"].startswith(REQUIRED) for row in rows) >= AT_LEAST
    assert set(REQUIRED) <= set(chapters())


def test_the_bugs_of_the_past_are_among_them() -> None:
    """Bugs that the chain once had are mutants, so that the vectors are known to notice them."""
    assert set(PAST_BUGS) <= {row["name"] for row in table()["mutants"]}


@pytest.mark.parametrize("chapter", chapters())
def test_the_named_vectors_kill(chapter: str) -> None:
    """With the fault planted each named vector is answered wrongly; without it, rightly."""
    complete_registry()
    for row in table()["mutants"]:
        mutant = all_mutants().get(row["name"])
        if mutant is None or mutant.chapter != chapter:
            continue
        cases = [killers()[name] for name in row["killed_by"]]
        assert not any(answered_wrongly(case) for case in cases), row["name"]
        with planted(mutant):
            assert all(answered_wrongly(case) for case in cases), row["name"]


def test_equivalents_concern_rules_and_are_no_mutants() -> None:
    """A change that nothing can notice names an existing rule and is not counted among the mutants."""
    assert {entry.rule for entry in all_equivalents()} <= set(complete_registry())
    assert not {entry.name for entry in all_equivalents()} & set(all_mutants())
