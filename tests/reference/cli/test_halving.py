"""``subtensor-spec halving``: the table, the JSON, the picture, and one line about what is wrong."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["halving", *arguments])


def test_the_schedule_has_every_step_and_the_dates_of_the_next_ones() -> None:
    lines = run().output.splitlines()
    rows = {line.split()[0]: line.split() for line in lines if line.split() and line.split()[0].isdigit()}
    assert list(rows) == [str(number) for number in range(31)]
    assert rows["1"] == ["1", "10500000000000000", "500000000", "3_600.000000000", "2025-12-14"]
    assert rows["2"][-1] == "2029-12-11"
    assert rows["30"][1:3] == ["20999999980442226", "0"]


def test_an_issuance_is_answered_to_the_rao() -> None:
    before, at = (run("--issuance", rao).output for rao in ("10499999999999999", "10500000000000000"))
    assert "after 0 halvings" in before
    assert "(1000000000 rao)" in before
    assert "after 1 halving:" in at
    assert "0.000000001 TAO (1 rao) before the next halving" in before
    assert run("--issuance", "10500000tao").output == at
    assert "0.000000000 TAO a block" in run("--issuance", "21000000tao").output


def test_recycling_delays_halvings_and_may_end_them() -> None:
    output = run("--recycling", "500tao").output
    assert "2030-08-03" in output
    assert "never" in output
    assert "From halving 4 on so much recycling takes all" in output
    assert "no further halving is reached" in run("--recycling", "3600tao").output
    assert "after 9999" in run("--recycling", "3599.99999tao").output


def test_a_number_alone_is_rao_in_every_option() -> None:
    assert run("--recycling", "500000000000").output == run("--recycling", "500tao").output
    assert run("--from-issuance", "10800000000000000").output == run("--from-issuance", "10800000tao").output


def test_a_projection_starts_where_it_is_told() -> None:
    output = run("--from-date", "2026-07-01", "--from-issuance", "10800000tao").output
    assert "10_800_000.000000000 TAO on 2026-07-01" in output
    assert "2030-04-06" in output


def test_json_holds_the_same_with_amounts_in_rao() -> None:
    found = json.loads(run("--json", "--issuance", "16000000tao", "--recycling", "500tao").output)
    assert found["at_issuance"] == {
        "issuance": "16000000000000000",
        "halvings": 2,
        "emission_per_block": "250000000",
        "emission_per_day": "1800000000000",
    }
    assert found["recycled_per_day"] == "500000000000"
    second, fifth = found["schedule"][2], found["schedule"][5]
    assert (second["date"], second["blocks_from_start"], second["lasts"]) == ("2030-08-03", 12193549, True)
    assert (fifth["date"], fifth["reached"]) == (None, False)


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_a_picture_is_the_same_every_time(tmp_path: Path, suffix: str) -> None:
    one, other = tmp_path / f"one.{suffix}", tmp_path / f"other.{suffix}"
    for file in (one, other):
        assert run("--recycling", "500tao", "--plot", str(file)).exit_code == 0
    assert one.read_bytes() == other.read_bytes()
    assert len(one.read_bytes()) > 10_000


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--issuance", "much"], "--issuance: 'much' is not an amount"),
        (["--issuance", "-5"], "--issuance: '-5' is not an amount"),
        (["--issuance", "99999999999tao"], "more rao than a u64 holds"),
        (["--issuance", "5alpha"], "--issuance: '5alpha' is alpha where TAO is due"),
        (["--from-issuance", "5alpha"], "--from-issuance: '5alpha' is alpha where TAO is due"),
        (["--recycling", "5alpha"], "--recycling: '5alpha' is alpha where TAO is due"),
        (["--recycling", "1e9"], "--recycling: '1e9' is not an amount"),
        (["--from-date", "soon"], "--from-date: 'soon' is not a day"),
        (["--plot", "picture.gif"], "--plot: picture.gif does not end in .png, .svg or .pdf"),
        (["--plot", "no-such-folder/picture.png"], "--plot: cannot write no-such-folder/picture.png"),
    ],
)
def test_bad_input_is_one_line_and_status_1(arguments: list[str], complaint: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert complaint in result.output
    assert result.output.startswith("Error: ")
    assert len(result.output.splitlines()) == 1
