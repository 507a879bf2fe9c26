"""Mutants of the weighted median."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "median-below-inclusive",
        "YC-consensus/weighted-median",
        "if below and minority < end_of_below:",
        "if below and minority <= end_of_below:",
        "<= for < in the median: a minority of exactly the stake below the pivot searches below.",
    ),
    Mutant(
        "median-above-exclusive",
        "YC-consensus/weighted-median",
        "start_of_above <= minority",
        "start_of_above < minority",
        "< for <= in the median: a minority of exactly where the stake above starts stays at the pivot.",
    ),
    Mutant(
        "median-lower-middle",
        "YC-consensus/weighted-median",
        "remaining[len(remaining) // 2]",
        "remaining[(len(remaining) - 1) // 2]",
        "The lower of two middles as pivot, which adds stakes in another order.",
    ),
    Mutant(
        "median-of-unequal-lengths",
        "YC-consensus/weighted-median",
        "if len(stake) != len(score):",
        "if False:",
        "Vectors of different length that have a median; production gives zero.",
    ),
    Mutant(
        "median-without-own-normalisation",
        "YC-consensus/weighted-median-columns",
        "use_stake = normalize([share for share in stake if share > ZERO])",
        "use_stake = [share for share in stake if share > ZERO]",
        "Stakes used as they are; production normalises those above zero among themselves first.",
    ),
    Mutant(
        "median-negative-stake-votes",
        "YC-consensus/weighted-median-columns",
        "voters = (row for share, row in zip(stake, score, strict=False) if share > ZERO)",
        "voters = (row for share, row in zip(stake, score, strict=False) if share >= ZERO)",
        "Rows without stake that take the places of those with stake.",
    ),
    Mutant(
        "median-first-entry-counts",
        "YC-consensus/weighted-median-columns",
        "            if column < columns:",
        "            if column < columns and not use_score[column][voter]:",
        "Of entries in the same column the first that is not zero; production takes the last.",
    ),
    Mutant(
        "median-majority-for-minority",
        "YC-consensus/weighted-median-columns",
        "minority = stake_sum.saturating_sub(majority)",
        "minority = majority",
        "kappa taken for the minority.",
    ),
    Mutant(
        "median-minority-of-one",
        "YC-consensus/weighted-median-columns",
        "minority = stake_sum.saturating_sub(majority)",
        "minority = I32F32.ONE.saturating_sub(majority)",
        "The minority taken from one instead of the rounded sum of stakes.",
    ),
]
