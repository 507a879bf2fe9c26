"""What every kind of item has in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from subtensor_spec.chain.hashers import Hasher, twox
from subtensor_spec.chain.scale import Codec
from subtensor_spec.chain.state import State
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import POLKADOT_SDK, remembers, rule

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

    since = ""
    """The revision that was first to have the item, if that is one after the current."""

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
            self.forget_keys()
        self._raw[keys] = raw
        self._keys[raw] = keys

    def forget_keys(self) -> None:
        """Forget the raw keys that are remembered; each is then made anew when it is next asked for."""
        self._raw.clear()
        self._keys.clear()

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


def _forget_all_keys() -> None:
    for item in _ITEMS.values():
        item.forget_keys()


remembers(_forget_all_keys)
