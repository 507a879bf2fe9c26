"""States of the coinbase's functions, and their other arguments: few hotkeys and subnets, so that they meet."""

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions.coinbase_state import STATE_TYPES, SUBNET_TYPES
from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.types import split_type
from subtensor_conformance.fuzz.strategies.numbers import integers, issuances
from subtensor_conformance.fuzz.strategies.types import of_type

Strategy = SearchStrategy[Any]

HOTKEYS = st.integers(1, 4)
NETUIDS = st.integers(0, 3)

_AMOUNTS = st.one_of(st.integers(0, 10**4), issuances()).map(str)
_PROPORTIONS = st.one_of(st.sampled_from([0, 2**62, 2**63, 2**64 - 1]), integers("u64")).map(str)
_NAMES = HOTKEYS.map(str)

_FAMILY = {
    "tao_weight": _PROPORTIONS,
    "ck_burn": _PROPORTIONS,
    "stake": st.dictionaries(st.tuples(_NAMES, NETUIDS), _AMOUNTS, max_size=8).map(
        lambda stakes: [[*key, amount] for key, amount in stakes.items()]
    ),
    "parents": st.dictionaries(_NAMES, st.lists(st.tuples(_PROPORTIONS, _NAMES).map(list), max_size=3), max_size=3),
    "children": st.dictionaries(_NAMES, st.lists(st.tuples(_PROPORTIONS, _NAMES).map(list), max_size=3), max_size=3),
    "owner": st.dictionaries(_NAMES, st.integers(100, 102).map(str), max_size=4),
    "childkey_take": st.dictionaries(_NAMES, st.one_of(st.just(11796), integers("u16")), max_size=4),
}
_BY_HOTKEY = ("parents", "children", "owner", "childkey_take")

FAMILY_CHAPTERS = ("STW", "DIV")
"""Chapters whose functions read stakes and families; the others read subnets."""


def arguments(function: Function) -> Strategy:
    """Return the arguments of a function of ``coinbase``: the state it reads, and what else it takes."""
    by_family = function.rules[0].split("-", 1)[0] in FAMILY_CHAPTERS
    others = [_argument(name, type_text) for name, type_text in function.parameters[1:]]
    return st.tuples(_families() if by_family else _subnet_states(), *others).map(list)


@cache
def _families() -> Strategy:
    entries = {name: items.map(_entries) if name in _BY_HOTKEY else items for name, items in _FAMILY.items()}
    return st.fixed_dictionaries({}, optional=entries)


@cache
def _subnet_states() -> Strategy:
    fields = {name: _subnet_item(name, kind) for name, kind in SUBNET_TYPES.items() if name != "netuid"}
    subnet = st.fixed_dictionaries({}, optional=fields)
    subnets = st.dictionaries(NETUIDS, subnet, max_size=4).map(
        lambda found: [{"netuid": netuid, **items} for netuid, items in found.items()]
    )
    scalars = ("tao_weight", "block", "root_tao", "moving_alpha", "flow_smoothing", "flow_cutoff")
    items = {name: _subnet_item(name, STATE_TYPES[name]) for name in scalars}
    return st.fixed_dictionaries({"subnets": subnets}, optional=items)


def _subnet_item(name: str, type_text: str) -> Strategy:
    if name == "mechanism":
        return st.sampled_from([1, 0, 2])
    if name in ("block", "last_epoch_block", "pending_epoch_at", "blocks_since_last_step", "first_emission_block"):
        return st.one_of(st.integers(0, 400).map(str), st.integers(50_395, 50_405).map(str), of_type(type_text))
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


def _entries(mapping: dict[Any, Any]) -> list[list[Any]]:
    return [[key, item] for key, item in mapping.items()]
