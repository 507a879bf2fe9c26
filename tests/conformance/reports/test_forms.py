"""Every form of a report tells the same, and is well formed whatever text is in it."""

import re
from html.parser import HTMLParser
from io import StringIO
from typing import Any
from xml.etree import ElementTree

from rich.console import Console

from subtensor_conformance.reports.html import html_page
from subtensor_conformance.reports.junit import junit_xml
from subtensor_conformance.reports.markdown import markdown_summary
from subtensor_conformance.reports.model import Report, count
from subtensor_conformance.reports.terminal import print_report
from subtensor_conformance.runner.verdict import FAILURES, Incident, Verdict

SUMMARY = "selected 12 / supported 11 / run 10 / pass 2"


def terminal(report: Report) -> str:
    output = StringIO()
    print_report(report, Console(file=output, width=120, highlight=False))
    return output.getvalue()


def test_the_summary_counts_selected_supported_run_and_passed(samples: Any) -> None:
    """Supported is what was offered, run what was answered in some way."""
    assert str(count(samples.BAD.entries)) == SUMMARY


def test_a_run_is_ok_only_if_nothing_speaks_against_it(samples: Any) -> None:
    """A failure, a fault that no case accounts for, an unmet requirement or an empty run each make it fail."""
    assert samples.GOOD.ok
    assert not samples.BAD.ok
    passing = [samples.entry(1, Verdict.PASS)]
    assert not samples.run([*passing, samples.entry(2, Verdict.TIMEOUT)]).ok
    assert not samples.run(passing, incidents=[Incident("crash", "ended once")]).ok
    assert not samples.run(passing, unmet=["arith/a/b/row-9"]).ok
    assert not samples.run([samples.entry(1, Verdict.UNSUPPORTED), samples.entry(2, Verdict.SKIPPED)]).ok
    assert not Report([]).ok


def test_what_is_excused_does_not_make_a_run_fail(samples: Any) -> None:
    """A known failure with its crash, a skip, a lack, a disputed vector and an unexpected pass leave a run ok."""
    excused = [
        samples.entry(1, Verdict.PASS, known="issue 13"),
        samples.entry(2, Verdict.CRASH, known="issue 12"),
        samples.entry(3, Verdict.SKIPPED),
        samples.entry(4, Verdict.UNSUPPORTED),
        samples.entry(5, Verdict.DISPUTED),
    ]
    assert samples.run(excused, incidents=[Incident("crash", "ended", "", "arith/a/b/row-2")]).ok


def test_the_terminal_tells_each_failure_in_full(samples: Any) -> None:
    """Id, rule, why, place, both values in bits and decimals, and the command that runs it again."""
    text = terminal(samples.REPORT)
    for part in (
        "fail arith/a/b/row-1",
        "rule   FX-mul/floor",
        f"why    {samples.WHY}",
        "at     consensus[3]",
        "expect 4294967296 (1)",
        "got    2147483648 (0.5)",
        "again  subtensor-spec conform --id arith/a/b/row-1",
        "unexpected pass: arith/a/b/row-21 (known: issue 13)",
        "known failures: 1",
        "required but not supported: arith/a/b/row-3",
        "timeout: no answer within 60 s; once",
        f"FAILED subtensor-go 2.1: 6 failures; {SUMMARY}",
        "ok     subtensor-rs 2.1: selected 2 / supported 2 / run 2 / pass 2",
    ):
        assert part in text, part


def test_the_terminal_shortens_a_long_list_of_failures(samples: Any) -> None:
    """Twenty failures are told, the rest counted."""
    text = terminal(Report([samples.run([samples.entry(number, Verdict.FAIL) for number in range(50)])]))
    assert text.count("rule   FX-mul/floor") == 20
    assert "and 30 more failures" in text


def test_junit_is_xml_with_a_test_a_case(samples: Any) -> None:
    """Failures, errors and skips are counted as JUnit counts them; control characters do not spoil the file."""
    root = ElementTree.fromstring(junit_xml(samples.REPORT))
    suites = {suite.get("name"): suite for suite in root}
    fx = suites["subtensor-go 2.1 FX"]
    assert {name: fx.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "10",
        "failures": "2",
        "errors": "4",
        "skipped": "3",
    }
    assert len(fx.findall("testcase")) == 10
    failure = fx.find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == "consensus[3]: expected 4294967296 (1), got 2147483648 (0.5)"
    assert samples.WHY in str(failure.text)
    assert len(fx.findall("testcase/error")) == 4
    assert suites["subtensor-go 2.1 adapter"].get("errors") == "1"
    assert suites["subtensor-rs 2.1 FX"].get("failures") == "0"


def test_markdown_has_a_verdict_a_table_and_the_failures(samples: Any) -> None:
    """The summary stands on top, text of unknown origin is harmless, a long list is cut."""
    text = markdown_summary(samples.REPORT)
    assert "### ❌ subtensor-go 2.1 against subtensor-spec 0.1.0, revision r425" in text
    assert "### ✅ subtensor-rs 2.1" in text
    assert SUMMARY in text
    assert "\n| FX | 10 | 9 | 8 | 1 |" in text
    assert "- **fail** `arith/a/b/row-1` (FX-mul/floor)" in text
    assert "A \\<product\\> with" in text
    assert "and 30 more" in markdown_summary(Report([samples.run([samples.entry(n, Verdict.FAIL) for n in range(50)])]))
    lines = [line for line in text.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in lines[:5]} == {lines[0].count("|")}


class Balance(HTMLParser):
    """Notes tags that are not closed, and everything that would need a network."""

    VOID = frozenset({"meta", "input", "br", "wbr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.outside: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.outside += [value or "" for name, value in attributes if name in ("src", "href")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_html_is_one_balanced_page_that_needs_nothing_else(samples: Any) -> None:
    """Every tag is closed, nothing is loaded from elsewhere, and what came from outside is text."""
    page = html_page(samples.REPORT)
    parser = Balance()
    parser.feed(page)
    assert parser.open == []
    assert parser.outside == []
    assert "@import" not in page
    assert "url(" not in page
    assert any(samples.WHY in text for text in parser.text)


def test_html_has_a_row_a_rule_and_a_column_a_verdict(samples: Any) -> None:
    """The matrix counts each verdict of each rule for each implementation; known failures are not marked as bad."""
    page = html_page(samples.REPORT)
    assert re.findall(r'<tr data-rule="([^"]*)"( data-problem)?>', page) == [
        ("FX-mul/floor", " data-problem"),
        ("YC-median/weighted", ""),
    ]
    for verdict in Verdict:
        assert f">{verdict.value}</th>" in page
    row = page.split('data-rule="FX-mul/floor"')[1].split("</tr>")[0]
    assert row.count('class="bad') == len(FAILURES)
    row = page.split('data-rule="YC-median/weighted"')[1].split("</tr>")[0]
    assert 'class="bad' not in row
    assert 'class="doubt' in row


def test_html_escapes_names(samples: Any) -> None:
    """An implementation's name cannot end the page."""
    page = html_page(Report([samples.run(samples.one_of_each(), name="</title><script>alert(1)</script>")]))
    assert "<script>alert" not in page
