"""``subtensor-spec quote``: what staking or unstaking would pay and get, to the rao."""

import json
import re
from pathlib import Path
from typing import Any

import click

from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.arithmetic.decimals.perquintill import ACCURACY
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, Balancer, NetUid, TaoBalance
from subtensor_spec.chain.units import ALPHA, parse_amount
from subtensor_spec.chapters.subnets.existence import if_subnet_exist
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import DEFAULT_FEE_RATE, DYNAMIC, Pool, pool_as_state, read_pool
from subtensor_spec.chapters.swap.quotes import quote
from subtensor_spec.chapters.swap.weights import EQUAL_WEIGHTS, checked_weights
from subtensor_spec.cli.quote_forms import Answer, as_json, as_text
from subtensor_spec.cli.refusal import RefusedByChain
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.state.files import read_storage

REFUSALS = {
    "Swap.SwapInputTooLarge": "the order is more than 1_000 times the reserve that it is paid into",
    "Swap.ReservesTooLow": "the pool's reserve is below 0.001, or the order is too small to get anything",
    "Swap.PriceLimitExceeded": "the price is at the limit or past it already",
    "Swap.InsufficientLiquidity": "the order would take more than the pool's reserve",
}
"""Why the chain refuses an order, by the error that it returns."""

ANY = NetUid(1)
"""The number of a subnet whose reserves alone are known."""

_WEIGHT = re.compile(r"([0-9]?)(?:\.([0-9]{1,18}))?")


@click.command()
@click.option("--stake", help="Buy alpha with so much TAO, as in 10tao.")
@click.option("--unstake", help="Sell so much alpha, as in 10alpha.")
@click.option(
    "--limit-price",
    help="Go no further than this price, TAO for one alpha, as in 0.05tao. It bounds the pool's spot price after the"
    " order, the fee aside; the average price that is paid lies between the two spot prices.",
)
@click.option("--state", "file", type=click.Path(path_type=Path, dir_okay=False), help="A node's storage …")
@click.option("--netuid", type=click.IntRange(0, 65535), help="… and the subnet whose pool is read from it.")
@click.option("--tao-in", help="The pool's TAO reserve, as in 20000tao, instead of a storage.")
@click.option("--alpha-in", help="The pool's alpha reserve, as in 3000000alpha.")
@click.option(
    "--quote-weight",
    help="The weight of the TAO side, 0.01 to 0.99. Unless given it is 0.5, where pools begin and hardly any pool"
    " stays: it is item Swap.SwapBalancer of the subnet.",
)
@click.option(
    "--fee-rate",
    type=click.IntRange(0, 65535),
    help=f"Fee in parts of 65535.  [default: {DEFAULT_FEE_RATE}]",
)
@click.option(
    "--json", "wants_json", is_flag=True, help="Print JSON; amounts are rao and prices bits, as decimal strings."
)
def command(wants_json: bool, **options: Any) -> None:
    """Quote staking TAO on a subnet or unstaking its alpha, exactly as the chain would do it now.

    Give either --stake or --unstake, and the pool: its two reserves, or a node's storage and a netuid. An amount is a
    number with its unit; a number alone is rao, 10⁻⁹ of a TAO or an alpha, in every option. An order that the chain
    would refuse ends with status 1 and the chain's own error.

    \b
    subtensor-spec quote --tao-in 20000tao --alpha-in 3000000alpha --stake 100tao
    subtensor-spec quote --tao-in 20000tao --alpha-in 3000000alpha --unstake 5alpha --limit-price 0.006tao
    subtensor-spec quote --state storage.json --netuid 4 --stake 100tao --json
    """
    order = _order(options["stake"], options["unstake"])
    state, netuid = _stored(options) if options["file"] is not None else (_given(options), ANY)
    limit = None if options["limit_price"] is None else parse_amount(options["limit_price"], "--limit-price")
    try:
        found = quote(read_pool(state, netuid), order, limit)
    except CallError as error:
        raise RefusedByChain(error.code, REFUSALS[error.code]) from None
    assumed = options["file"] is None and options["quote_weight"] is None
    answer = Answer(found, state, netuid, assumed, limit is not None)
    click.echo(json.dumps(as_json(answer), indent=2) if wants_json else as_text(answer))


def _order(stake: str | None, unstake: str | None) -> Order:
    if stake is not None and unstake is None:
        return Buy(TaoBalance(parse_amount(stake, "--stake")))
    if unstake is not None and stake is None:
        return Sell(AlphaBalance(parse_amount(unstake, "--unstake", ALPHA)))
    raise click.UsageError("give either --stake or --unstake")


def _stored(options: dict[str, Any]) -> tuple[State, NetUid]:
    """Return a node's storage and the subnet that is asked for; it must have a pool."""
    for name in ("tao_in", "alpha_in", "quote_weight", "fee_rate"):
        if options[name] is not None:
            raise click.UsageError(f"--{name.replace('_', '-')} is read from --state; give one or the other")
    if options["netuid"] is None:
        raise click.UsageError("--state takes --netuid too")
    state, netuid = State(read_storage(options["file"])), NetUid(options["netuid"])
    if not if_subnet_exist(state, netuid):
        raise InvalidInput("--netuid", f"there is no subnet {netuid} in {options['file']}")
    if read_pool(state, netuid).mechanism != DYNAMIC:
        raise InvalidInput("--netuid", f"subnet {netuid} has no pool: its alpha is worth one TAO, without a fee")
    return state, netuid


def _given(options: dict[str, Any]) -> State:
    """Return a state of one subnet with the pool that the options describe."""
    if options["tao_in"] is None or options["alpha_in"] is None:
        raise click.UsageError("give the pool: --tao-in and --alpha-in, or --state and --netuid")
    if options["netuid"] is not None:
        raise click.UsageError("--netuid goes with --state")
    tao = TaoBalance(parse_amount(options["tao_in"], "--tao-in"))
    alpha = AlphaBalance(parse_amount(options["alpha_in"], "--alpha-in", ALPHA))
    weights = EQUAL_WEIGHTS if options["quote_weight"] is None else _weights(options["quote_weight"])
    fee_rate = DEFAULT_FEE_RATE if options["fee_rate"] is None else options["fee_rate"]
    return pool_as_state(Pool(tao, alpha, weights, fee_rate=fee_rate), ANY)


def _weights(text: str) -> Balancer:
    weights = checked_weights(Perquintill.from_parts(_parts(text)))
    if weights is None:
        raise InvalidInput("--quote-weight", f"{text} is not between 0.01 and 0.99")
    return weights


def _parts(text: str) -> int:
    match = _WEIGHT.fullmatch(text)
    if match is None:
        raise InvalidInput(
            "--quote-weight", f"'{text}' is not a number such as 0.5, of at most 18 digits behind the point"
        )
    return int(match[1] or "0") * ACCURACY + int((match[2] or "").ljust(18, "0"))
