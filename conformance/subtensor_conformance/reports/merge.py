"""Several reports as one: the shards of a run joined, implementations side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from subtensor_conformance.reports.model import Entry, Report, Run
from subtensor_conformance.runner.verdict import Verdict

SEVERITY = (
    Verdict.PASS,
    Verdict.SKIPPED,
    Verdict.UNSUPPORTED,
    Verdict.DISPUTED,
    Verdict.WRONG_REASON,
    Verdict.FAIL,
    Verdict.ERROR,
    Verdict.TIMEOUT,
    Verdict.CRASH,
    Verdict.PROTOCOL,
)
"""From best to worst: of two verdicts on one case the worse one is kept."""


def merge(reports: Iterable[Report]) -> Report:
    """Return one report. Runs of one version of one implementation against one version of the vectors become one run.

    A case in several of them has the worst of its verdicts: an implementation that is right only sometimes is wrong.
    """
    groups: dict[tuple[str, ...], list[Run]] = {}
    for report in reports:
        for run in report.runs:
            groups.setdefault((run.name, run.version, run.language, run.revision, run.suite), []).append(run)
    return Report([_join(runs) for runs in groups.values()])


def _join(runs: Sequence[Run]) -> Run:
    entries: dict[str, Entry] = {}
    for entry in (entry for run in runs for entry in run.entries):
        other = entries.get(entry.id)
        if other is None or SEVERITY.index(entry.verdict) > SEVERITY.index(other.verdict):
            entries[entry.id] = entry
    return replace(
        runs[0],
        entries=list(entries.values()),
        seconds=sum(run.seconds for run in runs),
        incidents=[incident for run in runs for incident in run.incidents],
        unmet=sorted({identifier for run in runs for identifier in run.unmet}),
    )
