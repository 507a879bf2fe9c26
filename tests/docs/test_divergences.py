"""Chapter 26: every entry has a permanent id, a class and a rule; the page is read as it stands."""

from pathlib import Path
from typing import Any

import pytest

from subtensor_spec.catalogue import complete_registry

EXTENSION = Path(__file__).resolve().parents[2] / "docs" / "extension"


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module that reads the page."""
    pytest.importorskip("sphinx", reason="the site's own packages are not installed: pip install '.[docs]'")
    monkeypatch.syspath_prepend(str(EXTENSION))
    from subtensor_site import divergences

    return divergences


ENTRY = """### A title

:::{divergence} DVG-a-title
:class: surprise
:::

*Expected:* one. *Computed:* two ({rule}`FX-mul/floor`), and again {rule}`FX-mul/floor`, {rule}`FX-div/zero-panics`.
"""


def test_an_entry_is_read(page: Any) -> None:
    assert page.parse(f"# Page\n\n## Part\n\n{ENTRY}\n## Next\n") == [
        page.Divergence("DVG-a-title", "surprise", "A title", ("FX-mul/floor", "FX-div/zero-panics"))
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (ENTRY.replace(":class: surprise\n", ""), "'A title' lacks an id or a class"),
        (ENTRY.replace("surprise", "odd"), "'A title' lacks an id or a class"),
        (ENTRY.replace("DVG-a-title", "DVG-A"), "'A title' lacks an id or a class"),
        ("### Bare\n\nWords.\n", "'Bare' lacks an id or a class"),
        (ENTRY + "\n" + ENTRY, "two divergences have the id DVG-a-title"),
    ],
)
def test_what_an_entry_lacks_is_said(page: Any, text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        page.parse(text)


def test_every_entry_of_the_page_has_an_id_a_class_and_rules_that_exist(page: Any) -> None:
    text = page.SOURCE.read_text(encoding="utf-8")
    entries = page.parse(text)
    known = complete_registry()
    assert len(entries) == text.count("\n### ")
    assert {entry.kind for entry in entries} <= set(page.CLASSES)
    lacking = [entry.id for entry in entries if not entry.rules or not set(entry.rules) <= set(known)]
    assert lacking == []


def test_a_rule_knows_its_divergences(page: Any) -> None:
    assert "DVG-tie-higher-uid" in [entry.id for entry in page.of_rule("YC-vector/top-k")]
    assert list(page.of_rule("FX-mul/none")) == []
