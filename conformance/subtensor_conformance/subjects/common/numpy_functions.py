"""Between cases that have a state and the arrays of the numpy path."""

from collections.abc import Callable, Sequence
from typing import Any

from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_conformance.subjects.common.state import CoinbaseState, parse_state
from subtensor_spec.vectorised.stake_weight.proportions import proportion_of_u64
from subtensor_spec.vectorised.words.integers import integers

Rows = Sequence[tuple[Any, ...]]


def each(answer: Callable[..., Outcome]) -> BatchKernel:
    """Return the kernel that asks case by case, the state parsed."""
    return lambda rows: [answer(parse_state(state), *arguments) for state, *arguments in rows]


def states(rows: Rows) -> list[CoinbaseState]:
    """Return the state of every case."""
    return [parse_state(row[0]) for row in rows]


def proportions(stored: Sequence[int]) -> list[Outcome]:
    """Return stored 64-bit proportions as U96F32."""
    return [*proportion_of_u64(integers(stored))]
