"""Chains as traces write them: a world to begin on, and steps of blocks and calls."""

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.fuzz.chains.worlds import NAMES, block
from subtensor_conformance.fuzz.strategies.calls import calls

Strategy = SearchStrategy[Any]

CALLS_A_BLOCK = 4
PARENTS = 7


@cache
def steps(only: tuple[str, ...] = ()) -> Strategy:
    """Return one step: a block, or four times as often a call, of the names given or of all."""
    drawn = calls(only)
    return st.one_of(st.sampled_from([block(parent) for parent in range(PARENTS)]), *[drawn] * CALLS_A_BLOCK)


def chains(most: int, least: int = 1, only: tuple[str, ...] = (), often: tuple[str, ...] = ()) -> Strategy:
    """Return the name of a world and so many steps on it; half of them are calls named in ``often``, if any are."""
    step = st.one_of(steps(only), calls(often)) if often else steps(only)
    return st.tuples(st.sampled_from(NAMES), st.lists(step, min_size=least, max_size=most)).map(list)
