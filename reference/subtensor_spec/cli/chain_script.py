"""``subtensor-spec chain new`` and ``chain apply``: begin a chain, and take it on by a file of calls."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import click

from subtensor_spec.blocks.genesis import genesis
from subtensor_spec.blocks.steps import BlockStep, CallStep, Result, Step, execute
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, TaoBalance
from subtensor_spec.chain.units import RAO_PER_TAO
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.chain_script import Form, account_named, first_line, line_of, read_script, steps_of
from subtensor_spec.wire.ss58 import parse_account
from subtensor_spec.wire.state.beginning import require_genesis
from subtensor_spec.wire.state.files import read_bytes, read_storage
from subtensor_spec.wire.state.items import check
from subtensor_spec.wire.state.typed import typed_form
from subtensor_spec.wire.steps import outcome_to_json

FILE = click.Path(path_type=Path, dir_okay=False)
MOST_TAO = 21_000_000


@click.command()
@click.option("--balance", "balances", multiple=True, metavar="ACCOUNT=TAO", help="Who has how much. Repeatable.")
@click.option("--output", "-o", type=FILE, required=True, help="Write the state here, in the typed form.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
def new(balances: tuple[str, ...], output: Path, as_json: bool) -> None:
    """Begin a chain: root, one subnet that nobody owns, and accounts with TAO.

    An account is @name, an address or 0x and 64 hex digits.

    \b
    subtensor-spec chain new --balance @alice=10000 --balance @bob=500 -o begin.json
    """
    state = genesis(dict(map(_endowment, balances)))
    output.write_text(json.dumps(typed_form(state.storage()), indent=1) + "\n", encoding="utf-8")
    if as_json:
        click.echo(json.dumps({"entries": len(state.entries), "digest": state.digest()}))
    else:
        click.echo(f"{len(state.entries)} entries, digest {state.digest()}")


def _endowment(text: str) -> tuple[AccountId, TaoBalance]:
    name, separator, amount = text.partition("=")
    if not separator or not (amount.isascii() and amount.isdigit()) or not 0 < int(amount) <= MOST_TAO:
        raise click.UsageError(f"--balance {text}: not an account, = and whole TAO, 1 to {MOST_TAO}")
    return _account(name), TaoBalance(int(amount) * RAO_PER_TAO)


def _account(text: str) -> AccountId:
    return account_named(text[1:]) if text.startswith("@") else AccountId(parse_account(text))


@click.command()
@click.argument("state", type=FILE)
@click.argument("script", type=FILE)
@click.option("--author", metavar="ACCOUNT", help="Who writes the blocks, and is paid their fees.  [default: nobody]")
@click.option("--output", "-o", type=FILE, help="Write the chain here, a line a step, for `replay`.")
@click.option("--state", "-s", "after", type=FILE, help="Write the state afterwards here, in the typed form.")
@click.option("--json", "as_json", is_flag=True, help="Print each call and what became of it as JSON Lines.")
def apply(
    state: Path, script: Path, author: str | None, output: Path | None, after: Path | None, as_json: bool
) -> None:
    """Take the chain of STATE on by the steps of SCRIPT, and print what becomes of each call.

    STATE is any file that `state import` reads. SCRIPT is JSON Lines (a line that begins with # is a comment), or an
    array: {"call": …, "origin": …, "args": {…}} or {"blocks": 10}. @name is an account of that name.

    \b
    subtensor-spec chain apply begin.json story.jsonl -o chain.jsonl
    """
    begun = _begin(state, author)
    forms = read_script(_text(script), str(script))
    counts: Counter[str] = Counter()
    for form, step, result in _taken(begun, forms, output):
        counts["blocks"] += isinstance(step, BlockStep)
        if isinstance(step, CallStep):
            counts["calls"] += 1
            _print(form, result, Number.get(begun), as_json)
    if after is not None:
        after.write_text(json.dumps(typed_form(begun.storage()), indent=1) + "\n", encoding="utf-8")
    if not as_json:
        click.echo(f"{counts['calls']} calls, {counts['blocks']} blocks, digest {begun.digest()}")


def _begin(path: Path, author: str | None) -> State:
    storage = read_storage(path)
    check(storage)
    state = State(storage, None if author is None else _account(author))
    try:
        require_genesis(state)
    except InvalidInput as complaint:
        raise InvalidInput(str(path), complaint.what) from None
    return state


def _text(path: Path) -> str:
    try:
        return read_bytes(path).decode()
    except UnicodeDecodeError:
        raise InvalidInput(str(path), "is no text") from None


def _taken(state: State, forms: list[Form], output: Path | None) -> Iterator[tuple[Form, Step, Result]]:
    """Take every step, yield what it left behind, and write the chain's lines as they come."""
    if output is None:
        yield from ((form, step, execute(state, step)) for form, step in steps_of(forms, state))
        return
    begun = first_line(output.name.partition(".")[0], state)
    with output.open("w", encoding="utf-8") as file:
        _write(file, begun)
        for form, step in steps_of(forms, state):
            result = execute(state, step)
            _write(file, line_of(form, step, result, Number.get(state)))
            yield form, step, result


def _write(file: TextIO, line: dict[str, Any]) -> None:
    file.write(json.dumps(line, separators=(",", ":")) + "\n")


def _print(form: Form, result: Result, block: int, as_json: bool) -> None:
    outcome = outcome_to_json(result.refusal)
    if as_json:
        click.echo(json.dumps({"block": block, "call": form["call"], "origin": form["origin"], "outcome": outcome}))
        return
    click.echo(f"block {block}: {form['call']}: {result.refusal or 'ok'}")
