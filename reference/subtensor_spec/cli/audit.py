"""``subtensor-spec audit``: two blocks of a real chain, or one, held against the rules of their revision."""

import json
from itertools import pairwise
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from subtensor_spec.chain.network_history import revision_of_runtime
from subtensor_spec.chain.revisions import Revision, revision
from subtensor_spec.errors import InvalidInput
from subtensor_spec.explain.audit import Audit, audit_answers, audit_blocks
from subtensor_spec.wire.state.snapshots import Snapshot, read_snapshots

FILE = click.Path(path_type=Path, dir_okay=False)

_SHOWN = 12
"""Unequal values of a check that are printed."""


@click.command()
@click.argument("before", type=FILE)
@click.argument("after", type=FILE, required=False)
@click.option("--spec-version", type=click.IntRange(0), help="The runtime, where the files do not tell it.")
@click.option("--revision", "name", help="Hold the blocks against this revision instead, such as r425.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def command(before: Path, after: Path | None, spec_version: int | None, name: str | None, as_json: bool) -> None:
    """Check every stored value of a block that a rule determines from the rest.

    BEFORE and AFTER are raw storage of two successive blocks, in any form that `state import` takes, or files of
    snapshots; one file may hold both. With one block only, what one block allows is checked. Exit status 1 if a
    value is not what the rules give, be it explained or not.

    \b
    subtensor-spec audit block-8765999.json block-8766000.json
    subtensor-spec audit both-blocks.json.xz --revision r425
    """
    first, second = _blocks(before, after)
    chosen = revision(name) if name else _of_runtime(first, second, spec_version)
    if name:
        revision_of_runtime(chosen.spec_version)
    found = audit_answers(first, chosen) if second is None else audit_blocks(first, second, chosen)
    if as_json:
        click.echo(json.dumps(found.form(), indent=1))
    else:
        _print(found, first, second)
    if not found.is_equal:
        raise SystemExit(1)


def _blocks(before: Path, after: Path | None) -> tuple[Snapshot, Snapshot | None]:
    """Return the two blocks to audit; of one file with several the last two that are successive."""
    if after is not None:
        return _only(before), _only(after)
    found = read_snapshots(before)
    pairs = [pair for pair in pairwise(found) if pair[1].block == pair[0].block + 1]
    if pairs:
        return pairs[-1]
    if len(found) == 2:
        raise InvalidInput(str(before), f"its blocks are not successive: {found[0].block} and {found[1].block}")
    return found[-1], None


def _only(path: Path) -> Snapshot:
    found = read_snapshots(path)
    if len(found) > 1:
        raise InvalidInput(str(path), f"holds {len(found)} blocks where one is asked for")
    return found[0]


def _of_runtime(first: Snapshot, second: Snapshot | None, given: int | None) -> Revision:
    """The code that made a block is that which its parent left in force."""
    version = given if given is not None else first.spec_version
    if version is None and second is not None:
        version = second.spec_version
    if version is None:
        raise InvalidInput(first.name, "does not tell its runtime: give --spec-version")
    return revision_of_runtime(version)


def _print(found: Audit, first: Snapshot, second: Snapshot | None) -> None:
    block = first if second is None else second
    click.echo(" ".join(f"block {block.block} {block.block_hash} by the rules of {found.revision.name}".split()))
    table = Table("rule", "item", "equal", "unequal")
    for check in found.checks:
        if check.equal or check.unequal:
            table.add_row(check.rule, check.item, str(check.equal), str(len(check.unequal) or ""))
    Console(width=140).print(table)
    for check in found.checks:
        for entry in check.unequal[:_SHOWN]:
            key = "" if not entry.key else f"[{', '.join(map(str, entry.key))}]"
            told = f" ({entry.explanation})" if entry.explanation else ""
            click.echo(f"{check.item}{key}: chain {entry.chain}, computed {entry.computed}{told}")
        if len(check.unequal) > _SHOWN:
            click.echo(f"{check.item}: {len(check.unequal) - _SHOWN} more")
    for name, answer in found.answers.items():
        if not isinstance(answer, dict):
            click.echo(f"{name}: {answer}")
    for line in found.not_checked:
        click.echo(f"not checked: {line}")
