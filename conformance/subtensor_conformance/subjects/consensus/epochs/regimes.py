"""What captured epochs are for, by the regime that their names tell."""

from subtensor_conformance.authoring.epoch_documents import Purpose

STORAGE = ("YC-storage/mechanism", "YC-storage/subnet", "YC-storage/paid")


_YUMA2 = ("YC-yuma2/delta", "YC-yuma2/average", "YC-yuma2/dividends", "YC-yuma2/to-store")


_YUMA3 = ("YC-yuma3/average", "YC-yuma3/total-bonds", "YC-yuma3/dividends")


_LIQUID = ("YC-liquid-alpha/sigmoid", "YC-liquid-alpha/matrix", "YC-yuma3/average-liquid")


_CORE = ("YC-consensus/of-stake", "YC-consensus/clip", "YC-incentive/ranks", "YC-incentive/share")


REGIMES = {
    "plain": Purpose(
        "Yuma 2 with the usual parameters and nothing unusual in the input.",
        "A step left out or in the wrong place; normalising the median before it clips.",
        (*_CORE, *_YUMA2, "YC-emission/scores"),
    ),
    "zero-stake": Purpose(
        "Nobody has stake, so every share of stake, every median and every score is zero.",
        "Dividing by a sum of zero; paying anything to anybody.",
        ("YC-stake/shares", "YC-consensus/weighted-median-columns", "YC-emission/without-scores"),
    ),
    "single-validator": Purpose(
        "One validator has all the stake: its weights are the consensus.",
        "A median that interpolates or that needs two voters.",
        ("YC-consensus/weighted-median", "YC-consensus/clip"),
    ),
    "self-weights-only": Purpose(
        "Every validator has set weights on itself only, so none is left and stake decides who is paid.",
        "Keeping weights on oneself; paying nobody where stake should be paid.",
        ("YC-weights/self", "YC-emission/without-scores"),
    ),
    "self-weights-owner": Purpose(
        "Weights on oneself, one of them the subnet owner's, which counts.",
        "Dropping the owner's weight on itself, or keeping everyone's.",
        ("YC-weights/self", "YC-sparse/mask-diagonal-except", "YC-permits/owner"),
    ),
    "no-permits": Purpose(
        "No neuron has a permit: no weight counts in this epoch, and new permits are granted for the next.",
        "Using the new permits at once instead of those from before the epoch.",
        ("YC-weights/permitted", "YC-permits/new", "YC-emission/without-scores"),
    ),
    "all-permits": Purpose(
        "Every neuron has a permit, those without stake included.",
        "Counting weights of validators without stake in the median.",
        ("YC-weights/permitted", "YC-permits/new", "YC-stake/active"),
    ),
    "owner": Purpose(
        "The subnet owner's hotkey is registered: it has a permit and no threshold, and its weight on itself counts.",
        "Treating the owner like anybody else in one of these three places.",
        ("YC-permits/owner", "YC-stake/threshold", "YC-weights/self"),
    ),
    "no-weights": Purpose(
        "No weights at all: incentive and dividends are zero and active stake is paid.",
        "Dividing by a sum of zero; paying nothing.",
        ("YC-emission/without-scores", "YC-consensus/of-stake"),
    ),
    "inactive-all": Purpose(
        "Nobody has set weights within the activity cutoff, so there is no active stake and all stake is paid.",
        "Paying nobody; reading the cutoff in the wrong unit.",
        ("YC-activity/cutoff", "YC-activity/inactive", "YC-emission/without-scores"),
    ),
    "inactive-some": Purpose(
        "Some validators have not set weights within the activity cutoff: their stake does not count.",
        "Off by one at the cutoff; removing the weights of inactive validators too.",
        ("YC-activity/inactive", "YC-stake/active"),
    ),
    "outdated-weights": Purpose(
        "Weights older than the registration of the neuron that they are on do not count.",
        "Letting a new neuron inherit weights meant for its predecessor; < where production has <=.",
        ("YC-weights/outdated", "YC-sparse/mask-by-vectors"),
    ),
    "newly-registered": Purpose(
        "Neurons registered since the last epoch: bonds in them are removed.",
        "Keeping bonds in a predecessor; off by one at the block of the last epoch.",
        ("YC-bonds/outdated", "YC-bonds/first-block", "YC-sparse/mask-by-scalar"),
    ),
    "bonds-penalty": Purpose(
        "The bonds penalty lies between none and full, so bonds are bought with a mixture of full and clipped weights.",
        "Mixing in the wrong direction, rounding the mixture, keeping entries of zero.",
        ("YC-bonds/penalty", "YC-sparse/interpolate"),
    ),
    "bonds-penalty-half-sparse": Purpose(
        "A bonds penalty in between, and rows with few entries.",
        "Losing entries that only one of the two mixed matrices has.",
        ("YC-bonds/penalty", "YC-sparse/interpolate"),
    ),
    "kappa": Purpose(
        "Values of kappa away from one half, the ends included.",
        "Confusing majority and minority; <= where production has < in the median.",
        ("YC-consensus/of-stake", "YC-consensus/weighted-median"),
    ),
    "yuma3": Purpose(
        "Yuma 3 with one alpha for all bonds.",
        "Using the bonds of Yuma 2: here stake counts when dividends are shared, not when bonds are bought.",
        (*_YUMA3, "YC-bonds/read-proportions"),
    ),
    "yuma3-liquid": Purpose(
        "Yuma 3 with an alpha of its own for every bond.",
        "Keeping an old bond where the new row has no entry; a floating-point sigmoid.",
        _LIQUID,
    ),
    "yuma3-newreg": Purpose(
        "Yuma 3 with neurons registered since the last epoch.",
        "Removing outdated bonds under Yuma 2 only.",
        ("YC-bonds/outdated", "YC-bonds/first-block", *_YUMA3),
    ),
    "yuma3-bma": Purpose(
        "Yuma 3 with unusual bonds moving averages, the ends and values above one included.",
        "Saturating where the conversions of Yuma 3 wrap; clamping alpha to [0, 1].",
        ("YC-yuma3/alpha", "YC-yuma3/average"),
    ),
    "liquid-no-yuma3": Purpose(
        "Liquid alpha is switched on but Yuma 3 is not: it must not act.",
        "Applying liquid alpha to the bonds of Yuma 2.",
        _YUMA2,
    ),
    "bma": Purpose(
        "Yuma 2 with unusual bonds moving averages, the ends and values above one included.",
        "Clamping alpha to [0, 1]; dividing by 1 000 000 in floating point.",
        ("YC-yuma2/alpha", "YC-yuma2/average"),
    ),
    "stake-threshold": Purpose(
        "A stake threshold that some neurons miss; it lies within a rao of some stakes.",
        "<= where production has <; comparing before the stake is rounded down to whole rao.",
        ("YC-stake/threshold", "YC-convert/to-u64"),
    ),
    "equal-everything": Purpose(
        "All stakes, weights and bonds are equal: every comparison is a tie.",
        "Breaking a tie of the permits in favour of the lower uid; an unstable sort.",
        ("YC-permits/new", "YC-vector/top-k", "YC-consensus/weighted-median"),
    ),
    "extreme-stake": Purpose(
        "Stakes from one rao to the whole supply, and emission up to the greatest u64.",
        "Floating-point stake; an intermediate type too narrow for the products.",
        ("YC-stake/total", "YC-stake/shares", "YC-emission/in-rao", "YC-output/stake"),
    ),
    "saturating-stake": Purpose(
        "Stakes beyond 2**63: a single one saturates, and their sum wraps, so shares can be negative.",
        "Summing without limit or saturating where production wraps.",
        ("YC-stake/total", "YC-stake/shares", "YC-stake/threshold"),
    ),
    "commit-reveal": Purpose(
        "Commit-reveal with open and expired commits of both kinds, around registrations.",
        "Letting weights count that were committed for a predecessor; taking the latest commit for the earliest.",
        ("YC-weights/committed", "YC-commits/earliest", "YC-commits/expired", "YC-commits/current-epoch"),
    ),
    "zero-weight-entries": Purpose(
        "Rows with explicit weights of zero, which stay in the row until clipping.",
        "Dropping zeros on reading: liquid alpha and the masks see them.",
        ("YC-weights/read", "YC-consensus/clip", "YC-sparse/row-normalise"),
    ),
    "out-of-range-uids": Purpose(
        "Rows of uids and entries on uids that do not exist: weights ignore them, bonds keep the entries.",
        "Failing, filtering both, or filtering neither.",
        ("YC-weights/read", "YC-bonds/read"),
    ),
    "unsorted-dup-rows": Purpose(
        "Rows whose uids are out of order or appear twice.",
        "Sorting or merging a row on reading it: production walks it as it is stored.",
        ("YC-weights/read", "YC-bonds/read", "YC-consensus/of-stake"),
    ),
    "short-vectors": Purpose(
        "Stored lists shorter than the subnet: what is missing has its default.",
        "Failing, or padding a missing permit with true.",
        ("YC-activity/last-update", "YC-vector/mask", "YC-sparse/mask-rows"),
    ),
    "early-blocks": Purpose(
        "The first blocks of a chain: block numbers smaller than a tempo.",
        "Subtracting below zero; wrapping where production saturates.",
        ("YC-activity/inactive", "YC-bonds/first-block"),
    ),
    "realistic-yuma1": Purpose(
        "Yuma 2 on weights and stakes shaped like a real subnet's, with few validators.",
        "An error that only a skewed distribution of stake shows.",
        (*_CORE, *_YUMA2),
    ),
    "realistic-yuma3": Purpose(
        "Yuma 3 on weights and stakes shaped like a real subnet's.",
        "An error that only a skewed distribution of stake shows.",
        (*_CORE, *_YUMA3),
    ),
    "realistic-yuma3-liquid": Purpose(
        "Yuma 3 with liquid alpha on weights and stakes shaped like a real subnet's.",
        "An error of a bit in the sigmoid, which moves bonds and dividends.",
        (*_CORE, *_LIQUID),
    ),
    "realistic-owner-commit": Purpose(
        "A real-shaped subnet with a registered owner and commit-reveal.",
        "Masks that are right alone and wrong together.",
        (*_CORE, "YC-weights/committed", "YC-permits/owner"),
    ),
}
"""Each regime by its slug."""
