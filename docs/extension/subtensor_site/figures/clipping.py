"""How consensus clips one column: seven validators rate the same server."""

from pathlib import Path

from subtensor_site.figures.subnets import PROPORTION, epoch_input
from subtensor_spec.chapters.consensus import run_epoch
from subtensor_spec.cli.picture_style import COLOURS, picture

STAKES = [12, 25, 8, 20, 15, 10, 10]
"""In percent of all stake."""

RATINGS = [0.10, 0.30, 0.35, 0.40, 0.45, 0.60, 0.90]
"""The weight that each validator gives to the server; the rest goes to a second server."""


def draw(file: Path) -> None:
    """Draw stake against weight, the median, and what is cut off."""
    rows = [[0] * 7 + [round(rating * PROPORTION), round((1 - rating) * PROPORTION)] for rating in RATINGS]
    stages = run_epoch(epoch_input([stake * 10**9 for stake in STAKES] + [0, 0], [*rows, [0] * 9, [0] * 9])).stages
    server = len(STAKES)
    consensus = stages.consensus[server].bits / 2**32
    with picture(file) as (axes,):
        left = 0
        for stake, row in zip(STAKES, stages.weights[:server], strict=True):
            weight = dict(row)[server].bits / 2**32
            kept = min(weight, consensus)
            axes.bar(left, kept, width=stake, align="edge", color=COLOURS[0], edgecolor="white")
            if weight > kept:
                axes.bar(left, weight - kept, bottom=kept, width=stake, align="edge", color="white",
                         edgecolor=COLOURS[1], hatch="////", linewidth=0.8)
            left += stake
        axes.axhline(consensus, color=COLOURS[1], linewidth=1.5)
        axes.text(1, consensus + 0.02, f"consensus = {consensus:.4f}", color=COLOURS[1])
        axes.axvline(50, color="black", linewidth=0.8, linestyle=":")
        axes.text(50.5, 0.93, "κ: just under half of the stake\nsupports no more than consensus", fontsize=8, va="top")
        axes.set(xlim=(0, 100), ylim=(0, 1), xlabel="stake of the validators, by rising weight (%)",
                 ylabel="weight on the server")
        axes.grid(False)
