"""Reports survive being written and read, and join as their runs belong together."""

import json
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from subtensor_conformance.reports.encoding import read_report, report_text, report_to_json
from subtensor_conformance.reports.fold import is_plain
from subtensor_conformance.reports.merge import SEVERITY, merge
from subtensor_conformance.reports.model import Report
from subtensor_conformance.reports.write import write_reports
from subtensor_conformance.runner.verdict import Incident, Verdict
from subtensor_spec.errors import InvalidInput


def test_a_report_is_read_as_it_was_written(tmp_path: Path, samples: Any) -> None:
    """Writing loses nothing, and what is written obeys the published schema."""
    path = tmp_path / "out" / "report.json"
    write_reports(samples.REPORT, json_file=path)
    for read, written in zip(read_report(path).runs, samples.REPORT.runs, strict=True):
        assert sorted(read.entries, key=attrgetter("id")) == sorted(written.entries, key=attrgetter("id"))
        assert replace(read, entries=[]) == replace(written, entries=[])


def test_the_written_summary_is_that_of_the_entries(samples: Any) -> None:
    """A program that only reads the head of a run finds the counts and whether it is all right."""
    bad, good = report_to_json(samples.REPORT)["runs"]
    assert bad["summary"] == {"selected": 12, "supported": 11, "run": 10, "pass": 2}
    assert (bad["ok"], good["ok"], report_to_json(samples.REPORT)["ok"]) == (False, True, False)


RESULT = '{"format": 2, "ok": true, "runs": [{"results": [%s]}]}'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{", "is not JSON"),
        ("[]", "is not of type 'object'"),
        ('{"format": 1, "ok": true, "runs": []}', "2 was expected"),
        ('{"format": 2, "ok": true}', "'runs' is a required property"),
        ('{"format": 2, "ok": true, "runs": [5]}', "5 is not of type 'object'"),
        ('{"format": 2, "ok": true, "runs": [{"results": 5}]}', "5 is not of type 'array'"),
        (RESULT % '{"id": "arith/a/b", "kind": "arith", "rules": [], "verdict": "good"}', "'good' is not one of"),
        (RESULT % '{"id": "arith/a/b", "kind": "arith", "verdict": "pass"}', "'rules' is a required property"),
        (RESULT % '{"id": "arith/a/b", "kind": "arith", "rules": [], "verdict": "pass", "x": 1}', "'x' was unexpected"),
        (RESULT % '{"id": 5, "kind": "arith", "rules": [], "verdict": "pass"}', "5 is not of type 'string'"),
    ],
)
def test_what_is_no_report_is_refused_in_one_line(tmp_path: Path, text: str, what: str) -> None:
    """The complaint names the file and what is wrong."""
    path = tmp_path / "report.json"
    path.write_text(text)
    with pytest.raises(InvalidInput) as caught:
        read_report(path)
    assert what in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_text_holds_a_result_a_line(samples: Any) -> None:
    """The text is the JSON of the report, laid out so that two reports can be compared line by line."""
    text = report_text(samples.REPORT)
    assert json.loads(text) == report_to_json(samples.REPORT)
    for entry in samples.BAD.entries:
        if not is_plain(entry):
            assert sum(f'{{"id": "{entry.id}",' in line for line in text.splitlines()) == 1


def test_shards_join_into_one_run(samples: Any) -> None:
    """Runs of one version of one implementation become one; times, faults and unmet requirements add up."""
    first = samples.run([samples.entry(1, Verdict.PASS)], unmet=["x"], incidents=[Incident("crash", "once")])
    second = samples.run([samples.entry(2, Verdict.FAIL)], unmet=["x", "y"])
    (joined,) = merge([Report([first]), Report([second])]).runs
    assert [each.id for each in joined.entries] == ["arith/a/b/row-1", "arith/a/b/row-2"]
    assert joined.seconds == first.seconds + second.seconds
    assert joined.unmet == ["x", "y"]
    assert len(joined.incidents) == 1


def test_implementations_and_versions_stay_apart(samples: Any) -> None:
    """Another name, version, revision or suite is another run."""
    others = [replace(samples.GOOD, **{name: "other"}) for name in ("name", "version", "revision", "suite")]
    assert len(merge([Report([samples.GOOD, *others]), Report([samples.GOOD])]).runs) == 5


def test_the_worse_of_two_verdicts_is_kept(samples: Any) -> None:
    """A case that passed in one shard and failed in another failed, in whatever order they come."""
    for verdict in SEVERITY[1:]:
        for pair in ([Verdict.PASS, verdict], [verdict, Verdict.PASS]):
            (joined,) = merge([Report([samples.run([samples.entry(1, each)])]) for each in pair]).runs
            assert [each.verdict for each in joined.entries] == [verdict]
    assert set(SEVERITY) == set(Verdict)


def test_merging_one_report_changes_nothing(samples: Any) -> None:
    """So that merge also serves to render a single report."""
    assert merge([samples.REPORT]) == Report([samples.BAD, samples.GOOD])


def test_markdown_is_appended(tmp_path: Path, samples: Any) -> None:
    """A job page collects the summaries of several commands."""
    path = tmp_path / "summary.md"
    path.write_text("before\n")
    write_reports(Report([samples.GOOD]), markdown=path, junit=tmp_path / "a" / "j.xml", html=tmp_path / "site")
    assert path.read_text().startswith("before\n### ✅")
    assert (tmp_path / "a" / "j.xml").is_file()
    assert (tmp_path / "site" / "index.html").is_file()


def test_a_place_that_cannot_be_written_is_one_clear_line(tmp_path: Path, samples: Any) -> None:
    """The complaint names the path."""
    (tmp_path / "file").write_text("")
    with pytest.raises(InvalidInput, match="cannot be written"):
        write_reports(Report([samples.GOOD]), json_file=tmp_path / "file" / "report.json")


def test_the_json_is_small(tmp_path: Path, samples: Any) -> None:
    """A passing case costs little more than its id and rules."""
    path = tmp_path / "report.json"
    entries = [samples.entry(number, Verdict.PASS) for number in range(1000)]
    write_reports(Report([samples.run(entries)]), json_file=path)
    assert path.stat().st_size < 200_000
    assert json.loads(path.read_text())["ok"] is True
