"""The benchmarks of whole blocks of a network."""

import hashlib
from collections.abc import Callable
from functools import cache

from subtensor_spec.bench.benchmark import EXACT, NUMPY, Benchmark, Timed
from subtensor_spec.bench.network_state import Shape, network_state
from subtensor_spec.blocks.block_step import next_block as exact_block
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import Hash
from subtensor_spec.vectorised.blocks.block import next_block
from subtensor_spec.vectorised.blocks.network import Network

FAMILY = "network"

BLOCKS = 120
"""Blocks of a run on columns: a third of a tempo, so that a third of all subnets has an epoch."""

PRODUCTION = {(128, 256, 64): 42.0}
"""Yardsticks that production takes for a block, by subnets, neurons and validators.

Measured over a day on another state of 127 subnets: native code, release build, one thread, storage in memory.
"""

SHAPES = (
    *(Shape(subnets, neurons, neurons // 4) for neurons in (64, 256) for subnets in (8, 32, 128)),
    *(Shape(32, 256, validators=validators) for validators in (16, 128)),
    *(Shape(32, 256, nominators=nominators) for nominators in (16, 256)),
)


def parent_hash(block: int) -> Hash:
    """Return the hash that a block takes for its parent's: BLAKE2b of the text ``parent of N``."""
    return Hash(hashlib.blake2b(b"parent of %d" % block, digest_size=32).digest())


def benchmarks() -> list[Benchmark]:
    """Return the benchmarks of a block of networks of several shapes."""
    return [_benchmark(shape) for shape in SHAPES]


def _benchmark(shape: Shape) -> Benchmark:
    @cache
    def storage() -> dict[bytes, bytes]:
        return network_state(shape).storage()

    return Benchmark(
        FAMILY,
        _name(shape),
        shape.subnets,
        "subnets",
        {
            EXACT: Timed(lambda: State(storage()), _exact_run(shape), max(1, shape.tempo // shape.subnets)),
            NUMPY: Timed(lambda: _prepared(State(storage())), _run, BLOCKS),
        },
        growth=1,
        production=PRODUCTION.get((shape.subnets, shape.neurons, shape.validators)),
        long=True,
    )


def _name(shape: Shape) -> str:
    usual = Shape(shape.subnets, shape.neurons, shape.neurons // 4)
    name = f"block, {shape.neurons} neurons"
    if shape.validators != usual.validators:
        name += f", {shape.validators} val."
    if shape.nominators != usual.nominators:
        name += f", {shape.nominators} nom."
    return name


def _prepared(state: State) -> Network:
    network = Network(state)
    network.prepare()
    return network


def _run(network: Network) -> None:
    for _ in range(BLOCKS):
        next_block(network, parent_hash(network.block + 1))
        network.state.forget()


def _exact_run(shape: Shape) -> Callable[[State], None]:
    """Return a run of as many blocks as have about one epoch."""

    def run(state: State) -> None:
        for _ in range(max(1, shape.tempo // shape.subnets)):
            exact_block(state, parent_hash(current_block(state) + 1))
            state.forget()

    return run
