"""A report as Markdown, short enough for the summary page of a CI job."""

from collections import Counter

from subtensor_conformance.reports.model import Entry, Report, Run, count
from subtensor_conformance.runner.verdict import FAILURES, Verdict

SHOWN = 20
"""Failures that are told in full."""


def markdown_summary(report: Report) -> str:
    """Return the Markdown text: a verdict and the counts of each run, a table by chapter, the first failures."""
    return "".join(f"{_run(run)}\n" for run in report.runs)


def _run(run: Run) -> str:
    mark = "✅" if run.ok else "❌"
    parts = [
        f"### {mark} {_plain(run.title)} against subtensor-spec {run.suite}, {run.revision}",
        f"{count(run.entries)}, in {run.seconds:.1f} s",
        _table(run),
        *_notes(run),
    ]
    failures = run.failures()
    if failures:
        parts += ["<details open><summary>Failures</summary>", *(_failure(entry) for entry in failures[:SHOWN])]
        if len(failures) > SHOWN:
            parts.append(f"… and {len(failures) - SHOWN} more.")
        parts.append("</details>")
    return "\n\n".join(parts) + "\n"


def _table(run: Run) -> str:
    occurring = {entry.verdict for entry in run.entries}
    others = [verdict for verdict in Verdict if verdict in occurring and verdict is not Verdict.PASS]
    columns = ["chapter", "selected", "supported", "run", "pass", *(verdict.value for verdict in others)]
    lines = [columns, ["---", *["---:"] * (len(columns) - 1)]]
    for chapter, entries in [*run.by_chapter().items(), ("**all**", run.entries)]:
        counts = count(entries)
        verdicts = Counter(entry.verdict for entry in entries)
        numbers = [counts.selected, counts.supported, counts.run, counts.passed, *(verdicts[each] for each in others)]
        lines.append([chapter, *map(str, numbers)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _notes(run: Run) -> list[str]:
    notes = [f"- **{fault.verdict}**: {_plain(fault.what)}" for fault in run.faults]
    if run.unmet:
        notes.append(f"- required but not supported: {len(run.unmet)}, first `{run.unmet[0]}`")
    known = sum(bool(entry.known) and entry.verdict in FAILURES for entry in run.entries)
    if known:
        notes.append(f"- known failures: {known}")
    notes += [f"- unexpected pass: `{entry.id}`" for entry in run.entries if entry.passes_unexpectedly]
    return ["\n".join(notes)] if notes else []


def _failure(entry: Entry) -> str:
    lines = [f"- **{entry.verdict.value}** `{entry.id}` ({', '.join(entry.rules)})"]
    lines += [f"  {_plain(text)}" for text in (entry.why, entry.detail, str(entry.difference or "")) if text]
    return "\\\n".join([*lines, f"  `{entry.rerun}`"])


def _plain(text: str) -> str:
    """Return text of unknown origin so that Markdown and HTML leave it alone, on one line."""
    escaped = "".join(f"\\{character}" if character in "\\`*_[]<>|#" else character for character in text)
    return " ".join(escaped.replace("&", "&amp;").split())
