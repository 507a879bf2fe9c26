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
        "exp-term-rounded-once",
        "TF-exp/taylor",
        "a term divided once by its number and 2**F instead of rounded down after each",
        "Dividing a positive integer twice, rounding down each time, is the same as dividing once.",
    ),
    Equivalent(
        "halvings-in-exact-fractions",
        "ISS-emission/halvings",
        "thresholds without limit of precision",
        "A threshold is a share with at most 30 bits behind the point, and the share one rao below it rounds to less; "
        "production's 32 bits give the same step for every issuance.",
    ),
    Equivalent(
        "pool-zero-update-adds",
        "SHR-update/moved",
        "an update of zero that adds no shares instead of subtracting none",
        "Adding nothing and subtracting nothing leave the same number.",
    ),
    Equivalent(
        "pool-failed-move-is-zero",
        "SHR-update/moved",
        "a share that becomes zero where it cannot be moved",
        "A share that cannot be lowered is zero already; exponents near the end of i64, where raising fails, take more "
        "than 2**50 operations to reach.",
    ),
    Equivalent(
        "contribution-weight-first",
        "STW-contribution/weighted",
        "the TAO weight applied before the proportion",
        "Whole rao times one of them is exact, so only the second product rounds, and it is the same product.",
    ),
    Equivalent(
        "flow-least-useful-dropped",
        "EMI-flow/normalise",
        "the test whether flows are too small to normalise left out",
        "The greatest scaled flow is at least one half, or all are zero, and then every power and share is zero too.",
    ),
    Equivalent(
        "order-less-strictly",
        "FX-compare/bits",
        "<= for < where the lesser of two numbers is chosen",
        "Where they are equal, either choice is the same number.",
    ),
]
