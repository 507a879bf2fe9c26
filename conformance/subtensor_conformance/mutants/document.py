"""The table of mutants as published data: which there are, where each is planted, and which vectors kill it."""

from collections.abc import Iterable, Sequence
from typing import Any

from subtensor_conformance.mutants.catalogue import all_equivalents
from subtensor_conformance.mutants.hunt import Kill, score
from subtensor_conformance.mutants.mutant import Mutant


def document_of(kills: Sequence[Kill]) -> dict[str, Any]:
    """Return the published form of a hunt; equal hunts give equal documents."""
    killed, total = score(kills)
    return {
        "format": 1,
        "score": {"killed": killed, "mutants": total},
        "mutants": [described(kill.mutant) | {"killed_by": list(kill.killed_by)} for kill in kills],
        "equivalents": [
            {"name": entry.name, "rule": entry.rule, "change": entry.change, "reason": entry.reason}
            for entry in all_equivalents()
        ],
    }


def described(mutant: Mutant) -> dict[str, str]:
    """Return what is published of a mutant itself."""
    return {
        "name": mutant.name,
        "rule": mutant.rule,
        "description": mutant.description,
        "function": mutant.place,
        "old": mutant.old,
        "new": mutant.new,
    }


def scores_by_chapter(kills: Iterable[Kill]) -> dict[str, tuple[int, int]]:
    """Return for each chapter how many of its mutants are killed, and how many there are."""
    by_chapter: dict[str, list[Kill]] = {}
    for kill in kills:
        by_chapter.setdefault(kill.mutant.chapter, []).append(kill)
    return {chapter: score(group) for chapter, group in by_chapter.items()}
