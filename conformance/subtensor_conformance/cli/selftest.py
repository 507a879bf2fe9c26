"""``subtensor-spec selftest``: hold the runner itself against deliberately broken adapters."""

import json

import click
from rich.table import Table

from subtensor_conformance.adapters.broken.catalogue import description
from subtensor_conformance.reports.console import report_console
from subtensor_conformance.reports.progress import progress_bar
from subtensor_conformance.runner.selftest import SCENARIOS, Trial, selftest


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the trials as JSON.")
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Hold the runner itself against deliberately broken adapters.

    Each adapter has one fault, such as dying, hanging, printing noise, or being right for the wrong reason. The exit
    status is 0 only if the runner classified every one of them rightly.

    \b
    subtensor-spec selftest
    """
    trials = []
    with progress_bar("selftest", len(SCENARIOS)) as progress:
        for trial in selftest():
            trials.append(trial)
            progress([trial])
    if as_json:
        click.echo(json.dumps([_as_json(trial) for trial in trials], indent=1))
    else:
        _print(trials)
    context.exit(0 if all(trial.ok for trial in trials) else 1)


def _as_json(trial: Trial) -> dict[str, object]:
    return {
        "fault": trial.scenario.fault,
        "expected": trial.scenario.verdicts,
        "found": trial.found,
        "conforms": trial.conforms,
        "ok": trial.ok,
    }


def _print(trials: list[Trial]) -> None:
    table = Table("adapter", "what it does", "verdicts apart from passes", "conforms", "classified")
    for trial in trials:
        verdicts = ", ".join(f"{number} {verdict}" for verdict, number in trial.found.items()) or "-"
        mark = "[green]rightly[/]" if trial.ok else "[bold red]WRONGLY[/]"
        conforms = "yes" if trial.conforms else "no"
        table.add_row(trial.scenario.fault, description(trial.scenario.fault), verdicts, conforms, mark)
    console = report_console()
    console.print(table)
    right = sum(trial.ok for trial in trials)
    console.print(f"{right} of {len(trials)} classified rightly")
