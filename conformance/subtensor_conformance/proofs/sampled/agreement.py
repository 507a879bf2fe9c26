"""Functions on both paths, held against one another on the same rows."""

from collections.abc import Iterable
from typing import Any

from subtensor_conformance.functions.function import BatchKernel, Function
from subtensor_conformance.proofs.proof import Refuted
from subtensor_conformance.proofs.sampled.arguments import Row, rows
from subtensor_spec.arithmetic import FORMATS
from subtensor_spec.errors import Panic


def check_agreement(pairs: Iterable[tuple[Function, BatchKernel]], count: int, seed: int) -> None:
    """Raise :class:`Refuted` for the first row on which a kernel and its exact function differ."""
    for function, kernel in pairs:
        arguments = rows(function, count, seed)
        for row, found in zip(arguments, kernel(arguments), strict=True):
            expected = _exact(function, row)
            if _shown(found) != expected:
                raise Refuted(f"{function.name}{row}: {_shown(found)}, exactly {expected}")


def _exact(function: Function, row: Row) -> Any:
    values = [_typed(kind, value) for (_, kind), value in zip(function.parameters, row, strict=True)]
    try:
        return _shown(function.exact(*values))
    except Panic as panic:
        return _shown(panic)


def _typed(kind: str, value: Any) -> Any:
    if kind in FORMATS:
        return FORMATS[kind].from_bits(value)
    if isinstance(value, list):
        return [_typed(kind.removeprefix("list<")[:-1], term) for term in value]
    return value


def _shown(outcome: Any) -> Any:
    return f"panic: {outcome}" if isinstance(outcome, Panic) else getattr(outcome, "bits", outcome)
