"""Groups of the weighted pool's curve, weights, prices and limits, and of whole swaps."""

from typing import Any

from subtensor_conformance.vectors.arrangement import Group, anything
from subtensor_conformance.vectors.rows import Row

WHOLE = 10**18
HALF = WHOLE // 2
LEAST_WEIGHT = WHOLE // 100
U64_MAX = 2**64 - 1
DYNAMIC = 1

NEW = [
    Group(
        "at-the-edge",
        lambda row: min(abs(row.values[0] - LEAST_WEIGHT), abs(row.values[0] - (WHOLE - LEAST_WEIGHT))) <= 1,
        why="A quote weight of 0.01 or 0.99, or one part beside it.",
        catches="A range that is open at one end, or tested for one of the weights only.",
        tier="smoke",
    ),
    Group(
        "refused",
        lambda row: row.is_none,
        why="A weight of one side is below 0.01: refused.",
        catches="Clamping it.",
    ),
    Group("allowed", anything, why="Both weights are at least 0.01.", catches="Refusing it."),
]


_POWERS = [
    Group(
        "reserve-saturates",
        lambda row: row.values[1] + row.values[2] > U64_MAX,
        why="Reserve plus amount is beyond u64 and saturates.",
        catches="Wrapping, which would raise the power above one.",
    ),
    Group(
        "equal-weights",
        lambda row: row.values[0] == HALF,
        why="Equal weights: the exponent is one and the power exact.",
        catches="Going through the logarithm, which loses digits.",
    ),
    Group(
        "vanishes",
        lambda row: row.outcome == {"ok": "0"},
        why="The power is zero: the pool pays its whole reserve.",
        catches="The least positive value.",
    ),
    Group(
        "small-amount",
        lambda row: row.values[2] * 1000 < row.values[1],
        why="An amount small beside the reserve: the power is just below one, and its last digits are the payment.",
        catches="Doubles, which have too few digits.",
    ),
    Group(
        "large-amount",
        anything,
        why="An amount that is not small beside the reserve.",
        catches="A power by way of a wrong precision or order of rounding.",
    ),
]
"""What may become of a power, whichever side is paid in."""


def _power(side: str) -> list[Group]:
    return [
        Group(
            "empty-reserve",
            lambda row: row.values[1] == 0,
            why=f"The {side} reserve is empty.",
            catches="Zero over zero.",
        ),
        Group(
            "nothing-added",
            lambda row: row.values[2] == 0,
            why="Nothing is paid in: the power is exactly one, and the pool pays nothing.",
            catches="A power a little below one, which pays something for nothing.",
            tier="smoke",
        ),
        *_POWERS,
    ]


PRICE = [
    Group(
        "empty-reserve",
        lambda row: 0 in row.values[1:],
        why="A reserve is empty: without alpha the price is zero.",
        catches="Dividing by zero.",
    ),
    Group(
        "equal-weights",
        lambda row: row.values[0] == HALF,
        why="Equal weights: the price is the quotient of the reserves.",
        catches="Turning the quotient round.",
    ),
    Group(
        "weighted",
        anything,
        why="(base weight / quote weight) · (TAO / alpha), both quotients and the product rounded down.",
        catches="Leaving out the weights, or one quotient of products.",
        tier="core",
    ),
]

ADDED_LIQUIDITY = [
    Group(
        "empty-pool",
        lambda row: 0 in row.values[1:3],
        why="A reserve is empty.",
        catches="Dividing by zero.",
    ),
    Group(
        "refused",
        lambda row: row.result[0] is False,
        why="The new weights would leave their range: the old ones stay, and the answer says so.",
        catches="Clamping them.",
        tier="smoke",
    ),
    Group(
        "wide",
        lambda row: row.values[2] * (row.values[1] + row.values[3]) >= 2**128,
        why="A product of reserves is beyond 128 bits and saturates.",
        catches="Wrapping.",
    ),
    Group(
        "in-proportion",
        lambda row: row.values[1] * row.values[4] == row.values[2] * row.values[3],
        why="Added in the reserves' own proportion: the weights stay, but for rounding.",
        catches="Moving the weights.",
    ),
    Group(
        "out-of-proportion",
        anything,
        why="Added in another proportion: the weights move so that the price does not.",
        catches="Moving the price; rounding the sides down.",
    ),
]


def _to_price(grows: bool) -> list[Group]:
    def goes_the_right_way(row: Row) -> bool:
        return (row.values[2] > row.values[1]) is grows and row.values[1] != row.values[2]

    return [
        Group(
            "zero-price",
            lambda row: 0 in row.values[1:3],
            why="A price is zero.",
            catches="Dividing by zero.",
        ),
        Group(
            "at-target",
            lambda row: row.values[1] == row.values[2],
            why="The price is at its target: nothing is needed.",
            catches="A rao for rounding.",
            tier="smoke",
        ),
        Group(
            "wrong-way",
            lambda row: not goes_the_right_way(row),
            why="The target lies the other way: nothing is needed.",
            catches="A negative amount, or one that wraps.",
        ),
        Group(
            "saturates",
            lambda row: row.outcome == {"ok": str(U64_MAX)},
            why="More than a u64 would be needed.",
            catches="Wrapping.",
        ),
        Group(
            "ordinary",
            anything,
            why="The amount that brings the price to its target, rounded down.",
            catches="Another precision of the power, or rounding up.",
        ),
    ]


NEEDED = [
    Group(
        "nothing-wanted",
        lambda row: row.values[3] == 0,
        why="Nothing is wanted: nothing is needed.",
        catches="A rao for rounding.",
    ),
    Group(
        "more-than-there-is",
        lambda row: row.values[3] >= row.values[1],
        why="As much is wanted as the reserve holds, or more: the power is zero, and so is the answer.",
        catches="The greatest amount, or failing.",
        tier="smoke",
    ),
    Group(
        "power-too-great",
        lambda row: row.values[3] * 2 > row.values[1] and row.outcome == {"ok": "0"},
        why="The power is above 18.45 and comes out as zero: the function says that nothing is needed.",
        catches="The true amount.",
        tier="smoke",
    ),
    Group(
        "ordinary",
        anything,
        why="The alpha that buys the TAO wanted, rounded down.",
        catches="Rounding up; another exponent.",
    ),
]


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

GROUPS = {
    "bal.new": NEW,
    "bal.exp_base_quote": _power("alpha"),
    "bal.exp_quote_base": _power("TAO"),
    "bal.calculate_price": PRICE,
    "bal.update_weights_for_added_liquidity": ADDED_LIQUIDITY,
    "bal.calculate_quote_delta_in": _to_price(grows=True),
    "bal.calculate_base_delta_in": _to_price(grows=False),
    "bal.get_base_needed_for_quote": NEEDED,
    "swap.buy": SWAP,
    "swap.sell": SWAP,
    "swap.default_limits": DEFAULT_LIMITS,
    "swap.current_price": CURRENT_PRICE,
    "swap.get_alpha_amount_for_tao": ALPHA_FOR_TAO,
    "swap.maybe_initialize_palswap": INITIAL_WEIGHT,
    "swap.adjust_protocol_liquidity": ADJUSTED,
}
"""The groups of each function by the name that captured answers give it."""
