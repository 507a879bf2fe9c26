"""A batch of weights or commits: each item by itself, none undoing another."""

from collections.abc import Callable, Iterable

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.subtensor_module import (
    BatchCompletedWithErrors,
    BatchWeightItemFailed,
    BatchWeightsCompleted,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.weights.who import WEIGHTS
from subtensor_spec.rules import SUBTENSOR, rule

Item = tuple[NetUid, Callable[[], None]]
"""A netuid and what is to be done there."""


@rule(
    "WGT-batch/items",
    SUBTENSOR(WEIGHTS, "do_batch_set_weights"),
    SUBTENSOR(WEIGHTS, "do_batch_commit_weights"),
)
def run_batch(state: State, hotkey: AccountId, netuids: tuple[NetUid, ...], items: Iterable[Item]) -> None:
    """A batch does its items in order and goes on after one that fails; the batch itself succeeds.

    Only when all are done, failures are told: once ``BatchCompletedWithErrors`` if there was one, and a
    ``BatchWeightItemFailed`` with netuid and error for each. ``BatchWeightsCompleted`` with all netuids ends it.
    """
    failures = []
    for netuid, act in items:
        try:
            act()
        except CallError as refusal:
            failures.append((netuid, refusal))
    if failures:
        state.emit(BatchCompletedWithErrors())
    for netuid, error in failures:
        state.emit(BatchWeightItemFailed(netuid, error))
    state.emit(BatchWeightsCompleted(netuids, hotkey))
