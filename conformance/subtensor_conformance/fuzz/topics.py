"""What is fuzzed: every published function, and whole epochs, in a fixed order."""

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import chain, repeat
from random import Random
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions import all_functions
from subtensor_conformance.functions.function import Function
from subtensor_conformance.fuzz.strategies.functions import arguments_of, epochs
from subtensor_conformance.protocol.nearest import near
from subtensor_spec.errors import InvalidInput

EPOCH = "epoch"
"""The name of the topic that is a whole epoch."""

EPOCH_FUNCTIONS = ("epoch.sparse", "epoch.persist")
"""The epoch by its captured names; it is asked as kind ``epoch``."""

ROWS = 16
"""The most rows that are asked at once."""

EXAMPLES = 40
"""Lists of rows, or epochs, in a round."""

EPOCH_EVERY = 4
"""Of so many rounds one is of epochs, where these are wanted."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One function, or the epoch; of a slow one a round has fewer rows."""

    name: str
    kind: str
    chapters: tuple[str, ...]
    slow: bool = False

    @property
    def examples(self) -> SearchStrategy[list[Any]]:
        """Return the strategy of what is asked at once: a list of inputs."""
        if self.kind == "epoch":
            return st.tuples(epochs()).map(list)
        most = ROWS // 4 if self.slow else ROWS
        return st.lists(arguments_of(self.name), min_size=1, max_size=most)

    @property
    def count(self) -> int:
        """How many examples a round has."""
        return EXAMPLES // 2 if self.slow else EXAMPLES


def topics(chapters: Sequence[str] = (), wanted: Sequence[str] = (), unwanted: Sequence[str] = ()) -> list[Topic]:
    """Return what may be asked in some chapters, or all; patterns select and leave out by name.

    Raises :class:`InvalidInput` if nothing is left, or for a chapter that has no function.
    """
    known = [Topic(EPOCH, "epoch", ("YC",)), *(_of_function(function) for function in all_functions().values())]
    existing = sorted(set(chain.from_iterable(topic.chapters for topic in known)))
    for chapter in chapters:
        if chapter not in existing:
            raise InvalidInput("--chapter", f"{chapter} has no functions; there are {', '.join(existing)}")
    names = [topic.name for topic in known if topic.name not in EPOCH_FUNCTIONS]
    for option, patterns in (("--function", wanted), ("--except", unwanted)):
        for pattern in patterns:
            if not any(_matches(name, (pattern,)) for name in names):
                raise InvalidInput(option, f"{pattern} matches no function{near(pattern, names)}")
    chosen = [
        topic
        for topic in known
        if topic.name not in EPOCH_FUNCTIONS
        and (not chapters or not set(chapters).isdisjoint(topic.chapters))
        and (not wanted or _matches(topic.name, wanted))
        and not _matches(topic.name, unwanted)
    ]
    if not chosen:
        raise InvalidInput("", "no function matches this selection")
    return chosen


def _of_function(function: Function) -> Topic:
    chapters = dict.fromkeys(rule.split("-", 1)[0] for rule in function.rules)
    return Topic(function.name, "arith", tuple(chapters) or ("YC",), function.slow)


def _matches(name: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def cycle(chosen: Sequence[Topic], seed: int) -> list[Topic]:
    """Return the order in which topics take turns: all once, and the epoch again and again between them."""
    epoch = [topic for topic in chosen if topic.kind == "epoch"]
    others = [topic for topic in chosen if topic.kind != "epoch"]
    Random(seed).shuffle(others)
    if not epoch or not others:
        return epoch or others
    groups = [others[start : start + EPOCH_EVERY - 1] for start in range(0, len(others), EPOCH_EVERY - 1)]
    return [topic for group, first in zip(groups, repeat(epoch[0]), strict=False) for topic in (first, *group)]
