"""The benchmarks of what a block computes for all subnets, and for all hotkeys of one."""

from subtensor_spec.bench.benchmark import EXACT, NUMPY, Benchmark, Timed
from subtensor_spec.bench.call_families import CallFamily, call_families

FAMILY = "block"
SUBNETS, HOTKEYS = 128, 256


def benchmarks() -> list[Benchmark]:
    """Return the benchmarks of a block of 128 subnets with 256 hotkeys in each."""
    return [_benchmark(calls) for calls in call_families(SUBNETS, HOTKEYS)]


def _benchmark(calls: CallFamily) -> Benchmark:
    return Benchmark(
        FAMILY,
        calls.name,
        calls.lanes,
        "subnets" if calls.lanes == SUBNETS else "hotkeys",
        {
            EXACT: Timed(lambda: None, lambda _nothing: calls.exact()),
            NUMPY: Timed(calls.prepare, calls.run),
        },
        growth=1,
    )
