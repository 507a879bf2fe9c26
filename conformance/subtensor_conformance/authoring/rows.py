"""One row of an ``arith`` file: a question to a function and its outcome, in JSON and in plain Python values."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.types import codec
from subtensor_conformance.vectors.canonical import compact

PANIC = {"panic": True}
NONE = {"none": True}


@dataclass(frozen=True)
class Row:
    """Arguments and outcome as a vector file writes them."""

    function: Function
    arguments: tuple[Any, ...]
    outcome: dict[str, Any]

    @cached_property
    def values(self) -> tuple[Any, ...]:
        """The arguments with fixed-point values as their bits."""
        return tuple(
            codec(kind, bits=True).decode(argument)
            for (_, kind), argument in zip(self.function.parameters, self.arguments, strict=True)
        )

    @cached_property
    def result(self) -> Any:
        """The result with fixed-point values as their bits; nothing where there is no result."""
        if "ok" not in self.outcome:
            return None
        return codec(self.function.result, bits=True).decode(self.outcome["ok"])

    @property
    def panics(self) -> bool:
        """Whether production panics here."""
        return "panic" in self.outcome

    @property
    def is_none(self) -> bool:
        """Whether a checked operation has no result here."""
        return "none" in self.outcome

    @property
    def key(self) -> str:
        """What makes the question the same question."""
        return compact(self.arguments)


def reading_order(row: Row) -> tuple[Any, ...]:
    """Return the key that sorts rows: by number where all arguments are numbers, else the smaller question first."""
    if all(type(value) is int for value in row.values):
        return (0, row.values)
    return (1, len(row.key), row.key)
