"""What every form of a report tells of a failure and of a run, in the same words."""

from collections.abc import Iterator

from subtensor_conformance.reports.model import Entry, Run
from subtensor_conformance.runner.verdict import FAILURES, Verdict

LOG_LINES = 12
"""Lines of an adapter's standard error that are told, from the end."""


def facts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield what is to be said of a failure, each with its word: cause first, the command to ask again last."""
    yield "rule", ", ".join(entry.rules)
    yield "why", entry.why
    yield "what", entry.detail
    if entry.asked and not entry.detail.startswith(entry.asked):
        yield "asked", entry.asked
    if entry.difference:
        yield "at", f"{entry.difference.stage}{entry.difference.path}"
        yield "expect", str(entry.difference.expected)
        yield "got", str(entry.difference.actual)
    yield "expect", entry.due
    yield "stderr", last_lines(entry.log)
    yield "known", entry.known
    yield "again", entry.rerun


def told_facts(entry: Entry) -> list[tuple[str, str]]:
    """Return the facts of a failure without those that have nothing to say."""
    return [(word, text) for word, text in facts(entry) if text]


def last_lines(log: str) -> str:
    """Return the last lines of a log, without those that hold nothing."""
    lines = [line.rstrip() for line in log.splitlines() if line.strip()]
    return "\n".join(lines[-LOG_LINES:])


def remarks(run: Run) -> list[str]:
    """Return a line for all that is to be said of a run as a whole."""
    lines = [f"{fault.verdict}: {fault.what}" for fault in run.faults] + run.notes
    if run.unmet:
        more = f" and {len(run.unmet) - 1} more" if len(run.unmet) > 1 else ""
        lines.append(f"required but not supported: {run.unmet[0]}{more}")
    known = sum(bool(entry.known) and entry.verdict in FAILURES for entry in run.entries)
    lines += [f"known failures: {known}"] if known else []
    return lines + [
        f"unexpected pass: {entry.id} (known: {entry.known})" for entry in run.entries if entry.passes_unexpectedly
    ]


def run_log(run: Run) -> str:
    """Return the last lines of standard error where a run is not all right and no failure tells them."""
    if run.ok or any(entry.log for entry in run.entries):
        return ""
    return last_lines(next((fault.log for fault in run.faults if fault.log), run.log))


def lacks(run: Run) -> list[str]:
    """Return the chapters of which the adapter offers nothing."""
    return [
        chapter
        for chapter, entries in run.by_chapter().items()
        if all(entry.verdict is Verdict.UNSUPPORTED for entry in entries)
    ]


def suite_of(run: Run) -> str:
    """Return the words with which a report names what it was held against."""
    return f"subtensor-spec {run.suite}, revision {run.revision}"
