"""A strategy for every type of the type language; values are JSON as vectors write them."""

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions.types import codec, split_type
from subtensor_conformance.fuzz.strategies import numbers
from subtensor_spec.arithmetic import FORMATS

Values = SearchStrategy[Any]

LONGEST = 6
"""Items of a list for which nothing says how long it should be."""


@cache
def of_type(type_text: str) -> Values:
    """Return the strategy of a type. Raises :class:`ValueError` for one that says too little, such as ``json``."""
    head, inner = split_type(type_text)
    if head == "list":
        return tied_lists(of_type(inner[0]))
    if head == "option":
        return st.none() | of_type(inner[0])
    if head == "tuple":
        return st.tuples(*(of_type(text) for text in inner)).map(list)
    if head == "bool":
        return st.booleans()
    return plain(head).map(codec(head, bits=True).encode)


def plain(name: str) -> Values:
    """Return the strategy of a type of number, as Python integers."""
    if name in FORMATS:
        return numbers.fixed_point(name)
    if name == "usize":
        return numbers.integers("u64")
    if name[0] in "ui" and name[1:].isdigit():
        return numbers.integers(name)
    raise ValueError(f"nothing is known of values of type {name}")


def tied_lists(items: Values, longest: int = LONGEST) -> Values:
    """Return lists of items, some of them of few different ones, so that there are ties."""
    few = st.lists(items, min_size=1, max_size=2)
    tied = few.flatmap(lambda choice: st.lists(st.sampled_from(choice), max_size=longest))
    return st.one_of(st.lists(items, max_size=longest), tied)
