"""Importing captured answers: read exactly, repeated ones dropped, contradictions refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.conformance.vectors import small_suite

from subtensor_conformance.authoring.capture import Tally, read_capture
from subtensor_conformance.authoring.observations import Observations
from subtensor_spec.errors import InvalidInput


def read(tmp_path: Path, *cases: Any) -> tuple[Observations, Tally]:
    path = tmp_path / "capture.json"
    path.write_text(json.dumps({"title": "answers", "cases": cases}))
    observations, tally = Observations(), Tally()
    read_capture(path, observations, tally)
    return observations, tally


ANSWER = {"f": "fx.I32F32.saturating_mul", "a": ["-1", "1"], "r": "-1"}


def test_answers_are_published_in_canonical_form(tmp_path: Path) -> None:
    """A captured u32 in text becomes an integer, nothing becomes an outcome of none, a panic one of panic."""
    observations, _ = read(
        tmp_path,
        ANSWER,
        {"f": "fx.I32F32.saturating_to_u32", "a": ["4294967296"], "r": "1"},
        {"f": "fx.I32F32.checked_div", "a": ["1", "0"], "r": None},
        {"f": "fx.I32F32.saturating_div", "a": ["1", "0"], "panic": True},
    )
    outcomes = {name: next(iter(rows.values())).outcome for name, rows in observations.rows.items()}
    assert outcomes == {
        "i32f32.saturating_mul": {"ok": "-1"},
        "i32f32.saturating_to_u32": {"ok": 1},
        "i32f32.checked_div": {"none": True},
        "i32f32.saturating_div": {"panic": True},
    }


def test_repeated_answers_count_once(tmp_path: Path) -> None:
    """The same question with the same answer is one row."""
    observations, tally = read(tmp_path, ANSWER, ANSWER)
    assert len(observations.rows["i32f32.saturating_mul"]) == 1
    assert (sum(tally.added.values()), sum(tally.repeated.values())) == (1, 1)


def test_a_contradiction_is_refused(tmp_path: Path) -> None:
    """The same question with two answers cannot be published."""
    with pytest.raises(InvalidInput, match=r"cases\[1\].*was observed to give"):
        read(tmp_path, ANSWER, ANSWER | {"r": "0"})


def test_what_pins_no_rule_is_counted_and_left_out(tmp_path: Path) -> None:
    """A function that the reference does not have, and one that no block runs."""
    observations, tally = read(
        tmp_path, {"f": "fx.I8F8.add", "a": ["1", "1"], "r": "2"}, {"f": "math.row_sum", "a": [[["1"]]], "r": ["1"]}
    )
    assert not observations.rows
    assert set(tally.unspecified) == {"fx.I8F8.add", "math.row_sum"}


@pytest.mark.parametrize(
    ("case", "complaint"),
    [
        (ANSWER | {"a": ["1"]}, "takes 2 arguments, not 1"),
        (ANSWER | {"a": ["1", "9223372036854775808"]}, "outside the range of I32F32"),
        (ANSWER | {"r": "x"}, "is not an integer"),
        ({"f": "fx.I32F32.saturating_mul", "a": ["1", "1"]}, "in none of the forms"),
        ("nothing", "in none of the forms"),
        ({"name": "no/such", "input": {}, "sparse": {"r": {}}, "persist": {"r": {}}}, "is no name of a captured epoch"),
        ({"name": "plain/3", "mode": "sparse", "trace": []}, "the epoch itself was not captured"),
    ],
)
def test_a_bad_case_is_one_clear_line(tmp_path: Path, case: Any, complaint: str) -> None:
    """Whatever a capture holds, the complaint names the case and fits on a line."""
    with pytest.raises(InvalidInput) as caught:
        read(tmp_path, case)
    assert complaint in str(caught.value)
    assert "cases[0]" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_capture(tmp_path: Path) -> None:
    """A JSON file without cases."""
    path = tmp_path / "other.json"
    path.write_text("{}")
    with pytest.raises(InvalidInput, match="is no capture"):
        read_capture(path, Observations(), Tally())


def test_an_epoch_with_its_trace(tmp_path: Path) -> None:
    """An epoch's commits get their uids as integers, and its log lines become stages in bits."""
    document = small_suite.read_published("epoch/plain/n4")
    epoch = document["input"] | {"weight_commits": [["0", [["5", "6"]]]]}
    output = document["output"]
    observations, _ = read(
        tmp_path,
        {"name": "plain/3", "input": epoch, "sparse": {"r": output["terms"]}, "persist": {"r": output["persisted"]}},
        {"name": "plain/3", "mode": "sparse", "trace": ["Consensus: [0, 0.5]", "B: [[(1, 3)], []]", "unknown: [1]"]},
        {"name": "plain/3", "mode": "dense", "trace": ["Consensus: [1, 1]"]},
    )
    seen = observations.epochs["epoch/plain/n4"]
    assert seen.input["weight_commits"] == [[0, [["5", "6"]]]]
    assert seen.stages == {
        "consensus": ["0", "2147483648"],
        "bonds_previous": [[[1, "12884901888"]], []],
    }
