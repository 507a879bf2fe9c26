"""What the fuzzer asks of the weighted pool: reserves near their limits, orders near theirs."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions.function import Function
from subtensor_conformance.fuzz.strategies.numbers import integers

Strategy = SearchStrategy[Any]


HUNDREDTH = 10**16
"""The least weight of a side, in parts of 10**18."""


_WEIGHTS = st.one_of(
    st.just(50 * HUNDREDTH), st.sampled_from([HUNDREDTH, 99 * HUNDREDTH]), st.integers(HUNDREDTH, 99 * HUNDREDTH)
).map(str)


_AMOUNTS = st.one_of(st.integers(0, 10**4), st.integers(10**6 - 2, 10**6 + 2), st.integers(0, 10**16), integers("u64"))


_RESERVES = st.one_of(st.integers(10**6, 10**12), st.integers(10**6, 10**16), _AMOUNTS).map(str)


_PRICES = st.one_of(st.integers(1, 1 << 70), integers("u128")).map(str)


_PARTS = {
    "tao_reserve": _RESERVES,
    "alpha_reserve": _RESERVES,
    "reserve": _RESERVES,
    "quote_weight": _WEIGHTS,
    "initialised": st.booleans(),
    "fee_rate": st.one_of(st.sampled_from([33, 0, 65535]), integers("u16")),
    "mechanism": st.sampled_from([1, 1, 1, 0, 2]),
    "drop_fees": st.booleans(),
    "simulate": st.booleans(),
    "limit": st.one_of(st.sampled_from([0, 10**15, 2**64 - 1]), st.integers(1, 10**12), _AMOUNTS).map(str),
    "current_price": _PRICES,
    "target_price": _PRICES,
    "price": st.none() | _PRICES,
}


_MULTIPLES = st.sampled_from([None, None, (1, 100), (1, 1), (1000, 1), (65535 * 1000, 65502), "fee", "price"])
"""How an order is tied to its pool: not at all, by a multiple of the reserve that it is paid into (the last with its
fee), by an amount of which the fee is whole, or by a limit near the price, where the weights are made equal."""


def arguments(function: Function) -> Strategy:
    """Return the arguments of a function of the weighted pool; an order is often a multiple of the reserve it meets."""
    if function.name in ("swap.buy", "swap.sell"):
        return st.tuples(_plain(function), _MULTIPLES, st.integers(-2, 2)).map(
            lambda drawn: _related(drawn[0], 0 if function.name == "swap.buy" else 1, *drawn[1:])
        )
    if function.name == "balancer.new":
        return st.tuples(st.one_of(_WEIGHTS, integers("u64").map(str))).map(list)
    return _plain(function)


def _plain(function: Function) -> Strategy:
    return st.tuples(*(_PARTS.get(name, _AMOUNTS.map(str)) for name, _ in function.parameters)).map(list)


def _related(values: list[Any], paid_into: int, tie: Any, step: int) -> list[Any]:
    """Return the arguments of a swap with the amount or the limit tied to the reserves."""
    tao, alpha, amount, limit = int(values[0]), int(values[1]), 6, 7
    found = list(values)
    if tie == "price" and alpha:
        found[2] = str(50 * HUNDREDTH)
        found[limit] = str(min(max(tao * 10**9 // alpha + step, 0), 2**64 - 1))
    elif tie == "fee":
        found[amount] = str(min(int(values[amount]), 2**40) // 65535 * 65535)
    elif tie not in (None, "price"):
        multiple, divisor = tie
        found[amount] = str(min(max((tao, alpha)[paid_into] * multiple // divisor + step, 0), 2**64 - 1))
    return found
