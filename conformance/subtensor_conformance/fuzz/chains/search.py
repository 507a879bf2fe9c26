"""Drawn chains put to an implementation; the first that differs is cut down to the steps that it takes."""

import hashlib
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import Phase, find, settings
from hypothesis.errors import NoSuchExample

from subtensor_conformance.adapters.session import AdapterFault, Implementation
from subtensor_conformance.fuzz.chains.documents import call_document, state_after, trace_document, write_state
from subtensor_conformance.fuzz.chains.shortening import Chain, shortened
from subtensor_conformance.fuzz.chains.worlds import NAMES, world
from subtensor_conformance.fuzz.strategies.chains import chains
from subtensor_conformance.runner.asker import Asker, Budget, Limits
from subtensor_conformance.runner.run import Worker
from subtensor_conformance.runner.target import Target
from subtensor_conformance.runner.task import Task
from subtensor_conformance.runner.verdict import FAILURES, Finding
from subtensor_conformance.vectors.chains import op_cases, trace_cases
from subtensor_spec.blocks.registry import all_calls
from subtensor_spec.chain.state import State
from subtensor_spec.errors import InvalidInput

REVISION = "r425"
FAULTS = 500
"""Times that an adapter may die or hang while a difference is made small."""

LEAST, MOST = 20, 45
"""Steps of a drawn chain."""

CHAINS_A_ROUND = 10
PATIENCE = 60.0
"""Seconds that making a difference small may take."""

Document = dict[str, Any]


@dataclass(frozen=True)
class ChainDifference:
    """A chain on which an implementation is not right, and what became of it there."""

    chain: Chain
    finding: Finding


@dataclass
class ChainJury:
    """One process of the implementation; the exact path beside it says what is right.

    ``folder`` is where states are written that the process opens.
    """

    target: Target
    folder: Path
    limits: Limits = field(default_factory=Limits)
    steps: int = 0

    def __post_init__(self) -> None:
        self.asker = Asker(self.target.connect, self.limits, Budget(left=FAULTS))
        self.worker = Worker(self.asker, REVISION)
        for name in NAMES:
            write_state(self.folder, world(name).opened())

    def greet(self) -> Implementation:
        """Return what the implementation says of itself. Raises :class:`InvalidInput` if it takes no chains."""
        try:
            implementation = self.asker.greet()
        except AdapterFault as fault:
            raise InvalidInput(self.target.title, f"cannot be asked: {fault}") from None
        if not implementation.offers("trace", "", REVISION) and not self.offered():
            raise InvalidInput(self.target.title, "offers neither chains of steps nor calls: no kind trace, no kind op")
        return implementation

    @cached_property
    def by_call(self) -> bool:
        """Whether the implementation is asked for single calls, since it takes no chains."""
        return not self.asker.greet().offers("trace", "", REVISION)

    def offered(self) -> tuple[str, ...]:
        """Return the calls that the implementation answers one by one."""
        implementation = self.asker.greet()
        return tuple(name for name in sorted(all_calls()) if implementation.offers("op", name, REVISION))

    def begins_on(self, chain: Chain) -> State:
        """Return the state that a chain is written to begin on: before its last call, if that is all that is asked."""
        return state_after(chain.world, chain.steps[:-1] if self.by_call else ())

    def document(self, chain: Chain, why: str) -> Document:
        """Return the vector of a chain, or of its last call."""
        if self.by_call:
            return call_document(self.begins_on(chain), chain.steps[-1], why)
        return trace_document(chain.world, chain.steps, why)

    def judge(self, chain: Chain) -> Finding:
        """Return what became of a chain, or of its last call.

        Raises :class:`InvalidInput` if it cannot be asked, and once the implementation has been given up.
        """
        if self.by_call and chain.steps[-1].get("call") not in self.offered():
            raise InvalidInput("", "the last step is no call that the implementation offers")
        document = self.document(chain, "")
        if self.by_call:
            write_state(self.folder, self.begins_on(chain))
        read = op_cases if self.by_call else trace_cases
        (case,) = read(document, (REVISION,), self.folder)
        self.steps += 1 if self.by_call else len(chain.steps)
        (finding,) = self.worker.do(Task(document["kind"], "", [case]))
        if self.asker.budget.last is not None:
            raise InvalidInput(self.target.title, f"was given up: {self.asker.budget.last.what}")
        return finding

    def differs(self, chain: Chain) -> bool:
        """Return whether a chain is one that the implementation answers wrongly; one that cannot be read is none."""
        try:
            return self.judge(chain).verdict in FAILURES
        except InvalidInput:
            if self.asker.budget.last is not None:
                raise
            return False

    def suspect(self, chain: Chain) -> Chain | None:
        """Return a chain if it differs, or the first beginning of it that does where single calls are asked."""
        ends = range(1, len(chain.steps) + 1) if self.by_call else (len(chain.steps),)
        beginnings = (Chain(chain.world, chain.steps[:end]) for end in ends)
        return next((beginning for beginning in beginnings if self.differs(beginning)), None)

    def close(self) -> None:
        """End the implementation."""
        self.asker.close()


def search(
    jury: ChainJury,
    seed: int,
    seconds: float,
    only: tuple[str, ...] = (),
    tick: Callable[[float], None] = lambda _seconds: None,
    patience: float = PATIENCE,
) -> ChainDifference | None:
    """Draw chains until one differs or time is up; return it, as short as it gets in ``patience`` seconds.

    Calls are of the names in ``only``, or any if there are none.
    """
    started = time.monotonic()
    number = 0
    while time.monotonic() - started < seconds:
        chain = _round(jury, seed, number, only)
        if chain is not None:
            shortest = shortened(chain, _patient(jury.differs, patience))
            return ChainDifference(shortest, jury.judge(shortest))
        number += 1
        tick(time.monotonic() - started)
    return None


def _round(jury: ChainJury, seed: int, number: int, only: tuple[str, ...]) -> Chain | None:
    """Return the first chain of a round that differs; what it draws depends on seed and number alone."""
    options = settings(max_examples=CHAINS_A_ROUND, phases=[Phase.generate], database=None, deadline=None)
    digest = hashlib.sha256(f"{seed}/{number}/chains".encode()).digest()
    found: list[Chain] = []

    def differs(drawn: Any) -> bool:
        suspect = jury.suspect(Chain(drawn[0], tuple(drawn[1])))
        found.extend(() if suspect is None else (suspect,))
        return suspect is not None

    often = jury.offered() if jury.by_call else ()
    strategy = chains(MOST, LEAST, only, often)
    with suppress(NoSuchExample):
        find(strategy, differs, settings=options, random=Random(int.from_bytes(digest[:8], "big")))
    return found[-1] if found else None


def _patient(differs: Callable[[Chain], bool], seconds: float) -> Callable[[Chain], bool]:
    """Return what tells the same until time is up; nothing differs afterwards, so that what was found last stays."""
    deadline = time.monotonic() + seconds
    return lambda chain: time.monotonic() < deadline and differs(chain)
