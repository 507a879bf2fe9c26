"""``subtensor-spec epoch``: run one epoch, and explain how a neuron's numbers came about."""

import json
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from subtensor_spec.arithmetic import FixedPoint
from subtensor_spec.chapters.consensus import EpochTerms, run_epoch
from subtensor_spec.errors import InvalidInput
from subtensor_spec.explain import Step, Wide, explain_neuron, step_to_json
from subtensor_spec.wire.epoch import stages_to_json
from subtensor_spec.wire.epoch.encoding import output_to_json, persisted_to_json
from subtensor_spec.wire.epoch.example import example_json
from subtensor_spec.wire.epoch.parsing import parse_epoch_input

PAGE_WIDTH = 140
"""Columns of the output where it does not go to a terminal."""

RAO = 10**9


@click.command()
@click.argument(
    "file", metavar="INPUT.json", type=click.Path(exists=True, dir_okay=False, allow_dash=True), required=False
)
@click.option("--explain", "uid", type=int, metavar="UID", help="Follow this neuron through the epoch, step by step.")
@click.option("--example", is_flag=True, help="Print the input of the specification's worked example, and stop.")
@click.option(
    "--path", type=click.Choice(["exact", "numpy"]), default="exact", show_default=True, help="What computes it."
)
@click.option("--stages", is_flag=True, help="With --json: every intermediate value too, in bits.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(file: str | None, uid: int | None, example: bool, path: str, stages: bool, as_json: bool) -> None:
    """Run one epoch of Yuma Consensus on the input in INPUT.json (- for standard input) and print what each
    neuron gets.

    Proportions are shown as decimals and stake in alpha; --json has the integers that the chain stores. An
    explanation shows a number's bits in brackets behind it.
    """
    if example:
        click.echo(json.dumps(example_json(), indent=1))
        return
    if file is None:
        raise click.UsageError("name the file that holds the epoch's input, or - for standard input")
    if path == "numpy" and (uid is not None or stages):
        raise click.UsageError("--explain and --stages follow the exact path only")
    epoch = parse_epoch_input(read_json(file))
    run = run_epoch if path == "exact" else import_module("subtensor_spec.vectorised.consensus").run_epoch
    result = run(epoch)
    if uid is not None:
        show_steps(uid, explain_neuron(epoch, result, uid), as_json)
    elif as_json:
        answer = {"terms": output_to_json(result), "persisted": persisted_to_json(result)}
        if stages:
            answer["stages"] = stages_to_json(result.stages)
        click.echo(json.dumps(answer))
    else:
        _console().print(neuron_table(result.output))


def read_json(file: str) -> Any:
    """Return the JSON value in a file, or on standard input for ``-``."""
    where = "standard input" if file == "-" else file
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return json.loads(data)
    except UnicodeDecodeError:
        raise InvalidInput(where, "is not UTF-8 text") from None
    except (ValueError, RecursionError) as error:
        raise InvalidInput(where, f"is not JSON: {error}") from None


def neuron_table(output: Iterable[EpochTerms]) -> Table:
    """Return a table of what each neuron gets."""
    table = Table("uid", box=None, header_style="bold")
    for name in ("stake, alpha", "permit", "active", "trust", "consensus", "incentive", "dividends"):
        table.add_column(name, justify="right")
    table.add_column("as server, rao", justify="right")
    table.add_column("as validator, rao", justify="right")
    for terms in output:
        proportions = (terms.validator_trust, terms.consensus, terms.incentive, terms.dividend)
        table.add_row(
            str(terms.uid),
            f"{terms.stake / RAO:,.3f}",
            "yes" if terms.new_validator_permit else "",
            "yes" if terms.active else "",
            *(f"{value / 65535:.4f}" if value else "" for value in proportions),
            f"{terms.server_emission:,}" if terms.server_emission else "",
            f"{terms.validator_emission:,}" if terms.validator_emission else "",
        )
    return table


def show_steps(uid: int, steps: list[Step], as_json: bool) -> None:
    """Print an explanation."""
    if as_json:
        click.echo(json.dumps({"uid": uid, "steps": [step_to_json(step) for step in steps]}))
        return
    console = _console()
    for number, step in enumerate(steps, start=1):
        console.print(Text(f"{number} {step.title}", style="bold"), Text(" ".join(step.rules), style="dim"), sep="  ")
        for name, value in step.facts.items():
            console.print(Text(f"    {name}: {_shown(value)}"))
        if step.rows:
            console.print(_step_table(step))
        console.print()


def _step_table(step: Step) -> Table:
    table = Table(box=None, header_style="italic", padding=(0, 2, 0, 2))
    for name in step.columns:
        table.add_column(name, justify="right")
    for row in step.rows:
        table.add_row(*(Text(_shown(value)) for value in row))
    return table


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Wide):
        return f"{value.value:,}"
    if isinstance(value, FixedPoint):
        return f"{value.to_decimal()} [{value.bits}]"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _console() -> Console:
    return Console(width=None if sys.stdout.isatty() else PAGE_WIDTH, highlight=False)
