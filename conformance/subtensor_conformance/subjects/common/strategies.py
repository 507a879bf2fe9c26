"""States of the coinbase's functions, and their other arguments: few hotkeys and subnets, so that they meet."""

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.types import split_type
from subtensor_conformance.fuzz.strategies.choices import among, few
from subtensor_conformance.fuzz.strategies.numbers import integers, issuances
from subtensor_conformance.fuzz.strategies.types import of_type
from subtensor_conformance.subjects.common.state import STATE_TYPES, SUBNET_TYPES

Strategy = SearchStrategy[Any]

HOTKEYS = (1, 2, 3)
NETUIDS = st.sampled_from([1, 1, 1, 2, 0, 3])

_FEW = st.integers(0, 9)
"""Blocks and periods so small that they often meet."""

_AMOUNTS = st.one_of(st.integers(0, 10**4), issuances()).map(str)
_PROPORTIONS = st.one_of(st.sampled_from([0, 2**62, 2**63, 2**64 - 1]), integers("u64")).map(str)
_NAMES = st.sampled_from(HOTKEYS).map(str)
_TAKES = st.one_of(st.sampled_from([11796, 0, 65535]), integers("u16"))
_RELATIVES = st.lists(st.tuples(_PROPORTIONS, _NAMES).map(list), max_size=2)
_PLACES = [[str(hotkey), netuid] for hotkey in HOTKEYS for netuid in (0, 1)]


def with_family(function: Function) -> Strategy:
    """Return the arguments of a function whose state is of stakes and families."""
    return _arguments(function, _families())


def with_subnets(function: Function) -> Strategy:
    """Return the arguments of a function whose state is of subnets."""
    return _arguments(function, _subnet_states())


def _arguments(function: Function, states: Strategy) -> Strategy:
    others = [_argument(name, type_text) for name, type_text in function.parameters[1:]]
    return st.tuples(states, *others).map(list)


@cache
def _families() -> Strategy:
    """Return states of a family, most of them complete."""
    stakes = few(_AMOUNTS, len(_PLACES)).map(
        lambda amounts: [[*place, amount] for place, amount in zip(_PLACES, amounts, strict=True)]
    )
    items = {
        "tao_weight": _PROPORTIONS,
        "ck_burn": _PROPORTIONS,
        "stake": stakes,
        "parents": _of_hotkeys(_RELATIVES),
        "children": _of_hotkeys(_RELATIVES),
        "owner": among(("100", "101"), len(HOTKEYS)).map(_by_hotkey),
        "childkey_take": _of_hotkeys(_TAKES),
    }
    complete = st.fixed_dictionaries(items)
    return st.one_of(complete, complete, st.fixed_dictionaries({}, optional=items))


def _of_hotkeys(items: Strategy) -> Strategy:
    return few(items, len(HOTKEYS)).map(_by_hotkey)


def _by_hotkey(found: list[Any]) -> list[list[Any]]:
    return [[str(hotkey), item] for hotkey, item in zip(HOTKEYS, found, strict=True)]


@cache
def _subnet_states() -> Strategy:
    """Return states of a few subnets, most of them complete; root is the first in half of them."""
    fields = {name: _subnet_item(name, kind) for name, kind in SUBNET_TYPES.items() if name != "netuid"}
    complete = st.fixed_dictionaries(fields)
    found = st.lists(st.one_of(complete, complete, st.fixed_dictionaries({}, optional=fields)), max_size=3)
    scalars = ("tao_weight", "block", "root_tao", "moving_alpha", "flow_smoothing", "flow_cutoff")
    items = {name: _subnet_item(name, STATE_TYPES[name]) for name in scalars}
    subnets = st.tuples(st.integers(0, 1), found).map(lambda drawn: _numbered(*drawn))
    return st.fixed_dictionaries({"subnets": subnets} | items)


def _numbered(first: int, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"netuid": netuid, **items} for netuid, items in enumerate(found, start=first)]


def _subnet_item(name: str, type_text: str) -> Strategy:
    if name == "mechanism":
        return st.sampled_from([1, 0, 2])
    if name in ("pending_epoch_at", "blocks_since_last_step"):
        return st.one_of(st.just("0"), _FEW.map(str), st.integers(50_399, 50_402).map(str), of_type(type_text))
    if name in ("block", "last_epoch_block", "first_emission_block"):
        return st.one_of(_FEW.map(str), st.integers(50_399, 50_402).map(str), of_type(type_text))
    if name == "tempo":
        return st.one_of(_FEW, of_type(type_text))
    if type_text == "u64":
        return _AMOUNTS
    return of_type(type_text)


def _argument(name: str, type_text: str) -> Strategy:
    if name == "hotkey":
        return _NAMES
    if name == "netuid":
        return NETUIDS
    if name in ("current_block", "block_number"):
        return _subnet_item("block", type_text)
    head, inner = split_type(type_text)
    if head == "list":
        return st.lists(_entry(inner[0]), max_size=5)
    return of_type(type_text)


def _entry(type_text: str) -> Strategy:
    """Return entries of a list whose first or only member is a netuid (u16) or a hotkey (u64)."""
    head, inner = split_type(type_text)
    key, *rest = inner if head == "tuple" else [type_text]
    keys = NETUIDS if key == "u16" else _NAMES
    if not rest:
        return keys
    return st.tuples(keys, *(_AMOUNTS if kind == "u64" else of_type(kind) for kind in rest)).map(list)
