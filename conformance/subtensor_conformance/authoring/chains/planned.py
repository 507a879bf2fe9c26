"""Chains planned by hand, for what no observation reached: their answers are the exact path's own.

A plan is a :class:`Situation`: a published state, storage written into it, blocks and calls. What the steps leave
behind is worked out when vectors are generated, so that a planned chain pins today's reading of the source and says so
by its evidence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from subtensor_conformance import subjects
from subtensor_conformance.authoring.chains.documents import Chains
from subtensor_conformance.vectors.documents import SINCE_R425
from subtensor_spec.blocks.steps import SetStep, execute
from subtensor_spec.chain.state import State
from subtensor_spec.rules import record
from subtensor_spec.wire.chain_steps import step_from_json
from subtensor_spec.wire.state.changes import changes_from_typed, typed_changes
from subtensor_spec.wire.steps import event_to_json, outcome_to_json

Document = dict[str, Any]

EVIDENCE = "reference-only"
PREFIX = "trace/planned/"
"""Ids of planned chains begin so; nothing observed does."""


@dataclass(frozen=True)
class Situation:
    """A chain of steps to plan: ``steps`` are calls, blocks and writes as vectors write them, without answers."""

    slug: str
    pre: str
    why: str
    catches: str
    steps: tuple[Document, ...]

    @property
    def identifier(self) -> str:
        """The id under which the chain is published."""
        return PREFIX + self.slug


def planned_situations() -> Iterator[Situation]:
    """Yield the situations of all subjects."""
    for _, part in subjects.parts("situations"):
        yield from part.SITUATIONS


def planned_document(situation: Situation, chains: Chains) -> Document:
    """Return the document of a planned chain, every step with what the exact path makes of it."""
    state = chains.state(situation.pre)
    with record() as ran:
        steps = [_answered(state, step) for step in situation.steps]
    return {
        "kind": "trace",
        "format": 1,
        "id": situation.identifier,
        "revisions": SINCE_R425,
        "rules": sorted(ran),
        "why": situation.why,
        "catches": situation.catches,
        "evidence": EVIDENCE,
        "tier": "core",
        "pre": situation.pre,
        "steps": steps,
    }


def _answered(state: State, step: Document) -> Document:
    if "set" in step:
        execute(state, SetStep(changes_from_typed(step["set"])))
        return step
    result = execute(state, step_from_json(step))
    left = {
        "changes": typed_changes(result.changes),
        "events": [event_to_json(event) for event in result.events],
    }
    return {**step, **left} if "block" in step else {**step, "outcome": outcome_to_json(result.refusal), **left}
