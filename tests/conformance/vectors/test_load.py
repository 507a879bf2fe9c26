"""Loading: only what a selection needs, and nothing that was edited."""

from pathlib import Path

import pytest
from tests.conformance.vectors import small_suite

from subtensor_conformance.vectors import Selection, documents, iter_cases, read_list
from subtensor_conformance.vectors.load import load_file
from subtensor_conformance.vectors.locations import published
from subtensor_spec.errors import InvalidInput

MUL = "arith/i32f32/saturating-mul"


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_suite.make(tmp_path_factory.mktemp("suite"))


def ids(folder: Path, **selection: object) -> list[str]:
    return [case.id for case in iter_cases(Selection(tier="stress", **selection), folder)]  # type: ignore[arg-type]


def test_every_row_epoch_and_law_is_a_case(suite: Path) -> None:
    """An arith file gives its rows, an epoch itself and one case for each of its laws, a law file its inputs."""
    found = ids(suite)
    rows = [row for group in small_suite.read_published(MUL)["groups"] for row in group["rows"]]
    assert sum(name.startswith(MUL) for name in found) == len(rows)
    epoch = "epoch/permits/tie-at-the-edge"
    laws = small_suite.read_published(epoch)["laws"]
    assert [name for name in found if name.startswith(epoch)] == [epoch, *(f"{epoch}/law/{law}" for law in laws)]
    assert "law/epoch-repeatable/epoch-repeated/yuma-2" in found
    assert len(set(found)) == len(found)


def test_a_case_carries_its_group(suite: Path) -> None:
    """A row has the words, rules and evidence of its group, and the signature of its file."""
    case = next(iter(iter_cases(Selection(tier="stress", ids=(f"{MUL}/above-maximum/*",)), suite)))
    group = small_suite.read_published(MUL)["groups"][0]
    assert (case.why, case.catches, list(case.rules)) == (group["why"], group["catches"], group["rules"])
    assert case.signature is not None
    assert case.signature.parameters == (("a", "I32F32"), ("b", "I32F32"))
    assert case.expected == {"ok": "9223372036854775807"}


def test_selections(suite: Path) -> None:
    """Kinds, ids, rules, lists and tiers each narrow the choice, and a list may name anything above a case."""
    assert all(name.startswith("arith/") for name in ids(suite, kinds=("arith",)))
    assert ids(suite, ids=("epoch/permits/*",))[0] == "epoch/permits/tie-at-the-edge"
    assert all("/clamp-value/" in name for name in ids(suite, rules=("YC-vector/clamp",)) if name.startswith("arith/"))
    listed = frozenset({"arith/math", f"{MUL}/above-maximum"})
    taken = ids(suite, listed=listed)
    assert taken
    assert all(name.startswith(("arith/math/", f"{MUL}/above-maximum/")) for name in taken)
    smoke = {case.id for case in iter_cases(Selection(tier="smoke"), suite)}
    assert smoke < set(ids(suite))


def test_unneeded_files_stay_closed(suite: Path, tmp_path: Path) -> None:
    """A damaged file does no harm to a selection that does not need it."""
    folder = small_suite.make(tmp_path / "damaged")
    (folder / "arith/math/clamp-value.json").write_text("damaged")
    assert ids(folder, ids=("epoch/permits/tie-at-the-edge",))
    with pytest.raises(InvalidInput, match=r"clamp-value\.json: has been edited"):
        ids(folder)


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    """A file that the manifest names and that is gone."""
    folder = small_suite.make(tmp_path / "suite")
    (folder / "epoch/permits/tie-at-the-edge.json").unlink()
    with pytest.raises(InvalidInput, match=r"tie-at-the-edge\.json: is missing"):
        ids(folder)


def test_an_unknown_revision_is_one_clear_line(suite: Path) -> None:
    """A revision that no vector holds in."""
    with pytest.raises(InvalidInput, match="r9 is unknown; the vectors know r425"):
        ids(suite, revision="r9")


def test_an_edited_manifest_is_one_clear_line(tmp_path: Path) -> None:
    """The manifest itself is held against the digests."""
    folder = small_suite.make(tmp_path / "suite")
    manifest = folder / "MANIFEST.json"
    manifest.write_text(manifest.read_text().replace("smoke", "core"))
    with pytest.raises(InvalidInput, match=r"MANIFEST\.json: has been edited"):
        ids(folder)


def test_a_file_of_ones_own_is_validated_and_loaded(tmp_path: Path) -> None:
    """A vector file need not be published to be run; it must obey its schema."""
    document = small_suite.read_published("arith/math/clamp-value")
    path = tmp_path / "mine.json"
    path.write_bytes(documents.content_of(document))
    assert len(load_file(path)) == sum(len(group["rows"]) for group in document["groups"])
    del document["groups"][0]["why"]
    path.write_bytes(documents.content_of(document))
    with pytest.raises(InvalidInput, match=r"groups\[0\]: 'why' is a required property"):
        load_file(path)
    path.write_text("[]")
    with pytest.raises(InvalidInput, match="kind null"):
        load_file(path)


def test_lists_name_what_their_tier_takes() -> None:
    """The list of a tier takes exactly the cases that the tier takes."""
    listed = read_list(published() / "lists" / "smoke.txt")
    by_list = [case.id for case in iter_cases(Selection(tier="stress", listed=listed))]
    assert by_list == [case.id for case in iter_cases(Selection(tier="smoke"))]
