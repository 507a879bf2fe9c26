"""The commands that read vectors: list and show, and what verify says of the published ones."""

import json

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.authoring.verify import damaged_files, stale_files
from subtensor_conformance.cli.vectors import command
from subtensor_conformance.vectors import documents, manifest
from subtensor_conformance.vectors.locations import published
from subtensor_spec.catalogue import complete_registry

MUL = "arith/i32f32/saturating-mul"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_a_row_is_shown_in_bits_and_decimals() -> None:
    """A row comes with its why, its values in both forms, and the words and source of its rules."""
    row = run("list", "--id", f"{MUL}/negative-inexact/*").stdout.splitlines()[0]
    text = run("show", row).stdout
    assert "rounded down" in text
    assert "-9223372032559808511 = -2147483646.9999999998" in text
    assert complete_registry()["FX-mul/floor"].summary[:40] in text
    assert "mul_overflow" in text


def test_an_epoch_is_shown_with_tables() -> None:
    """Matrices stand as tables by uid, stages with what they mean."""
    text = run("show", "epoch/yuma3-liquid/n4").stdout
    assert "stake: share of filtered stake" in text
    assert "rao_emission" in text
    assert "terms" in text


def test_a_law_is_shown() -> None:
    """A law's input, and which law it is."""
    assert "epoch-repeatable" in run("show", "law/epoch-repeatable/epoch-repeated/yuma-2").stdout


def test_a_group_is_shown_row_by_row() -> None:
    """An id that is not a case shows everything below it, as text and as JSON."""
    cases = json.loads(run("show", f"{MUL}/above-maximum", "--json").stdout)
    assert all(case["id"].startswith(f"{MUL}/above-maximum/") for case in cases)
    assert all(case["expected"] == {"ok": "9223372036854775807"} for case in cases)


def test_lists_are_text_or_json() -> None:
    """The same ids in both forms, narrowed by rule."""
    plain = run("list", "--rule", "YC-vector/clamp", "--kind", "arith").stdout.split()
    told = json.loads(run("list", "--rule", "YC-vector/clamp", "--kind", "arith", "--json").stdout)
    assert plain == [case["id"] for case in told]
    assert all("YC-vector/clamp" in case["rules"] and case["why"] for case in told)


def test_a_call_and_a_chain_are_shown_in_words() -> None:
    """Who calls what, what becomes of it, and every entry; of a chain a line a step."""
    call = run("show", "op/subtensor-module/clear-coldkey-swap-announcement/ok/3c54a562").output
    assert "begins on the state mixed-s1" in call
    assert "SubtensorModule.ColdkeySwapAnnouncements[0x3b2231b4543f23a1" in call
    assert "= (gone)" in call
    assert "event SubtensorModule.ColdkeySwapCleared" in call
    chain = run("show", "trace/serving/s1").output
    assert "block 48" in chain
    assert "SubtensorModule.serve_axon" in chain


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("show", "arith/i32f32/no-such"), "is no id of a vector, a group or a file"),
        (("list", "--revision", "r9"), "r9 is unknown"),
    ],
)
def test_mistakes_are_one_clear_line(arguments: tuple[str, ...], complaint: str) -> None:
    """A wrong id or revision is said to be wrong, with a status that is not zero."""
    result = run(*arguments)
    assert result.exit_code != 0
    assert complaint in str(result.exception)


def test_the_published_folder_is_whole() -> None:
    """Every digest is right, and manifest, lists and registries are what follows from the files and the code."""
    folder = published()
    assert list(damaged_files(folder)) == []
    content = manifest.read(folder)
    read = (documents.read(folder / entry["path"]) for entry in (*content["states"], *content["files"]))
    found = {document["id"]: document for document in read}
    assert list(stale_files(folder, found)) == []


def test_every_rule_has_a_vector() -> None:
    """The published coverage knows every rule, and none is without cases."""
    coverage = documents.read(published() / "registry" / "coverage.json")["rules"]
    assert set(coverage) == set(complete_registry())
    assert [rule for rule, counts in coverage.items() if not counts] == []
