"""One step of an explanation: facts and a table, free of any layout."""

from dataclasses import dataclass, field
from typing import Any

from subtensor_spec.arithmetic import FixedPoint


@dataclass(frozen=True)
class Wide:
    """An integer of a type wider than 32 bits, such as rao and blocks; JSON has it as decimal text."""

    value: int


Value = FixedPoint | Wide | int | bool | str | None
"""A number with its bits, an integer, yes or no, or words; nothing where a value does not apply."""


@dataclass(frozen=True)
class Step:
    """What one step of the epoch did to the neuron.

    ``facts`` are named values in order. ``columns`` and ``rows`` are a table, such as one row for each voter.
    """

    title: str
    rules: tuple[str, ...]
    facts: dict[str, Value] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    rows: list[tuple[Value, ...]] = field(default_factory=list)


def step_to_json(step: Step) -> dict[str, Any]:
    """Return a step as JSON; a fixed-point number is its format, bits and decimal."""
    return {
        "title": step.title,
        "rules": list(step.rules),
        "facts": {name: _value_to_json(value) for name, value in step.facts.items()},
        "columns": list(step.columns),
        "rows": [[_value_to_json(value) for value in row] for row in step.rows],
    }


def _value_to_json(value: Value) -> Any:
    if isinstance(value, FixedPoint):
        return {"type": value.NAME, "bits": str(value.bits), "decimal": value.to_decimal()}
    if isinstance(value, Wide):
        return str(value.value)
    return value
