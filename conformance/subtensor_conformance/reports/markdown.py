"""A report as Markdown, short enough for the summary page of a CI job."""

from collections import Counter

from subtensor_conformance.reports.causes import causes, told_first
from subtensor_conformance.reports.model import Entry, Report, Run, count
from subtensor_conformance.reports.told import lacks, remarks, run_log, suite_of, told_facts
from subtensor_conformance.runner.verdict import Verdict

SHOWN = 20
"""Failures that are told in full, and causes that are listed."""

CODE = ("again", "stderr")
"""Facts that are shown as code."""


def markdown_summary(report: Report) -> str:
    """Return the Markdown text: a verdict and the counts of each run, its failures by cause, a table by chapter."""
    return "".join(f"{_run(run)}\n" for run in report.runs)


def _run(run: Run) -> str:
    parts = [
        f"### {'✅' if run.ok else '❌'} {_plain(run.title)} against {suite_of(run)}",
        f"{run.verdict}; {count(run.entries)}, in {run.seconds:.1f} s",
        *_notes(run),
        *_failures(run),
        *([_table(run)] if run.entries else []),
    ]
    return "\n\n".join(parts) + "\n"


def _failures(run: Run) -> list[str]:
    found = causes(run.entries)
    if not found:
        return []
    listed = [f"- {_plain(str(cause))}" for cause in found[:SHOWN]]
    listed += [f"- … and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
    told = told_first(found, SHOWN)
    parts = ["Failures by cause, the likeliest first:", "\n".join(listed)]
    parts += ["<details open><summary>Failures</summary>", *map(_failure, told)]
    left = sum(len(cause.entries) for cause in found) - len(told)
    return [*parts, *([f"… and {left} more."] if left else []), "</details>"]


def _table(run: Run) -> str:
    occurring = {entry.verdict for entry in run.entries}
    others = [verdict for verdict in Verdict if verdict in occurring and verdict is not Verdict.PASS]
    columns = ["chapter", "selected", "supported", "run", "pass", *(verdict.value for verdict in others)]
    lines = [columns, ["---", *["---:"] * (len(columns) - 1)]]
    lacking, chapters = lacks(run), run.by_chapter()
    rows = [(chapter, entries) for chapter, entries in chapters.items() if chapter not in lacking]
    if lacking:
        unoffered = [entry for chapter in lacking for entry in chapters[chapter]]
        rows.append((f"not offered: {', '.join(lacking)}", unoffered))
    for chapter, entries in [*rows, ("**all**", run.entries)]:
        counts = count(entries)
        verdicts = Counter(entry.verdict for entry in entries)
        numbers = [counts.selected, counts.supported, counts.run, counts.passed, *(verdicts[each] for each in others)]
        lines.append([chapter, *map(str, numbers)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _notes(run: Run) -> list[str]:
    lines = [f"- {_plain(line)}" for line in remarks(run)]
    log = run_log(run)
    return [
        *(["\n".join(lines)] if lines else []),
        *([f"Its last lines on standard error:\n\n{_code(log)}"] if log else []),
    ]


def _failure(entry: Entry) -> str:
    told = dict(told_facts(entry))
    rules = _plain(told.pop("rule", ""))
    lines = [f"- **{entry.verdict.value}** `{entry.id}` ({rules})"]
    lines += [f"  {word}: {_plain(text)}" for word, text in told.items() if word not in CODE]
    blocks = [_code(told[word], "  ") for word in CODE if word in told]
    return "\n\n".join(["\\\n".join(lines), *blocks])


def _code(text: str, margin: str = "") -> str:
    """Return text as a block that nothing in it can end."""
    return "\n".join(f"{margin}    {line}" for line in text.splitlines())


def _plain(text: str) -> str:
    """Return text of unknown origin so that Markdown and HTML leave it alone, on one line."""
    escaped = "".join(f"\\{character}" if character in "\\`*_[]<>|#" else character for character in text)
    return " ".join(escaped.replace("&", "&amp;").split())
