"""The kinds of items: without keys, with one, two or three, with a default or without."""

from typing import Generic, TypeVar, cast

from subtensor_spec.chain.scale import Codec
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage.item import Item, Key

V = TypeVar("V")
K1 = TypeVar("K1")
K2 = TypeVar("K2")
K3 = TypeVar("K3")


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
