"""Mutants of blocks and dispatch."""

from subtensor_conformance.subjects.blocks.mutants import guards, steps

MUTANTS = [*steps.MUTANTS, *guards.MUTANTS]
