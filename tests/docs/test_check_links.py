"""The link checker: it sees a missing page and a missing place, and nothing else."""

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "docs" / "extension" / "check_links.py"
spec = importlib.util.spec_from_file_location("check_links", SCRIPT)
assert spec is not None
assert spec.loader is not None
check_links = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_links)


def site(root: Path, link: str) -> Path:
    (root / "a").mkdir()
    (root / "a" / "one.html").write_text(f'<h1 id="top">One</h1><a href="{link}">go</a>')
    (root / "two.html").write_text('<p id="here">Two</p>')
    return root


@pytest.mark.parametrize("link", ["../two.html", "../two.html#here", "#top", "https://example.org/x#y", "mailto:a@b.c"])
def test_a_link_that_leads_somewhere_is_no_complaint(tmp_path: Path, link: str) -> None:
    assert check_links.main(site(tmp_path, link)) == 0


@pytest.mark.parametrize(
    ("link", "why"),
    [("two.html", "no such file"), ("../two.html#there", "no such place"), ("#bottom", "no such place")],
)
def test_a_link_that_leads_nowhere_is_named(
    tmp_path: Path, link: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_links.main(site(tmp_path, link)) == 1
    assert why in capsys.readouterr().out


def test_an_empty_site_is_an_error(tmp_path: Path) -> None:
    assert check_links.main(tmp_path) == 1
