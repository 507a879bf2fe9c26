"""How a published function is bound to the two built-in paths."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Outcome = Any
"""What one row gives: a value in bits, ``None`` for nothing, or a :class:`~subtensor_spec.errors.Panic`."""

BatchKernel = Callable[[Sequence[tuple[Any, ...]]], list[Outcome]]
"""The numpy path of a function: argument tuples in bits to one outcome each, in order."""


@dataclass(frozen=True)
class Function:
    """One function that vectors and adapters name.

    ``name`` is the published name (``i32f32.saturating_mul``), ``raw_name`` that of captured answers
    (``fx.I32F32.saturating_mul``). ``parameters`` and ``result`` are written in the type language of
    :mod:`subtensor_conformance.functions.types`. ``exact`` takes and returns the exact path's own values.
    """

    name: str
    raw_name: str
    parameters: tuple[tuple[str, str], ...]
    result: str
    exact: Callable[..., Any]
    rules: tuple[str, ...]
