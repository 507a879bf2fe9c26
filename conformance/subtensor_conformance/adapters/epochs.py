"""A whole epoch on either built-in path, from the JSON of a message to the JSON of its answer."""

from importlib import import_module
from typing import Any

MODULES = {"exact": "subtensor_spec.consensus", "numpy": "subtensor_spec.vectorised.epoch"}
"""Where each path's ``run_epoch`` is."""


class EpochPath:
    """One path's epoch. The last result is kept, since replays ask twice about one input."""

    def __init__(self, name: str) -> None:
        self.consensus = import_module(MODULES["exact"])
        self.run_epoch = import_module(MODULES[name]).run_epoch
        self.last: tuple[Any, Any] | None = None

    def _result(self, value: Any) -> Any:
        if self.last is None or self.last[0] != value:
            self.last = value, self.run_epoch(self.consensus.parse_epoch_input(value))
        return self.last[1]

    def terms(self, value: Any) -> Any:
        """Return what the epoch returns, by uid."""
        return self.consensus.output_to_json(self._result(value))

    def persisted(self, value: Any) -> Any:
        """Return what storage holds after the epoch."""
        return self.consensus.persisted_to_json(self._result(value))

    def stages(self, value: Any) -> dict[str, Any]:
        """Return the intermediate values in the order of their computation."""
        stages = self._result(value).stages
        return {name: self.consensus.stage_to_json(name, stage) for name, stage in stages.items()}
