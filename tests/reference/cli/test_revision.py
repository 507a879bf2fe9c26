"""``subtensor-spec revision`` and ``diff``: which rules held when, and what changed between two revisions."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main
from subtensor_spec.chain.network_history import LAST_KNOWN, SIGHTINGS, UPGRADES, in_force


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


def form(*arguments: object) -> Any:
    return json.loads(run(*arguments, "--json").output)


def test_upgrades_and_sightings_agree_and_are_in_order() -> None:
    assert [entry.block for entry in UPGRADES] == sorted(entry.block for entry in UPGRADES)
    versions = [entry.spec_version for entry in UPGRADES]
    assert versions == sorted(versions)
    assert versions[-1] == LAST_KNOWN
    for sighting in SIGHTINGS:
        known = in_force(sighting.block)
        assert known.least <= sighting.spec_version <= (known.greatest or LAST_KNOWN)


@pytest.mark.parametrize(
    ("block", "least", "greatest", "revision"),
    [
        (1, 0, 343, None),
        (7_000_020, 348, 348, None),
        (8_466_530, 348, 420, None),
        (8_466_531, 421, 424, None),
        (8_636_190, 424, 424, None),
        (8_636_191, 432, 432, "r432"),
        (8_713_793, 432, 432, "r432"),
        (8_713_794, 440, 440, "r440"),
        (8_766_000, 441, 441, "r441"),
        (8_770_000, 441, 442, "r441"),
        (9_240_878, 475, 475, "r446"),
        (9_999_999, 475, None, None),
    ],
)
def test_a_block_has_a_runtime_and_its_rules(
    block: int, least: int, greatest: int | None, revision: str | None
) -> None:
    """The block of an upgrade was made by the code before it."""
    answer = form("revision", "--block", block)
    assert answer["spec_version"] == {"least": least, "greatest": greatest}
    assert answer["evidence"]
    assert (answer["revision"] or {"name": None})["name"] == revision


def test_a_runtime_follows_the_last_revision_up_to_it() -> None:
    answer = form("revision", "--spec-version", 439)
    assert answer["revision"]["name"] == "r432"
    assert answer["revision"]["source"] == "opentensor/subtensor@9d8075b356a553261e0c6be0c318ae35b5b2a3fd"
    assert "REV-inject/subnet" in answer["new_since_r425"]
    assert "EMI-inject/subnet" in answer["no_more"]
    assert "REV-gate/apply" in answer["not_yet"]


def test_the_list_says_of_each_revision_what_is_specified() -> None:
    specified = {entry["name"]: entry["specified"] for entry in form("revision")}
    assert specified["r425"] == "all"
    assert specified["r362"] == []
    assert specified["r441"] == ["emission", "issuance", "revisions", "swap"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("revision", "--spec-version", 500), "500 is unknown; the last that is known is 475"),
        (("revision", "--spec-version", 348), "the rules of 348 are not specified"),
        (("diff", "r425", "r999"), "'r999' is unknown"),
        (("diff", "r441", "r425"), "r441 is not before r425"),
    ],
)
def test_what_is_wrong_is_one_line(arguments: tuple[object, ...], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code
    assert words in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_a_difference_names_steps_rules_prose_and_code() -> None:
    found = form("diff", "r425", "r441")
    steps = {step["step"]: step for step in found["steps"]}
    gate = steps["the emission gate"]
    assert (gate["before"]["rules"], gate["after"]["rules"]) == (["REV-gate/none"], ["REV-gate/block"])
    assert "+def gated(" in gate["code"]
    assert "-def ungated(" in gate["code"]
    assert "EMI-inject/subnet" in found["gone"]
    assert {"REV-gate/rank-bar", "REV-inject/subnet", "REV-refund/block"} <= set(found["new"])


def test_between_two_later_revisions_only_the_bar_changed() -> None:
    found = form("diff", "r440", "r441")
    assert [step["step"] for step in found["steps"]] == ["the bar of the emission gate"]
    assert found["gone"] == []
    assert found["new"] == ["REV-gate/bar-of-rank", "REV-gate/rank-bar"]


def test_only_the_consensus_of_liquid_alpha_changed_after_the_gate() -> None:
    found = form("diff", "r441", "r446")
    assert [step["step"] for step in found["steps"]] == ["the consensus of liquid alpha"]
    assert found["gone"] == []
    assert found["new"] == ["REV-liquid/choice", "REV-liquid/mode", "REV-liquid/previous"]
    assert form("revision", "--spec-version", 446)["revision"]["name"] == "r446"
    assert form("revision", "--spec-version", 445)["revision"]["name"] == "r441"


def test_a_step_that_was_not_taken_is_said_to_be_new() -> None:
    output = run("diff", "r425", "r440").output
    assert "the bar of the emission gate: no rule" in output
    assert "before: The step is not taken." in output
