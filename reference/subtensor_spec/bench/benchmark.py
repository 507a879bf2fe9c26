"""One thing to time, and its times."""

import statistics
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from subtensor_spec.bench.yardstick import Yardstick, seconds

EXACT, NUMPY = "exact", "numpy"
PATHS = (EXACT, NUMPY)


@dataclass(frozen=True)
class Timed:
    """The work of one path.

    ``prepare`` converts the input to the path's own form in memory, ``run`` goes from there to all outputs.
    """

    prepare: Callable[[], Any]
    run: Callable[[Any], Any]
    steps: int = 1
    """How many of what is timed a run does; times are of one."""


@dataclass(frozen=True)
class Benchmark:
    """Some work of a given size on both paths."""

    family: str
    name: str
    size: int
    unit: str
    paths: Mapping[str, Timed]
    growth: int
    """The time of the exact path grows with about this power of the size."""
    production: float | None = None
    """Yardsticks that the production code takes, where that was measured."""
    long: bool = False
    """Whether a single run of the exact path has to do at any size."""


@dataclass(frozen=True)
class Measurement:
    """The times of one benchmark on one path."""

    benchmark: Benchmark
    path: str
    milliseconds: float
    yardsticks: float
    """The time over that of a yardstick taken just before."""
    conversion_milliseconds: float

    @property
    def times_production(self) -> float | None:
        """How many times as long as the production code, where that was measured."""
        production = self.benchmark.production
        return None if production is None else self.yardsticks / production


@dataclass(frozen=True)
class Effort:
    """How long to measure: ``repeats`` runs, or fewer once ``seconds`` have been spent, but at least one a round."""

    repeats: int = 15
    seconds: float = 0.5


ROUNDS = 5
YARDSTICKS_A_ROUND = 5
CONVERSIONS = 3


def measure(benchmark: Benchmark, path: str, yardstick: Yardstick, effort: Effort) -> Measurement:
    """Return medians over several rounds, each of which has yardsticks before its runs; of long work a single run."""
    if benchmark.long and path == EXACT:
        return measure_once(benchmark, path, yardstick)
    timed = benchmark.paths[path]
    prepared = timed.prepare()
    conversion = statistics.median(seconds(timed.prepare) for _ in range(CONVERSIONS))
    timed.run(prepared)
    times: list[float] = []
    ratios: list[float] = []
    for _ in range(ROUNDS):
        unit = yardstick.milliseconds(YARDSTICKS_A_ROUND)
        runs = [1e3 * seconds(lambda: timed.run(prepared)) / timed.steps]
        while len(runs) * ROUNDS < effort.repeats and sum(runs) * timed.steps < 1e3 * effort.seconds / ROUNDS:
            runs.append(1e3 * seconds(lambda: timed.run(prepared)) / timed.steps)
        times.append(statistics.median(runs))
        ratios.append(times[-1] / unit)
    return Measurement(benchmark, path, statistics.median(times), statistics.median(ratios), 1e3 * conversion)


def measure_once(benchmark: Benchmark, path: str, yardstick: Yardstick) -> Measurement:
    """Return the times of a single run, for work that takes seconds, between yardsticks before and after it."""
    timed = benchmark.paths[path]
    prepared = timed.prepare()
    conversion = 1e3 * seconds(timed.prepare)
    before = yardstick.milliseconds(YARDSTICKS_A_ROUND)
    run = 1e3 * seconds(lambda: timed.run(prepared)) / timed.steps
    after = yardstick.milliseconds(YARDSTICKS_A_ROUND)
    return Measurement(benchmark, path, run, 2 * run / (before + after), conversion)


def expected_seconds(benchmark: Benchmark, path: str, measured: Iterable[Measurement]) -> float:
    """Return how long a run will take, judged by the largest smaller size of the same work; zero if there is none."""
    smaller = [
        earlier
        for earlier in measured
        if earlier.path == path
        and (earlier.benchmark.family, earlier.benchmark.name) == (benchmark.family, benchmark.name)
        and earlier.benchmark.size < benchmark.size
    ]
    if not smaller:
        return 0.0
    nearest = max(smaller, key=lambda earlier: earlier.benchmark.size)
    steps = benchmark.paths[path].steps
    return float(steps * nearest.milliseconds / 1e3 * (benchmark.size / nearest.benchmark.size) ** benchmark.growth)
