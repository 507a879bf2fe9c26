"""The published functions of storage: an item's entry in raw form and back, hashes, order and digest.

Bytes are ``0x`` and hex; keys and values are in the JSON form of their types.
"""

from typing import Any

from subtensor_conformance.functions.function import Namespace
from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY, TWOX_64_CONCAT, twox
from subtensor_spec.chain.scale import U64, Compact
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import storage_prefix
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.plain import bytes_from_hex
from subtensor_spec.wire.state.items import find_item, item_of
from subtensor_spec.wire.state.typed import keys_form, keys_from
from subtensor_spec.wire.values import from_json, to_json

HASHERS = {hasher.name: hasher for hasher in (IDENTITY, BLAKE2_128_CONCAT, TWOX_64_CONCAT)}
COMPACT = Compact(U64)

Json = Any


def _hex(data: bytes) -> str:
    return "0x" + data.hex()


def entry(name: str, keys: list[Json], value: Json) -> tuple[str, str]:
    """Return the raw key and the raw value of an item's entry."""
    item = find_item(name)
    raw = item.raw_key(keys_from(item, keys))
    return _hex(raw), _hex(item.value.encode(from_json(item.value, value)))


def read(key: str, value: str) -> tuple[str, list[Json], Json] | None:
    """Return the item, the keys and the value that raw bytes mean; nothing if they are not what these are stored as."""
    raw, bytes_ = bytes_from_hex(key), bytes_from_hex(value)
    item = item_of(raw)
    if item is None:
        return None
    try:
        keys = item.keys_in(raw)
        if item.raw_key(keys) != raw:
            return None
        meaning = item.value.decode(bytes_)
    except InvalidInput:
        return None
    if item.value.encode(meaning) != bytes_:
        return None
    return item.full_name, keys_form(item, keys), to_json(item.value, meaning)


def in_order(name: str, keys: list[list[Json]]) -> list[list[Json]]:
    """Return the keys of some entries of a map in the order in which the map is gone through."""
    item, state = find_item(name), State()
    for form in keys:
        state.write(item.raw_key(keys_from(item, form)), item.value, item.default)
    return [keys_form(item, found) for found, _ in item.entries(state)]


def digest(entries: list[tuple[str, str]]) -> str:
    """Return the digest of a state that has these raw entries."""
    return State({bytes_from_hex(key): bytes_from_hex(value) for key, value in entries}).digest()


def read_compact(data: str) -> int | None:
    """Return the number that bytes are the compact form of, nothing if they are none or not the shortest."""
    try:
        return COMPACT.decode(bytes_from_hex(data))
    except InvalidInput:
        return None


_storage = Namespace("storage", "storage")
_scale = Namespace("scale", "scale")
_hashing = Namespace("hashing", "hashing")

STORED = (
    "ST-key/raw", "ST-key/hashers", "ST-scale/integer", "ST-scale/bool", "ST-scale/compact", "ST-scale/sequence",
    "ST-scale/product", "ST-scale/option", "ST-scale/enum", "ST-scale/map",
)  # fmt: skip
"""What an entry may show; a group of entries pins those that run in it."""

FUNCTIONS = [
    _storage("entry", "item: text, keys: list<json>, value: json -> tuple<text,text>", entry, *STORED),
    _storage("read", "key: text, value: text -> tuple<text,list<json>,json>", read, *STORED),
    _storage("in_order", "item: text, keys: list<list<json>> -> list<list<json>>", in_order, "ST-map/order"),
    _storage("digest", "entries: list<tuple<text,text>> -> text", digest, "ST-digest/sha-256"),
    _scale("compact", "value: u64 -> text", lambda value: _hex(COMPACT.encode(value)), "ST-scale/compact"),
    _scale("read_compact", "data: text -> u64", read_compact, "ST-scale/compact"),
    _hashing(
        "twox",
        "data: text, width: u16 -> text",
        lambda data, width: _hex(twox(bytes_from_hex(data), width)),
        "ST-key/twox",
    ),
    _hashing(
        "key",
        "hasher: text, key: text -> text",
        lambda hasher, key: _hex(HASHERS[hasher].hash(bytes_from_hex(key))),
        "ST-key/hashers",
    ),
    _hashing(
        "prefix",
        "pallet: text, item: text -> text",
        lambda pallet, item: _hex(storage_prefix(pallet, item)),
        "ST-key/prefix",
    ),
]
