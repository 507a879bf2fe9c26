"""An epoch's intermediate values as JSON."""

from typing import Any

from subtensor_spec.arithmetic import FixedPoint
from subtensor_spec.chapters.consensus.stages import MATRIX, STAGES, EpochStages


def stages_to_json(stages: EpochStages) -> dict[str, Any]:
    """Return the stages that apply, by name and in the order of the epoch."""
    return {name: stage_to_json(name, value) for name, value in stages.by_name().items()}


def stage_to_json(name: str, value: object) -> Any:
    """Return a stage's value as JSON: numbers in bits as decimal text, u64 too, columns as integers."""
    return _as_sparse(value) if STAGES[name].type == MATRIX else _as_json(value)


def _as_json(value: Any) -> Any:
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    if isinstance(value, FixedPoint):
        return str(value.bits)
    return value if isinstance(value, bool) else str(value)


def _as_sparse(rows: Any) -> Any:
    return [[[column, str(value.bits)] for column, value in row] for row in rows]
