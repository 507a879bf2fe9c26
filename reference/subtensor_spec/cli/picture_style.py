"""One look for every picture: legible in print and in greyscale, and the same bytes in every run."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from subtensor_spec.errors import InvalidInput

COLOURS = ("#0b3c5d", "#d9541e", "#3a7d44", "#8e44ad", "#7f7f7f")
"""Distinct in greyscale as well; lines also differ in dash."""

DASHES = ("-", "--", "-.", ":", (0, (1, 3)))

INK, FAINT = "#222222", "#757575"

WIDTH = 7.2
"""Inches; the text of a page is as wide."""

STYLE: Any = {
    "svg.hashsalt": "subtensor-spec",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "axes.titlesize": 10,
    "grid.color": "#dddddd",
    "grid.linewidth": 0.6,
    "legend.frameon": False,
    "legend.fontsize": 9,
    "figure.facecolor": "white",
}

_METADATA: dict[str, dict[str, Any]] = {
    ".png": {"Software": None},
    ".svg": {"Date": None, "Creator": None},
    ".pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
"""What to leave out of a file, by its ending, so that its bytes depend on the picture alone."""


@contextmanager
def picture(file: Path, columns: int = 1, rows: int = 1, height: float = 3.4, **layout: Any) -> Iterator[list[Axes]]:
    """Open a figure of ``rows`` by ``columns`` panels, each ``height`` inches high, and save it to ``file``.

    The file's kind follows from its ending. ``layout`` goes to matplotlib's ``subplots``. Raises :class:`InvalidInput`
    for an ending that is not known, before anything is drawn, and for a file that cannot be written.
    """
    metadata = _METADATA.get(file.suffix.lower())
    if metadata is None:
        raise InvalidInput("--plot", f"{file.name} does not end in .png, .svg or .pdf")
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH, rows * height), layout="constrained")
        yield list(figure.subplots(rows, columns, squeeze=False, **layout).flat)
        try:
            figure.savefig(file, dpi=160, metadata=metadata)
        except OSError as error:
            raise InvalidInput("--plot", f"cannot write {file}: {error.strerror}") from None
