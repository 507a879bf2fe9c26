"""A report for people at a terminal."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from subtensor_conformance.reports.model import Entry, Report, Run, count
from subtensor_conformance.runner.verdict import FAILURES, Verdict

SHOWN = 20
"""Failures that are told in full."""

STYLES = {
    Verdict.PASS: "green",
    Verdict.UNSUPPORTED: "dim",
    Verdict.SKIPPED: "dim",
    Verdict.DISPUTED: "yellow",
} | dict.fromkeys(FAILURES, "red")


def print_report(report: Report, console: Console, shown: int = SHOWN) -> None:
    """Print a table by chapter, the failures, and the summary of every run."""
    for run in report.runs:
        console.print(chapter_table(run))
        _print_failures(run, console, shown)
    for run in report.runs:
        _print_summary(run, console)


def chapter_table(run: Run) -> Table:
    """Return the table of a run: a row a chapter, a column a verdict that occurs."""
    verdicts = Counter(entry.verdict for entry in run.entries)
    others = [verdict for verdict in Verdict if verdicts[verdict] and verdict is not Verdict.PASS]
    table = Table(title=escape(f"{run.title}, {run.revision}"), title_justify="left", title_style="bold")
    table.add_column("chapter")
    for heading in ("selected", "supported", "run", "pass", *(verdict.value for verdict in others)):
        table.add_column(heading, justify="right")
    for chapter, entries in run.by_chapter().items():
        table.add_row(chapter, *_cells(entries, others))
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
    failures = run.failures()
    for entry in failures[:shown]:
        for line in failure_lines(entry):
            console.print(line, soft_wrap=True)
        console.print()
    if len(failures) > shown:
        console.print(f"… and {len(failures) - shown} more failures; --json writes all of them", style="dim")


def failure_lines(entry: Entry) -> list[Text]:
    """Return what is to be said of one failure: id, rules, why, difference, and the command to run it again."""
    lines = [Text.assemble((f"{entry.verdict.value} ", "bold red"), (entry.id, "bold"))]
    lines.append(Text(f"  rule   {', '.join(entry.rules)}"))
    if entry.why:
        lines.append(Text(f"  why    {entry.why}"))
    if entry.detail:
        lines.append(Text(f"  what   {entry.detail}"))
    if entry.difference:
        place = f"{entry.difference.stage}{entry.difference.path}"
        lines += [Text(f"  at     {place}")] if place else []
        lines.append(Text(f"  expect {entry.difference.expected}", style="green"))
        lines.append(Text(f"  got    {entry.difference.actual}", style="red"))
    if entry.rerun:
        lines.append(Text(f"  again  {entry.rerun}", style="dim"))
    return lines


def _print_summary(run: Run, console: Console) -> None:
    for fault in run.faults:
        console.print(Text(f"{fault.verdict}: {fault.what}", style="red"), soft_wrap=True)
        if fault.log:
            console.print(Text(fault.log.rstrip(), style="dim"), soft_wrap=True)
    known = [entry for entry in run.entries if entry.known and entry.verdict in FAILURES]
    if known:
        console.print(f"{len(known)} known failures", style="yellow")
    for entry in run.entries:
        if entry.passes_unexpectedly:
            console.print(Text(f"unexpected pass: {entry.id} (known: {entry.known})", style="yellow"), soft_wrap=True)
    if run.unmet:
        more = f" and {len(run.unmet) - 1} more" if len(run.unmet) > 1 else ""
        console.print(Text(f"required but not supported: {run.unmet[0]}{more}", style="red"), soft_wrap=True)
    mark = Text("ok    ", style="bold green") if run.ok else Text("FAILED", style="bold red")
    console.print(Text.assemble(mark, f" {run.title}: {count(run.entries)} in {run.seconds:.1f} s"), soft_wrap=True)
