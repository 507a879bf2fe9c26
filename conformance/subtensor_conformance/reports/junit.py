"""A report as JUnit XML, for CI systems: a suite a run and chapter.

A test is a failure, or else all those cases at once that passed in one group of vectors, or that were not run for one
reason: a run has tens of thousands of cases, and readers of JUnit one file of a megabyte. The property ``vectors`` of a
suite counts its cases.
"""

import re
from collections import defaultdict
from xml.etree import ElementTree

from subtensor_conformance.reports.causes import causes
from subtensor_conformance.reports.fold import is_plain
from subtensor_conformance.reports.model import Entry, Report, Run, count
from subtensor_conformance.reports.told import remarks, run_log, suite_of, told_facts
from subtensor_conformance.runner.verdict import Verdict

ERRORS = frozenset({Verdict.ERROR, Verdict.CRASH, Verdict.TIMEOUT, Verdict.PROTOCOL})
"""Verdicts that are no answer at all: JUnit's errors; a wrong answer is its failure."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Test = ElementTree.Element


def junit_xml(report: Report) -> str:
    """Return the XML text."""
    names = sorted({suite_of(run) for run in report.runs})
    root = ElementTree.Element("testsuites", name=", ".join(names) or "subtensor-spec")
    for run in report.runs:
        if run.faults or run.unmet or not run.entries:
            root.append(_whole_run(run))
        suites = [_suite(run, chapter, entries) for chapter, entries in _in_order_of_cause(run).items()]
        if suites and run_log(run):
            ElementTree.SubElement(suites[0], "system-err").text = _clean(run_log(run))
        root.extend(suites)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _in_order_of_cause(run: Run) -> dict[str, list[Entry]]:
    """Return the entries by chapter: chapters with the likeliest causes first, and failures first in each."""
    failures = [entry for cause in causes(run.entries) for entry in cause.entries]
    chapters: dict[str, list[Entry]] = {}
    for entry in [*failures, *(entry for entry in run.entries if not entry.fails)]:
        chapters.setdefault(entry.chapter, []).append(entry)
    return chapters


def _suite(run: Run, chapter: str, entries: list[Entry]) -> ElementTree.Element:
    alone = [entry for entry in entries if not is_plain(entry)]
    tests = [_test(run, entry) for entry in alone]
    tests += [_together(run, chapter, *group) for group in _groups(entries).items()]
    about = {"name": f"{run.title} {chapter}", "tests": str(len(tests))}
    suite = ElementTree.Element("testsuite", about | _tally(tests))
    properties = ElementTree.SubElement(suite, "properties")
    counts = count(entries)
    facts = {"suite": suite_of(run), "vectors": counts.selected, "run": counts.run, "passed": counts.passed}
    for name, value in facts.items():
        ElementTree.SubElement(properties, "property", name=name, value=str(value))
    for note in run.notes:
        ElementTree.SubElement(properties, "property", name="note", value=_clean(note))
    suite.extend(tests)
    return suite


def _tally(tests: list[Test]) -> dict[str, str]:
    tags = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    return {name: str(sum(test.find(tag) is not None for test in tests)) for name, tag in tags.items()}


def _groups(entries: list[Entry]) -> dict[tuple[Verdict, str], list[Entry]]:
    """Return the plain entries by verdict and group of vectors, or by verdict and reason."""
    groups: dict[tuple[Verdict, str], list[Entry]] = defaultdict(list)
    for entry in filter(is_plain, entries):
        passed = entry.verdict is Verdict.PASS
        groups[entry.verdict, entry.id.rpartition("/")[0] if passed else entry.detail].append(entry)
    return groups


def _together(run: Run, chapter: str, key: tuple[Verdict, str], entries: list[Entry]) -> Test:
    verdict, what = key
    title = what if verdict is Verdict.PASS else entries[0].id
    name = f"{title} ({len(entries)})" if len(entries) > 1 else entries[0].id
    test = ElementTree.Element("testcase", classname=f"{run.name}.{chapter}", name=name)
    if entries[0].fails:
        ElementTree.SubElement(test, "error", type=verdict.value, message=_clean(what))
    elif verdict is not Verdict.PASS:
        ElementTree.SubElement(test, "skipped", message=_clean(f"{len(entries)} {verdict.value}: {what}"))
    return test


def _test(run: Run, entry: Entry) -> Test:
    test = ElementTree.Element("testcase", classname=f"{run.name}.{entry.chapter}", name=entry.id)
    if entry.fails:
        tag = "error" if entry.verdict in ERRORS else "failure"
        message = str(entry.difference or entry.detail)
        problem = ElementTree.SubElement(test, tag, type=entry.verdict.value, message=_clean(message))
        problem.text = _clean("\n".join(f"{word}: {text}" for word, text in told_facts(entry)))
        if entry.log:
            ElementTree.SubElement(test, "system-err").text = _clean(entry.log)
    elif entry.verdict is not Verdict.PASS:
        reason = entry.known or entry.detail
        ElementTree.SubElement(test, "skipped", message=_clean(f"{entry.verdict.value}: {reason}"))
    return test


def _whole_run(run: Run) -> ElementTree.Element:
    """Return a suite for what no case accounts for."""
    lines = remarks(run)
    suite = ElementTree.Element("testsuite", name=f"{run.title} adapter", tests="1", errors="1", failures="0")
    test = ElementTree.SubElement(suite, "testcase", classname=f"{run.name}.adapter", name="the run as a whole")
    problem = ElementTree.SubElement(test, "error", type="adapter", message=_clean(lines[0] if lines else run.verdict))
    problem.text = _clean("\n".join(lines))
    log = run_log(run)
    if log:
        ElementTree.SubElement(test, "system-err").text = _clean(log)
    return suite


def _clean(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
