"""``subtensor-spec chain example competition``: miners compete, validators judge, the best takes what miners earn."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from subtensor_spec.cli.competition_tables import shown, tables
from subtensor_spec.explain.examples.competition import Round, Story, tell
from subtensor_spec.explain.examples.competition.cast import MINERS, OWNER, ROOT_STAKER, STAKER, VALIDATORS
from subtensor_spec.explain.examples.competition.script import BLOCKS_OF_A_ROUND, SUBNET
from subtensor_spec.explain.examples.competition.summary import accounts


@click.command()
@click.option("--plot", type=click.Path(path_type=Path), help="Draw the day into this file (.svg, .png or .pdf).")
@click.option("--json", "as_json", is_flag=True, help="Print the story as JSON.")
def command(plot: Path | None, as_json: bool) -> None:
    """Watch a subnet for a day: it is born, miners compete in it, everybody is paid, and the emission of TAO halves.

    Every call and every one of the 7 200 blocks is computed as production would, bit for bit. This takes some seconds.

    \b
    subtensor-spec chain example competition
    subtensor-spec chain example competition --plot day.svg
    """
    console = Console(stderr=True, quiet=not sys.stderr.isatty())
    with console.status("7_200 blocks …"):
        story = tell()
    if as_json:
        click.echo(json.dumps(as_form(story), indent=1, ensure_ascii=False))
    else:
        _print(story)
    if plot is not None:
        from subtensor_spec.cli.competition_picture import draw

        draw(plot)


def _print(story: Story) -> None:
    console = Console(highlight=False)
    for line in introduction():
        click.echo(line)
    for table in tables(story):
        click.echo()
        console.print(table)
    for line in conclusion(story):
        click.echo(line)


def introduction() -> Iterator[str]:
    """Yield who takes part, and what they do before the first round."""
    names = ", ".join(validator.name for validator in VALIDATORS)
    yield f"{OWNER.name} pays 1_000 TAO, owns subnet {SUBNET} from now on, and starts it."
    yield f"{names} register as validators and stake; {STAKER.name} stakes with {STAKER.trusts}."
    yield f"{', '.join(miner.name for miner in MINERS)} register as miners. {ROOT_STAKER.name} stakes on root."
    yield f"A round has {BLOCKS_OF_A_ROUND} blocks. In its middle the validators and {OWNER.name} give all weight"
    yield "to the miner who holds the record. Its last block pays, in alpha, the token of"
    yield "the subnet. The winner and the owner then sell some of theirs for TAO."


def conclusion(story: Story) -> Iterator[str]:
    """Yield what is to be learned."""
    first, last = story.before_halving()[-1], story.rounds[-1]
    yield ""
    yield f"In block {story.halving} the TAO that the chain mints halves: {shown(first.minted)} a round before,"
    yield f"{shown(last.minted)} after. Alpha does not halve with it: {shown(last.emitted)} a round all day. What it"
    yield "is worth does change, as less TAO comes in to hold against those who sell."
    yield ""
    yield f"{story.calls} calls, {last.block} blocks; the last state has the SHA-256"
    yield story.digest


def as_form(story: Story) -> dict[str, Any]:
    """Return the story as JSON: amounts are decimal strings in rao, prices decimals of TAO for an alpha."""
    return {
        "subnet": SUBNET,
        "halving": story.halving,
        "issuance": str(story.issuance),
        "rounds": [_round_form(entry) for entry in story.rounds],
        "people": [
            {
                "name": entry.person.name,
                "role": entry.person.role,
                "rounds_won": entry.won,
                "alpha_paid": str(entry.paid),
                "tao_from_sales": str(entry.sold),
                "alpha_held": str(entry.holds),
            }
            for entry in accounts(story)
        ],
        "digest": story.digest,
    }


def _round_form(entry: Round) -> dict[str, Any]:
    return {
        "round": entry.number,
        "block": entry.block,
        "holder": entry.holder,
        "points": entry.points,
        "dissent": entry.dissent,
        "price": entry.price.to_decimal(),
        "tao_liquidity": str(entry.liquidity),
        "tao_purchases": str(entry.purchases),
        "alpha_emitted": str(entry.emitted),
        "alpha_paid": {name: str(amount) for name, amount in entry.paid.items() if amount},
        "alpha_recycled": str(entry.recycled),
        "alpha_unowned": str(entry.unowned),
        "tao_from_sales": {name: str(amount) for name, amount in entry.proceeds.items()},
    }
