"""The site's pictures, drawn by the reference's own rules when the site is built."""

from collections.abc import Callable
from pathlib import Path

from sphinx.application import Sphinx

from subtensor_site.figures import bonds, clipping, conviction, liquid_alpha, retention
from subtensor_spec.chapters.issuance.projection import FIRST_HALVING
from subtensor_spec.cli import accuracy_picture, competition_picture, halving_picture

FOLDER = Path(__file__).resolve().parents[3] / "_generated"

PICTURES: dict[str, Callable[[Path], None]] = {
    "halving": lambda file: halving_picture.draw(file, FIRST_HALVING, 0),
    "accuracy": accuracy_picture.draw,
    "clipping": clipping.draw,
    "retention": retention.draw,
    "liquid-alpha": liquid_alpha.draw,
    "bonds": bonds.draw,
    "conviction": conviction.draw,
    "competition-market": competition_picture.draw_market,
    "competition-pay": competition_picture.draw_pay,
}
"""Every picture by the name of its file."""


def draw_all(_app: Sphinx | None = None) -> None:
    """Draw every picture as an SVG."""
    FOLDER.mkdir(exist_ok=True)
    for name, draw in PICTURES.items():
        draw(FOLDER / f"{name}.svg")


def setup(app: Sphinx) -> None:
    """Draw before the pages are read."""
    app.connect("builder-inited", draw_all)
