"""The functions of chapter 8: the weighted pool's mathematics, and swaps on top of it.

A quote weight is in parts of 10¹⁸. A swap takes and gives rao; where the chain refuses one, the function raises
:class:`CallError`, which an adapter answers as the outcome ``{"err": {"code": …}}``.
"""

from collections.abc import Callable, Iterator
from dataclasses import astuple
from typing import Any

from subtensor_conformance.functions.function import Function, Namespace, parameters_of
from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, Balancer, NetUid, TaoBalance
from subtensor_spec.chapters.swap import answers, curve, pool, swaps, weights
from subtensor_spec.chapters.swap.answers import SimSwapResult
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import Pool
from subtensor_spec.chapters.swap.weights import checked_weights
from subtensor_spec.errors import InvalidInput


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


def _fee(fee_rate: int, mechanism: int, amount: int, drop_fees: bool) -> int:
    view = Pool(TaoBalance(0), AlphaBalance(0), fee_rate=fee_rate, mechanism=mechanism)
    return swaps.fee_of(view, amount, drop_fees)


def _initial_weight(tao: int, alpha: int, price: U64F64 | None) -> int:
    view = Pool(TaoBalance(tao), AlphaBalance(alpha), initialised=False)
    return pool.initialised(view, price).weights.quote.parts


def _adjusted(tao: int, alpha: int, parts: int, tao_added: int, alpha_added: int) -> int | None:
    view = pool.weights_adjusted(_pool(tao, alpha, parts), TaoBalance(tao_added), AlphaBalance(alpha_added))
    return None if view is None else view.weights.quote.parts


def _on_weights(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda parts, *arguments: function(_weights(parts), *arguments)


_RESERVES = "tao_reserve: u64, alpha_reserve: u64"


def _balancer() -> Iterator[Function]:
    function = Namespace("balancer", "bal", given="quote_weight: u64", slow=True)
    yield function("new", "-> option<u64>", _new, "AMM-weights/range")
    sold = ("AMM-curve/alpha-sold", "AMM-curve/power")
    yield function("exp_base_quote", "reserve: u64, sold: u64 -> U64F64", _on_weights(curve.power_of_alpha_sold), *sold)
    paid = ("AMM-curve/tao-paid", "AMM-curve/power")
    yield function("exp_quote_base", "reserve: u64, paid: u64 -> U64F64", _on_weights(curve.power_of_tao_paid), *paid)
    reserves = "alpha_reserve: u64, tao_reserve: u64 -> U64F64"
    yield function("calculate_price", reserves, _on_weights(curve.price_of_reserves), "AMM-price/spot")
    yield function(
        "update_weights_for_added_liquidity",
        f"{_RESERVES}, tao_added: u64, alpha_added: u64 -> tuple<bool,u64>",
        _after_liquidity,
        *("AMM-weights/added-liquidity", "AMM-weights/range"),
    )
    prices = "current_price: U64F64, target_price: U64F64, reserve: u64 -> u64"
    tao = ("AMM-limit/tao-to-price", "AMM-limit/growth")
    yield function("calculate_quote_delta_in", prices, _on_weights(curve.tao_to_reach_price), *tao)
    alpha = ("AMM-limit/alpha-to-price", "AMM-limit/growth")
    yield function("calculate_base_delta_in", prices, _on_weights(curve.alpha_to_reach_price), *alpha)
    needed = ("AMM-curve/alpha-needed", "AMM-curve/power")
    wanted = f"{_RESERVES}, wanted: u64 -> u64"
    yield function("get_base_needed_for_quote", wanted, _on_weights(curve.alpha_needed_for_tao), *needed)


_VIEW = f"{_RESERVES}, quote_weight: u64, initialised: bool, fee_rate: u16, mechanism: u16"
_ORDER = "amount: u64, limit: u64, drop_fees: bool, simulate: bool"
_VIEW_LENGTH = len(parameters_of(_VIEW))

_SWAP_RULES = (
    *(f"AMM-swap/{case}" for case in ("order", "input-size", "minimum-reserve", "limit", "step", "payout")),
    *("AMM-swap/price-limit", "AMM-fee/of-amount", "AMM-fee/on-top", "AMM-settle/reserves"),
    *("AMM-pool/initialise", "AMM-price/current"),
)
_SIDE_RULES = ("may-trade", "within-limit", "paid-out", "price-after", "to-limit")

_SWAP = Namespace("swap", "swap", slow=True)


def _side(name: str, is_buy: bool) -> Function:
    def exact(*arguments: Any) -> Any:
        return _swap(is_buy, _pool(*arguments[:_VIEW_LENGTH]), *arguments[_VIEW_LENGTH:])

    rules = (*_SWAP_RULES, *(f"AMM-{name}/{rule}" for rule in _SIDE_RULES))
    return _SWAP(name, f"{_VIEW}, {_ORDER} -> json", exact, *rules)


def _swaps() -> Iterator[Function]:
    yield _side("buy", True)
    yield _side("sell", False)
    yield from _prices()
    yield from _quote_weights()
    yield _SWAP(
        "fee_of_amount",
        "fee_rate: u16, mechanism: u16, amount: u64, drop_fees: bool -> u64",
        _fee,
        "AMM-fee/of-amount",
        raw="calculate_fee_amount",
    )


def _prices() -> Iterator[Function]:
    yield _SWAP(
        "default_limits",
        "-> tuple<u64,u64>",
        lambda: (Buy(TaoBalance(0)).default_limit, Sell(AlphaBalance(0)).default_limit),
        *("AMM-buy/default-limit", "AMM-sell/default-limit"),
    )
    yield _SWAP(
        "current_price",
        f"{_VIEW} -> U64F64",
        lambda *view: pool.current_price(_pool(*view)),
        *("AMM-price/current", "AMM-price/spot"),
    )
    yield _SWAP(
        "alpha_amount_for_tao",
        f"{_VIEW}, tao: u64 -> u64",
        lambda *arguments: pool.alpha_worth(_pool(*arguments[:-1]), TaoBalance(arguments[-1])),
        "AMM-price/alpha-for-tao",
        raw="get_alpha_amount_for_tao",
    )


def _quote_weights() -> Iterator[Function]:
    yield _SWAP(
        "initial_quote_weight",
        f"{_RESERVES}, price: option<U64F64> -> u64",
        _initial_weight,
        *("AMM-pool/initialise", "AMM-weights/from-price"),
        raw="maybe_initialize_palswap",
    )
    yield _SWAP(
        "adjusted_quote_weight",
        f"{_RESERVES}, quote_weight: u64, tao_added: u64, alpha_added: u64 -> option<u64>",
        _adjusted,
        *("AMM-pool/protocol-liquidity", "AMM-weights/added-liquidity"),
        raw="adjust_protocol_liquidity",
    )


_ANSWER = "tuple<u64,u64,u64,u64,u64,u64>"
_SIMULATED = ("AMM-state/simulate", "AMM-state/price")
_NETUID = NetUid(1)


def _answered(simulation: Callable[[State, NetUid, Any], SimSwapResult]) -> Callable[..., tuple[int, ...]]:
    def exact(*arguments: Any) -> tuple[int, ...]:
        return astuple(simulation(pool.pool_as_state(_pool(*arguments[:-1]), _NETUID), _NETUID, arguments[-1]))

    return exact


def _answers() -> Iterator[Function]:
    buy, sale = answers.sim_swap_tao_for_alpha, answers.sim_swap_alpha_for_tao
    yield _SWAP(buy.__name__, f"{_VIEW}, tao: u64 -> {_ANSWER}", _answered(buy), "AMM-api/sim-swap-tao", *_SIMULATED)
    yield _SWAP(
        sale.__name__, f"{_VIEW}, alpha: u64 -> {_ANSWER}", _answered(sale), "AMM-api/sim-swap-alpha", *_SIMULATED
    )
    yield _SWAP(
        "current_alpha_price",
        f"{_VIEW} -> u64",
        lambda *view: answers.current_alpha_price_in_rao(pool.pool_as_state(_pool(*view), _NETUID), _NETUID),
        *("AMM-api/price", "AMM-state/price"),
    )


FUNCTIONS: list[Function] = [*_balancer(), *_swaps(), *_answers()]
