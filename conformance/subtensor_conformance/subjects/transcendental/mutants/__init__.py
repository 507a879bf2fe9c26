"""Mutants of the transcendental functions."""

from subtensor_conformance.mutants.mutant import Equivalent
from subtensor_conformance.subjects.transcendental.mutants import exponentials, powers

MUTANTS = [*exponentials.MUTANTS, *powers.MUTANTS]

EQUIVALENTS = [
    Equivalent(
        "exp-of-zero-by-the-series",
        "TF-exp/cases",
        "the special case of exactly zero left out",
        "The first term is then zero, the series ends there, and its sum is exactly one.",
    ),
    Equivalent(
        "log2-one-has-digits",
        "TF-log2/squaring",
        "the special case of exactly one left out",
        "One times one is one, so every digit comes out as zero.",
    ),
    Equivalent(
        "powi-without-cycle-detection",
        "TF-powi/repeated",
        "the loop run to its end where products repeat",
        "Once a product repeats, or the last two alternate, the rest of the loop is known.",
    ),
    Equivalent(
        "exp-term-rounded-once",
        "TF-exp/taylor",
        "a term divided once by its number and 2**F instead of rounded down after each",
        "Dividing a positive integer twice, rounding down each time, is the same as dividing once.",
    ),
]
"""Changes that were tried and that no input can tell from the original."""
