"""The picture of ``subtensor-spec bench``: yardsticks over size, a line for each piece of work and path."""

from collections.abc import Iterable
from pathlib import Path

from subtensor_spec.bench.benchmark import Measurement
from subtensor_spec.cli.picture_style import COLOURS, DASHES, INK, picture

Points = list[tuple[int, float]]


def draw(file: Path, measured: Iterable[Measurement]) -> None:
    """Draw measurements on logarithmic axes; production's times are dots of their own."""
    lines: dict[str, Points] = {}
    production: Points = []
    for item in measured:
        benchmark = item.benchmark
        lines.setdefault(f"{benchmark.name}, {item.path}", []).append((benchmark.size, item.yardsticks))
        if benchmark.production is not None:
            production.append((benchmark.size, benchmark.production))
    with picture(file, height=4.2) as (axes,):
        for number, (label, points) in enumerate(lines.items()):
            colour, dash = COLOURS[number % len(COLOURS)], DASHES[number // len(COLOURS) % len(DASHES)]
            sizes, heights = zip(*sorted(points), strict=True)
            axes.plot(sizes, heights, label=label, color=colour, linestyle=dash, marker="o", markersize=4)
        if production:
            axes.plot(*zip(*production, strict=True), "*", label="production", color=INK, markersize=10)
        axes.set_xscale("log", base=2)
        axes.set_yscale("log")
        axes.set_xlabel("size")
        axes.set_ylabel("yardsticks")
        axes.legend()
