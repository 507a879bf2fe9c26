"""What the site shows is read here, once: rules, vectors, mutants and formal results."""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from subtensor_conformance.vectors import Case, Selection, iter_cases
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
    by_chapter: dict[str, Counter[str]]
    by_kind: Counter[str]
    by_evidence: Counter[str]


@cache
def _census() -> _Census:
    census = _Census({}, {}, Counter(), Counter())
    for case in iter_cases(Selection(tier="stress", revision="")):
        census.by_kind[case.kind] += 1
        census.by_evidence[case.evidence] += 1
        for identifier in case.rules:
            census.by_rule.setdefault(identifier, Counter())[case.evidence] += 1
        for chapter in {identifier.split("-", 1)[0] for identifier in case.rules}:
            census.by_chapter.setdefault(chapter, Counter())[case.evidence] += 1
    return census


def vectors_by_evidence(identifier: str) -> dict[str, int]:
    """Return how many vectors pin a rule, by evidence grade."""
    return dict(sorted(_census().by_rule.get(identifier, Counter()).items()))


def vectors_of_chapter(chapter: str) -> Counter[str]:
    """Return how many vectors pin some rule of a chapter, by evidence grade."""
    return _census().by_chapter.get(chapter, Counter())


def rules_of_vectors() -> set[str]:
    """Return every rule id that some vector names."""
    return set(_census().by_rule)


@cache
def case(identifier: str) -> Case | None:
    """Return one published vector, or nothing if there is none of that id."""
    return next(iter_cases(Selection(tier="stress", ids=(identifier,))), None)


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


def proofs() -> list[dict[str, Any]]:
    """Return every formal result: its claim, the rules it is about, and the verdict."""
    found: list[dict[str, Any]] = published("proofs.json")["proofs"]
    return found


def seconds_of_proof(identifier: str) -> float:
    """Return how long a proof took where the table was made."""
    return float(published("proofs.json")["seconds"].get(identifier, 0))


def verdicts(identifier: str) -> Counter[str]:
    """Return how many formal results there are about a rule, by verdict."""
    return Counter(proof["verdict"] for proof in proofs() if identifier in proof["rules"])


def load(*_arguments: object) -> None:
    """Read everything now, so that processes which are split off later need not."""
    rules()
    _census()


def mutants() -> list[dict[str, Any]]:
    """Return the faults that were planted in the reference, each with the vectors that noticed it."""
    found: list[dict[str, Any]] = published("mutants.json")["mutants"]
    return found


def mutants_killed(identifier: str) -> list[str]:
    """Return the names of the faults planted in a rule that vectors noticed."""
    return [row["name"] for row in mutants() if row["rule"] == identifier and row["killed_by"]]


def tests_of(rule: Rule) -> list[str]:
    """Return the test files of a rule's own package that run it, and how many others do."""
    found = published("tests.json")["rules"].get(rule.id, {"files": [], "others": 0})
    files = [file.removeprefix("tests/reference/") for file in found["files"]]
    others = found["others"]
    return [*files, f"{others} others"] if others else files
