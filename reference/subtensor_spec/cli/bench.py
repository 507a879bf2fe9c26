"""``subtensor-spec bench``: milliseconds and yardsticks of both paths, beside the production code's."""

import json
import sys
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from subtensor_spec.bench.benchmark import (
    EXACT,
    PATHS,
    Benchmark,
    Effort,
    Measurement,
    expected_seconds,
    measure,
    measure_once,
)
from subtensor_spec.bench.registry import FAMILIES
from subtensor_spec.bench.workload import MODES, SIZES
from subtensor_spec.bench.yardstick import Yardstick
from subtensor_spec.cli.bench_picture import draw
from subtensor_spec.cli.kinds import Duration

Skipped = tuple[Benchmark, str, float]
"""A benchmark that was left out, on which path, and how many seconds a run was expected to take."""


@click.command()
@click.option("--family", "families", multiple=True, type=click.Choice(list(FAMILIES)), help="Only this family.")
@click.option(
    "--n", "sizes", multiple=True, type=click.IntRange(1, 32_767), help="Neurons of an epoch; may be repeated."
)
@click.option("--mode", "modes", multiple=True, type=click.Choice(MODES), help="Mode of an epoch; may be repeated.")
@click.option("--path", type=click.Choice([*PATHS, "both"]), default="both", show_default=True)
@click.option(
    "--repeats", type=click.IntRange(3), default=Effort.repeats, show_default=True, help="Runs of the numpy path."
)
@click.option(
    "--limit", type=Duration(0), default=30.0, show_default=True, help="Skip what takes more seconds; 0 skips nothing."
)
@click.option("--plot", type=click.Path(path_type=Path, dir_okay=False), help="Draw yardsticks over size.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    families: tuple[str, ...],
    sizes: tuple[int, ...],
    modes: tuple[str, ...],
    path: str,
    repeats: int,
    limit: float,
    plot: Path | None,
    as_json: bool,
) -> None:
    """Time epochs, what a block computes, and whole blocks of a network, on both paths.

    Each run goes from a path's own form in memory to all outputs, on one thread; conversion from lists is timed
    apart. A yardstick is a fixed piece of integer work in numpy, timed in between, so that its multiples can be
    compared between machines, and with those that the production code took. Large sizes on the exact path take
    minutes: what is expected to exceed the limit, judged by a smaller size, is skipped and said so.

    \b
    subtensor-spec bench --path numpy
    subtensor-spec bench --family epoch --n 256 --n 1024
    subtensor-spec bench --family network --path numpy --plot network.svg
    """
    chosen = [
        benchmark for family in families or FAMILIES for benchmark in FAMILIES[family](sizes or SIZES, modes or MODES)
    ]
    paths = PATHS if path == "both" else (path,)
    report = _Report(as_json, sys.stderr.isatty())
    _measure_all(chosen, paths, Effort(repeats=repeats), limit, report)
    report.close()
    if plot is not None:
        draw(plot, report.measured)


class _Report:
    """Prints each measurement as it comes, or all of them as JSON in the end."""

    def __init__(self, as_json: bool, on_terminal: bool) -> None:
        self.measured: list[Measurement] = []
        self.skipped: list[Skipped] = []
        self._as_json = as_json
        self._status = Console(stderr=True, quiet=not on_terminal).status("")
        self._status.start()
        if not as_json:
            click.echo(_line("what", "size", "path", "ms", "yardsticks", "production", "× production", "conversion ms"))

    def about_to(self, benchmark: Benchmark, path: str) -> None:
        """Say what is being timed."""
        self._status.update(f"{path}: {benchmark.name}, {benchmark.size} {benchmark.unit}")

    def add(self, item: Measurement) -> None:
        """Take a measurement."""
        self.measured.append(item)
        if not self._as_json:
            click.echo(_row(item))

    def skip(self, benchmark: Benchmark, path: str, expected: float) -> None:
        """Take note of what was left out."""
        self.skipped.append((benchmark, path, expected))
        if not self._as_json:
            note = f"skipped, as it would take about {expected:.0f} s"
            click.echo(f"{_line(benchmark.name, f'{benchmark.size} {benchmark.unit}', path)}  {note}")

    def close(self) -> None:
        """End the report."""
        self._status.stop()
        if self._as_json:
            left_out = [{"name": b.name, "size": b.size, "path": p, "expected_seconds": s} for b, p, s in self.skipped]
            rows = [_as_json(item) for item in self.measured]
            click.echo(json.dumps({"measured": rows, "skipped": left_out}, indent=2))


def _measure_all(
    chosen: list[Benchmark], paths: tuple[str, ...], effort: Effort, limit: float, report: _Report
) -> None:
    yardstick = Yardstick()
    for benchmark in chosen:
        for path in paths:
            report.about_to(benchmark, path)
            expected = expected_seconds(benchmark, path, report.measured)
            if limit and expected > limit:
                report.skip(benchmark, path, expected)
            elif path == EXACT and benchmark.size > min(SIZES):
                report.add(measure_once(benchmark, path, yardstick))
            else:
                report.add(measure(benchmark, path, yardstick, effort))


def _line(what: str, size: str, path: str, *numbers: str) -> str:
    columns = "".join(f"{number:>15}" for number in numbers)
    return f"{what:<29}{size:<14}{path:<6}{columns}".rstrip()


def _row(item: Measurement) -> str:
    benchmark, times = item.benchmark, item.times_production
    return _line(
        benchmark.name,
        f"{benchmark.size} {benchmark.unit}",
        item.path,
        f"{item.milliseconds:.3f}",
        f"{item.yardsticks:.3f}",
        "" if benchmark.production is None else f"{benchmark.production:.2f}",
        "" if times is None else f"{times:.3f}",
        f"{item.conversion_milliseconds:.3f}" if item.path != EXACT else "",
    )


def _as_json(item: Measurement) -> dict[str, Any]:
    benchmark = item.benchmark
    return {
        "family": benchmark.family,
        "name": benchmark.name,
        "size": benchmark.size,
        "unit": benchmark.unit,
        "path": item.path,
        "milliseconds": item.milliseconds,
        "yardsticks": item.yardsticks,
        "production_yardsticks": benchmark.production,
        "times_production": item.times_production,
        "conversion_milliseconds": item.conversion_milliseconds,
    }
