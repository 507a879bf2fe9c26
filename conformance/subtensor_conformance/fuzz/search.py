"""One round: inputs of one topic are drawn and asked; the first that differs is made as small as it gets."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import Phase, find, settings
from hypothesis.errors import NoSuchExample

from subtensor_conformance.fuzz.jury import Jury
from subtensor_conformance.fuzz.polish import polished
from subtensor_conformance.fuzz.topics import Topic
from subtensor_conformance.runner.verdict import Finding
from subtensor_conformance.vectors.canonical import compact
from subtensor_spec.errors import SpecError

PATIENCE = 60.0
"""Seconds that making a difference small may take: half of them for hypothesis, half for the last touch."""

STEPS = 2000
"""The most steps of the last touch."""


@dataclass(frozen=True, slots=True)
class Difference:
    """An input on which an implementation is not right, and what became of it there."""

    topic: Topic
    input: Any
    finding: Finding


@dataclass(frozen=True, slots=True)
class Round:
    """What one round was about, how many questions it asked, whether time sufficed for it, and what it found."""

    number: int
    topic: Topic
    questions: int
    finished: bool
    difference: Difference | None = None


@dataclass
class _Search:
    """Tells hypothesis whether an example is interesting, and remembers why.

    An example that was seen before has the answer that it had then, so that an implementation which does not always
    answer alike cannot confuse the search. After the deadline nothing new is interesting, which ends it quickly.
    """

    topic: Topic
    jury: Jury
    deadline: float
    patience: float
    clock: Callable[[], float] = time.monotonic
    questions: int = 0
    seen: dict[str, Difference | None] = field(default_factory=dict)
    obstacle: SpecError | None = None
    shrinking: bool = False

    def differs(self, example: list[Any]) -> bool:
        """Ask a list of inputs and return whether any answer is wrong."""
        key = compact(example)
        if key not in self.seen:
            self.seen[key] = self._ask(example)
        return self.seen[key] is not None

    def _ask(self, example: list[Any]) -> Difference | None:
        if self.obstacle or self.clock() > self.deadline:
            return None
        self.questions += len(example)
        try:
            findings = self.jury.judge(self.topic, example)
        except SpecError as error:
            self.obstacle = error
            return None
        for value, finding in zip(example, findings, strict=True):
            if self.jury.counts(finding):
                self._found()
                return Difference(self.topic, value, finding)
        return None

    def _found(self) -> None:
        """Once a difference is found, there is time for making it small, whatever the time was before."""
        if not self.shrinking:
            self.shrinking = True
            self.deadline = self.clock() + self.patience


def search(topic: Topic, seed: int, number: int, jury: Jury, deadline: float, patience: float = PATIENCE) -> Round:
    """Do round ``number`` of a seed: the inputs that it draws depend on these two and the topic alone.

    ``deadline`` is a time of the monotonic clock after which nothing is asked any more, except to make a difference
    small that was found before it. Raises :class:`InvalidInput` if the implementation cannot be asked any more.
    """
    state = _Search(topic, jury, deadline, patience / 2)
    options = settings(
        max_examples=topic.count,
        phases=[Phase.generate, Phase.shrink],
        database=None,
        deadline=None,
        derandomize=False,
    )
    try:
        smallest = find(topic.examples, state.differs, settings=options, random=_random(seed, number, topic))
        difference = _polish(state, state.seen[compact(smallest)])
    except NoSuchExample:
        difference = None
    if difference is None and state.obstacle:
        raise state.obstacle
    return Round(number, topic, state.questions, state.clock() <= deadline, difference)


def _polish(state: _Search, difference: Difference | None) -> Difference | None:
    if difference is None or difference.topic.kind == "epoch":
        return difference  # an epoch's usual parameters say more than zeros would
    state.deadline = state.clock() + state.patience
    smallest = polished(difference.input, lambda value: state.differs([value]), STEPS)
    return state.seen.get(compact([smallest])) or difference


def _random(seed: int, number: int, topic: Topic) -> Random:
    digest = hashlib.sha256(f"{seed}/{number}/{topic.name}".encode()).digest()
    return Random(int.from_bytes(digest[:8], "big"))
