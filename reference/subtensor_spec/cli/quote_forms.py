"""A quote as text and as JSON."""

from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chain.units import RAO_PER_TAO, whole_and_rao
from subtensor_spec.chapters.swap.answers import (
    SimSwapResult,
    current_alpha_price_in_rao,
    sim_swap_alpha_for_tao,
    sim_swap_tao_for_alpha,
)
from subtensor_spec.chapters.swap.pool import read_pool
from subtensor_spec.chapters.swap.quotes import Quote

DIGITS = 9
"""Digits behind the point of a ratio or price that is printed for people."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A quote, and the state and the subnet that it was made from."""

    quote: Quote
    state: State
    netuid: NetUid
    weight_assumed: bool
    limited: bool

    @property
    def simulated(self) -> SimSwapResult:
        """What a node's runtime API answers for the same offer; it knows no price limit."""
        amount = self.quote.order.amount_in
        if self.quote.is_buy:
            return sim_swap_tao_for_alpha(self.state, self.netuid, TaoBalance(amount))
        return sim_swap_alpha_for_tao(self.state, self.netuid, AlphaBalance(amount))

    @property
    def quote_weight(self) -> int:
        """The weight of the TAO side in parts of 10¹⁸."""
        return read_pool(self.state, self.netuid).weights.quote.parts


def as_text(answer: Answer) -> str:
    """Return a quote as lines of name and value."""
    lines = [*_amounts(answer.quote), *_prices(answer), *_slippages(answer), *_basis(answer)]
    return "\n".join(f"{name:<14}{value}" for name, value in lines)


def _amounts(found: Quote) -> list[tuple[str, str]]:
    paid, got = ("TAO", "alpha") if found.is_buy else ("alpha", "TAO")
    result = found.result
    lines = [
        ("Stake" if found.is_buy else "Unstake", _amount(found.order.amount_in, paid)),
        ("Paid in", _amount(result.amount_paid_in, paid)),
        ("Fee", _amount(result.fee_paid, paid)),
    ]
    if found.unspent:
        lines.append(("Not traded", f"{_amount(found.unspent, paid)}  the price limit was reached"))
    return [*lines, ("Received", _amount(result.amount_paid_out, got))]


def _prices(answer: Answer) -> list[tuple[str, str]]:
    found = answer.quote
    lines = [
        ("Price before", f"{_price(found.price_before)} TAO for an alpha"),
        ("Price after", _price(found.price_after)),
    ]
    if answer.limited:
        lines.append(("Price limit", f"{_price(found.limit)} for the price after, the fee aside"))
    if found.average_price is not None:
        lines.append(("Average price", f"{_decimal(found.average_price)} without the fee"))
    return lines


def _slippages(answer: Answer) -> list[tuple[str, str]]:
    lines = []
    if answer.quote.slippage is not None:
        percent = _decimal(answer.quote.slippage * 100)
        lines.append(("Slippage", f"{percent} %, average price against price before, the fee aside"))
    simulated, unit = answer.simulated, "alpha" if answer.quote.is_buy else "TAO"
    rao = simulated.alpha_slippage if answer.quote.is_buy else simulated.tao_slippage
    limit = ", without a price limit" if answer.limited else ""
    meaning = f"the offer at the price before, less what is received, as sim_swap answers; the fee inside{limit}"
    return [*lines, ("Slippage, API", f"{_amount(rao, unit)}  {meaning}")]


def _basis(answer: Answer) -> list[tuple[str, str]]:
    weight = f"0.{answer.quote_weight:018}".rstrip("0") + " of TAO"
    if answer.weight_assumed:
        weight += ", assumed: pools begin there, hardly any stays; --quote-weight or --state gives this pool's own"
    return [("Weight", weight), ("Revision", answer.state.revision.name)]


def as_json(answer: Answer) -> dict[str, Any]:
    """Return a quote as JSON: rao, and prices in bits of U64F64, as decimal text."""
    found = answer.quote
    result = found.result
    return {
        "revision": answer.state.revision.name,
        "order": "stake" if found.is_buy else "unstake",
        "amount": str(found.order.amount_in),
        "paid_in": str(result.amount_paid_in),
        "fee": str(result.fee_paid),
        "unspent": str(found.unspent),
        "received": str(result.amount_paid_out),
        "price_limit": str(found.limit.bits),
        "price_before": str(found.price_before.bits),
        "price_after": str(found.price_after.bits),
        "price_rao": str(current_alpha_price_in_rao(answer.state, answer.netuid)),
        "average_price": None if found.average_price is None else _decimal(found.average_price),
        "slippage": None if found.slippage is None else _decimal(found.slippage),
        "sim_swap": {name: str(rao) for name, rao in asdict(answer.simulated).items()},
        "quote_weight": str(answer.quote_weight),
        "quote_weight_assumed": answer.weight_assumed,
        "tao_in_after": str(found.after.tao),
        "alpha_in_after": str(found.after.alpha),
    }


def _amount(rao: int, currency: str) -> str:
    return f"{whole_and_rao(rao):>24} {currency} ({rao} rao)"


def _price(price: U64F64) -> str:
    return f"{_decimal(Fraction(price.bits, U64F64.ONE.bits))} [{price.bits}]"


def _decimal(number: Fraction) -> str:
    """Return a number with nine digits behind the point, rounded to nearest."""
    scaled = round(number * RAO_PER_TAO)
    whole, fraction = divmod(abs(scaled), 10**DIGITS)
    return f"{'-' if scaled < 0 else ''}{whole}.{fraction:0{DIGITS}}"
