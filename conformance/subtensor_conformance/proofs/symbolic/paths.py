"""Following code on symbolic values down every branch it can take."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import z3


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


class Refuted(Exception):  # noqa: N818 - a verdict, not a fault of the program
    """A claim does not hold; the message says for which values."""


class Undecided(Exception):  # noqa: N818 - a verdict, not a fault of the program
    """The solver gave no answer within its time."""


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
