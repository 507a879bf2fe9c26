"""Planned epochs that tell a rule from what is nearly the rule: each kills a mutant that no other vector noticed."""

from subtensor_conformance.subjects.consensus.epochs.base import Change, stakes

LIQUID = {"yuma3": True, "liquid_alpha": True}
GREATEST = str(2**64 - 1)

NEAR_MISSES = {
    "threshold-beyond-the-greatest-stake": Change(
        {"alpha_stake": [GREATEST, *stakes(300, 200, 0, 0)], "stake_threshold": str(2**63)},
        "A threshold of 2**63 rao, one more than any stake that an I64F64 holds: nobody has enough.",
        "Converting the threshold to I64F64, where it saturates and the greatest stake meets it.",
        ("YC-stake/threshold", "YC-convert/to-u64"),
    ),
    "owner-beyond-the-stored-permits": Change(
        {
            "validator_permit": [True, True, True],
            "owner_uid": 4,
            "alpha_stake": stakes(500, 300, 200, 0, 400),
            "weights": [
                [[3, 65535], [2, 32768]],
                [[3, 40000], [2, 65535]],
                [[3, 65535], [0, 20000]],
                [],
                [[3, 10000], [0, 65535]],
            ],
        },
        "The owner's uid lies beyond the permits that are stored: the list is not made longer for it.",
        "Granting the owner a permit all the same, so that its weights count.",
        ("YC-permits/owner", "YC-weights/permitted"),
    ),
    "zero-weight-keeps-a-bond": Change(
        LIQUID
        | {
            "weights": [[[3, 65535], [4, 0]], [[3, 40000], [4, 65535]], [[3, 65535], [4, 20000]], [], []],
        },
        "Under liquid alpha an explicit weight of zero names its column, so the old bond in it decays and is kept.",
        "Dropping weights of zero when they are read, and the bond with them.",
        ("YC-weights/read", "YC-sparse/average-by-entry"),
    ),
    "zero-after-another-weight": Change(
        {
            "weights": [
                [[3, 65535], [4, 32768], [3, 0]],
                [[3, 40000], [4, 65535]],
                [[3, 65535], [4, 20000]],
                [],
                [],
            ],
        },
        "A column that is named twice, the second time with zero: in the median the last entry counts.",
        "Dropping weights of zero when they are read.",
        ("YC-weights/read", "YC-consensus/weighted-median-columns"),
    ),
    "bond-beyond-n-stops-the-walk": Change(
        LIQUID
        | {
            "bonds": [
                [[70, 65535], [3, 65535], [4, 30000]],
                [[3, 20000], [4, 65535]],
                [[3, 10000]],
                [],
                [],
            ],
        },
        "A bond in a uid that does not exist, stored first: the walk along the row never gets past it, so the others "
        "count as zero in liquid alpha.",
        "Dropping such bonds when they are read, as such weights are; looking bonds up by column.",
        ("YC-bonds/read", "YC-liquid-alpha/walk"),
    ),
    "negative-shares-paid-nothing": Change(
        {
            "alpha_stake": [str(2**62 + 2**61), str(2**62), *stakes(200, 0, 0)],
            "validator_permit": [False] * 5,
        },
        "The sum of all stake wraps and is negative, so every share of stake is negative too; without permits or "
        "scores it is these shares that are paid.",
        "A negative share of the emission that wraps to nearly 2**64 rao, or that is paid by its absolute value.",
        ("YC-emission/in-rao", "YC-emission/without-scores", "YC-stake/shares"),
    ),
}

CHANGES = {"near-miss": NEAR_MISSES}
