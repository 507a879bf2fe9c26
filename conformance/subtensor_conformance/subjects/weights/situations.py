"""Weights of an old version, and weights of root."""

from typing import Any

from subtensor_conformance.authoring.chains.planned import Situation

VALIDATOR = "0x509a36181c5d441282385d2bb42fa6441b91462bcf938b6ca55b0fade6fd7a67"


def _set(netuid: int, version: int) -> dict[str, Any]:
    arguments = {"netuid": netuid, "dests": [0, 1], "weights": [1, 2], "version_key": str(version)}
    return {"call": "SubtensorModule.set_weights", "origin": VALIDATOR, "args": arguments}


_WITHOUT_STAKE = {
    "set": {
        "SubtensorModule.StakeThreshold": [[[], "0"]],
        "SubtensorModule.CommitRevealWeightsEnabled": [[[0], False]],
    }
}

SITUATIONS = (
    Situation(
        "weights-of-an-old-version",
        "blocks-s1",
        "Weights with a version key below the subnet's are refused; with the same they are taken.",
        "A comparison of version keys that is left out, turned round or one off.",
        ({"set": {"SubtensorModule.WeightsVersionKey": [[[3], "7"]]}}, _set(3, 6), _set(3, 7)),
    ),
    Situation(
        "weights-of-root",
        "blocks-s1",
        "Root takes no weights: from one without stake for that reason, and where no stake is asked for itself.",
        "Weights that are stored for root.",
        (_set(0, 0), _WITHOUT_STAKE, _set(0, 0)),
    ),
)
