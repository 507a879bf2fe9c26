"""Binding functions that take the state of their case first, then production's own arguments.

A map is a list of ``[key, value]``, written in order of key; where it is read, a key given twice has its last value. A
function that changes storage answers what it returns or stores, and what it recycles.
"""

from collections.abc import Callable, Mapping
from typing import Any

from subtensor_conformance.functions.function import Function, Namespace
from subtensor_conformance.subjects.common.state import parse_state

Pairs = list[tuple[Any, Any]]

SHARES = "list<tuple<u16,U64F64>>"

_COINBASE = Namespace("coinbase", "coin", given="state: json")


def of_state(name: str, signature: str, exact: Callable[..., Any], *rules: str) -> Function:
    """Return a function whose first argument is the state; the signature says the others."""

    def from_state(state: Any, *arguments: Any) -> Any:
        return exact(parse_state(state), *arguments)

    return _COINBASE(name, signature, from_state, *rules)


def pairs(mapping: Mapping[Any, Any]) -> Pairs:
    """Return a map as its entries in order of key."""
    return sorted(mapping.items())
