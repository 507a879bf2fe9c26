"""``subtensor-spec chain run``: blocks after blocks from a stored state, on columns."""

import hashlib
import json
import resource
import sys
import time
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from subtensor_spec.chain.types import Hash
from subtensor_spec.cli.chain_file import read_network, write_network
from subtensor_spec.cli.chain_series import Series
from subtensor_spec.vectorised.blocks.block import next_block
from subtensor_spec.vectorised.blocks.network import Network
from subtensor_spec.wire.state.reference import Reference

FILE = click.Path(path_type=Path, dir_okay=False)
KIB_A_MIB = 1024
BLOCKS_A_STEP = 20


@click.command("run")
@click.argument("file", type=FILE)
@click.option("--blocks", "-b", type=click.IntRange(1), required=True, help="How many blocks to run.")
@click.option("--output", "-o", type=FILE, help="Write the state here afterwards; a run can go on from it.")
@click.option("--item", "-i", "items", multiple=True, help="What to look at: Pallet.Item or Pallet.Item[key, …].")
@click.option("--every", type=click.IntRange(1), default=360, show_default=True, help="Blocks between two looks.")
@click.option("--snapshots", type=FILE, help="Write what was seen here, as .csv or .jsonl.")
@click.option("--plot", type=FILE, help="Draw what was seen, as .svg, .png or .pdf.")
@click.option("--seed", default="parent of", show_default=True, help="Block N takes BLAKE2b-256 of 'SEED N' as parent.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(
    file: Path,
    blocks: int,
    output: Path | None,
    items: tuple[str, ...],
    every: int,
    snapshots: Path | None,
    plot: Path | None,
    seed: str,
    as_json: bool,
) -> None:
    """Run the network of a stored state for some blocks without calls, and say what became of it.

    FILE is what `state import` reads. A state that does not hang together is refused before the first block, with the
    item and the key. The digest is that of the exact path after as many blocks.

    \b
    subtensor-spec chain run network.json.xz -b 7200 -o tomorrow.json.gz
    subtensor-spec chain run network.json.xz -b 720 -i 'SubtensorModule.SubnetTAO[1]' --every 10 --plot pool.svg
    """
    series = Series([Reference.parse(item) for item in items])
    network = Network(read_network(file))
    network.prepare()
    began = time.perf_counter()
    _run(network, blocks, every, series, seed)
    seconds = time.perf_counter() - began
    network.settle()
    if snapshots is not None:
        series.write(snapshots)
    if plot is not None:
        series.draw(plot)
    if output is not None:
        write_network(output, network.state)
    _report(network, blocks, seconds, as_json)


def parent_hash(seed: str, block: int) -> Hash:
    """Return the hash that a block takes for its parent's."""
    return Hash(hashlib.blake2b(f"{seed} {block}".encode(), digest_size=32).digest())


def _run(network: Network, blocks: int, every: int, series: Series, seed: str) -> None:
    speed = TextColumn("{task.fields[speed]:.0f} blocks/s")
    console = Console(stderr=True, quiet=not sys.stderr.isatty())
    began = time.perf_counter()
    with Progress(BarColumn(), MofNCompleteColumn(), speed, TimeRemainingColumn(), console=console) as progress:
        task = progress.add_task("", total=blocks, speed=0)
        for done in range(1, blocks + 1):
            next_block(network, parent_hash(seed, network.block + 1))
            if series.references and done % every == 0:
                network.settle()
                series.take(network.state, network.block)
            network.state.forget()
            if done % BLOCKS_A_STEP == 0 or done == blocks:
                progress.update(task, completed=done, speed=done / (time.perf_counter() - began))


def _report(network: Network, blocks: int, seconds: float, as_json: bool) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_A_MIB
    result = {
        "block": network.block,
        "blocks": blocks,
        "subnets": len(network.netuids),
        "seconds": seconds,
        "blocks_per_second": blocks / seconds,
        "memory_mib": memory,
        "digest": network.state.digest(),
    }
    if as_json:
        click.echo(json.dumps(result, indent=2))
        return
    click.echo(f"block {network.block}: {blocks} blocks of {len(network.netuids)} subnets in {seconds:.1f} s")
    click.echo(f"{blocks / seconds:.0f} blocks a second, {memory:.0f} MiB of memory at most")
    click.echo(f"digest {result['digest']}")
