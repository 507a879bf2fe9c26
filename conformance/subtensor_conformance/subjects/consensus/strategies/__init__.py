"""What the fuzzer asks of the epoch and of its mathematics."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions.function import Function
from subtensor_conformance.fuzz.strategies import numbers
from subtensor_conformance.subjects.consensus.strategies import matrices
from subtensor_conformance.subjects.consensus.strategies.epochs import epochs

__all__ = ["arguments", "epochs"]

_NUMBERS = st.one_of(numbers.proportions(), numbers.fixed_point("I32F32")).map(str)


def arguments(function: Function) -> SearchStrategy[list[Any]]:
    """Return the arguments of a function, as the JSON of a vector's row."""
    if function.name.startswith("math."):
        return matrices.arguments(function)
    return st.tuples(*(_NUMBERS for _ in function.parameters)).map(list)
