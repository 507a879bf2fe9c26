"""The picture of the README is what the project's own command draws."""

from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import pytest

from subtensor_spec.chapters.issuance.projection import FIRST_HALVING
from subtensor_spec.cli.halving_picture import draw

PICTURE = Path(__file__).resolve().parents[2] / "docs" / "static" / "halving.svg"
DRAWN_WITH = "3.11.2"
"""Another matplotlib may place a label elsewhere; ``subtensor-spec halving --plot FILE`` draws the picture again."""


def test_the_picture_is_there_and_the_readme_shows_it() -> None:
    assert ElementTree.parse(PICTURE).getroot().tag == "{http://www.w3.org/2000/svg}svg"
    assert "(docs/static/halving.svg)" in (PICTURE.parents[2] / "README.md").read_text()


@pytest.mark.skipif(mpl.__version__ != DRAWN_WITH, reason=f"the picture was drawn with matplotlib {DRAWN_WITH}")
def test_the_picture_is_what_the_command_draws(tmp_path: Path) -> None:
    draw(tmp_path / "halving.svg", FIRST_HALVING, 0)
    assert (tmp_path / "halving.svg").read_bytes() == PICTURE.read_bytes()
