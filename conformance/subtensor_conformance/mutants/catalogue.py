"""The mutants by chapter: mistakes that ports make, that the chain once had, or that look right; and what are none."""

from functools import cache

from subtensor_conformance import subjects
from subtensor_conformance.mutants.mutant import Equivalent, Mutant


@cache
def all_mutants() -> dict[str, Mutant]:
    """Return every mutant by name, in the order of the chapters."""
    mutants: dict[str, Mutant] = {}
    for mutant in (mutant for _, part in subjects.parts("mutants") for mutant in part.MUTANTS):
        if mutant.name in mutants:
            raise ValueError(f"two mutants are called {mutant.name}")
        mutants[mutant.name] = mutant
    return mutants


def all_equivalents() -> list[Equivalent]:
    """Return the changes that were tried and make no difference to any input, in the order of the chapters."""
    return [entry for _, part in subjects.parts("mutants") for entry in getattr(part, "EQUIVALENTS", ())]


def chapters() -> tuple[str, ...]:
    """Return the chapters that have mutants, in order."""
    return tuple(dict.fromkeys(mutant.chapter for mutant in all_mutants().values()))
