"""Mutants of fixed-point arithmetic."""

from subtensor_conformance.mutants.mutant import Equivalent
from subtensor_conformance.subjects.fixed_point.mutants import arithmetic, conversions, floats_and_text

MUTANTS = [*arithmetic.MUTANTS, *conversions.MUTANTS, *floats_and_text.MUTANTS]

EQUIVALENTS = [
    Equivalent(
        "wrap-without-shortcut",
        "FX-overflow/wrap",
        "the test whether the result fits left out",
        "Taking a number that fits modulo the range gives it back.",
    ),
    Equivalent(
        "sum-wraps-step-by-step",
        "FX-sum/wrapping",
        "wrapping after every term instead of once at the end",
        "Both are congruent modulo 2 to the width, and both lie in the format's range.",
    ),
    Equivalent(
        "order-less-strictly",
        "FX-compare/bits",
        "<= for < where the lesser of two numbers is chosen",
        "Where they are equal, either choice is the same number.",
    ),
]
"""Changes that were tried and that no input can tell from the original."""
