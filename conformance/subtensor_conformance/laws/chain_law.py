"""Laws over chains: what holds in every state of a chain, and over every step of one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from subtensor_conformance import subjects
from subtensor_spec.chain.state import State

CALL, BLOCK, SET = "call", "block", "set"


@dataclass(frozen=True, slots=True)
class Told:
    """An event: its full name, and its fields in their JSON form by name."""

    name: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Happened:
    """A step that was taken, and what it said of itself; storage tells the rest."""

    kind: str
    """``call``, ``block``, or ``set`` for storage written from outside."""
    call: str = ""
    """The full name of the call, nothing if it was none."""
    origin: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    refused: bool = False
    changes: Mapping[bytes, bytes | None] = field(default_factory=dict)
    """The entries that differ afterwards: raw key to raw value, nothing for one that is gone."""
    events: tuple[Told, ...] = ()

    @property
    def title(self) -> str:
        """The step in one word."""
        return self.call or self.kind

    def events_of(self, *names: str) -> Iterator[Told]:
        """Yield the events of these full names, in order."""
        return (event for event in self.events if event.name in names)


@dataclass(frozen=True)
class StateLaw:
    """What holds in every state that a chain from genesis reaches; ``check`` yields each breach in words."""

    name: str
    statement: str
    rules: tuple[str, ...]
    check: Callable[[State], Iterator[str]]


@dataclass(frozen=True)
class StepLaw:
    """What holds over every step; ``check`` is given the state before and the state after."""

    name: str
    statement: str
    rules: tuple[str, ...]
    check: Callable[[State, Happened, State], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Breach:
    """A law that does not hold, and how."""

    law: str
    what: str


@cache
def chain_laws() -> dict[str, StateLaw | StepLaw]:
    """Return every law over chains, by name, in order of topic."""
    return {law.name: law for _, part in subjects.parts("chain_laws") for law in part.CHAIN_LAWS}


def breaches_in(state: State) -> list[Breach]:
    """Return how a state breaks the laws of states."""
    laws = (law for law in chain_laws().values() if isinstance(law, StateLaw))
    return [Breach(law.name, what) for law in laws for what in law.check(state)]


def breaches_over(before: State, step: Happened, after: State) -> list[Breach]:
    """Return how a step breaks the laws of steps; storage written from outside is under no law."""
    if step.kind == SET:
        return []
    laws = (law for law in chain_laws().values() if isinstance(law, StepLaw))
    return [Breach(law.name, what) for law in laws for what in law.check(before, step, after)]
