"""What the site shows is read here, once: rules, vectors, mutants and formal results."""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from subtensor_conformance.vectors import Selection, iter_cases
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.rules import Rule

DATA = Path(__file__).resolve().parents[2] / "data"


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by id."""
    return complete_registry()


@dataclass(frozen=True)
class _Census:
    """How many vectors there are, counted in one pass."""

    by_rule: dict[str, Counter[str]]
    by_kind: Counter[str]
    by_evidence: Counter[str]


@cache
def _census() -> _Census:
    census = _Census({}, Counter(), Counter())
    for case in iter_cases(Selection(tier="stress")):
        census.by_kind[case.kind] += 1
        census.by_evidence[case.evidence] += 1
        for identifier in case.rules:
            census.by_rule.setdefault(identifier, Counter())[case.evidence] += 1
    return census


def vectors_by_evidence(identifier: str) -> Counter[str]:
    """Return how many vectors pin a rule, by evidence grade."""
    return _census().by_rule.get(identifier, Counter())


def rules_of_vectors() -> set[str]:
    """Return every rule id that some vector names."""
    return set(_census().by_rule)


def vectors_by_kind() -> Counter[str]:
    """Return how many vectors there are of each kind."""
    return _census().by_kind


def vectors_with_evidence(grade: str) -> int:
    """Return how many vectors have an evidence grade."""
    return _census().by_evidence[grade]


@cache
def published(name: str) -> Any:
    """Return one of the JSON files of ``docs/data``."""
    return json.loads((DATA / name).read_text())


def mutants_killed(identifier: str) -> list[str]:
    """Return the names of the mutants of a rule that its vectors kill."""
    rows = published("mutants.json")["mutants"]
    return [row["name"] for row in rows if row["rule"] == identifier and row["killed_by"]]
