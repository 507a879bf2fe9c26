"""What the fuzzer asks of fixed-point functions: floats and text near what a format can hold."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions.function import Function
from subtensor_conformance.fuzz.strategies import numbers
from subtensor_conformance.fuzz.strategies.types import of_type
from subtensor_spec.arithmetic import FORMATS

Strategy = SearchStrategy[Any]


def arguments(function: Function) -> Strategy:
    """Return the arguments of a function, as the JSON of a vector's row."""
    return st.tuples(*(_argument(function, kind) for _, kind in function.parameters)).map(list)


def _argument(function: Function, kind: str) -> Strategy:
    own = FORMATS[function.raw_name.split(".")[1]]
    if kind in ("f32", "f64"):
        return numbers.floats(int(kind[1:]), own.NAME).map(str)
    if kind == "text":
        return numbers.decimal_texts(own.NAME)
    return of_type(kind)
