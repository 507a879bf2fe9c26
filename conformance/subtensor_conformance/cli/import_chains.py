"""``subtensor-spec vectors import-chains``: take up observed calls and chains."""

import json
from pathlib import Path

import click

from subtensor_conformance.cli.authoring import CHAIN_VECTORS, FOLDER, checkout, generated
from subtensor_conformance.vectors.locations import CHECKOUT


@click.command("import-chains")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--vectors", "folder", type=FOLDER, default=CHECKOUT, help="Where the vectors are.")
@click.option("--json", "as_json", is_flag=True, help="What was taken as JSON.")
def import_chains(files: tuple[Path, ...], folder: Path, as_json: bool) -> None:
    """Read observed steps of production, hold the exact path against them, and publish them.

    FILES are JSON Lines, compressed or not: chains and sequences are published whole, single calls as far as they show
    something that those before them did not. What was published of calls and chains before is kept.

    \b
    subtensor-spec vectors import-chains chain.jsonl.gz
    """
    from subtensor_conformance.authoring import publish
    from subtensor_conformance.authoring.chains.capture import capture
    from subtensor_conformance.authoring.observations import Observations

    stored = publish.stored_documents(checkout(folder))
    observations = Observations()
    observations.read_documents(stored.values())
    captured = capture(files, observations.chains)
    contents = generated(folder, observations, stored, CHAIN_VECTORS, False, as_json)
    changed = publish.write(folder, contents)
    publish.write_provenance(folder, publish.read_captures(folder) | captured.origins)
    if as_json:
        click.echo(json.dumps({"written": changed, "taken": captured.taken}, indent=1))
    else:
        click.echo(f"took {sum(captured.taken.values())} steps of {len(files)} files; wrote {len(changed)} files")
