"""The arguments of every published function."""

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance import subjects
from subtensor_conformance.functions import all_functions, subject_of
from subtensor_conformance.fuzz.strategies.types import of_type

Strategy = SearchStrategy[Any]


@cache
def arguments_of(name: str) -> Strategy:
    """Return the arguments of a published function, as the JSON of a vector's row."""
    function = all_functions()[name]
    part = subjects.part_of(subject_of(function), "strategies")
    if part is not None:
        found: Strategy = part.arguments(function)
        return found
    return st.tuples(*(of_type(kind) for _, kind in function.parameters)).map(list)


def epochs() -> Strategy:
    """Return whole epochs, from the one subject whose cases are epochs."""
    ((word, _),) = subjects.parts("epochs")
    part = subjects.part_of(word, "strategies")
    if part is None:
        raise ValueError(f"{word} says nothing of the epochs to be asked")
    found: Strategy = part.epochs()
    return found
