"""The benchmarks of whole epochs."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from subtensor_spec.bench.benchmark import EXACT, NUMPY, Benchmark, Timed
from subtensor_spec.bench.workload import LIQUID, epoch_input
from subtensor_spec.chapters.consensus import run_epoch
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.vectorised.consensus import EpochArrays, run_epoch_arrays

FAMILY = "epoch"
PRODUCTION = Path(__file__).with_name("production.json")


@cache
def production_yardsticks() -> dict[tuple[int, str], float]:
    """Return the yardsticks that the production code takes for an epoch, by size and mode.

    Native, one thread, release build, storage in memory; measured on one machine with both run in turn.
    """
    return {(row["n"], row["mode"]): row["yardsticks"] for row in json.loads(PRODUCTION.read_text())}


def benchmarks(sizes: Sequence[int], modes: Sequence[str]) -> list[Benchmark]:
    """Return the benchmarks of epochs in some modes, smallest first."""
    return [_benchmark(n, mode) for n in sorted(sizes) for mode in modes]


def _benchmark(n: int, mode: str) -> Benchmark:
    @cache
    def drawn() -> EpochInput:
        return epoch_input(n, mode)

    return Benchmark(
        FAMILY,
        mode,
        n,
        "neurons",
        {
            EXACT: Timed(drawn, run_epoch),
            NUMPY: Timed(lambda: EpochArrays.from_input(drawn()), run_epoch_arrays),
        },
        growth=2 if mode == LIQUID else 1,
        production=production_yardsticks().get((n, mode)),
    )
