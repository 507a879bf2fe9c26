"""What the fuzzer asks of issuance: amounts near the steps of emission, and accounts that have little left."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions.function import Function
from subtensor_conformance.fuzz.strategies import numbers
from subtensor_conformance.fuzz.strategies.types import of_type

Strategy = SearchStrategy[Any]

_ISSUANCES = numbers.issuances().map(str)

_REMAINDERS = st.one_of(st.integers(-2, 2), st.integers(498, 502), st.integers(-1000, 1000))

_ACCOUNTS = st.tuples(_ISSUANCES, _ISSUANCES, st.integers(0, 2**63), _REMAINDERS).map(
    lambda drawn: [*drawn[:2], str(max(drawn[2] + drawn[3], 0)), str(drawn[2])]
)
"""Both records of TAO, what an account has, and an amount that leaves it little or lacks little."""

_RECORDS = st.tuples(*[_ISSUANCES] * 5).map(list)
"""The five records of a subnet's alpha."""


def arguments(function: Function) -> Strategy:
    """Return the arguments of a function, as the JSON of a vector's row."""
    if function.name in ("tao.recycle_tao", "tao.burn_tao"):
        return _ACCOUNTS
    return st.tuples(*(_argument(kind) for _, kind in function.parameters)).map(list)


def _argument(kind: str) -> Strategy:
    if kind == "u8":
        return of_type(kind)
    return _ISSUANCES if kind == "u64" else _RECORDS
