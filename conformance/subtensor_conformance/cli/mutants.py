"""``subtensor-spec mutants``: plant known mistakes in the reference and see which vectors notice them."""

from collections.abc import Sequence
from pathlib import Path

import click
from rich.table import Table

from subtensor_conformance.cli.options import NEW_FILE
from subtensor_conformance.mutants.catalogue import all_mutants, chapters
from subtensor_conformance.mutants.document import document_of, scores_by_chapter
from subtensor_conformance.mutants.hunt import Kill, score
from subtensor_conformance.mutants.mutant import Mutant
from subtensor_conformance.mutants.parallel import hunt_all
from subtensor_conformance.protocol.nearest import near
from subtensor_conformance.reports.console import report_console
from subtensor_conformance.vectors import canonical
from subtensor_spec.errors import InvalidInput


@click.command()
@click.option("--chapter", "wanted", multiple=True, metavar="NAME", help="Only of this chapter: YC. Repeatable.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="Only this mutant. Repeatable.")
@click.option("--survivors", is_flag=True, help="Show only what no vector notices.")
@click.option("--json", "as_json", is_flag=True, help="Print the table as JSON.")
@click.option("--write", type=NEW_FILE, metavar="FILE", help="Write the table as JSON to a file.")
@click.option("--workers", type=click.IntRange(1, 64), metavar="N", help="Processes.  [default: all cores]")
@click.pass_context
def command(
    context: click.Context,
    wanted: tuple[str, ...],
    names: tuple[str, ...],
    survivors: bool,
    as_json: bool,
    write: Path | None,
    workers: int | None,
) -> None:
    """Plant known mistakes in the reference and see which vectors notice them.

    Each mutant is one mistake in the exact path: one that ports make, one that the chain once had, or one that looks
    right. It is killed by a vector to which the exact path then has a wrong answer. The exit status is 0 only if all
    are killed.

    \b
    subtensor-spec mutants --chapter YC --survivors
    """
    kills = hunt_all(_chosen(wanted, names), workers)
    document = canonical.text_of(document_of(kills))
    if write:
        write.parent.mkdir(parents=True, exist_ok=True)
        write.write_text(document)
    if as_json:
        click.echo(document, nl=False)
    else:
        _print(kills, survivors)
    killed, total = score(kills)
    context.exit(0 if killed == total else 1)


def _chosen(wanted: Sequence[str], names: Sequence[str]) -> list[Mutant]:
    known = all_mutants()
    for chapter in wanted:
        if chapter not in chapters():
            raise InvalidInput("--chapter", f"{chapter} has no mutants; there are {', '.join(chapters())}")
    for name in names:
        if name not in known:
            raise InvalidInput("--name", f"no mutant is called {name}{near(name, known)}")
    return [
        mutant
        for mutant in known.values()
        if (not wanted or mutant.chapter in wanted) and (not names or mutant.name in names)
    ]


def _print(kills: Sequence[Kill], survivors: bool) -> None:
    console = report_console()
    table = Table("mutant", "rule", "what it does", "killed by")
    for kill in kills:
        if not (survivors and kill.killed_by):
            killers = "\n".join(kill.killed_by) or "[bold red]SURVIVES[/]"
            table.add_row(kill.mutant.name, kill.mutant.rule, kill.mutant.description, killers)
    if table.row_count:
        console.print(table)
    for chapter, (killed, total) in scores_by_chapter(kills).items():
        console.print(f"{chapter:4} {killed:4} of {total} killed")
    killed, total = score(kills)
    console.print(f"[bold]{killed} of {total} mutants killed[/]")
