"""``subtensor-spec bench``: a line or a JSON object for each measurement."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main
from subtensor_spec.bench import networks
from subtensor_spec.bench.network_state import Shape


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["bench", "--repeats", "3", *arguments])


def test_both_paths_are_timed_and_compared_with_production() -> None:
    found = run("--family", "epoch", "--n", "256", "--mode", "yuma3", "--json", "--path", "numpy")
    assert found.exit_code == 0
    (row,) = json.loads(found.output)["measured"]
    assert (row["name"], row["size"], row["path"], row["production_yardsticks"]) == ("yuma3", 256, "numpy", 1.427)
    assert row["times_production"] == row["yardsticks"] / 1.427
    assert row["milliseconds"] > 0
    assert row["conversion_milliseconds"] > 0


def test_lines_for_people() -> None:
    lines = run("--family", "epoch", "--n", "12", "--mode", "yuma2").output.splitlines()
    assert lines[0].split()[:4] == ["what", "size", "path", "ms"]
    assert [line.split()[:4] for line in lines[1:]] == [["yuma2", "12", "neurons", path] for path in ("exact", "numpy")]


def test_what_would_take_too_long_is_skipped_and_said_so() -> None:
    found = run(
        "--family", "epoch", "--mode", "yuma2", "--n", "8", "--n", "16", "--limit", "0.0000001", "--path", "exact"
    )
    assert "16 neurons    exact  skipped, as it would take about" in found.output
    assert "skipped" not in found.output.splitlines()[1]


def test_a_size_that_no_subnet_has_is_refused() -> None:
    found = run("--n", "0")
    assert found.exit_code == 2
    assert "0 is not in the range" in found.output


def test_the_network_is_timed_a_block_at_a_time_and_can_be_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shapes = (Shape(2, 6, 3, 2), Shape(4, 6, 3, 2))
    monkeypatch.setattr(networks, "SHAPES", shapes)
    monkeypatch.setattr(networks, "PRODUCTION", {(4, 6, 3): 42.0})
    found = run("--family", "network", "--path", "numpy", "--plot", str(tmp_path / "network.svg"), "--json")
    assert found.exit_code == 0
    rows = json.loads(found.output)["measured"]
    assert [(row["size"], row["production_yardsticks"]) for row in rows] == [(2, None), (4, 42.0)]
    assert all(0 < row["milliseconds"] < 1_000 for row in rows)
    assert "<path" in (tmp_path / "network.svg").read_text()
