"""``subtensor-spec quote``: what staking or unstaking would pay and get, to the rao."""

import json
import re
from fractions import Fraction
from typing import Any

import click

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.arithmetic.decimals.perquintill import ACCURACY
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.types import AlphaBalance, Balancer, TaoBalance
from subtensor_spec.chain.units import RAO_PER_TAO, parse_amount, whole_and_rao
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import DEFAULT_FEE_RATE, Pool
from subtensor_spec.chapters.swap.quotes import Quote, quote
from subtensor_spec.chapters.swap.weights import checked_weights
from subtensor_spec.errors import InvalidInput

DIGITS = 9
"""Digits behind the point of a ratio or price that is printed for people."""

REFUSALS = {
    "Swap.SwapInputTooLarge": "the order is more than 1 000 times the reserve that it is paid into",
    "Swap.ReservesTooLow": "the pool's reserve is below 0.001, or the order is too small to get anything",
    "Swap.PriceLimitExceeded": "the price is at the limit or past it already",
    "Swap.InsufficientLiquidity": "the order would take more than the pool's reserve",
}
"""Why the chain refuses an order, by the error that it returns."""

_WEIGHT = re.compile(r"([0-9]?)(?:\.([0-9]{1,18}))?")


@click.command()
@click.option("--tao-in", required=True, help="The pool's TAO reserve: rao, or as in 20000tao.")
@click.option("--alpha-in", required=True, help="The pool's alpha reserve: rao, or as in 3000000alpha.")
@click.option("--quote-weight", default="0.5", show_default=True, help="The weight of the TAO side, 0.01 to 0.99.")
@click.option(
    "--fee-rate",
    type=click.IntRange(0, 65535),
    default=DEFAULT_FEE_RATE,
    show_default=True,
    help="Fee in parts of 65535.",
)
@click.option("--stake", help="Buy alpha with so much: rao of TAO, or as in 10tao.")
@click.option("--unstake", help="Sell so much alpha: rao, or as in 10alpha.")
@click.option("--limit-price", help="Stop at this price: rao of TAO for an alpha, or as in 0.05tao.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON; amounts are rao and prices bits, as decimal strings."
)
def command(
    tao_in: str,
    alpha_in: str,
    quote_weight: str,
    fee_rate: int,
    stake: str | None,
    unstake: str | None,
    limit_price: str | None,
    as_json: bool,
) -> None:
    """Quote staking TAO on a subnet or unstaking its alpha, exactly as the chain would do it now.

    Give the pool's two reserves and either --stake or --unstake. An order that the chain would refuse ends with
    status 1 and the chain's own error.
    """
    if (stake is None) == (unstake is None):
        raise click.UsageError("give either --stake or --unstake")
    pool = Pool(
        TaoBalance(parse_amount(tao_in, "--tao-in")),
        AlphaBalance(parse_amount(alpha_in, "--alpha-in")),
        _weights(quote_weight),
        fee_rate=fee_rate,
    )
    limit = None if limit_price is None else parse_amount(limit_price, "--limit-price")
    try:
        found = quote(pool, _order(stake, unstake), limit)
    except CallError as error:
        raise click.ClickException(f"the chain refuses: {REFUSALS[error.code]} ({error.code})") from None
    click.echo(json.dumps(_as_json(found), indent=2) if as_json else _as_text(found))


def _order(stake: str | None, unstake: str | None) -> Order:
    if stake is not None:
        return Buy(TaoBalance(parse_amount(stake, "--stake")))
    return Sell(AlphaBalance(parse_amount(unstake or "", "--unstake")))


def _weights(text: str) -> Balancer:
    weights = checked_weights(Perquintill.from_parts(_parts(text)))
    if weights is None:
        raise InvalidInput("--quote-weight", f"{text} is not between 0.01 and 0.99")
    return weights


def _parts(text: str) -> int:
    match = _WEIGHT.fullmatch(text)
    if match is None:
        raise InvalidInput(
            "--quote-weight", f"{text!r} is not a number such as 0.5, of at most 18 digits behind the point"
        )
    return int(match[1] or "0") * ACCURACY + int((match[2] or "").ljust(18, "0"))


def _as_text(found: Quote) -> str:
    paid, got = ("TAO", "alpha") if found.is_buy else ("alpha", "TAO")
    result = found.result
    lines = [
        f"{'Stake' if found.is_buy else 'Unstake':<14}{_amount(found.order.amount_in, paid)}",
        f"{'Paid in':<14}{_amount(result.amount_paid_in, paid)}",
        f"{'Fee':<14}{_amount(result.fee_paid, paid)}",
    ]
    if found.unspent:
        lines.append(f"{'Not traded':<14}{_amount(found.unspent, paid)}  the price limit was reached")
    lines += [
        f"{'Received':<14}{_amount(result.amount_paid_out, got)}",
        f"{'Price before':<14}{_price(found.price_before)} TAO for an alpha",
        f"{'Price after':<14}{_price(found.price_after)}",
    ]
    if found.average_price is not None:
        lines.append(f"{'Average price':<14}{_decimal(found.average_price)} without the fee")
    if found.slippage is not None:
        lines.append(f"{'Slippage':<14}{_decimal(found.slippage * 100)} %")
    return "\n".join(lines)


def _as_json(found: Quote) -> dict[str, Any]:
    result = found.result
    return {
        "order": "stake" if found.is_buy else "unstake",
        "amount": str(found.order.amount_in),
        "paid_in": str(result.amount_paid_in),
        "fee": str(result.fee_paid),
        "unspent": str(found.unspent),
        "received": str(result.amount_paid_out),
        "price_limit": str(found.limit.bits),
        "price_before": str(found.price_before.bits),
        "price_after": str(found.price_after.bits),
        "average_price": None if found.average_price is None else _decimal(found.average_price),
        "slippage": None if found.slippage is None else _decimal(found.slippage),
        "tao_in_after": str(found.after.tao),
        "alpha_in_after": str(found.after.alpha),
    }


def _amount(rao: int, currency: str) -> str:
    return f"{whole_and_rao(rao):>24} {currency} ({rao} rao)"


def _price(price: U64F64) -> str:
    return _decimal(Fraction(price.bits, U64F64.ONE.bits))


def _decimal(number: Fraction) -> str:
    """Return a number with nine digits behind the point, rounded to nearest."""
    scaled = round(number * RAO_PER_TAO)
    whole, fraction = divmod(abs(scaled), 10**DIGITS)
    return f"{'-' if scaled < 0 else ''}{whole}.{fraction:0{DIGITS}}"
