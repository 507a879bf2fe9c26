"""The command ``epoch``: a table for people, JSON for programs, one line for mistakes."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main
from subtensor_spec.chapters.consensus import run_epoch
from subtensor_spec.wire.epoch.encoding import output_to_json, persisted_to_json
from subtensor_spec.wire.epoch.example import example_json, worked_example


def call(*arguments: str, given: Any = None) -> Result:
    text = given if isinstance(given, (str, bytes)) else json.dumps(example_json() if given is None else given)
    return CliRunner().invoke(main, ["epoch", *arguments], input=text)


def test_the_table_shows_every_neuron() -> None:
    lines = call("-").stdout.splitlines()
    assert len(lines) == 6
    assert lines[4].split() == ["3", "0.000000000", "0.75000", "0.70782", "52_379_658_884"]


def test_stakes_on_both_sides_of_a_threshold_differ_in_print() -> None:
    below, at = (str(stake) for stake in (5_555_555_557_567, 5_555_555_557_568))
    shown = [
        call("-", given=example_json() | {"alpha_stake": ["0"] * 5, "tao_stake": [stake] + ["0"] * 4}).stdout
        for stake in (below, at)
    ]
    assert shown[0] != shown[1]
    stakes = [text.splitlines()[1].split()[1] for text in shown]
    assert stakes == ["999.999999999", "1_000.000000000"]


def test_the_input_is_printed_as_it_was_read() -> None:
    assert json.loads(call("-", "--print-input").stdout) == example_json()


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "input.json"
    file.write_text(json.dumps(example_json()))
    assert call(str(file)).stdout == call("-").stdout


def test_json_holds_the_terms_and_what_is_stored() -> None:
    answer = json.loads(call("-", "--json").stdout)
    result = run_epoch(worked_example())
    assert answer == {"revision": "r425", "terms": output_to_json(result), "persisted": persisted_to_json(result)}


def test_json_holds_every_stage_on_request() -> None:
    stages = json.loads(call("-", "--json", "--stages").stdout)["stages"]
    assert stages["incentive"][3] == "3040120566"
    assert stages["ema_bonds"][0][1] == [4, "107374182"]


def test_an_explanation_names_rules_and_shows_bits() -> None:
    text = call("-", "--explain", "4").stdout
    assert "YC-consensus/weighted-median" in text
    assert "incentive: 0.2921667716 [1254846729]" in text
    assert "paid as a server, rao: 21_620_341_081" in text


def test_an_explanation_for_programs() -> None:
    answer = json.loads(call("-", "--explain", "4", "--json").stdout)
    assert answer["uid"] == 4
    emission = next(step for step in answer["steps"] if step["title"] == "Emission")
    assert emission["facts"]["paid as a server, rao"] == "21620341081"


def test_the_example_is_an_input() -> None:
    assert json.loads(call("--example").stdout) == example_json()


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ("{", "standard input: is not JSON"),
        ("", "standard input: is not JSON"),
        (b"\xff\xfe\xfd", "standard input: is not UTF-8 text"),
        ("[" * 100_000, "standard input: is not JSON"),
        ("9" * 10_000, "standard input: is not JSON"),
        ("[]", "an epoch input is an object"),
        (example_json() | {"weights": [[[0, 65536]]]}, "weights[0][0][1]: 65536 is outside the range of u16"),
        (example_json() | {"alpha_stake": ["-1"] * 5}, "alpha_stake[0]: -1 is outside the range of u64"),
    ],
)
def test_bad_input_gives_one_line_and_status_1(given: Any, complaint: str) -> None:
    result = call("-", given=given)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert complaint in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("missing.json",),
        ("-", "--path", "torch"),
        ("-", "--explain", "x"),
        ("-", "--path", "numpy", "--explain", "1"),
    ],
)
def test_wrong_usage_gives_status_2(arguments: tuple[str, ...]) -> None:
    assert call(*arguments).exit_code == 2


def test_an_unknown_neuron_gives_one_line_and_status_1() -> None:
    result = call("-", "--explain", "5")
    assert result.exit_code == 1
    assert result.stderr == "Error: uid 5: does not exist; there are 5 neurons\n"


def test_the_numpy_path_prints_the_same() -> None:
    assert call("-", "--path", "numpy").stdout == call("-").stdout
    assert call("-", "--path", "numpy", "--json").stdout == call("-", "--json").stdout
