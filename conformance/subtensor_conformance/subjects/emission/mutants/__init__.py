"""Mutants of emission: its mathematics, and what a block does with it."""

from subtensor_conformance.subjects.emission.mutants import pools, shares

MUTANTS = [*shares.MUTANTS, *pools.MUTANTS]
