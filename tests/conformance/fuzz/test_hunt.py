"""A hunt finds a planted mistake, makes its input small and writes a vector; adapters may misbehave meanwhile."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from subtensor_conformance.cli import main
from subtensor_conformance.fuzz.bug_report import bug_report
from subtensor_conformance.fuzz.hunt import Outcome, Plan, hunt
from subtensor_conformance.fuzz.jury import Jury
from subtensor_conformance.fuzz.search import Difference, search
from subtensor_conformance.fuzz.topics import topics
from subtensor_conformance.runner.asker import Limits
from subtensor_conformance.runner.target import Target
from subtensor_conformance.runner.verdict import Verdict
from subtensor_conformance.vectors.load import load_file
from subtensor_spec.errors import InvalidInput

HERE = Path(__file__).parent
QUICK = Limits(start=60.0, batch=2.0)


def mutant(name: str) -> Target:
    return Target(command=(sys.executable, str(HERE / "mutant_adapter.py"), name))


def faulty(fault: str) -> Target:
    return Target(command=(sys.executable, str(HERE / "faulty_adapter.py"), fault))


SPOILED = Target(command=(sys.executable, str(HERE / "stage_adapter.py")))


def fuzzed(target: Target, wanted: str, seconds: float = 40.0, **options: Any) -> Outcome:
    settings: dict[str, Any] = {"seed": 1, "limits": QUICK, "patience": 6.0} | options
    return hunt(Plan(target, seconds=seconds, wanted=(wanted,), **settings))


def found_by(target: Target, wanted: str, **options: Any) -> tuple[Difference, Outcome]:
    outcome = fuzzed(target, wanted, **options)
    assert outcome.difference is not None
    return outcome.difference, outcome


def test_the_numpy_path_survives() -> None:
    """A short hunt over everything finds no difference between the two built-in paths."""
    outcome = hunt(Plan(Target("numpy"), seed=7, seconds=5.0))
    assert outcome.difference is None
    assert outcome.questions > 100
    assert outcome.following > 0


def test_a_wrong_rounding_is_found_and_made_small() -> None:
    """A product truncated toward zero is shown by one bit times minus one bit."""
    difference, _ = found_by(mutant("mul-toward-zero"), "i32f32.saturating_mul")
    assert sorted(difference.input) in (["-1", "1"], ["-1", "2"], ["-2", "1"])
    assert difference.finding.verdict is Verdict.FAIL


def test_a_wrong_tie_break_is_found_in_an_epoch() -> None:
    """Permits that go to the lower uid are shown by few neurons with equal stakes."""
    difference, _ = found_by(mutant("top-k-lower-uid-wins"), "epoch")
    value = difference.input
    assert value["n"] <= 4
    assert difference.finding.difference is not None
    assert "permit" in difference.finding.difference.stage


@pytest.mark.parametrize("case", [("mul-nearest", "u64f64.mul"), ("clip-drops-zeros", "math.col_clip_sparse")])
def test_what_is_found_is_a_valid_vector(case: tuple[str, str], tmp_path: Path) -> None:
    """The bug report obeys the schema, holds the exact path's answer, and names the rules that ran."""
    name, wanted = case
    difference, outcome = found_by(mutant(name), wanted)
    document = bug_report(difference, outcome.implementation)
    path = tmp_path / "difference.json"
    path.write_text(json.dumps(document))
    (loaded,) = load_file(path)
    assert loaded.input == difference.input
    assert loaded.evidence == "two-paths"
    assert {"mul-nearest": "FX-mul/floor", "clip-drops-zeros": "YC-sparse/column-clip"}[name] in loaded.rules


def test_an_adapter_that_dies_is_reported() -> None:
    """An input that kills the adapter is a difference too, and the adapter is started again to make it small."""
    difference, _ = found_by(faulty("dies"), "i32f32.saturating_add")
    assert difference.finding.verdict is Verdict.CRASH
    assert any(int(value) > 1000 for value in difference.input)


def test_an_adapter_that_hangs_is_reported() -> None:
    """An input that hangs the adapter is found within the deadline for an answer."""
    limits = Limits(start=60.0, batch=0.4)
    difference, _ = found_by(faulty("hangs"), "i32f32.saturating_add", limits=limits, patience=1.0)
    assert difference.finding.verdict is Verdict.TIMEOUT


def test_an_adapter_that_changes_its_mind_does_not_confuse_the_search() -> None:
    """Answers that are wrong only now and then are found and reported, whatever asking again gives."""
    difference, _ = found_by(faulty("wavers"), "i32f32.saturating_add")
    assert difference.finding.verdict is Verdict.FAIL


def test_an_adapter_that_cannot_start_is_one_error() -> None:
    """A program that says no hello is not a difference but a mistake of the caller."""
    with pytest.raises(InvalidInput, match="cannot be asked"):
        fuzzed(Target(command=(sys.executable, "-c", "")), "i32f32.add")


def test_an_adapter_that_offers_nothing_wanted_is_one_error() -> None:
    """Asking for functions that the adapter does not have is said at once."""
    with pytest.raises(InvalidInput, match="offers nothing"):
        fuzzed(faulty("dies"), "i64f64.add")


def test_a_stage_alone_is_told_and_the_hunt_goes_on(tmp_path: Path) -> None:
    """An epoch whose output is right is reported with the stage's rules, each stage once, and later rounds are done."""
    outcome = fuzzed(SPOILED, "epoch", seconds=12.0, patience=2.0)
    assert outcome.difference is None
    assert list(outcome.stages) == ["ranks"]
    assert outcome.rounds > 1
    (found,) = outcome.found
    document = bug_report(found, outcome.implementation)
    assert document["rules"] == ["YC-incentive/ranks", "YC-sparse/column-dot"]
    path = tmp_path / "stage.json"
    path.write_text(json.dumps(document))
    assert load_file(path)[0].rules == ("YC-incentive/ranks", "YC-sparse/column-dot")


def test_workers_share_the_rounds() -> None:
    """Two processes find what one finds, and say with which round to go on."""
    outcome = fuzzed(Target("numpy"), "i32f32.*", seconds=5.0, workers=2)
    assert outcome.difference is None
    assert outcome.rounds >= outcome.following >= 1
    found, _ = found_by(mutant("div-floor"), "i32f32.div", workers=2)
    assert found.finding.verdict is Verdict.FAIL


def test_a_round_can_be_repeated() -> None:
    """The same round of the same seed asks the same questions and finds the same."""
    (topic,) = topics(wanted=["i32f32.div"])
    jury = Jury(mutant("div-floor"), QUICK)
    rounds = [search(topic, 3, 0, jury, float("inf"), patience=10.0) for _ in range(2)]
    jury.close()
    assert rounds[0].difference is not None
    assert rounds[0] == rounds[1]


def test_the_command_reports_a_difference(tmp_path: Path) -> None:
    """The command exits with 1, prints what differs and writes the vector; without a difference it exits with 0."""
    out = tmp_path / "found.json"
    adapter = f"{sys.executable} {HERE / 'mutant_adapter.py'} halved-emission-rounded"
    arguments = ["fuzz", "--minutes", "0.5", "--seed", "1", "--workers", "1", "--out", str(out)]
    wanted = ["--function", "emission.block_emission_for_issuance"]
    result = CliRunner().invoke(main, [*arguments, *wanted, "--adapter", adapter, "--json"])
    assert result.exit_code == 1, result.output
    summary = json.loads(result.stdout)
    (told,) = summary["differences"]
    assert told["subject"] == "emission.block_emission_for_issuance"
    assert told["rules"][0].startswith("ISS-emission/")
    assert "ISS-emission/halved" in told["rules"]
    assert load_file(out)
    written = out.read_bytes()
    again = CliRunner().invoke(main, [*arguments, *wanted, "--adapter", adapter])
    assert f"written to {out.with_stem('found-2')}" in again.stdout
    assert out.read_bytes() == written
    arguments[2] = "0.02"
    result = CliRunner().invoke(main, [*arguments, *wanted])
    assert result.exit_code == 0, result.output
    assert "no difference" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [["--target", "exact"], ["--chapter", "XX"], ["--adapter", ""], ["--target", "numpy", "--adapter", "x"]],
    ids=["exact", "chapter", "no program", "both"],
)
def test_a_wrong_call_is_one_line(arguments: list[str]) -> None:
    """Options that make no sense are refused in a line, without a traceback."""
    result = CliRunner().invoke(main, ["fuzz", *arguments])
    assert result.exit_code in (1, 2)
    assert "Error" in result.stderr
    assert "Traceback" not in result.output
