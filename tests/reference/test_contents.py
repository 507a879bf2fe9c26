"""The table of contents: ids and words are unique, and everything that a chapter has stands under its word."""

import re
from pathlib import Path

import pytest

import subtensor_spec
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.contents import BY_ID, BY_WORD, CHAPTERS, PAGES_ONLY

ROOT = Path(subtensor_spec.__file__).parent
PAGES = sorted((Path(__file__).parents[2] / "spec").glob("*.md"))

ELSEWHERE = {
    ("TF", "chapters.consensus.matrix.sigmoid"): "safe functions, which the epoch's mathematics defines",
    ("EMI", "chapters.revisions"): "how emission was shared before the pinned revision",
    ("BLK", "chapters.balances"): "accounts and their TAO, which every call moves",
    ("BLK", "chain.clock"): "the height of the block, which chapters below a block read",
}
"""Packages and modules that state a chapter's rules outside its own, and what they hold."""


def packages(*rooms: str) -> set[str]:
    """The names of the packages and modules that stand in some rooms."""
    found = (path for room in rooms for path in (ROOT / room).iterdir())
    return {path.stem for path in found if not path.name.startswith("_")}


def test_numbers_ids_and_words_are_unique() -> None:
    assert [chapter.number for chapter in CHAPTERS] == list(range(1, 30))
    assert len(BY_WORD) == len(CHAPTERS) == len(BY_ID) + 1
    assert all(re.fullmatch(r"[A-Z]{2,3}", identifier) for identifier in BY_ID)


def test_packages_have_the_words_of_chapters_and_no_others() -> None:
    """Balances are a package of their own; they belong to the chapter on blocks and calls."""
    stated = {chapter.package for chapter in CHAPTERS if chapter.word not in PAGES_ONLY}
    assert {f"arithmetic.{name}" for name in packages("arithmetic")} == {
        name for name in stated if name.startswith("arithmetic.")
    }
    assert {f"chapters.{name}" for name in packages("chapters")} - {"chapters.balances"} == {
        name for name in stated if name.startswith("chapters.")
    }
    assert packages("vectorised") <= BY_WORD.keys() - PAGES_ONLY | {"balances", "words"}


def test_a_rule_stands_in_the_package_of_its_chapter() -> None:
    places = {(chapter.id, f"{chapter.package}.") for chapter in CHAPTERS}
    places |= {(identifier, f"{module}.") for identifier, module in ELSEWHERE}
    used = set()
    for identifier, stated in complete_registry().items():
        module = f"{stated.function.__module__.removeprefix('subtensor_spec.')}."
        found = {place for place in places if place[0] == stated.chapter and module.startswith(place[1])}
        assert found, f"{identifier} stands in {module}"
        used |= found
    assert used >= {(identifier, f"{module}.") for identifier, module in ELSEWHERE}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_the_name_and_the_title_of_its_chapter(page: Path) -> None:
    chapter = CHAPTERS[int(page.stem[:2]) - 1]
    assert page.stem == chapter.page
    assert page.read_text().splitlines()[0] == f"# {chapter.number} {chapter.title}"
