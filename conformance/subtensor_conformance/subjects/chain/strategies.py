"""What the fuzzer asks of storage: entries of any item, and bytes that are nearly one."""

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions.function import Function
from subtensor_conformance.fuzz.strategies.cast import hex_of
from subtensor_conformance.fuzz.strategies.codecs import of_codec
from subtensor_conformance.subjects.chain.functions import HASHERS, entry
from subtensor_spec.chain.storage import Item
from subtensor_spec.wire.state.items import items_by_name

Strategy = SearchStrategy[Any]

MOST = 6
"""The most entries in one question."""

BYTES = st.binary(max_size=40).map(hex_of)
NAMES = st.text("ABCDEFabcdef:_", min_size=1, max_size=12)


def arguments(function: Function) -> Strategy:
    """Return the arguments of a function of storage, as the JSON of a vector's row."""
    return _all()[function.name]


@cache
def _all() -> dict[str, Strategy]:
    pairs = st.lists(st.tuples(BYTES, BYTES).map(list), max_size=MOST, unique_by=lambda pair: str(pair[0]))
    return {
        "storage.entry": _items().flatmap(_entry),
        "storage.read": st.tuples(_items().flatmap(_entry), st.integers(0, 5), st.integers(0, 255)).map(_nearly),
        "storage.in_order": _items().flatmap(_entries),
        "storage.digest": st.tuples(pairs).map(list),
        "scale.compact": st.integers(0, 64).flatmap(lambda bits: st.integers(0, 2**bits - 1)).map(lambda n: [str(n)]),
        "scale.read_compact": st.tuples(st.binary(max_size=10).map(hex_of)).map(list),
        "hashing.twox": st.tuples(BYTES, st.sampled_from([64, 128, 256])).map(list),
        "hashing.key": st.tuples(st.sampled_from(sorted(HASHERS)), BYTES).map(list),
        "hashing.prefix": st.tuples(NAMES, NAMES).map(list),
    }


@cache
def _items() -> SearchStrategy[Item[Any]]:
    return st.sampled_from([item for name, item in sorted(items_by_name().items()) if not item.since])


@cache
def _entry(item: Item[Any]) -> Strategy:
    return st.tuples(st.just(item.full_name), _keys(item), of_codec(item.value)).map(list)


@cache
def _entries(item: Item[Any]) -> Strategy:
    return st.tuples(st.just(item.full_name), st.lists(_keys(item), max_size=MOST, unique_by=str)).map(list)


def _keys(item: Item[Any]) -> Strategy:
    return st.tuples(*(of_codec(key.codec) for key in item.keys_of)).map(list)


def _nearly(drawn: tuple[list[Any], int, int]) -> list[Any]:
    """Return an entry's raw form, or half of the time one that a byte is wrong in."""
    asked, fault, at = drawn
    key, value = map(_octets, entry(*asked))
    if fault == 0:
        value = value[:-1]
    elif fault == 1:
        key = _flipped(key, at)
    elif fault == 2:
        value = _flipped(value, at)
    return [hex_of(key), hex_of(value)]


def _octets(form: str) -> bytes:
    return bytes.fromhex(form[2:])


def _flipped(data: bytes, at: int) -> bytes:
    if not data:
        return b"\0"
    place = at % len(data)
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
