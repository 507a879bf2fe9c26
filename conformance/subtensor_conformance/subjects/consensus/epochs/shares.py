"""Planned epochs about shares: stake, consensus, incentive and what is paid."""

from typing import Any

from subtensor_conformance.subjects.consensus.epochs.base import Change, stakes

_NO_WEIGHTS: dict[str, Any] = {"weights": [[], [], [], [], []]}
_SPLIT = {
    "alpha_stake": stakes(100, 100, 0, 0, 0),
    "validator_permit": [True, True, False, False, False],
    "weights": [[[3, 65535]], [[4, 65535]], [], [], []],
}
_MEDIAN = ("YC-consensus/of-stake", "YC-consensus/weighted-median")

STAKE = {
    "at-threshold": Change(
        {"stake_threshold": "300000000000"},
        "A stake of exactly the threshold counts, one of less does not.",
        "<= where production has <.",
        ("YC-stake/threshold",),
    ),
    "rao-below-threshold": Change(
        {"stake_threshold": "300000000001"},
        "A stake one rao below the threshold counts as none.",
        "A threshold in whole alpha, or one compared in floating point.",
        ("YC-stake/threshold",),
    ),
    "owner-below-threshold": Change(
        {"stake_threshold": "300000000001", "owner_uid": 2},
        "The owner's stake counts although it misses the threshold.",
        "Applying the threshold to the owner.",
        ("YC-stake/threshold",),
    ),
    "greatest-tao-weight": Change(
        {"tao_weight": str(2**64 - 1), "tao_stake": stakes(1, 2, 3, 0, 0)},
        "A TAO weight of exactly one: the greatest u64 is one, not a little less.",
        "Dividing by 2**64.",
        ("STW-proportion/of-u64", "YC-stake/total"),
    ),
    "vanishing-tao-weight": Change(
        {"tao_weight": str(2**32 - 1), "tao_stake": ["21000000000000000", "0", "0", "0", "0"]},
        "A TAO weight below 2**32 rounds to zero: TAO does not count at all.",
        "A product in floating point.",
        ("STW-proportion/of-u64", "YC-stake/total"),
    ),
    "single-stake-saturates": Change(
        {"alpha_stake": [str(2**63), "1", "1", "0", "0"]},
        "A stake of 2**63 rao or more is cut down to the greatest that an I64F64 holds.",
        "Wrapping to a negative stake.",
        ("YC-stake/total",),
    ),
    "sum-wraps": Change(
        {"alpha_stake": [str(2**62), str(2**62), "5", "0", "0"]},
        "Stakes sum to 2**63 and a little more: the sum wraps negative, and so do the shares.",
        "Saturating the sum, which production does for columns but not here.",
        ("YC-stake/shares",),
    ),
    "sum-wraps-to-zero": Change(
        {"alpha_stake": [*[str(2**62)] * 4, "0"], "tao_stake": ["0"] * 5},
        "Stakes sum to 2**64, which wraps to zero: nothing is divided, and each stake is narrowed as it stands.",
        "Shares of zero wherever the sum is zero, or saturating the sum.",
        ("YC-stake/shares", "YC-vector/normalise-by-sum"),
    ),
    "tao-saturates": Change(
        {"tao_stake": [str(2**63), "1", "1", "0", "0"], "tao_weight": str(2**62)},
        "TAO of 2**63 rao is cut down to the greatest that an I64F64 holds before it is weighted.",
        "Wrapping to negative TAO, which takes the stake away.",
        ("YC-stake/total",),
    ),
    "inactive-and-permitted": Change(
        {"last_update": ["0", "999990", "999990", "999990", "999990"]},
        "The largest validator is inactive: the others' shares are taken of what is left.",
        "Leaving the shares as they are.",
        ("YC-stake/active", "YC-activity/inactive"),
    ),
    "negative-stake-of-nobody": Change(
        {"alpha_stake": ["0", "0", "0", "0", "0"]},
        "Nobody has stake.",
        "Dividing by a sum of zero.",
        ("YC-stake/shares", "YC-emission/without-scores"),
    ),
}

MEDIAN = {
    "even-split": Change(
        {**_SPLIT},
        "Two validators of equal stake disagree and kappa is 32767: a little less than half supports a weight.",
        "A kappa of one half.",
        _MEDIAN,
    ),
    "even-split-greater-kappa": Change(
        {**_SPLIT, "kappa": 32768},
        "The same with kappa 32768, a little more than half: nothing is supported, and active stake is paid.",
        "Rounding kappa.",
        (*_MEDIAN, "YC-emission/without-scores"),
    ),
    "kappa-zero": Change(
        {"kappa": 0},
        "A kappa of zero: the highest weight counts.",
        "Dividing by kappa, or taking the lowest.",
        _MEDIAN,
    ),
    "kappa-one": Change(
        {"kappa": 65535},
        "A kappa of one: all stake must support a weight.",
        "Asking for more than all.",
        _MEDIAN,
    ),
    "all-agree": Change(
        {"weights": [[[3, 65535], [4, 65535]]] * 3 + [[], []]},
        "All validators set the same weights: nothing is clipped.",
        "Clipping by a quantised median.",
        ("YC-consensus/clip", "YC-consensus/validator-trust"),
    ),
    "minority-dropped": Change(
        {"weights": [[[3, 65535]], [[3, 65535]], [[4, 65535]], [], []]},
        "Only a minority supports uid 4: consensus is zero there and the weight is dropped, not kept as zero.",
        "Keeping an explicit zero.",
        ("YC-consensus/clip", "YC-sparse/column-clip"),
    ),
    "explicit-zeros": Change(
        {"weights": [[[3, 65535], [4, 0]], [[3, 0], [4, 0]], [[3, 65535], [4, 0]], [], []]},
        "Explicit weights of zero stay until clipping, and a row of zeros is not divided.",
        "Dropping them on reading.",
        ("YC-weights/read", "YC-sparse/row-normalise"),
    ),
    "thirds": Change(
        {"alpha_stake": stakes(100, 100, 100, 0, 0), "kappa": 21845},
        "Three equal stakes and a kappa of exactly a third: the rounding of both decides.",
        "Comparing rational numbers.",
        _MEDIAN,
    ),
}

EMISSION = {
    "tenth-of-a-tao": Change(
        {
            "alpha_stake": stakes(10, 10, 10, 10, 10),
            "validator_permit": [False] * 5,
            "rao_emission": "1000000000",
            **_NO_WEIGHTS,
        },
        "Equal shares of 1e9 rao: a fifth pays 199 999 999, since shares and products are rounded down.",
        "Rounding to nearest.",
        ("YC-emission/in-rao", "YC-emission/without-scores"),
    ),
    "nothing-to-pay": Change(
        {"rao_emission": "0"},
        "Nothing is given: nobody is paid, and everything else goes on.",
        "Leaving the epoch out.",
        ("YC-emission/in-rao",),
    ),
    "one-rao": Change(
        {"rao_emission": "1"},
        "One rao is given: no share is a whole one, so nobody is paid.",
        "Paying it to the largest share.",
        ("YC-emission/in-rao",),
    ),
    "greatest-emission": Change(
        {"rao_emission": str(2**64 - 1)},
        "The greatest u64 is given: the product with a share fits an I96F32.",
        "A product in 64 bits or in floating point.",
        ("YC-emission/in-rao",),
    ),
    "active-stake-paid": Change(
        {**_NO_WEIGHTS},
        "No weights: validators are paid by active stake.",
        "Paying nobody, or by all stake.",
        ("YC-emission/without-scores",),
    ),
    "all-stake-paid": Change(
        {**_NO_WEIGHTS, "last_update": ["0"] * 5},
        "No weights and nobody active: all stake is paid, that of neurons without a permit too.",
        "Paying nobody.",
        ("YC-emission/without-scores",),
    ),
    "scores-without-dividends": Change(
        {"bonds_moving_average": "1000000", "bonds": [[], [], [], [], []]},
        "New bonds do not count and there are no old ones: incentive alone is paid, and combined emission follows it.",
        "Paying half of the emission whatever the dividends are.",
        ("YC-emission/scores",),
    ),
}

CHANGES = {"stake": STAKE, "median": MEDIAN, "emission": EMISSION}
"""Planned epochs by topic and slug."""
