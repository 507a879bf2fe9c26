"""``subtensor-spec sources``: are the production functions behind the rules still those that were read?"""

import json
from pathlib import Path

import click

from subtensor_spec import sources
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.rules import SAFE_BIGMATH, SUBSTRATE_FIXED, SUBTENSOR

REPOSITORIES = {"subtensor": SUBTENSOR.name, "substrate-fixed": SUBSTRATE_FIXED.name, "safe-bigmath": SAFE_BIGMATH.name}


@click.command()
@click.option("--subtensor", type=click.Path(path_type=Path), help="A checkout of opentensor/subtensor.")
@click.option("--substrate-fixed", type=click.Path(path_type=Path), help="A checkout of encointer/substrate-fixed.")
@click.option("--safe-bigmath", type=click.Path(path_type=Path), help="A checkout of sam0x17/safe-bigmath.")
@click.option("--pin", type=click.Path(path_type=Path), help="Write the digests to this file instead of comparing.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(
    subtensor: Path | None, substrate_fixed: Path | None, safe_bigmath: Path | None, pin: Path | None, as_json: bool
) -> None:
    """List the rules whose production source differs from the pinned one in the given checkouts.

    Exit status 1 if any rule has gone stale. Digests of repositories without a checkout stay as they are pinned.

    \b
    subtensor-spec sources --subtensor ../subtensor
    """
    given = {"subtensor": subtensor, "substrate-fixed": substrate_fixed, "safe-bigmath": safe_bigmath}
    checkouts = {REPOSITORIES[name]: path for name, path in given.items() if path is not None}
    if not checkouts:
        raise click.UsageError("name at least one checkout, for example --subtensor DIR")
    rules = complete_registry().values()
    measured = sources.measure(rules, checkouts)
    if pin is not None:
        cited = {sources.key(source) for rule in rules for source in rule.sources if source.repository not in checkouts}
        kept: dict[str, str | None] = {name: value for name, value in sources.pinned_digests().items() if name in cited}
        _pin(kept | measured, pin)
        return
    found = sources.stale(rules, measured, sources.pinned_digests())
    if as_json:
        rows = [{"rule": item.rule, "source": str(item.source), "why": item.why} for item in found]
        click.echo(json.dumps({"compared": len(measured), "stale": rows}, indent=2))
    else:
        for item in found:
            click.echo(f"{item.rule}: {item.source} {item.why}")
        click.echo(f"{len(measured)} production functions compared, {len({item.rule for item in found})} rules stale")
    if found:
        raise SystemExit(1)


def _pin(measured: dict[str, str | None], file: Path) -> None:
    missing = [name for name, value in measured.items() if value is None]
    if missing:
        raise click.ClickException(f"not found in the checkouts: {', '.join(missing)}")
    file.write_text(json.dumps(measured, indent=1, sort_keys=True) + "\n")
    click.echo(f"{len(measured)} digests written to {file}")
