"""The arguments of every published function."""

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions import all_functions
from subtensor_conformance.functions.function import Function
from subtensor_conformance.fuzz.strategies import matrices, numbers, pools, states
from subtensor_conformance.fuzz.strategies.types import of_type
from subtensor_spec.arithmetic import FORMATS

Strategy = SearchStrategy[Any]

LEAST_EXPONENT = -(2**31)

_WHOLE_EXPONENTS = st.one_of(st.integers(-40, 40), st.integers(-3000, 3000), st.just(LEAST_EXPONENT))
"""Exponents of functions that multiply as often as the exponent says."""

_POSITIVE = ("ln", "log2", "sqrt", "pow", "ln_to_I64F64", "safe_math_checked_ln", "safe_math_checked_log")
"""Functions of which a negative number has nothing to show."""


@cache
def arguments_of(name: str) -> Strategy:
    """Return the arguments of a published function, as the JSON of a vector's row."""
    function = all_functions()[name]
    family = name.partition(".")[0]
    if family == "math":
        return matrices.arguments(function)
    if family == "coinbase":
        return states.arguments(function)
    if family in ("balancer", "swap"):
        return pools.arguments(function)
    if family == "share_pool":
        return pools.share_pool_arguments(function)
    if name == "bigmath.pow_ratio_scaled":
        return pools.ratio_power_arguments()
    if name in ("tao.recycle_tao", "tao.burn_tao"):
        return _ACCOUNTS
    return st.tuples(*(_argument(function, parameter, kind) for parameter, kind in function.parameters)).map(list)


def _argument(function: Function, parameter: str, kind: str) -> Strategy:
    own = FORMATS.get(function.raw_name.split(".")[1])
    operation = function.name.partition(".")[2]
    if own is None:
        return _of_family(function, kind)
    if operation == "powi" and kind == "i32":
        return _WHOLE_EXPONENTS
    if operation in ("sin", "cos"):
        return numbers.angles(own.NAME).map(str)
    if kind in ("f32", "f64"):
        return numbers.floats(int(kind[1:]), own.NAME).map(str)
    if kind == "text":
        return numbers.decimal_texts(own.NAME)
    if operation in _POSITIVE and kind in FORMATS:
        return numbers.fixed_point(kind).map(lambda bits: str(min(abs(bits), own.MAX_BITS)))
    return of_type(kind)


def _of_family(function: Function, kind: str) -> Strategy:
    if function.name.startswith("epoch.") and kind == "I32F32":
        return st.one_of(numbers.proportions(), numbers.fixed_point(kind)).map(str)
    if function.name.startswith("safe_float.") and kind.startswith("tuple<"):
        return _DECIMAL_FLOATS
    if function.name == "safe_float.new":
        return (_MANTISSAS if kind == "u128" else _EXPONENTS).map(str)
    if function.name.startswith(("emission.", "tao.", "alpha.")) and kind != "u8":
        return _ISSUANCES if kind == "u64" else _RECORDS
    return of_type(kind)


_ISSUANCES = numbers.issuances().map(str)
_REMAINDERS = st.one_of(st.integers(-2, 2), st.integers(498, 502), st.integers(-1000, 1000))

_ACCOUNTS = st.tuples(_ISSUANCES, _ISSUANCES, st.integers(0, 2**63), _REMAINDERS).map(
    lambda drawn: [*drawn[:2], str(max(drawn[2] + drawn[3], 0)), str(drawn[2])]
)
"""Both records of TAO, what an account has, and an amount that leaves it little or lacks little."""

_RECORDS = st.tuples(*[_ISSUANCES] * 5).map(list)
"""The five records of a subnet's alpha."""

_EXPONENTS = st.one_of(st.integers(-60, 60), numbers.integers("i64"))
_MANTISSAS = st.one_of(
    st.just(0),
    numbers.near([10**20, 10**21], 0, 2**128 - 1),
    st.integers(10**20, 10**21),
    numbers.integers("u128"),
)
_DECIMAL_FLOATS = st.tuples(_MANTISSAS.map(str), _EXPONENTS.map(str)).map(list)
