"""A report as one HTML page that needs nothing else: every failure by cause, and a matrix of rules and verdicts."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from html import escape
from importlib import resources

from subtensor_conformance.reports.causes import causes, told_first
from subtensor_conformance.reports.model import Entry, Report, Run, count
from subtensor_conformance.reports.told import remarks, run_log, suite_of, told_facts
from subtensor_conformance.runner.verdict import FAILURES, Verdict

SHOWN = 500
"""Failures of one run that are told in full; JSON holds all."""

NO_RULE = "(no rule)"

Tally = dict[str, Counter[tuple[Verdict, bool]]]
"""How often each verdict fell by rule, and whether it counts against the run."""


def html_page(report: Report) -> str:
    """Return the page."""
    style, script = (resources.files(__package__).joinpath(name).read_text("utf-8") for name in ("page.css", "page.js"))
    body = "\n".join([_heading(report), _cards(report), *map(_failures, report.runs), _matrix(report)])
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Conformance: {escape(_names(report))}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n{body}\n<script>\n{script}</script>\n</body>\n</html>\n"
    )


def _names(report: Report) -> str:
    return ", ".join(run.title for run in report.runs)


def _heading(report: Report) -> str:
    suites = sorted(set(map(suite_of, report.runs)))
    return f'<header><h1>Conformance</h1><p class="quiet">{escape("; ".join(suites))}</p></header>'


def _cards(report: Report) -> str:
    return f'<section class="runs">{"".join(map(_card, report.runs))}</section>'


def _card(run: Run) -> str:
    counts = count(run.entries)
    numbers = {"selected": counts.selected, "supported": counts.supported, "run": counts.run, "pass": counts.passed}
    items = "".join(f"<li><b>{number}</b>{name}</li>" for name, number in numbers.items())
    about = ", ".join(filter(None, (run.language, run.source)))
    log = run_log(run)
    return (
        f'<article class="run {"good" if run.ok else "bad"}"><h2>{escape(run.title)}: '
        f"{'conforms' if run.ok else f'does not conform: {run.verdict}'}</h2>"
        f'<ul class="counts">{items}</ul>'
        + "".join(f"<p>{escape(note)}</p>" for note in remarks(run))
        + (f"<p>Its last lines on standard error:</p><pre>{escape(log)}</pre>" if log else "")
        + f'<p class="quiet">{escape(about)}{", " if about else ""}{run.seconds:.1f} s</p>'
        f'<p class="quiet"><code>{escape(run.command)}</code></p></article>'
    )


def _tally(run: Run) -> Tally:
    tally: Tally = defaultdict(Counter)
    for entry in run.entries:
        for rule in entry.rules or (NO_RULE,):
            tally[rule][entry.verdict, entry.fails] += 1
    return tally


def _matrix(report: Report) -> str:
    tallies = [_tally(run) for run in report.runs]
    columns = [_occurring(run) for run in report.runs]
    head = "".join(
        f'<th colspan="{len(verdicts)}" class="edge">{escape(run.title)}</th>'
        for run, verdicts in zip(report.runs, columns, strict=True)
    )
    names = "".join(
        f"<th{_edge(place)}>{verdict.value}</th>" for verdicts in columns for place, verdict in enumerate(verdicts)
    )
    width = 1 + sum(map(len, columns))
    rows, chapter = [], ""
    rules = sorted({rule for tally in tallies for rule in tally})
    lacking = [rule for rule in rules if all(_is_lacking(tally[rule]) for tally in tallies)]
    for rule in sorted(set(rules).difference(lacking)):
        if rule.partition("-")[0] != chapter:
            chapter = rule.partition("-")[0]
            rows.append(f'<tr class="chapter"><th colspan="{width}">{escape(chapter)}</th></tr>')
        rows.append(_row(rule, tallies, columns))
    return (
        "<section><h2>Rules and verdicts</h2>"
        '<div class="tools"><input type="search" id="search" placeholder="Find a rule" aria-label="Find a rule">'
        '<label><input type="checkbox" id="problems"> only rules with problems</label></div>'
        f'<div class="scroll"><table><thead><tr><th></th>{head}</tr><tr><th>rule</th>{names}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>{_lacking(lacking)}</section>"
    )


def _is_lacking(verdicts: Counter[tuple[Verdict, bool]]) -> bool:
    return all(verdict is Verdict.UNSUPPORTED for (verdict, _), number in verdicts.items() if number)


def _lacking(rules: Sequence[str]) -> str:
    """Return the rules of which nothing is offered, folded."""
    if not rules:
        return ""
    names = ", ".join(f"<code>{escape(rule)}</code>" for rule in rules)
    return f"<details><summary>Rules of which nothing is offered: {len(rules)}</summary><p>{names}</p></details>"


def _occurring(run: Run) -> list[Verdict]:
    verdicts = {entry.verdict for entry in run.entries} | {Verdict.PASS}
    return [verdict for verdict in Verdict if verdict in verdicts]


def _edge(place: int) -> str:
    return "" if place else ' class="edge"'


def _row(rule: str, tallies: Sequence[Tally], columns: Sequence[Sequence[Verdict]]) -> str:
    cells, problem = [], False
    for tally, verdicts in zip(tallies, columns, strict=True):
        for place, verdict in enumerate(verdicts):
            counted, excused = tally[rule][verdict, True], tally[rule][verdict, False]
            problem = problem or counted > 0
            classes = f"{_class(verdict, counted, excused)}{'' if place else ' edge'}"
            cells.append(f'<td class="{classes}">{counted + excused or "·"}</td>')
    mark = " data-problem" if problem else ""
    return f'<tr data-rule="{escape(rule)}"{mark}><th><code>{escape(rule)}</code></th>{"".join(cells)}</tr>'


def _class(verdict: Verdict, counted: int, excused: int) -> str:
    if counted:
        return "bad"
    if not excused:
        return "none"
    if verdict in FAILURES or verdict is Verdict.DISPUTED:
        return "doubt"
    return "pass" if verdict is Verdict.PASS else "quiet"


def _failures(run: Run) -> str:
    failed = [entry for entry in run.entries if entry.verdict in FAILURES]
    if not failed:
        return ""
    found = causes(run.entries)
    told = told_first(found, SHOWN)
    told += [entry for entry in failed if entry.known][: SHOWN - len(told)]
    more = f'<p class="quiet">… and {len(failed) - len(told)} more.</p>' if len(failed) > len(told) else ""
    items = "".join(f"<li>{escape(str(cause))}</li>" for cause in found)
    listed = f"<p>By cause, the likeliest first:</p><ol>{items}</ol>" if items else ""
    heading = f"<h2>Failures of {escape(run.title)}: {len(failed)}</h2>"
    return f"<section>{heading}{listed}{''.join(map(_failure, told))}{more}</section>"


def _failure(entry: Entry) -> str:
    told = dict(told_facts(entry))
    rerun = told.pop("again", "")
    rows = "".join(
        f"<dt>{word}</dt><dd>{f'<pre>{escape(text)}</pre>' if word == 'stderr' else escape(text)}</dd>"
        for word, text in told.items()
    )
    return (
        f"<details><summary>{_mark(entry)} <code>{escape(entry.id)}</code></summary>"
        f"<dl>{rows}</dl><pre><code>{escape(rerun)}</code></pre></details>"
    )


def _mark(entry: Entry) -> str:
    return f'<b class="known">known {entry.verdict.value}</b>' if entry.known else f"<b>{entry.verdict.value}</b>"
