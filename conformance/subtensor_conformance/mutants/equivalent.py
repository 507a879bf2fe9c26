"""Changes that were tried and make no difference to any input: no vector can notice them, and none is missing."""

from subtensor_conformance.mutants.mutant import Equivalent

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
        "powi-without-cycle-detection",
        "TF-powi/repeated",
        "the loop run to its end where products repeat",
        "Once a product repeats, or the last two alternate, the rest of the loop is known.",
    ),
    Equivalent(
        "order-less-strictly",
        "FX-compare/bits",
        "<= for < where the lesser of two numbers is chosen",
        "Where they are equal, either choice is the same number.",
    ),
]
