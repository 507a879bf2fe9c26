"""The list of everything that the bench can time."""

from collections.abc import Callable, Sequence

from subtensor_spec.bench import blocks, epochs, networks
from subtensor_spec.bench.benchmark import Benchmark

Family = Callable[[Sequence[int], Sequence[str]], list[Benchmark]]
"""Gives benchmarks for some numbers of neurons and some modes of the epoch, as far as they apply."""

FAMILIES: dict[str, Family] = {
    epochs.FAMILY: epochs.benchmarks,
    blocks.FAMILY: lambda _sizes, _modes: blocks.benchmarks(),
    networks.FAMILY: lambda _sizes, _modes: networks.benchmarks(),
}
"""Every family by its name, in the order of the report."""
