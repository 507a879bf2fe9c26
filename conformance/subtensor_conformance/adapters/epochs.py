"""A whole epoch on either built-in path, from the JSON of a message to the JSON of its answer."""

from importlib import import_module
from typing import Any

MODULES = {"exact": "subtensor_spec.consensus", "numpy": "subtensor_spec.vectorised.epoch"}
"""Where each path's ``run_epoch`` is."""


class EpochPath:
    """One path's epoch."""

    def __init__(self, name: str) -> None:
        self.consensus = import_module(MODULES["exact"])
        self.run_epoch = import_module(MODULES[name]).run_epoch

    def answer(self, value: Any, *, stages: bool) -> dict[str, Any]:
        """Return what the epoch gives by uid, what storage holds after it, and, if wanted, its stages in order."""
        result = self.run_epoch(self.consensus.parse_epoch_input(value))
        terms, persisted = self.consensus.output_to_json(result), self.consensus.persisted_to_json(result)
        answer: dict[str, Any] = {"output": {"terms": terms, "persisted": persisted}}
        if stages:
            encode = self.consensus.stage_to_json
            answer["stages"] = {name: encode(name, stage) for name, stage in result.stages.items()}
        return answer
