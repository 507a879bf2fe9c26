"""Planned epochs with open and expired commits of weights."""

from subtensor_conformance.subjects.consensus.epochs.base import Change, registered

_COMMITS = ("YC-weights/committed", "YC-commits/earliest")

_OPEN = {"commit_reveal": True, "block_at_registration": registered(3, 900_000)}

COMMITS = {
    "open-before-registration": Change(
        {**_OPEN, "weight_commits": [[0, [["100", "899999"]]]]},
        "An open commit from before the target's registration: the weight does not count.",
        "Letting a commit for a predecessor count.",
        _COMMITS,
    ),
    "open-in-registration-block": Change(
        {**_OPEN, "weight_commits": [[0, [["100", "900000"]]]]},
        "An open commit in the block of the target's registration: the weight counts.",
        "<= where production has < here.",
        _COMMITS,
    ),
    "expired": Change(
        {**_OPEN, "weight_commits": [[0, [["98", "899999"]]]]},
        "A commit older than the reveal period has expired and masks nothing.",
        "Masking by expired commits.",
        (*_COMMITS, "YC-commits/expired"),
    ),
    "at-reveal-period": Change(
        {**_OPEN, "weight_commits": [[0, [["99", "899999"]]]]},
        "A commit whose reveal is due in this very epoch has not expired.",
        ">= where production has >.",
        (*_COMMITS, "YC-commits/expired"),
    ),
    "expires-when-epoch-is-due": Change(
        {**_OPEN, "epoch_due": True, "weight_commits": [[0, [["99", "899999"]]]]},
        "While an epoch is due, commits are judged by the next epoch's number, and this one has expired.",
        "Judging by the stored number.",
        ("YC-commits/current-epoch", "YC-commits/expired"),
    ),
    "first-open-of-several": Change(
        {**_OPEN, "weight_commits": [[0, [["97", "1"], ["100", "950000"], ["100", "899999"]]]]},
        "Of a neuron's hash commits only the first open one is looked at.",
        "Taking the least block of all open ones, or the first of all.",
        _COMMITS,
    ),
    "least-of-timelocked": Change(
        {**_OPEN, "timelocked_commits": [["99", [[0, "950000"], [1, "899999"]]], ["100", [[0, "899999"]]]]},
        "Of timelocked commits the least block of all open ones counts, whichever epoch it is in.",
        "Stopping at the first open one, as for hash commits.",
        _COMMITS,
    ),
    "both-kinds": Change(
        {
            **_OPEN,
            "weight_commits": [[0, [["100", "899999"]]]],
            "timelocked_commits": [["100", [[0, "950000"]]]],
        },
        "A neuron with commits of both kinds: the least block counts.",
        "Letting the second kind overwrite the first.",
        _COMMITS,
    ),
    "beyond-the-subnet": Change(
        {**_OPEN, "weight_commits": [[7, [["100", "1"]]]], "timelocked_commits": [["100", [[9, "1"]]]]},
        "Commits of uids that do not exist are ignored.",
        "Failing.",
        _COMMITS,
    ),
    "switched-off": Change(
        {"block_at_registration": registered(3, 900_000), "weight_commits": [[0, [["100", "899999"]]]]},
        "Commit-reveal is off: commits mask nothing.",
        "Applying the mask all the same.",
        ("YC-weights/outdated",),
    ),
    "greatest-reveal-period": Change(
        {**_OPEN, "reveal_period": str(2**64 - 1), "weight_commits": [[0, [["1", "899999"]]]]},
        "A reveal period at the end of u64: the sum saturates and nothing expires.",
        "Wrapping, which makes everything expire.",
        ("YC-commits/expired",),
    ),
    "greatest-epoch-index": Change(
        {
            **_OPEN,
            "epoch_index": str(2**64 - 1),
            "epoch_due": True,
            "reveal_period": "1",
            "weight_commits": [[0, [[str(2**64 - 3), "899999"]]]],
        },
        "While an epoch is due at the end of u64 the next one is the same: the commit has expired.",
        "Wrapping to epoch zero, for which every commit is open.",
        ("YC-commits/current-epoch",),
    ),
}

CHANGES = {"commits": COMMITS}
