"""Laws over chains held against a file, or against steps that are being taken."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from subtensor_conformance.laws.chain_files import ChainFile, happened, read_chain
from subtensor_conformance.laws.chain_law import SET, Breach, Happened, breaches_in, breaches_over
from subtensor_spec.blocks.steps import Result, Step
from subtensor_spec.chain.state import State
from subtensor_spec.wire.chain_steps import result_to_json


@dataclass(frozen=True, slots=True)
class Place:
    """Where a law is broken: line and step of a file, both zero for the state that it begins with."""

    line: int
    step: int
    title: str
    breach: Breach

    def __str__(self) -> str:
        where = f"line {self.line}, step {self.step}: {self.title}" if self.line else "the state it begins with"
        return f"{where}: {self.breach.law}: {self.breach.what}"


@dataclass
class Trial:
    """Laws at work on one chain: the state before the last step, the state after it, and what is broken already.

    What a state breaks is told once, not again in every state that follows.
    """

    before: State
    after: State
    standing: set[Breach] = field(default_factory=set)
    tried: Counter[str] = field(default_factory=Counter)

    @classmethod
    def on(cls, storage: Mapping[bytes, bytes]) -> "Trial":
        """Return a trial that begins on a state."""
        return cls(State(storage), State(storage))

    def state(self) -> list[Breach]:
        """Return how the present state breaks laws that the one before it did not break so."""
        self.tried["states"] += 1
        found = breaches_in(self.after)
        new = [breach for breach in found if breach not in self.standing]
        self.standing = set(found)
        return new

    def step(self, step: Happened) -> list[Breach]:
        """Take a step by the changes that it tells, and return how it or the state after it breaks laws.

        What storage that is written from outside breaks is nobody's fault.
        """
        self.tried[f"{step.kind}s"] += 1
        _apply(self.after, step.changes)
        found = breaches_over(self.before, step, self.after)
        if step.changes:
            found += self.state()
            _apply(self.before, step.changes)
        return [] if step.kind == SET else found


def _apply(state: State, changes: Mapping[bytes, bytes | None]) -> None:
    for raw, value in changes.items():
        if value is None:
            state.erase(raw)
        else:
            state.write_raw(raw, value)


def try_file(path: Path, tried: Counter[str]) -> Iterator[Place]:
    """Hold every law against a file's states and steps; yield each breach, and count in ``tried`` what was tried."""
    chain = read_chain(path)
    trial = Trial.on(chain.storage)
    try:
        for breach in trial.state():
            yield Place(0, 0, "", breach)
        yield from _try_runs(chain, trial)
    finally:
        tried.update(trial.tried)


def _try_runs(chain: ChainFile, trial: Trial) -> Iterator[Place]:
    several = len(chain.runs) > 1
    standing = trial.standing
    for line, steps in chain.runs:
        marks = trial.before.mark(), trial.after.mark()
        trial.standing = standing
        for number, step in enumerate(steps, start=1):
            for breach in trial.step(step):
                yield Place(line, number, step.title, breach)
            if not several:
                trial.before.forget()
                trial.after.forget()
        if several:
            trial.before.undo(marks[0])
            trial.after.undo(marks[1])


def happened_of(form: Mapping[str, Any], step: Step, result: Result) -> Happened:
    """Return a step that the exact path took, with its JSON form, as laws read it."""
    return happened({**form, **result_to_json(step, result)})
