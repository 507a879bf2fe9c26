"""What the fuzzer asks of decimals and ratios."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions.function import Function
from subtensor_conformance.fuzz.strategies import numbers
from subtensor_conformance.fuzz.strategies.types import of_type

Strategy = SearchStrategy[Any]

_EXPONENTS = st.one_of(st.integers(-60, 60), numbers.integers("i64"))

_MANTISSAS = st.one_of(
    st.just(0),
    numbers.near([10**20, 10**21], 0, 2**128 - 1),
    st.integers(10**20, 10**21),
    numbers.integers("u128"),
)

_DECIMAL_FLOATS = st.tuples(_MANTISSAS.map(str), _EXPONENTS.map(str)).map(list)

_SMALL = st.integers(0, 60)
_RATIO_PARTS = st.one_of(_SMALL, st.integers(0, 10**6), st.integers(0, 2**64 - 1))
_EXPONENT_PARTS = st.one_of(_SMALL, st.integers(1020, 1030), st.integers(0, 10**18))


def arguments(function: Function) -> Strategy:
    """Return the arguments of a function, as the JSON of a vector's row."""
    if function.name == "bigmath.pow_ratio_scaled":
        return _ratio_power_arguments()
    return st.tuples(*(_argument(function.name, kind) for _, kind in function.parameters)).map(list)


def _argument(name: str, kind: str) -> Strategy:
    if name.startswith("safe_float.") and kind.startswith("tuple<"):
        return _DECIMAL_FLOATS
    if name == "safe_float.new":
        return (_MANTISSAS if kind == "u128" else _EXPONENTS).map(str)
    return of_type(kind)


def _ratio_power_arguments() -> Strategy:
    """Return the arguments of a ratio power that takes milliseconds, not minutes."""
    precision = st.sampled_from([32, 1, 64, 128, 256])
    scale = st.one_of(st.just(10**18), st.integers(0, 10**18))
    parts = st.tuples(_RATIO_PARTS, _RATIO_PARTS, _EXPONENT_PARTS, _EXPONENT_PARTS, precision, scale)
    return parts.map(lambda values: [value if place == 4 else str(value) for place, value in enumerate(values)])
