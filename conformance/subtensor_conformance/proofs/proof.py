"""What a formal check claims, how it is checked, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a check has shown."""

    PROVEN = "proven"
    """For every input of the stated range, by a solver or by trying each one."""

    BOUNDED = "bounded"
    """For every input of a smaller range; the note says why that carries over."""

    UNDECIDED = "undecided"
    """Neither shown nor refuted within the time given."""

    REFUTED = "refuted"
    """There is an input for which the claim is false."""


@dataclass(frozen=True)
class Outcome:
    """The verdict of one run of a check, with a counterexample or a reason where there is one."""

    verdict: Verdict
    detail: str = ""


Check = Callable[[float], Outcome]
"""Runs a check within about so many seconds."""


@dataclass(frozen=True)
class Proof:
    """One claim with its check.

    ``id`` is permanent. ``claim`` says in plain words what is shown, ``scope`` for which inputs, ``method`` by what
    means; ``rules`` are those of the specification that it is about. ``quick`` ones are part of the tests.
    """

    id: str
    claim: str
    scope: str
    method: str
    rules: tuple[str, ...]
    check: Check
    quick: bool = True


def by_deadline(check: Callable[[float], None], shown: Verdict = Verdict.PROVEN, note: str = "") -> Check:
    """Return the check of a function that returns if its claim is shown and raises if not."""
    from subtensor_conformance.proofs.symbolic.paths import Refuted, Undecided

    def run(seconds: float) -> Outcome:
        try:
            check(seconds)
        except Refuted as refuted:
            return Outcome(Verdict.REFUTED, str(refuted))
        except Undecided as undecided:
            return Outcome(Verdict.UNDECIDED, str(undecided))
        return Outcome(shown, note)

    return run
