"""One look for all pictures: legible in print and on dark pages, and the same bytes in every run."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

COLOURS = ("#0b3c5d", "#d9541e", "#3a7d44", "#8e44ad", "#7f7f7f")
"""Distinct in greyscale as well; lines also differ in dash."""

DASHES = ("-", "--", "-.", ":", (0, (1, 3)))

_STYLE = {
    "svg.hashsalt": "subtensor-spec",
    "svg.fonttype": "path",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#dddddd",
    "legend.frameon": False,
    "figure.facecolor": "white",
    "axes.titlesize": 10,
}


@contextmanager
def picture(file: Path, columns: int = 1, rows: int = 1, height: float = 3.4) -> Iterator[list[Axes]]:
    """Open a figure of ``rows`` by ``columns`` panels, each ``height`` inches high, and save it to ``file``."""
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(7.2, rows * height), layout="constrained")
        yield list(figure.subplots(rows, columns, squeeze=False).flat)
        figure.savefig(file, metadata={"Date": None})
