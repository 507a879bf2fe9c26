"""What can be said of one case, and how a difference is shown."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """The ten things that can become of a case."""

    PASS = "pass"
    FAIL = "fail"
    """A wrong answer."""
    WRONG_REASON = "wrong-reason"
    """The right answer by a wrong way: a stage differs, or a rejection has another code."""
    UNSUPPORTED = "unsupported"
    """The adapter does not offer it."""
    SKIPPED = "skipped"
    """The adapter offers it, and declined with a reason."""
    ERROR = "error"
    """The adapter reported an error of its own instead of an answer."""
    CRASH = "crash"
    """The adapter died."""
    TIMEOUT = "timeout"
    """The adapter did not answer in time."""
    PROTOCOL = "protocol"
    """The adapter answered with something that is not an answer."""
    DISPUTED = "disputed"
    """The expected answer is in doubt: run and reported, never a pass."""


FAILURES = frozenset(
    {Verdict.FAIL, Verdict.WRONG_REASON, Verdict.ERROR, Verdict.CRASH, Verdict.TIMEOUT, Verdict.PROTOCOL}
)
"""The verdicts that make a run fail."""

NOT_RUN = frozenset({Verdict.UNSUPPORTED, Verdict.SKIPPED})
"""The verdicts of cases that gave no answer and were not owed one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as the wire carries it, and in decimals where its type has them."""

    bits: Any
    decimal: str = ""

    def __str__(self) -> str:
        text = self.bits if isinstance(self.bits, str) else repr(self.bits)
        text = text if len(text) <= 120 else text[:117] + "…"
        return f"{text} ({self.decimal})" if self.decimal else text


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where an answer departs from what is expected.

    ``stage`` names the intermediate value or the part of the output; ``path`` leads to the value inside it.
    """

    stage: str
    path: str
    expected: Shown
    actual: Shown

    def __str__(self) -> str:
        place = f"{self.stage}{self.path}" or "answer"
        return f"{place}: expected {self.expected}, got {self.actual}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of the case ``id``."""

    id: str
    verdict: Verdict
    detail: str = ""
    difference: Difference | None = None
    step: int | None = None
    """Of a trace the place of the step at which it was found."""
    rules: tuple[str, ...] = ()
    """The rules that the place where it goes wrong follows from, if that says more than the vector's own."""


@dataclass(frozen=True, slots=True)
class Incident:
    """A fault of the adapter process: what happened, the end of its log, and the case that it was traced to."""

    verdict: str
    what: str
    log: str = ""
    case: str = ""
