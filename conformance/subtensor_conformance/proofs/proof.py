"""What a formal check claims, how it is checked, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Refuted(Exception):  # noqa: N818 - a verdict, not a fault of the program
    """A claim does not hold; the message says for which values."""


class Undecided(Exception):  # noqa: N818 - a verdict, not a fault of the program
    """No answer was found within the time given."""


class Verdict(StrEnum):
    """What a check has shown."""

    PROVEN = "proven"
    """For every input of the stated range, by a solver or by trying each one."""

    BOUNDED = "bounded"
    """For every input of a smaller range; the note says why that carries over."""

    TESTED = "tested"
    """For inputs drawn at random with a fixed seed, no more."""

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


def shown_by(check: Callable[[float], object]) -> Check:
    """Return the check of a function that returns if its claim is shown for all inputs, and raises if it is not."""
    return _settled(check, Verdict.PROVEN)


def bounded_by(check: Callable[[float], object], argument: str) -> Check:
    """Return the check of a function that shows its claim at a smaller size; say why that carries over."""
    return _settled(check, Verdict.BOUNDED, argument)


def tested_by(check: Callable[[float], object]) -> Check:
    """Return the check of a function that returns if its claim held for inputs drawn at random."""
    return _settled(check, Verdict.TESTED)


def _settled(check: Callable[[float], object], verdict: Verdict, detail: str = "") -> Check:
    def run(seconds: float) -> Outcome:
        try:
            check(seconds)
        except Refuted as refuted:
            return Outcome(Verdict.REFUTED, " ".join(str(refuted).split()))
        except Undecided as undecided:
            return Outcome(Verdict.UNDECIDED, str(undecided))
        except NotImplementedError as foreign:
            return Outcome(Verdict.UNDECIDED, f"the code does what the stand-ins do not follow: {foreign}")
        return Outcome(verdict, detail)

    return run
