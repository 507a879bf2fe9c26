"""A chain taken again by the reference, step by step, each held against what it is said to leave behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from subtensor_conformance.runner.judge_steps import step_difference, words
from subtensor_conformance.runner.verdict import Difference, Shown
from subtensor_spec.blocks.steps import Result, SetStep, execute
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chain.state import State
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import record
from subtensor_spec.wire.chain_steps import result_to_json, step_from_json
from subtensor_spec.wire.state.changes import changes_from_typed

Document = dict[str, Any]


@dataclass(frozen=True)
class Moment:
    """One step: where it stands, what it is, what it left behind, and how that differs from what it should."""

    place: int
    block: int | None
    step: Document
    result: Result | None
    difference: Difference | None

    @property
    def words(self) -> str:
        """The step in words."""
        return words(self.step)


def replay(state: State, steps: list[Document]) -> Iterator[Moment]:
    """Take the steps of a trace on a state, and yield each; the first that differs is the last.

    Steps are as vectors write them, with their answers. Raises :class:`InvalidInput` for a step that cannot be read.
    """
    block = None
    for place, step in enumerate(steps):
        try:
            result, difference = _take(state, step)
        except InvalidInput as complaint:
            raise complaint.within(f"step {place + 1}") from None
        block = step["block"]["number"] if "block" in step else block
        yield Moment(place, block, step, result, difference)
        if difference is not None:
            return


def _take(state: State, step: Document) -> tuple[Result | None, Difference | None]:
    if "checkpoint" in step:
        expected, digest = step["checkpoint"]["digest"], state.digest()
        same = expected == digest
        return None, None if same else Difference("digest of the whole state", "", Shown(expected), Shown(digest))
    if "set" in step:
        return execute(state, SetStep(changes_from_typed(step["set"]))), None
    asked = step_from_json(step)
    result = execute(state, asked)
    found = step_difference(step, step, changes_from_typed(step["changes"]), result_to_json(asked, result))
    return result, None if found is None else found[1]


def rules_of(state: State, steps: list[Document]) -> list[str]:
    """Return the rules that run in the last of some steps, taken from a state."""
    complete_registry()
    *before, last = steps
    for step in before:
        _take(state, step)
    with record() as ran:
        _take(state, last)
    return sorted(ran)
