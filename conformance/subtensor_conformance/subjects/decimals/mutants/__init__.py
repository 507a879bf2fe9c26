"""Mutants of decimals and ratios."""

from subtensor_conformance.subjects.decimals.mutants import ratios, safe_floats

MUTANTS = [*safe_floats.MUTANTS, *ratios.MUTANTS]
