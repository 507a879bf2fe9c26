"""Generation is reproducible to the byte, and writes nothing that is in doubt."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.conformance.vectors import small_suite

from subtensor_conformance.authoring import publish
from subtensor_conformance.authoring.generate import Disagreement, Generation, files_of
from subtensor_conformance.authoring.observations import Observations
from subtensor_conformance.cli.vectors import command
from subtensor_conformance.vectors import documents
from subtensor_conformance.vectors.locations import published

REPRESENTATIVE = (
    "arith/i32f32/saturating-mul",
    "arith/u96f32/safe-div",
    "arith/i64f64/exp",
    "arith/math/weighted-median-col-sparse",
    "arith/math/mat-ema-alpha-sparse",
    "arith/coinbase/get-shares",
    "arith/share-pool/run",
    "arith/swap/buy",
    "epoch/liquid-alpha/*",
    "epoch/commit-reveal/n10",
    "law/epoch-uids-permuted/*",
    "law/shares-sum-to-one/*",
)

PRINT_CONTENT = """
import hashlib, sys
from subtensor_conformance.authoring import publish
from subtensor_conformance.authoring.generate import Generation, files_of
from subtensor_conformance.vectors.locations import published
from subtensor_conformance.authoring.observations import Observations
observations = Observations()
observations.read_documents(publish.stored_documents(published()).values())
for path, (_, content) in files_of(Generation(observations, tuple(sys.argv[1:])).documents()).items():
    print(path, hashlib.sha256(content).hexdigest())
"""


def test_a_representative_part_is_the_same_under_two_hash_seeds() -> None:
    """Generating under two hash seeds gives the published bytes both times."""
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", PRINT_CONTENT, *REPRESENTATIVE],
            env=os.environ | {"PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "20260630")
    ]
    first, second = (worker.communicate()[0].splitlines() for worker in workers)
    assert first == second
    assert len(first) >= len(REPRESENTATIVE)
    for line in first:
        path, digest = line.split()
        assert documents.digest(documents.read_bytes(published() / path)) == digest, path


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    return small_suite.make(tmp_path / "suite")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, arguments)
    text = result.output + (str(result.exception) if result.exception else "")
    return result.exit_code, text


def test_generating_again_changes_nothing(suite: Path) -> None:
    """What is as generated is not written, and the check says so."""
    before = {path: path.read_bytes() for path in suite.rglob("*") if path.is_file()}
    only = ("--only", "arith/i32f32/saturating-mul", "--only", "epoch/permits/tie-at-the-edge")
    assert run("generate", "--vectors", str(suite), *only)[0] == 0
    after = {path: path.read_bytes() for path in suite.rglob("*") if path.is_file()}
    assert before == {path: content for path, content in after.items() if path.name != "PROVENANCE.json"}
    status, text = run("generate", "--vectors", str(suite), "--check", *only)
    assert (status, text.strip()) == (0, "nothing differs")


def test_a_lost_word_is_restored(suite: Path) -> None:
    """Words are derived: an edit of them is undone by generating, and reported by the check."""
    name = "arith/i32f32/saturating-mul"
    published_content = (suite / f"{name}.json").read_bytes()
    small_suite.edit(suite, name, lambda document: document["groups"][0].update(why="Something else, made up."))
    status, text = run("generate", "--vectors", str(suite), "--check", "--only", name)
    assert status == 1
    assert f"{name}.json is not as generated" in text
    assert run("generate", "--vectors", str(suite), "--only", name)[0] == 0
    assert (suite / f"{name}.json").read_bytes() == published_content


def test_a_wrong_observed_answer_stops_everything(suite: Path) -> None:
    """An observed answer that the paths do not give: nothing is written."""
    name = "arith/i32f32/saturating-mul"

    def spoil(document: dict) -> None:  # type: ignore[type-arg]
        document["groups"][0]["rows"][0][-1] = {"ok": "7"}

    small_suite.edit(suite, name, spoil)
    before = {path: path.read_bytes() for path in suite.rglob("*") if path.is_file()}
    status, text = run("generate", "--vectors", str(suite), "--only", name)
    assert status == 1
    assert "exact gives" in text
    assert "numpy gives" in text
    assert "nothing was written" in text
    assert before == {path: path.read_bytes() for path in suite.rglob("*") if path.is_file()}


def test_a_wrong_observed_epoch_stops_everything(suite: Path) -> None:
    """An observed output or stage that the paths do not give."""
    name = "epoch/yuma3-liquid/n4"
    for part in ("output", "stages"):
        document = small_suite.read_published(name)
        branch = document["output"]["terms"] if part == "output" else document["stages"]
        member = "stake" if part == "output" else "consensus"
        branch[member] = [*branch[member][:-1], "1"]
        observations = Observations()
        observations.read_documents([document])
        with pytest.raises(Disagreement, match=member):
            Generation(observations, (name,)).documents()


def test_the_published_epochs_keep_what_was_observed() -> None:
    """Reading published documents and generating from them gives the same documents."""
    names = ("epoch/yuma3-liquid/n4", "arith/emission/block-emission-for-issuance")
    stored = {name: small_suite.read_published(name) for name in names}
    observations = Observations()
    observations.read_documents(stored.values())
    made = Generation(observations, names).documents()
    assert made == stored
    assert {path for path, _ in files_of(made).items()} <= {
        path.relative_to(published()).as_posix() for path in published().rglob("*.json*")
    }


def test_stale_files_are_removed(suite: Path) -> None:
    """A vector that is no longer published leaves no file behind."""
    stored = publish.stored_documents(suite)
    del stored["epoch/permits/tie-at-the-edge"]
    changed = publish.write(suite, publish.all_files(stored))
    assert "epoch/permits/tie-at-the-edge.json" in changed
    assert not (suite / "epoch/permits/tie-at-the-edge.json").exists()
    assert "tie-at-the-edge" not in (suite / "SHA256SUMS").read_text()


@pytest.mark.parametrize("arguments", [("generate",), ("import", __file__)])
def test_nothing_is_written_outside_a_checkout(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """A folder without schemas is not taken for one of vectors."""
    status, text = run(*arguments, "--vectors", str(tmp_path / "nowhere"))
    assert status == 1
    assert "is no folder of vectors" in text
    assert not (tmp_path / "nowhere").exists()
