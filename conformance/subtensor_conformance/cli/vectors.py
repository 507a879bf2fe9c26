"""``subtensor-spec vectors``: read, verify, generate and import the published vectors."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from subtensor_conformance.cli.authoring import FOLDER, Progress, checkout, generated, print_complaints
from subtensor_conformance.cli.import_chains import import_chains
from subtensor_conformance.cli.matching import Universe
from subtensor_conformance.vectors.case import KINDS, TIERS, Case, Selection
from subtensor_conformance.vectors.load import iter_cases
from subtensor_conformance.vectors.locations import CHECKOUT, published
from subtensor_spec.errors import InvalidInput


@click.group()
def command() -> None:
    """Read, verify, generate and import the published vectors.

    \b
    subtensor-spec vectors list --rule 'AMM-*'
    """


command.add_command(import_chains)


@command.command("list")
@click.option("--tier", type=click.Choice(TIERS), default="stress", help="Up to this tier.")
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only these kinds.")
@click.option("--rule", "rules", multiple=True, help="Only what pins rules that match.")
@click.option("--id", "ids", multiple=True, help="Only ids that match.")
@click.option("--revision", default="r425", help="The revision.")
@click.option("--json", "as_json", is_flag=True, help="A JSON list with tier, evidence, rules and why.")
def list_command(as_json: bool, **selection: Any) -> None:
    """Print the ids of vectors.

    \b
    subtensor-spec vectors list --rule 'YC-bonds*' --tier full
    """
    wanted = Selection(**selection)
    cases = list(iter_cases(wanted))
    Universe(wanted.revision).require_selected(wanted, cases)
    if as_json:
        names = ("id", "kind", "tier", "evidence", "rules", "why", "catches")
        click.echo(json.dumps([{name: getattr(case, name) for name in names} for case in cases], indent=1))
    else:
        for case in cases:
            click.echo(case.id)


@command.command()
@click.argument("identifier", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="The case as JSON.")
def show(identifier: str, as_json: bool) -> None:
    """Show the vector ID: its values in bits and decimals, why it exists, and its rules.

    ID may be that of a file or a group: then every case below it is shown.

    \b
    subtensor-spec vectors show epoch/hand
    """
    cases = list(iter_cases(Selection(tier="stress", ids=(identifier, f"{identifier}/*"), revision="")))
    if not cases:
        hint = Universe("").near_id(identifier)
        raise InvalidInput(identifier, f"is no id of a vector, a group or a file{hint}")
    if as_json:
        click.echo(json.dumps([_plain(case) for case in cases], indent=1))
        return
    from rich.console import Console

    from subtensor_conformance.vectors.render import rendered

    console = Console()
    for case in cases:
        console.print(rendered(case), soft_wrap=True)


def _plain(case: Case) -> dict[str, Any]:
    return {name: value for name, value in asdict(case).items() if value not in (None, "", ())}


@command.command()
@click.option("--vectors", "folder", type=FOLDER, help="The folder, if not the published one.")
@click.option("--quick", is_flag=True, help="Do not run the rules that vectors name.")
@click.option("--json", "as_json", is_flag=True, help="The complaints as a JSON list.")
@click.pass_context
def verify(context: click.Context, folder: Path | None, quick: bool, as_json: bool) -> None:
    """Check digests, schemas, manifest, registries, ids and signatures, and that vectors run the rules they name.

    \b
    subtensor-spec vectors verify --quick
    """
    from subtensor_conformance.authoring.verify import verify as complaints_of

    with Progress("verifying", quiet=as_json) as progress:
        complaints = complaints_of(folder or published(), run_rules=not quick, progress=progress)
    if as_json:
        click.echo(json.dumps(complaints, indent=1))
    else:
        print_complaints(complaints)
        if not complaints:
            click.echo("nothing is wrong")
    context.exit(1 if complaints else 0)


@command.command()
@click.option("--vectors", "folder", type=FOLDER, default=CHECKOUT, help="Where the vectors are, and are written.")
@click.option("--check", is_flag=True, help="Write nothing; fail unless the files are as generated.")
@click.option("--only", "patterns", multiple=True, help="Only files whose id matches; the others stay as they are.")
@click.option("--release", is_flag=True, help="Record all ids as released, so that they cannot be dropped any more.")
@click.option("--json", "as_json", is_flag=True, help="What changed as JSON.")
@click.pass_context
def generate(
    context: click.Context, folder: Path, check: bool, patterns: tuple[str, ...], release: bool, as_json: bool
) -> None:
    """Generate everything that follows from what was observed, if both paths agree on every answer.

    Observed answers stand in the vector files themselves and are kept; see docs/guides/reproduce-the-vectors.md.

    \b
    subtensor-spec vectors generate --check
    """
    from subtensor_conformance.authoring import publish
    from subtensor_conformance.authoring.observations import Observations

    stored = publish.stored_documents(checkout(folder))
    observations = Observations()
    observations.read_documents(stored.values())
    files = generated(folder, observations, stored, patterns, release, as_json)
    if check:
        _report(publish.differences(folder, files), as_json)
        context.exit(1 if publish.differences(folder, files) else 0)
    changed = publish.write(folder, files)
    if changed:
        publish.write_provenance(folder, publish.read_captures(folder))
    _report([f"wrote {name}" for name in changed], as_json)


@command.command("import")
@click.argument("captures", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--vectors", "folder", type=FOLDER, default=CHECKOUT, help="Where the vectors are.")
@click.option("--json", "as_json", is_flag=True, help="What was read as JSON.")
def import_command(captures: tuple[Path, ...], folder: Path, as_json: bool) -> None:
    """Read captured answers of production, hold both paths against them, and publish them.

    CAPTURES are JSON files in the naming and encoding of the raw method, gzip'd or not.

    \b
    subtensor-spec vectors import answers.json.gz
    """
    from subtensor_conformance.authoring import publish
    from subtensor_conformance.authoring.capture import Tally, read_capture
    from subtensor_conformance.authoring.observations import Observations

    stored = publish.stored_documents(checkout(folder))
    observations, tally = Observations(), Tally()
    observations.read_documents(stored.values())
    origins = publish.read_captures(folder)
    for path in captures:
        origins[path.name.partition(".")[0]] = read_capture(path, observations, tally)
    files = generated(folder, observations, stored, (), False, as_json)
    changed = publish.write(folder, files)
    publish.write_provenance(folder, origins)
    counts = {"added": tally.added, "repeated": tally.repeated, "not specified": tally.unspecified}
    if as_json:
        click.echo(json.dumps({"written": changed, **counts}, indent=1))
    else:
        for word, counted in counts.items():
            click.echo(f"{word}: {sum(counted.values())}")
        click.echo(f"wrote {len(changed)} files")


def _report(lines: list[str], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(lines, indent=1))
    else:
        print_complaints(lines)
        if not lines:
            click.echo("nothing differs")
