"""Mutants of distribution: how dividends are divided, and who is paid."""

from subtensor_conformance.subjects.distribution.mutants import payment, splits

MUTANTS = [*splits.MUTANTS, *payment.MUTANTS]
