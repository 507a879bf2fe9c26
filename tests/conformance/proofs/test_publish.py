"""The published table, and the command that writes and compares it."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from subtensor_conformance.cli import main
from subtensor_conformance.proofs.proof import Outcome, Proof, Verdict
from subtensor_conformance.proofs.publish import as_json, differences
from subtensor_conformance.proofs.run import run_proofs

ONE = "contract/rounding/floor"


def invoke(*arguments: str):
    return CliRunner().invoke(main, ["proofs", *arguments])


def proof(outcome: Outcome, identifier: str = "a/b") -> Proof:
    return Proof(identifier, "It holds.", "always", "by hand", ("FX-mul/floor",), lambda _seconds: outcome)


def test_times_stand_apart_from_what_is_compared():
    table = as_json(run_proofs([proof(Outcome(Verdict.PROVEN))], 10))
    assert table["proofs"] == [
        {
            "id": "a/b",
            "claim": "It holds.",
            "scope": "always",
            "method": "by hand",
            "rules": ["FX-mul/floor"],
            "verdict": "proven",
            "note": "",
        }
    ]
    assert list(table["seconds"]) == ["a/b"]


def test_a_proof_for_which_no_time_is_left_is_undecided():
    (finding,) = run_proofs([proof(Outcome(Verdict.PROVEN))], 0)
    assert finding.outcome.verdict is Verdict.UNDECIDED


def test_a_changed_verdict_and_a_new_proof_are_told():
    published = as_json(run_proofs([proof(Outcome(Verdict.PROVEN))], 10))
    now = run_proofs([proof(Outcome(Verdict.REFUTED, "x = 1")), proof(Outcome(Verdict.PROVEN), "a/c")], 10)
    assert differences(published, now) == [
        "a/b differs from the published table in verdict, note",
        "a/c is not in the published table",
    ]


def test_the_command_prints_a_table_writes_it_and_compares_it(tmp_path):
    path = tmp_path / "proofs.json"
    first = invoke("--only", ONE, "--out", str(path))
    assert first.exit_code == 0
    assert "1 proven" in first.output
    assert [entry["id"] for entry in json.loads(path.read_text())["proofs"]] == [ONE]
    assert invoke("--only", ONE, "--check", str(path), "--json").exit_code == 0
    path.write_text(path.read_text().replace('"proven"', '"tested"'))
    again = invoke("--only", ONE, "--check", str(path))
    assert again.exit_code == 1
    assert "differs from the published table in verdict" in again.output


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2, "proofs": []}'])
def test_a_file_that_is_no_table_is_told_in_one_line(tmp_path, text):
    path = tmp_path / "proofs.json"
    path.write_text(text)
    result = invoke("--only", ONE, "--check", str(path))
    assert result.exit_code == 1
    assert "table of proofs" in result.output


def test_a_pattern_that_matches_nothing_is_told():
    result = invoke("--only", "nothing/*")
    assert result.exit_code == 1
    assert "matches nothing" in result.output


@pytest.mark.parametrize("solver", ["z3", "crosshair"])
def test_a_missing_solver_is_told_in_one_line(solver):
    program = (
        f"import sys; sys.modules['{solver}'] = None; from subtensor_conformance.cli import main; main(['proofs'])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert result.returncode == 1
    assert len(result.stderr.strip().splitlines()) == 1
    assert f"{solver}" in result.stderr
    assert "is not installed" in result.stderr
