"""Following code on symbolic values down every branch it can take."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import z3

from subtensor_conformance.proofs.proof import Refuted, Undecided


@dataclass
class Path:
    """One way through the code: what was decided so far, and what is known."""

    prefix: list[bool]
    facts: list[z3.BoolRef]
    decisions: list[bool] = field(default_factory=list)
    open_branches: list[list[bool]] = field(default_factory=list)
    known: dict[str, bool] = field(default_factory=dict)

    def decide(self, condition: z3.BoolRef) -> bool:
        """Return which way to go; the other way, if it can be taken at all, is left for a later run."""
        plain = z3.simplify(condition)
        if z3.is_true(plain) or z3.is_false(plain):
            return bool(z3.is_true(plain))
        text = plain.sexpr()
        if text not in self.known:
            self.known[text] = self._choose(plain)
        return self.known[text]

    def _choose(self, plain: z3.BoolRef) -> bool:
        if len(self.decisions) < len(self.prefix):
            answer = self.prefix[len(self.decisions)]
        elif not self.possible(plain):
            answer = False
        else:
            answer = True
            if self.possible(z3.Not(plain)):
                self.open_branches.append([*self.decisions, False])
        self.decisions.append(answer)
        self.facts.append(plain if answer else z3.Not(plain))
        return answer

    def possible(self, condition: z3.BoolRef) -> bool:
        """Tell whether the condition can hold on this path; unknown counts as possible."""
        solver = z3.Solver()
        solver.add(*self.facts, condition)
        return bool(solver.check() != z3.unsat)


_CURRENT: list[Path] = []


def current_path() -> Path:
    """Return the path that the code now runs on."""
    if not _CURRENT:
        raise RuntimeError("symbolic values branch only while their paths are explored")
    return _CURRENT[-1]


def assume(*facts: z3.BoolRef) -> None:
    """Add what is known to the current path."""
    current_path().facts.extend(facts)


def explore(run: Callable[[], Any]) -> Iterator[tuple[list[z3.BoolRef], Any]]:
    """Run the code along every path, and yield what is known at the end of each with what the code returned."""
    waiting: list[list[bool]] = [[]]
    while waiting:
        path = Path(waiting.pop(), [])
        _CURRENT.append(path)
        try:
            result = run()
        finally:
            _CURRENT.pop()
        waiting.extend(path.open_branches)
        yield path.facts, result


def prove(claim: z3.BoolRef, facts: list[z3.BoolRef], seconds: float) -> None:
    """Show that the claim follows from the facts, or raise :class:`Refuted` or :class:`Undecided`."""
    solver = z3.Solver()
    solver.set("timeout", max(1, int(seconds * 1000)))
    solver.add(*facts, z3.Not(claim))
    answer = solver.check()
    if answer == z3.sat:
        raise Refuted(str(solver.model()))
    if answer != z3.unsat:
        raise Undecided(solver.reason_unknown())


def prove_every_path(run: Callable[[], z3.BoolRef], seconds: float, known: Sequence[z3.BoolRef] = ()) -> None:
    """Show the claim that the code returns, along every path, from what is known there.

    Raises :class:`Undecided` if what is known contradicts itself along every path, for then nothing was shown.
    """
    deadline = time.monotonic() + seconds
    reached = False
    for facts, claim in explore(run):
        everything = [*known, *facts]
        prove(claim, everything, deadline - time.monotonic())
        reached = reached or _consistent(everything)
    if not reached:
        raise Undecided("the assumptions contradict each other")


def _consistent(facts: list[z3.BoolRef]) -> bool:
    """Tell that no contradiction was found among the facts, in two seconds at most."""
    solver = z3.Solver()
    solver.set("timeout", 2000)
    solver.add(*facts)
    return bool(solver.check() != z3.unsat)
