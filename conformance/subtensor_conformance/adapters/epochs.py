"""A whole epoch on either built-in path, from the JSON of a message to the JSON of its answer."""

from importlib import import_module
from typing import Any

from subtensor_spec.wire.epoch import output_to_json, parse_epoch_input, persisted_to_json, stages_to_json

MODULES = {"exact": "subtensor_spec.chapters.consensus", "numpy": "subtensor_spec.vectorised.consensus"}
"""Where each path's ``run_epoch`` is."""


class EpochPath:
    """One path's epoch."""

    def __init__(self, name: str) -> None:
        self.run_epoch = import_module(MODULES[name]).run_epoch

    def answer(self, value: Any, *, stages: bool) -> dict[str, Any]:
        """Return what the epoch gives by uid, what storage holds after it, and, if wanted, its stages in order."""
        result = self.run_epoch(parse_epoch_input(value))
        terms, persisted = output_to_json(result), persisted_to_json(result)
        answer: dict[str, Any] = {"output": {"terms": terms, "persisted": persisted}}
        if stages:
            answer["stages"] = stages_to_json(result.stages)
        return answer
