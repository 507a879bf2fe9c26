"""What the fuzzer asks of share pools: lives of a few keys, from nothing or from what is stored."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions.function import Function
from subtensor_conformance.fuzz.strategies.numbers import integers
from subtensor_conformance.fuzz.strategies.types import of_type

Strategy = SearchStrategy[Any]

MOST_OPERATIONS = 8

_KEYS = st.integers(0, 2)

_UPDATES = st.one_of(st.integers(-1000, 1000), st.integers(-(10**16), 10**16), integers("i64")).map(str)
_AMOUNTS = st.one_of(st.integers(0, 10**4), st.integers(10**6 - 2, 10**6 + 2), st.integers(0, 10**16), integers("u64"))

_OPERATION = st.one_of(
    st.tuples(st.just("update_value_for_one"), _KEYS, _UPDATES),
    st.tuples(st.just("update_value_for_all"), _UPDATES),
    st.tuples(st.just("get_value"), _KEYS),
    st.tuples(st.just("try_get_value"), _KEYS),
    st.tuples(st.just("sim_update_value_for_one"), _UPDATES),
).map(list)

OPERATIONS = st.lists(_OPERATION, min_size=1, max_size=MOST_OPERATIONS)
"""What may happen to a share pool, one operation after another."""

_OLDER_SHARES = st.dictionaries(_KEYS, of_type("U64F64"), max_size=3).map(
    lambda shares: [[key, share] for key, share in shares.items()]
)

_DENOMINATORS = st.tuples(st.integers(0, 10**21 - 1).map(str), st.integers(-30, 30).map(str)).map(list)


def arguments(function: Function) -> Strategy:
    """Return the arguments of a share pool's run, from nothing, from two numbers or from what is stored."""
    if function.name == "share_pool.run":
        return st.tuples(OPERATIONS).map(list)
    if function.name == "share_pool.after":
        return st.tuples(_AMOUNTS.map(str), _DENOMINATORS, OPERATIONS).map(list)
    older = st.none() | of_type("U64F64")
    return st.tuples(_AMOUNTS.map(str), older, _OLDER_SHARES, OPERATIONS).map(list)
