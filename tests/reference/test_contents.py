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
    ("EMI", "chapters.revisions.flow_averages"): "how emission was shared before the pinned revision",
    ("EMI", "chapters.revisions.flow_normalisation"): "how emission was shared before the pinned revision",
}
"""Modules that state a chapter's rules outside its package, and what they hold."""


def packages(*rooms: str) -> set[str]:
    """The names of the packages and modules that stand in some rooms."""
    found = (path for room in rooms for path in (ROOT / room).iterdir())
    return {path.stem for path in found if not path.name.startswith("_")}


def test_numbers_ids_and_words_are_unique() -> None:
    assert [chapter.number for chapter in CHAPTERS] == list(range(1, 30))
    assert len(BY_WORD) == len(CHAPTERS) == len(BY_ID) + 1
    assert all(re.fullmatch(r"[A-Z]{2,3}", identifier) for identifier in BY_ID)


def test_packages_have_the_words_of_chapters_and_no_others() -> None:
    beside = {"balances"}
    words = BY_WORD.keys() - PAGES_ONLY
    assert packages("chapters") <= words | beside
    assert packages("arithmetic") <= words
    assert packages("vectorised") <= words | beside | {"words"}


def test_a_rule_stands_in_the_package_of_its_chapter() -> None:
    seen = set()
    for identifier, stated in complete_registry().items():
        module = stated.function.__module__.removeprefix("subtensor_spec.")
        seen.add((stated.chapter, module))
        if (stated.chapter, module) not in ELSEWHERE:
            assert f"{module}.".startswith(f"{BY_ID[stated.chapter].package}."), f"{identifier} stands in {module}"
    assert seen >= ELSEWHERE.keys()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_the_name_and_the_title_of_its_chapter(page: Path) -> None:
    chapter = CHAPTERS[int(page.stem[:2]) - 1]
    assert page.stem == chapter.page
    assert page.read_text().splitlines()[0] == f"# {chapter.number} {chapter.title}"
