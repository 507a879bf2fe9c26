"""Groups of swaps and of what a pool answers."""

from typing import Any

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row

DYNAMIC = 1


def _error(row: Row) -> str:
    code: str = row.outcome.get("err", {}).get("code", "")
    return code.partition(".")[2]


_ERRORS = {
    "SwapInputTooLarge": (
        "input-too-large",
        "The order, less its fee, is more than 1 000 times the reserve that it is paid into.",
        "Counting the fee; multiplying in a type that overflows.",
    ),
    "ReservesTooLow": (
        "reserves-too-low",
        "The reserve that pays holds less than a million rao, or the order would get nothing.",
        "Asking the other reserve; paying nothing for something.",
    ),
    "PriceLimitExceeded": (
        "limit-exceeded",
        "The price before the swap is at its limit or beyond it.",
        "Letting an order through whose limit equals the price.",
    ),
    "InsufficientLiquidity": (
        "insufficient-liquidity",
        "The pool would have to pay more than its reserve.",
        "Paying what there is.",
    ),
    "ReservesOutOfBalance": (
        "out-of-balance",
        "The price would need weights out of range.",
        "Clamping the weights.",
    ),
}


def _refusals() -> list[Group]:
    def refusal(code: str) -> Any:
        return lambda row: _error(row) == code

    return [
        Group(slug, refusal(code), why=why, catches=catches, tier="smoke")
        for code, (slug, why, catches) in _ERRORS.items()
    ]


def _cut_short(row: Row) -> bool:
    paid = row.outcome["ok"]
    offered: int = row.values[6]
    return int(paid["paid_in"]) + int(paid["fee"]) < offered


SWAP = [
    *_refusals(),
    Group(
        "nothing-offered",
        lambda row: row.values[6] == 0,
        why="An order of zero passes the checks and changes nothing.",
        catches="Refusing it.",
    ),
    Group(
        "cut-short",
        _cut_short,
        why="The order would carry the price past its limit: only as much as reaches it is swapped, with its own fee.",
        catches="Refusing the order, or keeping the fee of the whole order.",
        tier="smoke",
    ),
    Group(
        "without-fee",
        lambda row: row.outcome["ok"]["fee"] == "0",
        why="No fee: it was dropped, the rate is zero, or the amount is too small for one.",
        catches="A least fee of one rao.",
    ),
    Group(
        "in-full",
        anything,
        why="The whole order is swapped, less its fee, and the reserves move without the fee.",
        catches="Adding the fee to the reserve; taking it from what is paid out.",
    ),
]


DEFAULT_LIMITS = [
    Group(
        "defaults",
        anything,
        why="The limits of an order that states none, in rao of TAO for an alpha.",
        catches="No limit at all: a sale below a price of one millionth fails.",
        tier="smoke",
    )
]


CURRENT_PRICE = [
    Group(
        "stable",
        lambda row: row.values[5] != DYNAMIC,
        why="A subnet without a pool: an alpha is worth one TAO.",
        catches="Reading reserves.",
        tier="smoke",
    ),
    Group(
        "empty-reserve",
        lambda row: 0 in row.values[:2],
        why="A reserve is empty: the price is zero.",
        catches="Dividing by zero, or the greatest price.",
    ),
    Group(
        "weighted",
        anything,
        why="The price of the reserves at their weights; whether the pool was initialised does not matter.",
        catches="Leaving out the weights.",
    ),
]


ALPHA_FOR_TAO = [
    Group(
        "stable",
        lambda row: row.values[5] != DYNAMIC,
        why="A subnet without a pool: one alpha for a TAO.",
        catches="Reading reserves.",
    ),
    Group(
        "no-price",
        lambda row: 0 in row.values[:2],
        why="A price of zero: the TAO is worth no alpha.",
        catches="Dividing by zero, or the greatest amount.",
    ),
    Group("ordinary", anything, why="TAO over price, rounded down, without slippage.", catches="A simulated swap."),
]


INITIAL_WEIGHT = [
    *_refusals(),
    Group(
        "no-price",
        lambda row: row.values[2] is None,
        why="A pool without a price to keep starts with equal weights.",
        catches="Weights from the reserves.",
        tier="smoke",
    ),
    Group(
        "keeps-price",
        anything,
        why="The quote weight TAO / (price · alpha + TAO), the product worked out in whole part and fraction.",
        catches="One product, which overflows or rounds otherwise.",
    ),
]


ADJUSTED = [
    Group(
        "refused",
        lambda row: row.is_none,
        why="The weights would leave their range: neither TAO nor alpha is added.",
        catches="Clamping them, or adding one of the two.",
    ),
    Group("adjusted", anything, why="The weights move so that the price does not.", catches="Moving the price."),
]

FEE = [
    Group(
        "no-pool",
        lambda row: row.values[1] != DYNAMIC,
        why="A subnet without a pool takes no fee.",
        catches="A fee wherever there is a rate.",
    ),
    Group(
        "dropped",
        lambda row: row.values[3],
        why="The caller drops the fee, as the protocol does for its own swaps.",
        catches="A fee of the protocol's own swaps.",
    ),
    Group(
        "rounded-down",
        anything,
        why="The rate's quotient by 65 535 is rounded down to a U64F64, then the product to a rao.",
        catches="One quotient of the whole product, or a fee rounded to nearest.",
        tier="smoke",
    ),
]

_PRICE_OF = (
    Group(
        "stable",
        lambda row: row.values[5] != DYNAMIC,
        why="A subnet without a pool: an alpha is worth 10⁹ rao.",
        catches="Reading reserves.",
    ),
    Group(
        "saturates",
        lambda row: row.outcome["ok"] == str(2**64 - 1),
        why="A price times 10⁹ beyond what the format or a u64 holds.",
        catches="Wrapping.",
    ),
    Group("rounded", anything, why="The price times 10⁹, rounded down to a rao.", catches="Rounding to nearest."),
)

_SIMULATED = [
    Group(
        "stable",
        lambda row: row.values[5] != DYNAMIC,
        why="A subnet without a pool: one for one, and no slippage.",
        catches="Reading reserves; a slippage from them.",
    ),
    Group(
        "zeros",
        lambda row: set(row.outcome["ok"]) == {"0"},
        why="A swap that would be refused, or that moves nothing, is answered with six zeros.",
        catches="Raising the refusal; a slippage beside it.",
        tier="smoke",
    ),
    Group(
        "with-slippage",
        anything,
        why="What the whole offer, fee and all, is worth at the price before, less what is received.",
        catches="Leaving the fee out; taking the slippage on the other side.",
        tier="smoke",
    ),
]

GROUPS: dict[str, list[Group]] = {
    "swap.current_alpha_price": [*_PRICE_OF],
    "swap.sim_swap_tao_for_alpha": _SIMULATED,
    "swap.sim_swap_alpha_for_tao": _SIMULATED,
    "swap.buy": SWAP,
    "swap.sell": SWAP,
    "swap.default_limits": DEFAULT_LIMITS,
    "swap.current_price": CURRENT_PRICE,
    "swap.alpha_amount_for_tao": ALPHA_FOR_TAO,
    "swap.initial_quote_weight": INITIAL_WEIGHT,
    "swap.adjusted_quote_weight": ADJUSTED,
    "swap.fee_of_amount": FEE,
}
"""The groups of each function by its published name."""
