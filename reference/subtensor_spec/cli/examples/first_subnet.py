"""``subtensor-spec chain example first-subnet``: a subnet is born, staked in, and pays, in a script of a few lines."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from subtensor_spec.blocks.genesis import genesis
from subtensor_spec.blocks.steps import BlockStep, CallStep, execute
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid, TaoBalance
from subtensor_spec.chain.units import RAO_PER_TAO
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.swap.answers import current_alpha_price_in_rao
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.chain_script import account_named, read_script, steps_of

SUBNET = NetUid(2)
BALANCES = {"alice": 10_000, "bob": 500}
"""TAO that each has when the chain begins."""

SCRIPT = """\
# Alice founds a subnet, and starts it.
{"blocks": 5}
{"call": "SubtensorModule.register_network", "origin": "@alice", "args": {"hotkey": "@alice's hotkey"}}
{"blocks": 20}
{"call": "SubtensorModule.start_call", "origin": "@alice", "args": {"netuid": 2}}
{"call": "AdminUtils.sudo_set_subnet_emission_enabled", "origin": "root", "args": {"netuid": 2, "enabled": true}}
# Bob stakes 100 TAO with her, waits for three payouts, and sells half of a TAO's worth.
{"call": "SubtensorModule.add_stake", "origin": "@bob", "args": {"hotkey": "@alice's hotkey", "netuid": 2, "amount_staked": "100000000000"}}
{"blocks": 1080}
{"call": "SubtensorModule.remove_stake", "origin": "@bob", "args": {"hotkey": "@alice's hotkey", "netuid": 2, "amount_unstaked": "500000000"}}
"""  # noqa: E501
"""What happens, in the form that ``chain apply`` reads."""

EVERY = 180
"""Blocks from one line of the table to the next."""


@click.command()
@click.option("--script", "file", type=click.Path(path_type=Path, dir_okay=False), help="Write the script here.")
@click.option("--json", "as_json", is_flag=True, help="Print calls and holdings as JSON Lines.")
def command(file: Path | None, as_json: bool) -> None:
    """Watch a subnet being born, staked in and paid: ten lines of script, 1 105 blocks, two people.

    \b
    subtensor-spec chain example first-subnet
    subtensor-spec chain example first-subnet --script story.jsonl
    """
    if file is not None:
        _write(file)
    for line in story():
        click.echo(json.dumps(line) if as_json else _words(line))


def _write(file: Path) -> None:
    try:
        file.write_text(SCRIPT, encoding="utf-8")
    except OSError as failure:
        raise InvalidInput(str(file), f"cannot be written: {failure.strerror or failure}") from None


def story() -> Iterator[dict[str, str | int]]:
    """Yield what becomes of each call, and every so often what the two hold: stake in rao of alpha, price in rao."""
    state = genesis({account_named(name): TaoBalance(tao * RAO_PER_TAO) for name, tao in BALANCES.items()})
    for form, step in steps_of(read_script(SCRIPT, "the script"), state):
        result = execute(state, step)
        block = Number.get(state)
        if isinstance(step, CallStep):
            yield {"block": block, "call": form["call"], "outcome": str(result.refusal or "ok")}
        elif isinstance(step, BlockStep) and block % EVERY == 0:
            yield _holdings(state, block)
    yield _holdings(state, Number.get(state))


def _holdings(state: State, block: int) -> dict[str, str | int]:
    hotkey = account_named("alice's hotkey")
    stakes = {
        name: str(get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, account_named(name), SUBNET))
        for name in BALANCES
    }
    return {"block": block, "price": str(current_alpha_price_in_rao(state, SUBNET)), **stakes}


def _words(line: dict[str, str | int]) -> str:
    if "call" in line:
        return f"block {line['block']:>4}: {line['call']}: {line['outcome']}"
    price, alice, bob = (int(line[name]) / RAO_PER_TAO for name in ("price", "alice", "bob"))
    return f"block {line['block']:>4}: price {price:.6f} TAO, Alice has {alice:.3f} alpha staked, Bob {bob:.3f}"
