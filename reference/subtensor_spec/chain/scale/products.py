"""Tuples, structs, options and maps: values made of values."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from subtensor_spec.chain.scale.codec import Codec
from subtensor_spec.chain.scale.numbers import BOOL
from subtensor_spec.chain.scale.sequences import Vec
from subtensor_spec.rules import PARITY_SCALE_CODEC, rule

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Tuple(Codec[tuple[Any, ...]]):
    """Some values of different types, one after another."""

    def __init__(self, *inner: Codec[Any]) -> None:
        self.inner = inner
        self.name = f"({', '.join(codec.name for codec in inner)})"
        letters = [codec.layout for codec in inner]
        if all(letter is not None and len(letter) == 1 for letter in letters):
            self.layout = "".join(cast(list[str], letters))

    @rule("ST-scale/product", PARITY_SCALE_CODEC("src/codec.rs", "tuple_impl"))
    def encode(self, value: tuple[Any, ...]) -> bytes:
        """A tuple or a struct is its members in order, with nothing between."""
        return b"".join(codec.encode(member) for codec, member in zip(self.inner, value, strict=True))

    def read(self, data: bytes, at: int) -> tuple[tuple[Any, ...], int]:
        """Read each member in order."""
        members = []
        for codec in self.inner:
            member, at = codec.read(data, at)
            members.append(member)
        return tuple(members), at


class Option(Codec[T | None]):
    """A value or nothing."""

    def __init__(self, inner: Codec[T]) -> None:
        self.inner = inner
        self.name = f"Option<{inner.name}>"

    @rule("ST-scale/option", PARITY_SCALE_CODEC("src/codec.rs", "Option"))
    def encode(self, value: T | None) -> bytes:
        """Nothing is a byte 0; a value is a byte 1 and then itself."""
        return b"\x00" if value is None else b"\x01" + self.inner.encode(value)

    def read(self, data: bytes, at: int) -> tuple[T | None, int]:
        """Read the byte and, if it is 1, the value."""
        there, at = BOOL.read(data, at)
        return self.inner.read(data, at) if there else (None, at)


class BTreeMap(Codec[Mapping[K, V]]):
    """A map, its entries in order of key."""

    def __init__(self, key: Codec[K], value: Codec[V]) -> None:
        self.key, self.value = key, value
        self._pairs = Vec(Tuple(key, value))
        self.name = f"BTreeMap<{key.name}, {value.name}>"

    @rule("ST-scale/map", PARITY_SCALE_CODEC("src/codec.rs", "BTreeMap"))
    def encode(self, value: Mapping[K, V]) -> bytes:
        """A map is the sequence of its pairs of key and value in ascending order of key."""
        return self._pairs.encode(tuple(sorted(value.items(), key=lambda pair: cast(Any, pair[0]))))

    def read(self, data: bytes, at: int) -> tuple[Mapping[K, V], int]:
        """Read the pairs."""
        pairs, at = self._pairs.read(data, at)
        return cast(Mapping[K, V], dict(pairs)), at


class Struct(Codec[T]):
    """A class's fields in order; ``build`` makes the value from them."""

    def __init__(self, build: Callable[..., T], /, **fields: Codec[Any]) -> None:
        self.build = build
        self.fields = fields
        self.name = build.__name__

    def encode(self, value: T) -> bytes:
        """Return the fields' bytes in order."""
        return b"".join(codec.encode(getattr(value, name)) for name, codec in self.fields.items())

    def read(self, data: bytes, at: int) -> tuple[T, int]:
        """Read each field in order."""
        members = []
        for codec in self.fields.values():
            member, at = codec.read(data, at)
            members.append(member)
        return self.build(*members), at


class Newtype(Struct[T]):
    """A class around one value that the chain gives no name: its bytes, and its JSON form, are that value's."""
