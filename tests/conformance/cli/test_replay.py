"""``subtensor-spec replay``: a chain taken again, to the end or to the first step that differs."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main
from subtensor_conformance.vectors import documents
from subtensor_conformance.vectors.locations import published

TRACE = "trace/serving/s1"
FILE = published() / f"{TRACE}.jsonl"


def run(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(main, ["replay", *arguments])


def test_a_published_chain_is_equal_to_its_end() -> None:
    result = run(TRACE)
    assert result.exit_code == 0
    assert result.output.strip() == "7 blocks and 12 calls: every outcome, change and event is as it should be"
    assert json.loads(run(str(FILE), "--json").output) | {"trace": ""} == {
        "trace": "", "blocks": 7, "calls": 12, "steps": 20, "equal": True,
    }  # fmt: skip


def test_it_stops_at_a_block() -> None:
    assert run(TRACE, "--until", "43").output.startswith("2 blocks and ")


def test_changes_of_an_item_are_shown() -> None:
    lines = run(TRACE, "--show", "SubtensorModule.Prometheus").output.splitlines()
    assert lines[0].startswith("block 48: SubtensorModule.Prometheus[")
    assert lines[-1].startswith("7 blocks")


def test_prices_are_drawn(tmp_path: Path) -> None:
    assert run(TRACE, "--plot", str(tmp_path / "p.svg")).exit_code == 0
    assert (tmp_path / "p.svg").read_text().count("<path") > 10


def edited(folder: Path, change: Any) -> str:
    trace = documents.read(FILE)
    change(trace["steps"])
    path = folder / "edited.jsonl"
    path.write_bytes(documents.content_of(trace))
    return str(path)


def place_of(steps: list[Any], wanted: Any) -> int:
    return next(place for place, step in enumerate(steps) if wanted(step))


def test_the_first_difference_is_explained(tmp_path: Path) -> None:
    """The step, the call, the entry with both values, and rules; the exit status says so."""
    where = []

    def change(steps: list[Any]) -> None:
        place = place_of(steps, lambda step: "SubtensorModule.Axons" in step.get("changes", {}))
        where.append(place)
        steps[place]["changes"]["SubtensorModule.Axons"][0][1]["port"] += 1

    path = edited(tmp_path, change)
    result = run(path)
    assert result.exit_code == 1
    assert f"at step {where[0] + 1} of 20, before the first block" in result.output
    assert "SubtensorModule.serve_axon(" in result.output
    assert "at     SubtensorModule.Axons[" in result.output
    assert "'port': " in result.output
    found = json.loads(run(path, "--json").output)
    assert found["equal"] is False
    assert found["difference"]["step"] == where[0] + 1
    assert found["difference"]["expected"]["port"] == found["difference"]["here"]["port"] + 1
    assert "BLK-dispatch/call" in found["difference"]["rules"]


@pytest.mark.parametrize(
    ("change", "at"),
    [
        (lambda step: step.update(outcome={"err": {"code": "BadOrigin"}}), "outcome"),
        (lambda step: step["events"].clear(), "events[0]"),
        (lambda step: step["changes"].clear(), "SubtensorModule.Axons["),
    ],
)
def test_every_part_is_compared(tmp_path: Path, change: Any, at: str) -> None:
    """An outcome, an event or an entry that is not as it should be."""

    def on_first(steps: list[Any]) -> None:
        change(steps[place_of(steps, lambda step: "SubtensorModule.Axons" in step.get("changes", {}))])

    found = json.loads(run(edited(tmp_path, on_first), "--json").output)
    assert found["difference"]["at"].startswith(at)


def test_a_digest_is_compared(tmp_path: Path) -> None:
    def add(steps: list[Any]) -> None:
        steps.append({"checkpoint": {"block": 48, "digest": "0" * 64}})

    found = json.loads(run(edited(tmp_path, add), "--json").output)
    assert found["difference"]["at"] == "digest of the whole state"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("trace/no/such",), "is no id of a published trace"),
        (("no-such-file",), "is neither the id of a published trace nor a file"),
        ((__file__,), "is no trace: its first line is not JSON"),
        ((str(published() / "MANIFEST.json"),), "is no trace"),
        ((TRACE, "--show", "SubtensorModule.Axon"), "did you mean"),
    ],
)
def test_bad_input_is_one_clear_line(arguments: tuple[str, ...], complaint: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert complaint in f"{result.output}{result.exception}"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda step: step.update(call="SubtensorModule.no_such_call"), "is no call that is specified"),
        (lambda step: step["args"].clear(), "missing: "),
        (lambda step: step.update(origin="0x12"), "origin"),
    ],
)
def test_a_step_that_cannot_be_read_is_one_clear_line(tmp_path: Path, change: Any, complaint: str) -> None:
    def on_call(steps: list[Any]) -> None:
        change(steps[place_of(steps, lambda step: step.get("args"))])

    result = run(edited(tmp_path, on_call))
    assert result.exit_code == 1
    assert complaint in f"{result.output}{result.exception}"
    assert "step " in f"{result.output}{result.exception}"
