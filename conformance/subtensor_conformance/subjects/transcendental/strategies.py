"""What the fuzzer asks of transcendental functions: what has an answer, and does not take long."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions.function import Function
from subtensor_conformance.fuzz.strategies import numbers
from subtensor_conformance.fuzz.strategies.types import of_type
from subtensor_spec.arithmetic import FORMATS

Strategy = SearchStrategy[Any]

LEAST_EXPONENT = -(2**31)

_WHOLE_EXPONENTS = st.one_of(st.integers(-40, 40), st.integers(-3000, 3000), st.just(LEAST_EXPONENT))
"""Exponents of functions that multiply as often as the exponent says."""

_POSITIVE = ("ln", "log2", "sqrt", "pow", "ln_to_I64F64", "safe_math_checked_ln", "safe_math_checked_log")
"""Functions of which a negative number has nothing to show."""


def arguments(function: Function) -> Strategy:
    """Return the arguments of a function, as the JSON of a vector's row."""
    return st.tuples(*(_argument(function, kind) for _, kind in function.parameters)).map(list)


def _argument(function: Function, kind: str) -> Strategy:
    _, name, _ = function.raw_name.split(".")
    operation = function.name.partition(".")[2]
    if operation == "powi" and kind == "i32":
        return _WHOLE_EXPONENTS
    if operation in ("sin", "cos"):
        return numbers.angles(name).map(str)
    if operation in _POSITIVE and kind in FORMATS:
        return numbers.fixed_point(kind).map(lambda bits: str(min(abs(bits), FORMATS[name].MAX_BITS)))
    return of_type(kind)
