"""Mutants of the epoch, in the order of its steps behind those of its mathematics."""

from subtensor_conformance.subjects.consensus.mutants import (
    agreement,
    bonds,
    limits,
    liquid_alpha,
    matrices,
    medians,
    pay,
    standing,
    vectors,
    weights,
)

MUTANTS = [
    mutant
    for module in (vectors, matrices, medians, standing, weights, agreement, bonds, liquid_alpha, pay, limits)
    for mutant in module.MUTANTS
]
