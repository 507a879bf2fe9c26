"""The worked example of chapter 15: a subnet of five neurons, of which three validate."""

import json
from importlib.resources import files
from typing import Any

from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.wire.epoch.parsing import parse_epoch_input


def worked_example() -> EpochInput:
    """Return the epoch input of the worked example.

    Uids 0 and 1 hold most of the stake; uid 2 is the subnet owner's, below the stake threshold. Uid 3 serves; so does
    uid 4, which has registered since the last epoch and holds stake enough for a permit of its own.
    """
    return parse_epoch_input(example_json())


def example_json() -> dict[str, Any]:
    """Return the example as it would stand in a file."""
    text = files("subtensor_spec.wire.epoch").joinpath("example-epoch.json").read_text()
    value: dict[str, Any] = json.loads(text)
    return value
