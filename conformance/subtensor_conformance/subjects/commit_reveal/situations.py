"""Reveals of something else than what was committed, and of one commit twice."""

from typing import Any

from subtensor_conformance.authoring.chains.planned import Situation

VALIDATOR = "0xe521853dc4d6131ba55aa6a6fef52467869dbe2d57fad54508d81f21f4f10752"


_UIDS, _VALUES = [8, 1, 0, 7, 4, 2, 3], [1, 65_535, 150, 185, 65_535, 65_535, 1]
_SALT = 17_364


def _reveal(salt: int) -> dict[str, Any]:
    arguments = {"netuid": 3, "uids": _UIDS, "values": _VALUES, "salt": [salt], "version_key": "0"}
    return {"call": "SubtensorModule.reveal_weights", "origin": VALIDATOR, "args": arguments}


def _reveal_times(count: int) -> dict[str, Any]:
    arguments = {
        "netuid": 3,
        "uids_list": [_UIDS] * count,
        "values_list": [_VALUES] * count,
        "salts_list": [[_SALT]] * count,
        "version_keys": ["0"] * count,
    }
    return {"call": "SubtensorModule.batch_reveal_weights", "origin": VALIDATOR, "args": arguments}


SITUATIONS = (
    Situation(
        "reveal-with-another-salt",
        "commits-s3",
        "A reveal whose hash nobody committed is refused and takes no commit away; the right one is taken.",
        "A hash without the salt, or commits that a wrong reveal uses up.",
        (_reveal(_SALT + 1), _reveal(_SALT)),
    ),
    Situation(
        "reveal-of-one-commit-twice",
        "commits-s3",
        "A batch that reveals one commit twice is refused whole; the commit is still there for a batch of one.",
        "A commit that counts twice, or the half of a batch that stays.",
        (_reveal_times(2), _reveal_times(1)),
    ),
)
