"""``subtensor-spec chain example``: the list of examples, and the competition as text, as JSON and as a picture."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from subtensor_conformance.cli import main


def run(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "80"}).invoke(main, ["chain", "example", *arguments])


def test_every_example_is_listed_and_no_other_is_known() -> None:
    assert "competition" in run("--help").output
    unknown = run("no-such-example")
    assert unknown.exit_code == 2
    assert "No such command" in unknown.output


def test_the_competition_fits_a_terminal_and_has_a_line_for_each_round() -> None:
    result = run("competition")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert max(map(len, lines)) <= 80
    assert "…" not in result.output
    rounds = [line.split() for line in lines if line.split()[:1] and line.split()[0].isdigit()]
    assert [int(cells[0]) for cells in rounds if cells[1] != "calls,"][:20] == list(range(1, 21))
    assert any(cells[1:3] == ["Ada", "74*"] for cells in rounds)


def test_the_competition_as_json_holds_amounts_in_rao_that_add_up() -> None:
    story = json.loads(run("competition", "--json").output)
    for entry in story["rounds"]:
        nobody = int(entry["alpha_recycled"]) + int(entry["alpha_unowned"])
        assert sum(map(int, entry["alpha_paid"].values())) + nobody == int(entry["alpha_emitted"])
    for person in story["people"]:
        paid = sum(int(entry["alpha_paid"].get(person["name"], 0)) for entry in story["rounds"])
        assert paid == int(person["alpha_paid"])
    assert story["rounds"][8]["dissent"] == "Eli"


def test_the_competition_can_be_drawn(tmp_path: Path) -> None:
    result = run("competition", "--plot", str(tmp_path / "day.svg"))
    assert result.exit_code == 0
    assert (tmp_path / "day.svg").read_text().count("<path") > 20
    assert "--plot" in run("competition", "--plot", str(tmp_path / "day.gif")).output
