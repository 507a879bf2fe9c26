"""The functions of chapter 8: the weighted pool's mathematics, and swaps on top of it.

A quote weight is in parts of 10¹⁸. A swap takes and gives rao; where the chain refuses one, the function raises
:class:`CallError`, which an adapter answers as the outcome ``{"err": {"code": …}}``.
"""

from collections.abc import Callable
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.types import AlphaBalance, Balancer, TaoBalance
from subtensor_spec.chapters.swap import curve, pool, swaps, weights
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import Pool
from subtensor_spec.chapters.swap.weights import checked_weights
from subtensor_spec.errors import InvalidInput

_WEIGHT = ("quote_weight", "u64")

Parameters = tuple[tuple[str, str], ...]


def _weights(parts: int) -> Balancer:
    found = checked_weights(Perquintill.from_parts(parts))
    if found is None:
        raise InvalidInput("quote_weight", f"{parts} parts of 1e18 are not between 0.01 and 0.99")
    return found


def _parts(found: Balancer | None) -> int | None:
    return None if found is None else found.quote.parts


def _new(parts: int) -> int | None:
    return _parts(checked_weights(Perquintill.from_parts(parts)))


def _after_liquidity(parts: int, *amounts: int) -> tuple[bool, int]:
    before = _weights(parts)
    after = weights.weights_after_liquidity(before, *amounts)
    return after is not None, (after or before).quote.parts


def _pool(tao: int, alpha: int, parts: int, initialised: bool = True, fee_rate: int = 33, mechanism: int = 1) -> Pool:
    return Pool(TaoBalance(tao), AlphaBalance(alpha), _weights(parts), initialised, fee_rate, mechanism)


def _swap(is_buy: bool, view: Pool, amount: int, limit: int, drop_fees: bool, simulate: bool) -> Any:
    order: Order = Buy(TaoBalance(amount)) if is_buy else Sell(AlphaBalance(amount))
    result = swaps.swap(view, order, swaps.price_limit(limit), drop_fees=drop_fees, simulate=simulate)
    after = swaps.settled(view, order, result)
    amounts = {
        "paid_in": result.amount_paid_in,
        "paid_out": result.amount_paid_out,
        "fee": result.fee_paid,
        "fee_to_block_author": result.fee_to_block_author,
        "tao_reserve": after.tao,
        "alpha_reserve": after.alpha,
    }
    return {name: str(value) for name, value in amounts.items()}


def _initial_weight(tao: int, alpha: int, price: U64F64 | None) -> int:
    view = Pool(TaoBalance(tao), AlphaBalance(alpha), initialised=False)
    return pool.initialised(view, price).weights.quote.parts


def _adjusted(tao: int, alpha: int, parts: int, tao_added: int, alpha_added: int) -> int | None:
    view = pool.weights_adjusted(_pool(tao, alpha, parts), TaoBalance(tao_added), AlphaBalance(alpha_added))
    return None if view is None else view.weights.quote.parts


def _balancer(name: str, parameters: Parameters, result: str, exact: Callable[..., Any], *rules: str) -> Function:
    return Function(f"balancer.{name}", f"bal.{name}", (_WEIGHT, *parameters), result, exact, rules)


def _on_weights(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda parts, *arguments: function(_weights(parts), *arguments)


_PRICES = (("current_price", "U64F64"), ("target_price", "U64F64"), ("reserve", "u64"))
_RESERVES = (("tao_reserve", "u64"), ("alpha_reserve", "u64"))

_BALANCER = [
    _balancer("new", (), "option<u64>", _new, "AMM-weights/range"),
    _balancer(
        "exp_base_quote",
        (("reserve", "u64"), ("sold", "u64")),
        "U64F64",
        _on_weights(curve.power_of_alpha_sold),
        "AMM-curve/alpha-sold",
        "AMM-curve/power",
    ),
    _balancer(
        "exp_quote_base",
        (("reserve", "u64"), ("paid", "u64")),
        "U64F64",
        _on_weights(curve.power_of_tao_paid),
        "AMM-curve/tao-paid",
        "AMM-curve/power",
    ),
    _balancer(
        "calculate_price",
        (("alpha_reserve", "u64"), ("tao_reserve", "u64")),
        "U64F64",
        _on_weights(curve.price_of_reserves),
        "AMM-price/spot",
    ),
    _balancer(
        "update_weights_for_added_liquidity",
        (*_RESERVES, ("tao_added", "u64"), ("alpha_added", "u64")),
        "tuple<bool,u64>",
        _after_liquidity,
        "AMM-weights/added-liquidity",
        "AMM-weights/range",
    ),
    _balancer(
        "calculate_quote_delta_in",
        _PRICES,
        "u64",
        _on_weights(curve.tao_to_reach_price),
        "AMM-limit/tao-to-price",
        "AMM-limit/growth",
    ),
    _balancer(
        "calculate_base_delta_in",
        _PRICES,
        "u64",
        _on_weights(curve.alpha_to_reach_price),
        "AMM-limit/alpha-to-price",
        "AMM-limit/growth",
    ),
    _balancer(
        "get_base_needed_for_quote",
        (*_RESERVES, ("wanted", "u64")),
        "u64",
        _on_weights(curve.alpha_needed_for_tao),
        "AMM-curve/alpha-needed",
        "AMM-curve/power",
    ),
]

_VIEW: Parameters = (
    *_RESERVES,
    _WEIGHT,
    ("initialised", "bool"),
    ("fee_rate", "u16"),
    ("mechanism", "u16"),
)
_ORDER: Parameters = (("amount", "u64"), ("limit", "u64"), ("drop_fees", "bool"), ("simulate", "bool"))
_SWAP_RULES = (
    "AMM-swap/order",
    "AMM-swap/input-size",
    "AMM-swap/minimum-reserve",
    "AMM-swap/limit",
    "AMM-swap/step",
    "AMM-swap/payout",
    "AMM-swap/price-limit",
    "AMM-fee/of-amount",
    "AMM-fee/on-top",
    "AMM-settle/reserves",
    "AMM-pool/initialise",
    "AMM-price/current",
)
_SIDE_RULES = ("may-trade", "within-limit", "paid-out", "price-after", "to-limit")


def _side(name: str, is_buy: bool) -> Function:
    rules = (*_SWAP_RULES, *(f"AMM-{name}/{rule}" for rule in _SIDE_RULES))

    def exact(*arguments: Any) -> Any:
        view, order = arguments[: len(_VIEW)], arguments[len(_VIEW) :]
        return _swap(is_buy, _pool(*view), *order)

    return Function(f"swap.{name}", f"swap.{name}", (*_VIEW, *_ORDER), "json", exact, rules)


_SWAP = [
    _side("buy", True),
    _side("sell", False),
    Function(
        "swap.default_limits",
        "swap.default_limits",
        (),
        "tuple<u64,u64>",
        lambda: (Buy(TaoBalance(0)).default_limit, Sell(AlphaBalance(0)).default_limit),
        ("AMM-buy/default-limit", "AMM-sell/default-limit"),
    ),
    Function(
        "swap.current_price",
        "swap.current_price",
        _VIEW,
        "U64F64",
        lambda *view: pool.current_price(_pool(*view)),
        ("AMM-price/current", "AMM-price/spot"),
    ),
    Function(
        "swap.alpha_amount_for_tao",
        "swap.get_alpha_amount_for_tao",
        (*_VIEW, ("tao", "u64")),
        "u64",
        lambda *arguments: pool.alpha_worth(_pool(*arguments[:-1]), TaoBalance(arguments[-1])),
        ("AMM-price/alpha-for-tao",),
    ),
    Function(
        "swap.initial_quote_weight",
        "swap.maybe_initialize_palswap",
        (*_RESERVES, ("price", "option<U64F64>")),
        "u64",
        _initial_weight,
        ("AMM-pool/initialise", "AMM-weights/from-price"),
    ),
    Function(
        "swap.adjusted_quote_weight",
        "swap.adjust_protocol_liquidity",
        (*_RESERVES, _WEIGHT, ("tao_added", "u64"), ("alpha_added", "u64")),
        "option<u64>",
        _adjusted,
        ("AMM-pool/protocol-liquidity", "AMM-weights/added-liquidity"),
    ),
]

FUNCTIONS: list[Function] = [*_BALANCER, *_SWAP]
