"""A report as JUnit XML, for CI systems: a suite a run and chapter, a test a case."""

import re
from xml.etree import ElementTree

from subtensor_conformance.reports.model import Entry, Report, Run
from subtensor_conformance.runner.verdict import Verdict

ERRORS = frozenset({Verdict.ERROR, Verdict.CRASH, Verdict.TIMEOUT, Verdict.PROTOCOL})
"""Verdicts that are no answer at all: JUnit's errors; a wrong answer is its failure."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_xml(report: Report) -> str:
    """Return the XML text."""
    root = ElementTree.Element("testsuites", name="subtensor-spec")
    for run in report.runs:
        for chapter, entries in run.by_chapter().items():
            root.append(_suite(run, chapter, entries))
        if run.faults or run.unmet:
            root.append(_whole_run(run))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _suite(run: Run, chapter: str, entries: list[Entry]) -> ElementTree.Element:
    skipped = sum(_is_skipped(entry) for entry in entries)
    errors = sum(entry.fails and entry.verdict in ERRORS for entry in entries)
    failures = sum(entry.fails for entry in entries) - errors
    suite = ElementTree.Element(
        "testsuite",
        name=f"{run.title} {chapter}",
        tests=str(len(entries)),
        failures=str(failures),
        errors=str(errors),
        skipped=str(skipped),
    )
    for entry in entries:
        suite.append(_test(run, entry))
    return suite


def _is_skipped(entry: Entry) -> bool:
    """Return whether a case neither passed nor failed: not run, known to fail, or disputed."""
    return entry.verdict is not Verdict.PASS and not entry.fails


def _test(run: Run, entry: Entry) -> ElementTree.Element:
    test = ElementTree.Element("testcase", classname=f"{run.name}.{entry.chapter}", name=entry.id)
    if entry.fails:
        tag = "error" if entry.verdict in ERRORS else "failure"
        message = str(entry.difference or entry.detail)
        problem = ElementTree.SubElement(test, tag, type=entry.verdict.value, message=_clean(message))
        problem.text = _clean(_story(entry))
    elif _is_skipped(entry):
        reason = entry.known or entry.detail
        ElementTree.SubElement(test, "skipped", message=_clean(f"{entry.verdict.value}: {reason}"))
    return test


def _story(entry: Entry) -> str:
    lines = [f"rule: {', '.join(entry.rules)}", f"why: {entry.why}"]
    lines += [entry.detail] if entry.detail else []
    lines += [str(entry.difference)] if entry.difference else []
    return "\n".join([*lines, f"again: {entry.rerun}"])


def _whole_run(run: Run) -> ElementTree.Element:
    """Return a suite for what no case accounts for."""
    problems = [(fault.verdict, fault.what) for fault in run.faults]
    if run.unmet:
        problems.append(("unsupported", f"required but not supported: {len(run.unmet)}, first {run.unmet[0]}"))
    suite = ElementTree.Element(
        "testsuite", name=f"{run.title} adapter", tests=str(len(problems)), errors=str(len(problems)), failures="0"
    )
    for number, (kind, what) in enumerate(problems, 1):
        test = ElementTree.SubElement(suite, "testcase", classname=f"{run.name}.adapter", name=f"{kind} {number}")
        ElementTree.SubElement(test, "error", type=kind, message=_clean(what))
    return suite


def _clean(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
