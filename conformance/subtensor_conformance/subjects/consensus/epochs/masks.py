"""Planned epochs about who counts: activity, permits, masks of weights and bonds, commits."""

from subtensor_conformance.subjects.consensus.epochs.base import LAST_STEP, NOW, Change, registered, stakes

_TIE = "An unstable or descending sort, which lets the lower uid win."
_ACTIVITY = ("YC-activity/inactive", "YC-activity/cutoff")


def _updated(uid: int, block: int) -> list[str]:
    return [str(block) if index == uid else str(NOW - 10) for index in range(5)]


ACTIVITY = {
    "at-cutoff": Change(
        {"last_update": _updated(0, NOW - 5000)},
        "A last update exactly as far back as the cutoff: still active.",
        "<= where production has <.",
        _ACTIVITY,
    ),
    "past-cutoff": Change(
        {"last_update": _updated(0, NOW - 5001)},
        "A last update one block further back than the cutoff: inactive, so that its stake does not count.",
        "A cutoff of one block more, or removing its weights too.",
        (*_ACTIVITY, "YC-stake/active"),
    ),
    "factor-zero": Change(
        {"activity_cutoff_factor_milli": 0, "last_update": _updated(1, NOW - 1)},
        "A factor of zero: the cutoff is one block all the same.",
        "A cutoff of zero blocks, which makes everybody inactive.",
        ("YC-activity/cutoff",),
    ),
    "future-update": Change(
        {"last_update": _updated(2, 2**64 - 1)},
        "A last update near the end of u64: adding the cutoff saturates.",
        "Wrapping, which makes it inactive.",
        ("YC-activity/inactive",),
    ),
}

PERMITS = {
    "tie-of-equal-stakes": Change(
        {"alpha_stake": stakes(100, 100, 100, 100, 100), "max_allowed_validators": 2},
        "Five equal stakes for two permits: uids 3 and 4 get them.",
        _TIE,
        ("YC-permits/new", "YC-vector/top-k"),
    ),
    "tie-at-the-edge": Change(
        {"alpha_stake": stakes(500, 200, 200, 100, 200), "max_allowed_validators": 2},
        "Three equal stakes for the last permit: the highest of their uids gets it.",
        _TIE,
        ("YC-permits/new", "YC-vector/top-k"),
    ),
    "none-allowed": Change(
        {"max_allowed_validators": 0},
        "No permit is allowed: nobody has one next time, and this time those that have one keep it.",
        "Granting one all the same, or taking permits away at once.",
        ("YC-permits/new", "YC-output/bonds"),
    ),
    "more-allowed-than-neurons": Change(
        {"max_allowed_validators": 64},
        "More permits than neurons: everybody with stake has one, the others none.",
        "Permits without stake.",
        ("YC-permits/new",),
    ),
    "owner-without-stake": Change(
        {"owner_uid": 4, "max_allowed_validators": 2},
        "The owner has no stake and gets a permit besides those allowed.",
        "Counting the owner's permit among those allowed.",
        ("YC-permits/owner", "YC-permits/new"),
    ),
    "owner-out-of-range": Change(
        {"owner_uid": 9},
        "The owner's uid does not exist: nothing happens.",
        "Failing, or lengthening a list.",
        ("YC-permits/new",),
    ),
    "owner-self-weight": Change(
        {
            "owner_uid": 0,
            "weights": [[[0, 65535], [3, 65535]], [[0, 65535], [1, 65535]], [[2, 65535], [4, 65535]], [], []],
        },
        "The owner's weight on itself counts, another validator's on itself does not.",
        "Exempting the owner's column instead of its own entry.",
        ("YC-weights/self", "YC-sparse/mask-diagonal-except"),
    ),
    "permit-lost": Change(
        {"validator_permit": [True, True, True, True, False], "max_allowed_validators": 1},
        "Validators that lose their permit lose their bonds, and count in this epoch for the last time.",
        "Keeping their bonds, or taking the new permits at once.",
        ("YC-output/bonds", "YC-permits/new", "YC-weights/permitted"),
    ),
    "dust-stakes": Change(
        {"alpha_stake": ["21000000000000000", "1", "1", "0", "0"], "max_allowed_validators": 3},
        "Stakes of one rao beside the whole supply: their shares round to zero, and zeros get no permit.",
        "Ranking by the stakes themselves instead of their rounded shares.",
        ("YC-permits/new", "YC-stake/shares"),
    ),
}

MASKS = {
    "weights-in-registration-block": Change(
        {"last_update": _updated(0, NOW - 20), "block_at_registration": registered(3, NOW - 20)},
        "Weights set in the very block in which their target was registered do not count.",
        "< where production has <=.",
        ("YC-weights/outdated",),
    ),
    "weights-after-registration-block": Change(
        {"last_update": _updated(0, NOW - 20), "block_at_registration": registered(3, NOW - 21)},
        "Weights set one block after their target's registration count.",
        "A mask that reaches one block too far.",
        ("YC-weights/outdated",),
    ),
    "bonds-at-last-step": Change(
        {"block_at_registration": registered(3, LAST_STEP)},
        "A neuron registered in the block of the last epoch keeps its bonds.",
        "Comparing with the last epoch itself instead of the block after it.",
        ("YC-bonds/outdated", "YC-bonds/first-block"),
    ),
    "bonds-after-last-step": Change(
        {"block_at_registration": registered(3, LAST_STEP + 1)},
        "Bonds in a neuron registered in the block after the last epoch are removed.",
        "< where production has <=.",
        ("YC-bonds/outdated", "YC-bonds/first-block"),
    ),
    "bonds-after-last-step-yuma-3": Change(
        {"block_at_registration": registered(3, LAST_STEP + 1), "yuma3": True},
        "The same under Yuma 3.",
        "Removing outdated bonds under Yuma 2 only.",
        ("YC-bonds/outdated", "YC-bonds/first-block"),
    ),
    "bonds-in-first-epoch": Change(
        {"last_mechanism_step_block": "0", "block_at_registration": registered(3, NOW - 360)},
        "Without a last epoch a tempo before now is taken for it, and the comparison includes it.",
        "Taking block zero, or adding one here too.",
        ("YC-bonds/first-block", "YC-bonds/outdated"),
    ),
    "bonds-in-first-blocks": Change(
        {
            "current_block": "100",
            "last_mechanism_step_block": "0",
            "last_update": ["90"] * 5,
            "block_at_registration": ["0", "0", "0", "0", "1"],
        },
        "A tempo before now lies before block zero: it saturates there, and bonds in neurons of block zero go.",
        "Wrapping below zero.",
        ("YC-bonds/first-block", "YC-bonds/outdated"),
    ),
    "bonds-after-the-last-block": Change(
        {"last_mechanism_step_block": str(2**64 - 1)},
        "The block after the greatest u64 is that block again: bonds in every neuron registered before it stay.",
        "Wrapping to block zero, after which every neuron is new and every bond goes.",
        ("YC-bonds/first-block", "YC-bonds/outdated"),
    ),
    "bonds-out-of-range": Change(
        {"bonds": [[[3, 65535], [7, 65535]], [[3, 20000], [9, 1]], [[3, 10000]], [], [], [[3, 65535]]]},
        "Bonds in uids that do not exist are kept on reading; a row beyond the subnet is not read.",
        "Filtering the entries too, or failing.",
        ("YC-bonds/read", "YC-yuma2/average"),
    ),
    "bonds-out-of-range-yuma-3": Change(
        {"yuma3": True, "bonds": [[[3, 65535], [7, 65535]], [[3, 20000], [9, 1]], [[3, 10000]], [], []]},
        "The same under Yuma 3.",
        "Filtering the entries too, or failing.",
        ("YC-bonds/read-proportions", "YC-yuma3/average"),
    ),
    "repeated-columns": Change(
        {
            "weights": [[[3, 65535], [3, 100], [4, 32768]], [[4, 1], [3, 40000], [4, 65535]], [[3, 65535]], [], []],
            "bonds": [[[3, 65535], [3, 65535]], [[4, 1], [3, 20000]], [[3, 10000]], [], []],
        },
        "Rows that name a column twice: sums count both entries, the median the last.",
        "Merging a row on reading it.",
        ("YC-weights/read", "YC-consensus/of-stake", "YC-yuma2/average"),
    ),
    "nobody-registered": Change(
        {
            "n": 0,
            "last_update": [],
            "block_at_registration": [],
            "alpha_stake": [],
            "tao_stake": [],
            "validator_permit": [],
            "weights": [],
            "bonds": [],
        },
        "A subnet without neurons.",
        "Failing for want of a first entry.",
        ("YC-epoch/mechanism",),
    ),
}

CHANGES = {"activity": ACTIVITY, "permits": PERMITS, "masks": MASKS}
"""Planned epochs by topic and slug."""
