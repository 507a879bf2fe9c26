"""Mutants of stake weight: what stake counts, and how it passes between parents and children."""

from subtensor_conformance.subjects.stake_weight.mutants import children, relations, weights

MUTANTS = [*weights.MUTANTS, *relations.MUTANTS, *children.MUTANTS]
EQUIVALENTS = weights.EQUIVALENTS
