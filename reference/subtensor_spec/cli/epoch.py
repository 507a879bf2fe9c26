"""``subtensor-spec epoch``: run one epoch, and explain how a neuron's numbers came about."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from subtensor_spec.chain.revisions import CURRENT
from subtensor_spec.chain.types import MechId, NetUid
from subtensor_spec.chain.units import ALPHA, parse_amount
from subtensor_spec.chapters.consensus import run_epoch
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.cli.epoch_source import read_json, stored_epoch
from subtensor_spec.cli.epoch_tables import neuron_table, page, print_steps
from subtensor_spec.explain import explain_neuron, step_to_json
from subtensor_spec.wire.epoch import stages_to_json
from subtensor_spec.wire.epoch.encoding import input_to_json, output_to_json, persisted_to_json
from subtensor_spec.wire.epoch.example import example_json
from subtensor_spec.wire.epoch.parsing import parse_epoch_input


@click.command()
@click.argument(
    "file", metavar="INPUT.json", type=click.Path(exists=True, dir_okay=False, allow_dash=True), required=False
)
@click.option("--state", type=click.Path(path_type=Path, dir_okay=False), help="A node's storage, not INPUT.json …")
@click.option("--netuid", type=click.IntRange(0, 65535), help="… the subnet in it …")
@click.option("--mechid", type=click.IntRange(0, 255), help="… and its mechanism.  [default: 0]")
@click.option(
    "--emission", help="With --state: pay out this much, as in 41alpha.  [default: what waits for the epoch]"
)
@click.option("--explain", "uid", type=int, metavar="UID", help="Follow this neuron through the epoch, step by step.")
@click.option("--example", is_flag=True, help="Print the input of the specification's worked example, and stop.")
@click.option("--print-input", is_flag=True, help="Print the input that would be run, and stop.")
@click.option(
    "--path", type=click.Choice(["exact", "numpy"]), default="exact", show_default=True, help="What computes it."
)
@click.option("--stages", is_flag=True, help="With --json: every intermediate value too, in bits.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(uid: int | None, example: bool, path: str, stages: bool, as_json: bool, **source: Any) -> None:
    """Run one epoch of Yuma Consensus and print what each neuron gets.

    The input is INPUT.json (- for standard input) with the fields of chapter 15, all integers; or a node's storage
    and a netuid, on which the epoch runs as it would in the state's own block, with what waits for it.

    Stake is shown exact in alpha, proportions as decimals that tell any two apart; --json has the integers that the
    chain stores. An explanation shows a number's bits in brackets behind it. An amount alone is rao.

    \b
    subtensor-spec epoch --example > example.json
    subtensor-spec epoch example.json --explain 3
    subtensor-spec epoch --state storage.json --netuid 4 --json
    """
    print_input = source.pop("print_input")
    if example:
        click.echo(json.dumps(example_json(), indent=1))
        return
    if path == "numpy" and (uid is not None or stages):
        raise click.UsageError("--explain and --stages follow the exact path only")
    epoch = _epoch(**source)
    if print_input:
        click.echo(json.dumps(input_to_json(epoch), indent=1))
        return
    run = run_epoch if path == "exact" else import_module("subtensor_spec.vectorised.consensus").run_epoch
    result = run(epoch)
    if uid is not None:
        steps = explain_neuron(epoch, result, uid)
        if as_json:
            click.echo(json.dumps({"uid": uid, "steps": [step_to_json(step) for step in steps]}))
        else:
            print_steps(steps)
    elif as_json:
        click.echo(json.dumps(_as_json(result, stages)))
    else:
        page().print(neuron_table(result.output))


def _epoch(
    file: str | None, state: Path | None, netuid: int | None, mechid: int | None, emission: str | None
) -> EpochInput:
    """Return the input that the options name, from one source."""
    if state is None:
        for name, value in {"netuid": netuid, "mechid": mechid, "emission": emission}.items():
            if value is not None:
                raise click.UsageError(f"--{name} goes with --state")
        if file is None:
            raise click.UsageError("name the file that holds the epoch's input, - for standard input, or --state FILE")
        return parse_epoch_input(read_json(file))
    if file is not None:
        raise click.UsageError("INPUT.json and --state exclude each other")
    if netuid is None:
        raise click.UsageError("--state takes --netuid too")
    amount = None if emission is None else parse_amount(emission, "--emission", ALPHA)
    return stored_epoch(state, NetUid(netuid), MechId(mechid or 0), amount)


def _as_json(result: Any, stages: bool) -> dict[str, Any]:
    answer = {"revision": CURRENT.name, "terms": output_to_json(result), "persisted": persisted_to_json(result)}
    return answer | {"stages": stages_to_json(result.stages)} if stages else answer
