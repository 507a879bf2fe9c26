"""A report: runs of one or several implementations, as data that can be written, read and merged."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from subtensor_conformance.runner.verdict import FAILURES, NOT_RUN, Difference, Incident, Verdict


@dataclass(frozen=True, slots=True)
class Entry:
    """One case in a report. What explains a verdict is there only where the verdict is not a plain pass."""

    id: str
    kind: str
    rules: tuple[str, ...]
    verdict: Verdict
    detail: str = ""
    difference: Difference | None = None
    why: str = ""
    rerun: str = ""
    known: str = ""
    """The reason from the file of known failures, if the case is listed there."""
    asked: str = ""
    due: str = ""
    """Where no answer came, what was asked and what is due."""
    log: str = ""
    """The end of what the adapter wrote to standard error, if it was ended over this case."""

    @property
    def chapter(self) -> str:
        """The chapter of the first rule."""
        return self.rules[0].partition("-")[0] if self.rules else "other"

    @property
    def fails(self) -> bool:
        """Whether this makes the run fail: a failure that was not known."""
        return self.verdict in FAILURES and not self.known

    @property
    def passes_unexpectedly(self) -> bool:
        """Whether a known failure has gone."""
        return self.verdict is Verdict.PASS and bool(self.known)


@dataclass(frozen=True, slots=True)
class Counts:
    """The line that every summary prints."""

    selected: int
    supported: int
    run: int
    passed: int

    def __str__(self) -> str:
        return f"selected {self.selected} / supported {self.supported} / run {self.run} / pass {self.passed}"


def count(entries: Iterable[Entry]) -> Counts:
    """Count cases: selected, of these offered by the adapter, of these answered in some way, of these right."""
    verdicts = Counter(entry.verdict for entry in entries)
    selected = verdicts.total()
    supported = selected - verdicts[Verdict.UNSUPPORTED]
    return Counts(selected, supported, selected - sum(verdicts[each] for each in NOT_RUN), verdicts[Verdict.PASS])


@dataclass(frozen=True)
class Run:
    """What one implementation did."""

    name: str
    version: str
    command: str
    revision: str
    suite: str
    entries: list[Entry]
    language: str = ""
    source: str = ""
    seconds: float = 0.0
    incidents: list[Incident] = field(default_factory=list)
    """Faults of the adapter process, in order."""
    unmet: list[str] = field(default_factory=list)
    """Ids that were required and are not supported."""
    notes: list[str] = field(default_factory=list)
    """What is odd about what the adapter offers, and whether it was asked at all."""
    log: str = ""
    """The end of what the adapter wrote to standard error."""

    @property
    def title(self) -> str:
        """Name and version."""
        return f"{self.name} {self.version}".strip()

    @property
    def ok(self) -> bool:
        """Whether nothing failed, something was run, and what was required was supported."""
        answered = any(entry.verdict not in NOT_RUN for entry in self.entries)
        return answered and not (self.unmet or self.faults or any(entry.fails for entry in self.entries))

    @property
    def faults(self) -> list[Incident]:
        """Faults that could not be traced to a case: the adapter did not start, or failed once and not again."""
        return [incident for incident in self.incidents if not incident.case]

    def failures(self) -> list[Entry]:
        """Return the entries that make the run fail."""
        return [entry for entry in self.entries if entry.fails]

    @property
    def verdict(self) -> str:
        """The verdict on the run with the number of failures: ``3 failures``, ``no failure``."""
        if not self.entries:
            return "nothing was asked"
        failed = len(self.failures())
        return f"{failed} failure{'' if failed == 1 else 's'}" if failed else "no failure"

    def by_chapter(self) -> dict[str, list[Entry]]:
        """Return the entries under their chapters, in order of name."""
        chapters: dict[str, list[Entry]] = {}
        for entry in self.entries:
            chapters.setdefault(entry.chapter, []).append(entry)
        return dict(sorted(chapters.items()))


@dataclass(frozen=True)
class Report:
    """Several runs side by side."""

    runs: list[Run]

    @property
    def ok(self) -> bool:
        """Whether every run is all right."""
        return bool(self.runs) and all(run.ok for run in self.runs)
