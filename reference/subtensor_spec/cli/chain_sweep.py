"""``subtensor-spec chain sweep``: many scenarios over one state, one process a core, side by side in one table."""

import json
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import click

from subtensor_spec.cli.sweep import Scenario, Sweep, outcome_of, scenarios
from subtensor_spec.wire.state.reference import Reference


@click.command("sweep")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--jobs", "-j", type=click.IntRange(1), help="Processes; as many as there are cores if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(file: Path, jobs: int | None, as_json: bool) -> None:
    """Run every combination of the parameters that FILE names, and show what each came to.

    FILE is TOML: a `state` (a file beside it) or a made `network`, the number of `blocks`, a `grid` of entries with the
    values that each takes in turn, and `measure`, what to look at before and after: an entry that holds a number, or
    stake[hotkey, coldkey, netuid].

    \b
    subtensor-spec chain sweep what-if.toml
    subtensor-spec chain sweep what-if.toml -j 2 --json
    """
    sweep = Sweep.read(file)
    found = _run_all(sweep, scenarios(sweep), jobs or os.cpu_count() or 1)
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    for line in _table(sweep, found):
        click.echo(line)


def _run_all(sweep: Sweep, chosen: list[Scenario], jobs: int) -> list[dict[str, Any]]:
    """Run the scenarios; results come in the order of the grid."""
    if jobs == 1 or len(chosen) == 1:
        return [outcome_of(sweep, scenario) for scenario in chosen]
    with ProcessPoolExecutor(min(jobs, len(chosen))) as workers:
        return list(workers.map(outcome_of, [sweep] * len(chosen), chosen))


def _table(sweep: Sweep, found: list[dict[str, Any]]) -> list[str]:
    header = [*map(_short, sweep.grid), *(f"{name} {which}" for name in sweep.measure for which in ("after", "change"))]
    rows = [header]
    for row in found:
        cells = [str(row["parameters"][name]) for name in sweep.grid]
        for name in sweep.measure:
            cells += [str(row["measured"][name]["after"]), str(row["measured"][name]["change"])]
        rows.append(cells)
    widths = [max(len(row[at]) for row in rows) for at in range(len(header))]
    return ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]


def _short(text: str) -> str:
    """Return an entry without its pallet, long keys cut."""
    reference = Reference.parse(text)
    keys = ", ".join(f"0x{key.hex()[:6]}…" if isinstance(key, bytes) else str(key) for key in reference.keys)
    return f"{reference.item.name}[{keys}]" if keys else reference.item.name
