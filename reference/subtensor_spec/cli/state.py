"""``subtensor-spec state``: storage that a node served, read, shown, compared and written."""

import json
from pathlib import Path
from typing import Any

import click

from subtensor_spec.chain.state import State
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.state.compare import compared
from subtensor_spec.wire.state.files import Storage, read_storage
from subtensor_spec.wire.state.items import check, decoded, find_item
from subtensor_spec.wire.state.reference import parse_key
from subtensor_spec.wire.state.typed import keys_form, typed_form
from subtensor_spec.wire.values import to_json

FILE = click.Path(path_type=Path, dir_okay=False)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")


@click.group()
def command() -> None:
    """Read, show, compare and write a chain's storage.

    FILE is JSON, plain or compressed with gzip or xz: [[key, value], …], {key: value}, what state_getPairs or
    state_queryStorageAt answered, or the typed form that `state export` writes.

    \b
    subtensor-spec state import storage.json
    subtensor-spec state show storage.json SubtensorModule.SubnetTAO 1
    """


@command.command("import")
@click.argument("file", type=FILE)
@click.option("--output", "-o", type=FILE, help="Write the state here, in the typed form.")
@AS_JSON
def import_(file: Path, output: Path | None, as_json: bool) -> None:
    """Check every entry of FILE and say what it holds; entries out of scope are counted by pallet.

    \b
    subtensor-spec state import storage.json.gz -o state.json
    """
    storage = read_storage(file)
    unknown = check(storage)
    if output is not None:
        _write(typed_form(storage), output)
    known = len(storage) - sum(unknown.values())
    digest = State(storage).digest()
    if as_json:
        result = {"entries": len(storage), "specified": known, "carried": unknown, "digest": digest}
        click.echo(json.dumps(result, indent=2))
        return
    click.echo(f"{len(storage)} entries, {known} of items that are specified, digest {digest}")
    if unknown:
        click.echo("carried as they are: " + ", ".join(f"{count} of {pallet}" for pallet, count in unknown.items()))


@command.command()
@click.argument("file", type=FILE)
@click.argument("item")
@click.argument("keys", nargs=-1)
@AS_JSON
def show(file: Path, item: str, keys: tuple[str, ...], as_json: bool) -> None:
    """Show the entries of ITEM (such as SubtensorModule.SubnetTAO) whose first keys are KEYS.

    \b
    subtensor-spec state show storage.json SubtensorModule.SubnetTAO 1
    subtensor-spec state show storage.json System.Number
    """
    declared = find_item(item)
    if len(keys) > len(declared.keys_of):
        raise click.UsageError(f"{item} takes {len(declared.keys_of)} keys, not {len(keys)}")
    beginning = declared.raw_key(tuple(parse_key(declared, n, text) for n, text in enumerate(keys)))
    storage = read_storage(file)
    rows = []
    for raw in sorted(raw for raw in storage if raw.startswith(beginning)):
        found, value = decoded(declared, raw, storage[raw])
        rows.append([keys_form(declared, found), to_json(declared.value, value)])
    if as_json:
        click.echo(json.dumps(rows))
        return
    for entry, meaning in rows:
        click.echo(f"{' '.join(map(str, entry))}{': ' if entry else ''}{_short(meaning)}")
    if not rows:
        default = "nothing" if declared.optional else _short(to_json(declared.value, declared.default))
        click.echo(f"no entry; {item} reads as {default}")


def _short(meaning: Any) -> str:
    return meaning if isinstance(meaning, str) else json.dumps(meaning)


@command.command()
@click.argument("file", type=FILE)
@click.option("--form", type=click.Choice(["typed", "raw"]), default="typed", show_default=True, help="How to write.")
@click.option("--output", "-o", type=FILE, help="Write here instead of to the terminal.")
def export(file: Path, form: str, output: Path | None) -> None:
    """Write FILE in the typed form or as raw pairs; nothing is lost either way.

    \b
    subtensor-spec state export storage.json --form raw -o pairs.json
    """
    storage = read_storage(file)
    written: Any = typed_form(storage) if form == "typed" else _raw_form(storage)
    if output is None:
        click.echo(json.dumps(written, indent=1))
    else:
        _write(written, output)


def _raw_form(storage: Storage) -> list[list[str]]:
    return [["0x" + raw.hex(), "0x" + storage[raw].hex()] for raw in sorted(storage)]


def _write(form: Any, output: Path) -> None:
    try:
        with output.open("w") as file:
            json.dump(form, file)
            file.write("\n")
    except OSError as failure:
        raise InvalidInput(str(output), f"cannot be written: {failure.strerror}") from None


@command.command()
@click.argument("before", type=FILE)
@click.argument("after", type=FILE)
@AS_JSON
def diff(before: Path, after: Path, as_json: bool) -> None:
    """List the entries in which two states differ, by item, decoded. Exit status 1 if there are any.

    \b
    subtensor-spec state diff before.json after.json
    """
    differences = compared(read_storage(before), read_storage(after))
    if as_json:
        click.echo(json.dumps([difference.form() for difference in differences], indent=1))
    else:
        for difference in differences:
            click.echo(str(difference))
        click.echo(f"{len(differences)} entries differ")
    if differences:
        raise SystemExit(1)


@command.command()
@click.argument("file", type=FILE)
def digest(file: Path) -> None:
    """Print SHA-256 over all entries of FILE in order of raw key, key bytes then value bytes.

    \b
    subtensor-spec state digest storage.json
    """
    click.echo(State(read_storage(file)).digest())
