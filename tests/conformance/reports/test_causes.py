"""Failures are told by cause, the likeliest first, with all that leads to it, in every form."""

import json
from dataclasses import replace
from io import StringIO
from typing import Any
from xml.etree import ElementTree

import pytest
from rich.console import Console

from subtensor_conformance.reports.causes import causes, told_first
from subtensor_conformance.reports.encoding import report_text
from subtensor_conformance.reports.html import html_page
from subtensor_conformance.reports.junit import junit_xml
from subtensor_conformance.reports.markdown import markdown_summary
from subtensor_conformance.reports.model import Entry, Report, Run
from subtensor_conformance.reports.terminal import print_report
from subtensor_conformance.runner.asker import NOT_ASKED
from subtensor_conformance.runner.verdict import Incident, Verdict


def terminal(report: Report) -> str:
    output = StringIO()
    print_report(report, Console(file=output, width=120, highlight=False))
    return output.getvalue()


FORMS = {
    "terminal": terminal,
    "markdown": markdown_summary,
    "junit": junit_xml,
    "html": html_page,
    "json": report_text,
}


def entry(name: str, verdict: Verdict, *rules: str, kind: str = "arith", **more: Any) -> Entry:
    return Entry(f"{kind}/a/b/{name}", kind, rules, verdict, **more)


def run(*entries: Entry, **more: Any) -> Run:
    return Run("x", "1", "subtensor-spec conform", "r425", "0.1.0", list(entries), **more)


def test_simple_kinds_and_early_chapters_come_first() -> None:
    """A rule asked by itself before what needs it; of one kind the earlier chapter; of one chapter the greater part."""
    found = causes(
        [
            entry("0", Verdict.FAIL, "YC-stake/shares", kind="epoch"),
            entry("1", Verdict.FAIL, "YC-vector/sum"),
            entry("2", Verdict.FAIL, "FX-mul/floor"),
            entry("3", Verdict.PASS, "FX-mul/floor"),
            entry("4", Verdict.FAIL, "FX-div/floor"),
            entry("5", Verdict.CRASH, "FX-div/floor", detail=f"{NOT_ASKED}: dead"),
            entry("6", Verdict.CRASH, "FX-div/floor", detail=f"{NOT_ASKED}: dead"),
            entry("7", Verdict.UNSUPPORTED, "FX-div/floor"),
            entry("8", Verdict.FAIL, "FX-add/exact", known="issue 12"),
        ]
    )
    assert [str(cause) for cause in found] == [
        "FX-mul/floor: 1 of 2 vectors",
        "FX-div/floor: 1 of 3 vectors",
        "YC-vector/sum: 1 of 1 vectors",
        "YC-stake/shares: 1 of 1 vectors",
        f"{NOT_ASKED}: dead: 2 of 2 vectors",
    ]


def test_of_several_rules_the_one_that_fails_most_is_blamed() -> None:
    """A vector that names many rules is put under the one that its other vectors accuse too."""
    found = causes(
        [
            entry("0", Verdict.FAIL, "FX-mul/floor", "FX-overflow/wrap"),
            entry("1", Verdict.FAIL, "FX-add/exact", "FX-overflow/wrap"),
            entry("2", Verdict.PASS, "FX-mul/floor"),
            entry("3", Verdict.PASS, "FX-add/exact"),
        ]
    )
    assert [cause.title for cause in found] == ["FX-overflow/wrap"]


def test_each_cause_is_told_before_any_is_told_twice() -> None:
    """A rule with a thousand failures does not hide the others."""
    many = [entry(str(number), Verdict.FAIL, "FX-mul/floor") for number in range(100)]
    one = entry("z", Verdict.FAIL, "YC-vector/sum")
    told = told_first(causes([*many, one]), 5)
    assert len(told) == 5
    assert told[-1] == one
    assert told_first([], 5) == []


LOG = "Traceback\n" + "\n".join(f"line {number}" for number in range(100)) + "\npanicked at index <3>"


@pytest.mark.parametrize("form", FORMS)
def test_the_last_lines_of_standard_error_are_in_every_form(form: str) -> None:
    """With the case that ended the adapter, with a fault at the start, and with errors that it only reported."""
    crash = entry("0", Verdict.CRASH, "FX-mul/floor", detail="ended", log=LOG, asked="f(1)", due="2 (two)", why="w")
    error = entry("0", Verdict.ERROR, "FX-mul/floor", detail="division", why="w")
    for one in (
        run(crash),
        run(error, log=LOG),
        run(incidents=[Incident("crash", "at the start: ended", LOG)], notes=["it did not start"]),
    ):
        text = FORMS[form](Report([one]))
        assert "panicked at index" in text
        assert "line 99" in text


@pytest.mark.parametrize("form", FORMS)
def test_what_was_asked_and_what_is_due_is_told_without_an_answer(form: str) -> None:
    """A crash is no reason to look the question up."""
    crash = entry("0", Verdict.CRASH, "FX-mul/floor", detail="ended", asked="f(a = 1)", due="2 (two)", why="w")
    text = FORMS[form](Report([run(crash)]))
    assert "f(a = 1)" in text
    assert "2 (two)" in text


@pytest.mark.parametrize("form", FORMS)
def test_the_suite_and_the_number_of_failures_are_in_every_form(form: str, samples: Any) -> None:
    """Which vectors it was and how many failed stands near the top, before anything that passed."""
    text = FORMS[form](samples.REPORT)
    assert "0.1.0" in text
    failures = text.index('"failed": 6' if form == "json" else 'tests="' if form == "junit" else "6 failures")
    passed = text.index({"html": "<table", "json": '"results"', "junit": "<testcase"}.get(form, "chapter"))
    assert failures < passed


def test_a_failure_stands_before_what_passed_in_every_file(samples: Any) -> None:
    """Whoever reads from the top reads failures first."""
    results = json.loads(report_text(samples.REPORT))["runs"][0]["results"]
    assert all(each["verdict"] != "pass" and "known" not in each for each in results[:6])
    cases = ElementTree.fromstring(junit_xml(samples.REPORT)).findall("testsuite/testcase")
    first = next(case for case in cases if case.get("classname") == "subtensor-go.FX")
    assert first.find("failure") is not None or first.find("error") is not None


def test_reports_of_many_passes_stay_small(samples: Any) -> None:
    """Ten thousand passes and as many that are not offered take a line or two of every form, and none is lost."""
    passes = [entry(f"row-{number}", Verdict.PASS, "FX-mul/floor") for number in range(10_000)]
    others = [
        entry(f"none-{number}", Verdict.UNSUPPORTED, "YC-vector/sum", detail="the adapter does not offer f")
        for number in range(10_000)
    ]
    report = Report([run(*passes, *others)])
    for name, form in FORMS.items():
        assert len(form(report)) < (350_000 if name == "json" else 20_000), name
    assert "vectors" in junit_xml(report)
    assert "not offered: YC" in terminal(report)
    assert "not offered: YC" in markdown_summary(report)
    assert "Rules of which nothing is offered: 1" in html_page(report)
    assert sum(map(len, json.loads(report_text(report))["runs"][0]["folded"][0]["ids"].values())) == 10_000


def test_remarks_on_what_is_offered_are_told(samples: Any) -> None:
    """What hello offers that nobody asks is said in every form."""
    odd = replace(samples.GOOD, notes=["hello offers function i32f32.mull, which is not published"])
    for form in FORMS.values():
        assert "i32f32.mull" in form(Report([odd]))
