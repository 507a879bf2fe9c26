"""Verification finds every kind of damage and of falsehood, in one clear line each."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.conformance.vectors import small_suite

from subtensor_conformance.authoring import publish, released
from subtensor_conformance.authoring.verify import verify
from subtensor_conformance.cli.vectors import command
from subtensor_conformance.vectors import canonical, documents
from subtensor_spec.errors import SpecError

MUL = "arith/i32f32/saturating-mul"
EPOCH = "epoch/permits/tie-at-the-edge"

Document = dict[str, Any]


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    return small_suite.make(tmp_path / "suite")


def complaints(folder: Path) -> list[str]:
    """Return what is wrong, apart from rules that a few files cannot all cover."""
    return [line for line in verify(folder) if not line.endswith("has no vector")]


def test_a_whole_suite_is_in_order(suite: Path) -> None:
    """A few published files with a manifest of their own; rules without vectors are reported."""
    assert complaints(suite) == []
    assert "rule FX-div/toward-zero has no vector" in verify(suite)


def test_an_edited_file(suite: Path) -> None:
    """Any change of bytes, schema and words included."""
    path = suite / f"{MUL}.json"
    path.write_text(path.read_text().replace("rounded down", "rounded up", 1))
    assert complaints(suite) == [f"{MUL}.json has been edited: its digest is not the one in SHA256SUMS"]


def test_a_missing_and_a_surplus_file(suite: Path) -> None:
    """A file without a digest, and a digest without a file."""
    (suite / f"{EPOCH}.json").rename(suite / "epoch/permits/other.json")
    assert complaints(suite) == [
        f"{EPOCH}.json is missing",
        "epoch/permits/other.json has no digest in SHA256SUMS",
    ]


def test_a_digest_that_is_none(suite: Path) -> None:
    """A line of SHA256SUMS that is not a digest and a path."""
    with (suite / "SHA256SUMS").open("a") as sums:
        sums.write("not a digest\n")
    result = CliRunner().invoke(command, ["verify", "--vectors", str(suite)])
    assert result.exit_code == 1
    assert "is not a digest, two spaces and a path" in str(result.exception)


def _without(name: str) -> Callable[[Document], None]:
    return lambda document: document["groups"][0].pop(name)


def _changed(**values: Any) -> Callable[[Document], None]:
    return lambda document: document["groups"][0].update(values)


def _row(place: int, value: Any) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document["groups"][0]["rows"][0][place] = value

    return change


def _second_row_like_the_first(document: Document) -> None:
    rows = document["groups"][0]["rows"]
    rows.append(rows[0])


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (_without("why"), "'why' is a required property"),
        (_without("rules"), "'rules' is a required property"),
        (_without("evidence"), "'evidence' is a required property"),
        (_changed(surplus=1), "'surplus' was unexpected"),
        (_changed(tier="later"), "'later' is not one of"),
        (_changed(evidence="hearsay"), "'hearsay' is not one of"),
        (_changed(rules=[]), "non-empty"),
        (_changed(rules=["FX-mul"]), "does not match"),
        (_changed(slug="Not A Slug"), "does not match"),
        (_changed(rules=["FX-mul/nearest"]), "names FX-mul/nearest, which is no rule"),
        (_changed(rules=["YC-vector/clamp"]), "none of the rules YC-vector/clamp runs"),
        (_changed(rules=["FX-mul/floor", "YC-vector/clamp"]), "names a rule that does not run"),
        (_row(0, "00000000"), "has a slug that is not the digest of its arguments"),
        (_row(1, "9223372036854775808"), "does not fit its signature"),
        (_row(1, "007"), "does not fit its signature"),
        (_row(1, 7), "writes a value in another form"),
        (_row(-1, {"ok": "x"}), "does not fit its signature"),
        (_second_row_like_the_first, "has 2 entries called"),
        (lambda document: document.update(function="i32f32.no_such"), "which is no function"),
        (lambda document: document.update(signature={"in": [], "out": "I32F32"}), "has another signature"),
        (lambda document: document["groups"].append(document["groups"][0]), "has 2 entries called above-maximum"),
        (lambda document: document.update(format=2), "1 was expected"),
        (lambda document: document["revisions"].update({"from": "now"}), "does not match"),
    ],
)
def test_a_false_row_file(suite: Path, change: Callable[[Document], None], complaint: str) -> None:
    """A schema violation or a falsehood, with digests and manifest as if it were right."""
    try:
        small_suite.edit(suite, MUL, change)
    except (ValueError, KeyError):
        _write_as_it_is(suite, MUL, change)
    found = _caught(suite)
    assert any(complaint in line for line in found), found
    assert all("\n" not in line for line in found)


def _write_as_it_is(folder: Path, name: str, change: Callable[[Document], None]) -> None:
    """Write a document that no manifest can be made of, with the right digest of its file."""
    document = json.loads((folder / f"{name}.json").read_text())
    change(document)
    content = documents.content_of(document)
    manifest = json.loads((folder / "MANIFEST.json").read_text())
    for entry in manifest["files"]:
        if entry["id"] == name:
            entry.update(sha256=documents.digest(content), bytes=len(content))
    files = {f"{name}.json": content, "MANIFEST.json": canonical.text_of(manifest).encode()}
    kept = {path.relative_to(folder).as_posix(): documents.read_bytes(path) for path in folder.rglob("*.json*")}
    publish.write(folder, kept | files | {f"lists/{path.name}": path.read_bytes() for path in folder.glob("lists/*")})


def _caught(folder: Path) -> list[str]:
    try:
        return complaints(folder)
    except SpecError as error:
        return [str(error)]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda document: document.update(laws=["no-such-law"]), "names no-such-law, which is no law"),
        (lambda document: document.update(rules=["YC-yuma3/average"]), "names YC-yuma3/average, which does not run"),
        (lambda document: document["input"].pop("kappa"), "'kappa' is a required property"),
        (lambda document: document["input"].update(kappa=70000), "70000 is greater than the maximum"),
        (lambda document: document["input"].update(rao_emission=1), "is not of type 'string'"),
        (lambda document: document["output"]["terms"].pop("bond"), "'bond' is a required property"),
    ],
)
def test_a_false_epoch(suite: Path, change: Callable[[Document], None], complaint: str) -> None:
    """A schema violation or a falsehood in an epoch file."""
    small_suite.edit(suite, EPOCH, change)
    found = complaints(suite)
    assert any(complaint in line for line in found), found


def test_another_form_of_the_same_content(suite: Path) -> None:
    """A file that is not in canonical form, though it says the same."""
    path = suite / f"{MUL}.json"
    content = json.dumps(json.loads(path.read_text())).encode()
    manifest = json.loads((suite / "MANIFEST.json").read_text())
    for entry in manifest["files"]:
        if entry["id"] == MUL:
            entry.update(sha256=documents.digest(content), bytes=len(content))
    path.write_bytes(content)
    (suite / "MANIFEST.json").write_text(canonical.text_of(manifest))
    publish.write(suite, {file: (suite / file).read_bytes() for file in publish.present(suite)})
    assert f"{MUL}.json is not in canonical form" in complaints(suite)


def test_an_edited_registry(suite: Path) -> None:
    """Registries and lists follow from the documents and the code, so they are compared with that."""
    path = suite / "registry" / "coverage.json"
    path.write_text(path.read_text().replace("FX-mul/floor", "FX-mul/flour"))
    (suite / "lists" / "smoke.txt").write_text("")
    publish.write(suite, {file: documents.read_bytes(suite / file) for file in publish.present(suite)})
    assert complaints(suite) == [
        "registry/coverage.json is not as generated",
        "lists/smoke.txt is not as generated",
    ]


class TestReleased:
    """Ids of the last release are permanent."""

    @pytest.fixture
    def suite(self, tmp_path: Path) -> Path:
        folder = small_suite.make(tmp_path / "suite")
        record = released.release(publish.stored_documents(folder).values())
        documents.write(folder / released.RELEASED, documents.content_of(record))
        return folder

    def breaches(self, folder: Path) -> list[str]:
        return list(released.breaches(folder, publish.stored_documents(folder).values()))

    def test_nothing_has_changed(self, suite: Path) -> None:
        """Right after a release every id is there."""
        assert self.breaches(suite) == []

    def test_a_captured_row_has_gone(self, suite: Path) -> None:
        """A group with fewer captured rows than before."""
        small_suite.edit(suite, MUL, lambda document: document["groups"][0]["rows"].pop())
        assert self.breaches(suite) == [f"{MUL}/above-maximum has lost 1 of the rows of release 0.1.0"]

    def test_an_epoch_has_gone_or_asks_something_else(self, suite: Path) -> None:
        """An id that is missing, and one that is used for another question."""
        small_suite.edit(suite, EPOCH, lambda document: document["input"].update(kappa=1))
        assert self.breaches(suite) == [f"{EPOCH} asks something else than release 0.1.0"]
        stored = publish.stored_documents(suite)
        del stored[EPOCH]
        publish.write(suite, publish.all_files(stored))
        assert self.breaches(suite) == [f"{EPOCH} is missing from what was published in release 0.1.0"]

    def test_a_retired_id_stays_retired(self, suite: Path) -> None:
        """A grave excuses an id that has gone, and forbids using it again."""
        retired = {"format": 1, "retired": [{"id": EPOCH, "in": "0.2.0", "why": "its input was wrong"}]}
        (suite / released.RETIRED).write_text(canonical.text_of(retired))
        assert self.breaches(suite) == [f"{EPOCH} is retired and used again"]
        stored = publish.stored_documents(suite)
        del stored[EPOCH]
        publish.write(suite, publish.all_files(stored))
        assert self.breaches(suite) == []
