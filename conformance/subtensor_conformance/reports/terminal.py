"""A report for people at a terminal."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from subtensor_conformance.reports.causes import Cause, causes, told_first
from subtensor_conformance.reports.model import Entry, Report, Run, count
from subtensor_conformance.reports.told import lacks, remarks, run_log, suite_of, told_facts
from subtensor_conformance.runner.verdict import FAILURES, Verdict

SHOWN = 20
"""Failures that are told in full, and causes that are listed."""

STYLES = {
    Verdict.PASS: "green",
    Verdict.UNSUPPORTED: "dim",
    Verdict.SKIPPED: "dim",
    Verdict.DISPUTED: "yellow",
} | dict.fromkeys(FAILURES, "red")

FACT_STYLES = {"expect": "green", "got": "red", "stderr": "dim", "again": "dim"}


def print_report(report: Report, console: Console, shown: int = SHOWN) -> None:
    """Print the failures and their causes, a table by chapter, and last the summary of every run."""
    for run in report.runs:
        _print_failures(run, console, shown)
        if run.entries:
            console.print(chapter_table(run))
    for run in report.runs:
        _print_summary(run, console)


def chapter_table(run: Run) -> Table:
    """Return the table of a run: a row a chapter, a column a verdict that occurs; what is not offered is one row."""
    verdicts = Counter(entry.verdict for entry in run.entries)
    others = [verdict for verdict in Verdict if verdicts[verdict] and verdict is not Verdict.PASS]
    table = Table(title=escape(f"{run.title} against {suite_of(run)}"), title_justify="left", title_style="bold")
    table.add_column("chapter")
    for heading in ("selected", "supported", "run", "pass", *(verdict.value for verdict in others)):
        table.add_column(heading, justify="right")
    lacking = lacks(run)
    chapters = run.by_chapter()
    for chapter, entries in chapters.items():
        if chapter not in lacking:
            table.add_row(chapter, *_cells(entries, others))
    if lacking:
        entries = [entry for chapter in lacking for entry in chapters[chapter]]
        table.add_row(f"not offered: {', '.join(lacking)}", *_cells(entries, others), style="dim")
    table.add_section()
    table.add_row("all", *_cells(run.entries, others), style="bold")
    return table


def _cells(entries: Sequence[Entry], others: Sequence[Verdict]) -> list[Text]:
    counts = count(entries)
    verdicts = Counter(entry.verdict for entry in entries)
    numbers = [counts.selected, counts.supported, counts.run]
    return [Text(str(number)) for number in numbers] + [
        Text(str(verdicts[verdict]), style=STYLES[verdict] if verdicts[verdict] else "dim")
        for verdict in (Verdict.PASS, *others)
    ]


def _print_failures(run: Run, console: Console, shown: int) -> None:
    found = causes(run.entries)
    if not found:
        return
    total = sum(len(cause.entries) for cause in found)
    console.print(Text(f"{run.title}: {run.verdict}, the likeliest cause first", style="bold red"))
    _print_causes(found, console, shown)
    told = told_first(found, shown)
    for entry in told:
        for line in failure_lines(entry):
            console.print(line, soft_wrap=True)
        console.print()
    if total > len(told):
        console.print(f"… and {total - len(told)} more failures; --json writes all of them", style="dim")


def _print_causes(found: Sequence[Cause], console: Console, shown: int) -> None:
    for cause in found[:shown]:
        console.print(Text(f"  {cause}"), soft_wrap=True)
    if len(found) > shown:
        console.print(f"  … and {len(found) - shown} more", style="dim")
    console.print()


def failure_lines(entry: Entry) -> list[Text]:
    """Return what is to be said of one failure: id, rules, why, difference, and the command to run it again."""
    lines = [Text.assemble((f"{entry.verdict.value} ", "bold red"), (entry.id, "bold"))]
    for word, text in told_facts(entry):
        for place, line in enumerate(text.splitlines()):
            lines.append(Text(f"  {'' if place else word:<6} {line}", style=FACT_STYLES.get(word, "")))
    return lines


def _print_summary(run: Run, console: Console) -> None:
    for line in remarks(run):
        console.print(Text(line, style="yellow"), soft_wrap=True)
    log = run_log(run)
    if log:
        console.print(Text(f"the last lines of its standard error:\n{log}", style="dim"), soft_wrap=True)
    mark = Text("ok    ", style="bold green") if run.ok else Text("FAILED", style="bold red")
    failed = "" if run.ok else f"{run.verdict}; "
    told = f" {run.title}: {failed}{count(run.entries)} in {run.seconds:.1f} s"
    console.print(Text.assemble(mark, told), soft_wrap=True)
