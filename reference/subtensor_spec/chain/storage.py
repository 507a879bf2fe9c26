"""A storage item: its pallet and name, its keys with their hashers, its value, and what it reads as by default.

An item is declared once, below :mod:`subtensor_spec.chain.items`; its raw keys, its bytes, its typed JSON form and its
row in the chapter on chain state all follow from the declaration. Its methods are named as the chain's own storage
functions do what they do: ``get``, ``put``, ``take``, ``remove``, iteration in the order of raw keys.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from subtensor_spec.chain.hashers import Hasher, twox
from subtensor_spec.chain.scale import Codec
from subtensor_spec.chain.state import State
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import POLKADOT_SDK, rule

V = TypeVar("V")
K1 = TypeVar("K1")
K2 = TypeVar("K2")
K3 = TypeVar("K3")

_CACHED_KEYS = 1 << 17
"""Raw keys that an item remembers, so that a long chain does not hash the same key again and again."""

_GENERATOR = "substrate/frame/support/src/storage/generator"

Keys = tuple[Any, ...]


@dataclass(frozen=True)
class Key(Generic[V]):
    """One key of a map: its hasher and its type."""

    hasher: Hasher
    codec: Codec[V]

    def hash(self, value: V) -> bytes:
        """Return the key's part of a raw storage key."""
        return self.hasher.hash(self.codec.encode(value))


@rule("ST-key/prefix", POLKADOT_SDK("substrate/frame/support/src/storage/mod.rs", "storage_prefix"))
def storage_prefix(pallet: str, name: str) -> bytes:
    """All entries of an item begin with twox of 128 bits of the pallet's name, then the same of the item's name."""
    return twox(pallet.encode(), 128) + twox(name.encode(), 128)


class Item(Generic[V]):
    """What every kind of item has in common: everything but how many keys its methods take."""

    optional = False
    """Whether an entry that is not there reads as nothing instead of as the default."""

    def __init__(
        self, pallet: str, name: str, keys: tuple[Key[Any], ...], value: Codec[V], default: Any, about: str
    ) -> None:
        self.pallet, self.name, self.keys_of = pallet, name, keys
        self.value, self.default, self.about = value, default, about
        self.prefix = storage_prefix(pallet, name)
        self._raw: dict[Keys, bytes] = {}
        self._keys: dict[bytes, Keys] = {}
        _ITEMS[self.prefix] = self

    @property
    def full_name(self) -> str:
        """``Pallet.Item``."""
        return f"{self.pallet}.{self.name}"

    @rule("ST-key/raw", POLKADOT_SDK(f"{_GENERATOR}/nmap.rs", "storage_n_map_final_key"))
    def raw_key(self, keys: Keys) -> bytes:
        """An entry's raw key is its item's prefix and then each of its keys, hashed, in order."""
        raw = self._raw.get(keys)
        if raw is None:
            raw = self.prefix + b"".join(key.hash(value) for key, value in zip(self.keys_of, keys, strict=False))
            if len(keys) == len(self.keys_of):
                self._remember(keys, raw)
        return raw

    def _remember(self, keys: Keys, raw: bytes) -> None:
        if len(self._raw) >= _CACHED_KEYS:
            self._raw.clear()
            self._keys.clear()
        self._raw[keys] = raw
        self._keys[raw] = keys

    def keys_in(self, raw: bytes) -> Keys:
        """Return the keys that a raw key of this item was made of; :class:`InvalidInput` if it is no such key."""
        keys = self._keys.get(raw)
        if keys is None:
            keys, at = (), len(self.prefix)
            for key in self.keys_of:
                start = at + key.hasher.length
                value, end = key.codec.read(raw, start)
                key.hasher.check(raw[at:end], raw[start:end])
                keys, at = (*keys, value), end
            if at != len(raw):
                raise InvalidInput("", f"{len(raw) - at} bytes too many for a key of {self.full_name}")
            self._remember(keys, raw)
        return keys

    def _get(self, state: State, keys: Keys) -> V:
        entry = state.entries.get(self.raw_key(keys))
        return cast(V, self.default) if entry is None else entry.value_as(self.value)

    def _put(self, state: State, keys: Keys, value: V) -> None:
        state.write(self.raw_key(keys), self.value, value)

    def _remove(self, state: State, keys: Keys) -> None:
        state.erase(self.raw_key(keys))

    def _take(self, state: State, keys: Keys) -> V:
        value = self._get(state, keys)
        self._remove(state, keys)
        return value

    def _contains(self, state: State, keys: Keys) -> bool:
        return self.raw_key(keys) in state.entries

    @rule("ST-map/order", POLKADOT_SDK(f"{_GENERATOR}/map.rs", "iter"))
    def _keys_from(self, state: State, *first: Any) -> list[Keys]:
        """A map, or the part of it below its first keys, is gone through in ascending order of raw keys.

        That is the order of the hashes; under ``Identity`` a netuid's little-endian bytes, so that 256 comes before 1.
        """
        return [self.keys_in(raw) for raw in state.raw_keys(self.raw_key(first), self.prefix)]

    def entries(self, state: State) -> Iterator[tuple[Keys, V]]:
        """Return all entries as they are now, keys as a tuple, in order of raw key."""
        for keys in self._keys_from(state):
            yield keys, self._get(state, keys)

    def clear(self, state: State) -> None:
        """Remove every entry of the item."""
        for keys in self._keys_from(state):
            self._remove(state, keys)

    def __repr__(self) -> str:
        return self.full_name


_ITEMS: dict[bytes, Item[Any]] = {}


def declared_items() -> dict[bytes, Item[Any]]:
    """Return every item declared so far, by prefix; import :mod:`subtensor_spec.chain.items` for all."""
    return _ITEMS


class Value(Item[V]):
    """An item without keys."""

    def __init__(self, pallet: str, name: str, value: Codec[V], default: V, about: str) -> None:
        super().__init__(pallet, name, (), value, default, about)

    def get(self, state: State) -> V:
        """Return the stored value, else the default."""
        return self._get(state, ())

    def put(self, state: State, value: V) -> None:
        """Store a value."""
        self._put(state, (), value)

    def kill(self, state: State) -> None:
        """Remove the entry."""
        self._remove(state, ())

    def exists(self, state: State) -> bool:
        """Return whether there is an entry."""
        return self._contains(state, ())


class Map(Item[V], Generic[K1, V]):
    """An item with one key."""

    def __init__(self, pallet: str, name: str, key: Key[K1], value: Codec[V], default: V, about: str) -> None:
        super().__init__(pallet, name, (key,), value, default, about)

    def get(self, state: State, key: K1) -> V:
        """Return the stored value, else the default."""
        return self._get(state, (key,))

    def put(self, state: State, key: K1, value: V) -> None:
        """Store a value."""
        self._put(state, (key,), value)

    def remove(self, state: State, key: K1) -> None:
        """Remove an entry."""
        self._remove(state, (key,))

    def take(self, state: State, key: K1) -> V:
        """Remove an entry and return what it read as."""
        return self._take(state, (key,))

    def contains(self, state: State, key: K1) -> bool:
        """Return whether there is an entry."""
        return self._contains(state, (key,))

    def keys(self, state: State) -> list[K1]:
        """Return the keys that have an entry, in order of raw key."""
        return [keys[0] for keys in self._keys_from(state)]

    def items(self, state: State) -> list[tuple[K1, V]]:
        """Return all entries, in order of raw key."""
        return [(keys[0], self._get(state, keys)) for keys in self._keys_from(state)]


class DoubleMap(Item[V], Generic[K1, K2, V]):
    """An item with two keys."""

    def __init__(
        self, pallet: str, name: str, first: Key[K1], second: Key[K2], value: Codec[V], default: V, about: str
    ) -> None:
        super().__init__(pallet, name, (first, second), value, default, about)

    def get(self, state: State, first: K1, second: K2) -> V:
        """Return the stored value, else the default."""
        return self._get(state, (first, second))

    def put(self, state: State, first: K1, second: K2, value: V) -> None:
        """Store a value."""
        self._put(state, (first, second), value)

    def remove(self, state: State, first: K1, second: K2) -> None:
        """Remove an entry."""
        self._remove(state, (first, second))

    def take(self, state: State, first: K1, second: K2) -> V:
        """Remove an entry and return what it read as."""
        return self._take(state, (first, second))

    def contains(self, state: State, first: K1, second: K2) -> bool:
        """Return whether there is an entry."""
        return self._contains(state, (first, second))

    def keys(self, state: State) -> list[tuple[K1, K2]]:
        """Return the pairs of keys that have an entry, in order of raw key."""
        return cast(list[tuple[K1, K2]], self._keys_from(state))

    def prefix_keys(self, state: State, first: K1) -> list[K2]:
        """Return the second keys that have an entry below a first, in order of raw key."""
        return [keys[1] for keys in self._keys_from(state, first)]

    def prefix_items(self, state: State, first: K1) -> list[tuple[K2, V]]:
        """Return the entries below a first key, in order of raw key."""
        return [(keys[1], self._get(state, keys)) for keys in self._keys_from(state, first)]

    def clear_prefix(self, state: State, first: K1) -> None:
        """Remove every entry below a first key."""
        for keys in self._keys_from(state, first):
            self._remove(state, keys)


class TripleMap(Item[V], Generic[K1, K2, K3, V]):
    """An item with three keys."""

    def __init__(
        self, pallet: str, name: str, keys: tuple[Key[K1], Key[K2], Key[K3]], value: Codec[V], default: V, about: str
    ) -> None:
        super().__init__(pallet, name, keys, value, default, about)

    def get(self, state: State, first: K1, second: K2, third: K3) -> V:
        """Return the stored value, else the default."""
        return self._get(state, (first, second, third))

    def put(self, state: State, first: K1, second: K2, third: K3, value: V) -> None:
        """Store a value."""
        self._put(state, (first, second, third), value)

    def remove(self, state: State, first: K1, second: K2, third: K3) -> None:
        """Remove an entry."""
        self._remove(state, (first, second, third))

    def take(self, state: State, first: K1, second: K2, third: K3) -> V:
        """Remove an entry and return what it read as."""
        return self._take(state, (first, second, third))

    def contains(self, state: State, first: K1, second: K2, third: K3) -> bool:
        """Return whether there is an entry."""
        return self._contains(state, (first, second, third))

    def keys(self, state: State) -> list[tuple[K1, K2, K3]]:
        """Return the triples of keys that have an entry, in order of raw key."""
        return cast(list[tuple[K1, K2, K3]], self._keys_from(state))

    def prefix_items(self, state: State, first: K1) -> list[tuple[K2, K3, V]]:
        """Return the entries below a first key, in order of raw key."""
        return [(keys[1], keys[2], self._get(state, keys)) for keys in self._keys_from(state, first)]

    def pair_items(self, state: State, first: K1, second: K2) -> list[tuple[K3, V]]:
        """Return the entries below a first and a second key, in order of raw key."""
        return [(keys[2], self._get(state, keys)) for keys in self._keys_from(state, first, second)]

    def clear_prefix(self, state: State, first: K1) -> None:
        """Remove every entry below a first key."""
        for keys in self._keys_from(state, first):
            self._remove(state, keys)

    def clear_pair(self, state: State, first: K1, second: K2) -> None:
        """Remove every entry below a first and a second key."""
        for keys in self._keys_from(state, first, second):
            self._remove(state, keys)


class OptionalMap(Map[K1, V | None]):
    """A map that reads as nothing where there is no entry."""

    optional = True

    def __init__(self, pallet: str, name: str, key: Key[K1], value: Codec[V], about: str) -> None:
        super().__init__(pallet, name, key, cast(Codec[V | None], value), None, about)


class OptionalDoubleMap(DoubleMap[K1, K2, V | None]):
    """A double map that reads as nothing where there is no entry."""

    optional = True

    def __init__(self, pallet: str, name: str, first: Key[K1], second: Key[K2], value: Codec[V], about: str) -> None:
        super().__init__(pallet, name, first, second, cast(Codec[V | None], value), None, about)


class OptionalTripleMap(TripleMap[K1, K2, K3, V | None]):
    """A triple map that reads as nothing where there is no entry."""

    optional = True

    def __init__(
        self, pallet: str, name: str, keys: tuple[Key[K1], Key[K2], Key[K3]], value: Codec[V], about: str
    ) -> None:
        super().__init__(pallet, name, keys, cast(Codec[V | None], value), None, about)
