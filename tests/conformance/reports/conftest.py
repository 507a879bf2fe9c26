"""A report with one of everything, for the tests of its forms."""

from types import SimpleNamespace

import pytest

from subtensor_conformance.reports.model import Entry, Report, Run
from subtensor_conformance.runner.verdict import Difference, Incident, Shown, Verdict

ONE, HALF = Shown("4294967296", "1"), Shown("2147483648", "0.5")
WHY = 'A <product> with "a fraction" & a sign rounds down, `not` toward zero.'


def entry(number: int, verdict: Verdict, rule: str = "FX-mul/floor", **more: object) -> Entry:
    failed = verdict not in (Verdict.PASS, Verdict.UNSUPPORTED, Verdict.SKIPPED, Verdict.DISPUTED)
    told = {"why": WHY, "rerun": f"subtensor-spec conform --id arith/a/b/row-{number}"} if failed else {}
    return Entry(f"arith/a/b/row-{number}", "arith", (rule,), verdict, **(told | more))  # type: ignore[arg-type]


def one_of_each(start: int = 0) -> list[Entry]:
    """Return an entry of every verdict, a known failure, and a known failure that passes."""
    difference = Difference("consensus", "[3]", ONE, HALF)
    special = {
        Verdict.FAIL: {"difference": difference},
        Verdict.WRONG_REASON: {"detail": "the output agrees, a stage does not", "difference": difference},
        Verdict.SKIPPED: {"detail": "too large"},
        Verdict.CRASH: {"detail": "ended with status 3 without an answer\x00\x1b"},
    }
    entries = [entry(start + number, verdict, **special.get(verdict, {})) for number, verdict in enumerate(Verdict)]
    return [
        *entries,
        entry(start + 20, Verdict.FAIL, "YC-median/weighted", difference=difference, known="issue | 12"),
        entry(start + 21, Verdict.PASS, "YC-median/weighted", known="issue 13"),
    ]


def run(entries: list[Entry], name: str = "subtensor-go", **more: object) -> Run:
    return Run(
        name=name,
        version="2.1",
        command="subtensor-spec conform --adapter './adapter --fast'",
        revision="r425",
        suite="0.1.0",
        entries=entries,
        language="go",
        source="https://example.org/subtensor-go",
        seconds=12.34,
        **more,  # type: ignore[arg-type]
    )


INCIDENTS = [
    Incident("crash", "ended with status 3 without an answer", "panic: index out of range\n", "arith/a/b/row-6"),
    Incident("timeout", "no answer within 60 s; once, and not when the same was asked again"),
]

GOOD = run([entry(1, Verdict.PASS), entry(2, Verdict.PASS, "YC-median/weighted")], name="subtensor-rs")
BAD = run(one_of_each(), incidents=INCIDENTS, unmet=["arith/a/b/row-3"])
REPORT = Report([BAD, GOOD])


@pytest.fixture(scope="session")
def samples() -> SimpleNamespace:
    """Everything above, by name."""
    return SimpleNamespace(**globals())
