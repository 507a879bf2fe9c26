"""``subtensor-spec laws``: hold the laws over chains against states and chains in files."""

import json
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

import click

from subtensor_conformance.laws.chain_law import StateLaw, chain_laws
from subtensor_conformance.laws.chain_trials import Place, try_file

FILES = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("files", nargs=-1, type=FILES)
@click.option("--list", "listed", is_flag=True, help="List the laws instead.")
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, help="Breaches to show of a file.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...], listed: bool, most: int, as_json: bool) -> None:
    """Hold the laws of chapter 25 against FILES: states, traces, or files of observed steps.

    A state is one in any form that `subtensor-spec state` reads. A chain is JSON Lines, plain or compressed, with all
    that each step left behind; nothing is executed. The laws are for chains from genesis: a state that was made by hand
    may break some. The exit status is 1 if a law is broken.

    \b
    subtensor-spec laws vectors/trace/*.jsonl
    subtensor-spec laws --list

    \b
    subtensor-spec laws state.json chain.jsonl.gz
    subtensor-spec laws --list
    """
    if listed:
        _list(as_json)
        return
    if not files:
        raise click.UsageError("no file; --list lists the laws")
    tried: Counter[str] = Counter()
    found = {str(path): _held(path, most, tried) for path in files}
    if as_json:
        form = [{"file": name, "breaches": [_form(place) for place in places]} for name, places in found.items()]
        click.echo(json.dumps({"tried": dict(tried), "files": form}, indent=1))
    else:
        for name, places in found.items():
            for place in places:
                click.echo(f"{name}: {place}")
        click.echo(_summary(tried, sum(map(len, found.values())), len(files), most))
    context.exit(1 if any(found.values()) else 0)


def _held(path: Path, most: int, tried: Counter[str]) -> list[Place]:
    return list(islice(try_file(path, tried), most))


def _summary(tried: Counter[str], broken: int, files: int, most: int) -> str:
    words = ", ".join(f"{tried[kind]:_} {kind}" for kind in ("states", "calls", "blocks"))
    verdict = f"{broken} breaches, at most {most} shown of a file" if broken else "all hold"
    return f"{len(chain_laws())} laws, {files} files, {words}: {verdict}"


def _form(place: Place) -> dict[str, Any]:
    return {"line": place.line, "step": place.step, "law": place.breach.law, "what": place.breach.what}


def _list(as_json: bool) -> None:
    laws = [
        {"name": law.name, "of": "states" if isinstance(law, StateLaw) else "steps", "statement": law.statement}
        for law in chain_laws().values()
    ]
    if as_json:
        click.echo(json.dumps(laws, indent=1))
        return
    for law in laws:
        click.echo(f"{law['name']} ({law['of']}): {law['statement']}")
