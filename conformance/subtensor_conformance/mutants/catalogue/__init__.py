"""The mutants by chapter: mistakes that ports make, that the chain once had, or that look right."""

from functools import cache

from subtensor_conformance.mutants.catalogue import (
    decimals,
    distribution,
    emission,
    epoch_agreement,
    epoch_bonds,
    epoch_math,
    epoch_pay,
    epoch_weights,
    fixed_point,
    floats_and_text,
    issuance,
    schedule,
    share_pools,
    stake_weight,
    transcendental,
    weighted_pool,
)
from subtensor_conformance.mutants.mutant import Mutant

_MODULES = (
    fixed_point,
    floats_and_text,
    transcendental,
    decimals,
    issuance,
    share_pools,
    weighted_pool,
    stake_weight,
    epoch_math,
    epoch_weights,
    epoch_agreement,
    epoch_bonds,
    epoch_pay,
    emission,
    schedule,
    distribution,
)


@cache
def all_mutants() -> dict[str, Mutant]:
    """Return every mutant by name, in the order of the chapters."""
    mutants: dict[str, Mutant] = {}
    for mutant in (mutant for module in _MODULES for mutant in module.MUTANTS):
        if mutant.name in mutants:
            raise ValueError(f"two mutants are called {mutant.name}")
        mutants[mutant.name] = mutant
    return mutants


def chapters() -> tuple[str, ...]:
    """Return the chapters that have mutants, in order."""
    return tuple(dict.fromkeys(mutant.chapter for mutant in all_mutants().values()))
