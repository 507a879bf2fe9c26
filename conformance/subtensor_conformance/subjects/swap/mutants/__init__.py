"""Mutants of the weighted pool."""

from subtensor_conformance.subjects.swap.mutants import answers, curves, swaps

MUTANTS = [*curves.MUTANTS, *swaps.MUTANTS, *answers.MUTANTS]
