"""SCALE: how the chain writes values as bytes, one codec for each type.

A codec is a value that describes a type: ``U64``, ``Vec(ACCOUNT_ID)``, ``Struct(LockState, locked_mass=U64, …)``.
Integers are little-endian and of fixed width; a sequence states its length first, compactly; a struct is its fields in
order; an enum is the index of its variant, then the variant's fields. What a codec decodes is immutable and must be
left so.
"""

import struct
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from enum import Enum
from itertools import chain
from typing import Any, Generic, TypeVar, cast

from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import PARITY_SCALE_CODEC, rule

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Codec(ABC, Generic[T]):
    """One type: its name, and its values as bytes and back."""

    name: str
    layout: str | None = None
    """The :mod:`struct` letters of a value that is a number, or a flat tuple of numbers, of fixed width."""

    @abstractmethod
    def encode(self, value: T) -> bytes:
        """Return a value's bytes; :class:`InvalidInput` for one that the type does not hold."""

    @abstractmethod
    def read(self, data: bytes, at: int) -> tuple[T, int]:
        """Return the value that begins at ``data[at]`` and where it ends."""

    def decode(self, data: bytes) -> T:
        """Return the value whose bytes are exactly ``data``; :class:`InvalidInput` for too few or too many."""
        value, end = self.read(data, 0)
        if end != len(data):
            raise InvalidInput("", f"{len(data) - end} bytes too many for {self.name}")
        return value

    def __repr__(self) -> str:
        return self.name


def _piece(data: bytes, at: int, length: int, name: str) -> bytes:
    piece = data[at : at + length]
    if len(piece) != length:
        raise InvalidInput("", f"{name} ends after {len(piece)} of {length} bytes")
    return piece


class Integer(Codec[int]):
    """An integer of fixed width, little-endian, two's complement if signed."""

    def __init__(self, name: str, width: int, signed: bool, letter: str | None) -> None:
        self.name, self.width, self.signed, self.layout = name, width, signed, letter
        self.size = width // 8
        self.minimum = -(1 << (width - 1)) if signed else 0
        self.maximum = (1 << (width - signed)) - 1

    @rule("ST-scale/integer", PARITY_SCALE_CODEC("src/codec.rs", "impl_endians"))
    def encode(self, value: int) -> bytes:
        """An integer is as many bytes as its type is wide, the least significant first, two's complement if signed."""
        try:
            return value.to_bytes(self.size, "little", signed=self.signed)
        except OverflowError:
            raise InvalidInput("", f"{value} is outside the range of {self.name}") from None

    def read(self, data: bytes, at: int) -> tuple[int, int]:
        """Read ``size`` bytes."""
        end = at + self.size
        return int.from_bytes(_piece(data, at, self.size, self.name), "little", signed=self.signed), end


U8 = Integer("u8", 8, False, "B")
U16 = Integer("u16", 16, False, "H")
U32 = Integer("u32", 32, False, "I")
U64 = Integer("u64", 64, False, "Q")
U128 = Integer("u128", 128, False, None)
I16 = Integer("i16", 16, True, "h")
I32 = Integer("i32", 32, True, "i")
I64 = Integer("i64", 64, True, "q")
I128 = Integer("i128", 128, True, None)


class Compact(Codec[int]):
    """An unsigned integer in as few bytes as it needs: the two low bits of the first say how many."""

    def __init__(self, inner: Integer) -> None:
        self.inner = inner
        self.name = f"Compact<{inner.name}>"

    @rule("ST-scale/compact", PARITY_SCALE_CODEC("src/compact.rs", "encode_to"))
    def encode(self, value: int) -> bytes:
        """A number below 2⁶ takes one byte, below 2¹⁴ two, below 2³⁰ four, each shifted left by two with mode 0, 1, 2.

        A greater one takes a byte that holds its length in bytes less four, shifted left by two, with mode 3, and then
        its bytes, as few as hold it.
        """
        if not 0 <= value <= self.inner.maximum:
            raise InvalidInput("", f"{value} is outside the range of {self.inner.name}")
        for mode, size in ((0, 1), (1, 2), (2, 4)):
            if value < 1 << (8 * size - 2):
                return (value << 2 | mode).to_bytes(size, "little")
        length = (value.bit_length() + 7) // 8
        return bytes([(length - 4) << 2 | 3]) + value.to_bytes(length, "little")

    def read(self, data: bytes, at: int) -> tuple[int, int]:
        """Read a number; a longer form than it needs is refused, as production refuses it."""
        first = _piece(data, at, 1, self.name)[0]
        if first & 3 == 3:
            start, end = at + 1, at + 5 + (first >> 2)
            value = int.from_bytes(_piece(data, start, end - start, self.name), "little")
        else:
            end = at + (1, 2, 4)[first & 3]
            value = int.from_bytes(_piece(data, at, end - at, self.name), "little") >> 2
        if self.encode(value) != data[at:end]:
            raise InvalidInput("", f"{self.name} {value} is not in its shortest form")
        return value, end


LENGTH = Compact(U32)
"""How a sequence states its length."""


class Bool(Codec[bool]):
    """One byte, 0 or 1."""

    name = "bool"

    @rule("ST-scale/bool", PARITY_SCALE_CODEC("src/codec.rs", "bool"))
    def encode(self, value: bool) -> bytes:
        """A truth value is one byte, 1 for true and 0 for false; any other byte is refused."""
        return b"\x01" if value else b"\x00"

    def read(self, data: bytes, at: int) -> tuple[bool, int]:
        """Read one byte."""
        byte = _piece(data, at, 1, self.name)[0]
        if byte > 1:
            raise InvalidInput("", f"byte {byte} is no bool")
        return byte == 1, at + 1


BOOL = Bool()


class Unit(Codec[None]):
    """No bytes at all: an entry that only is there or not."""

    name = "()"

    def encode(self, value: None) -> bytes:
        """Return no bytes."""
        return b""

    def read(self, data: bytes, at: int) -> tuple[None, int]:
        """Read nothing."""
        return None, at


UNIT = Unit()


class FixedBytes(Codec[bytes]):
    """A known number of bytes, as they are."""

    def __init__(self, length: int, name: str | None = None) -> None:
        self.length = length
        self.name = name or f"[u8; {length}]"

    def encode(self, value: bytes) -> bytes:
        """Return the bytes; another number of them is refused."""
        if len(value) != self.length:
            raise InvalidInput("", f"{len(value)} bytes are no {self.name}")
        return bytes(value)

    def read(self, data: bytes, at: int) -> tuple[bytes, int]:
        """Read ``length`` bytes."""
        return _piece(data, at, self.length, self.name), at + self.length


class ByteString(Codec[bytes]):
    """Any number of bytes, their number first."""

    def __init__(self, bound: int | None = None) -> None:
        self.bound = bound
        self.name = "Vec<u8>" if bound is None else f"BoundedVec<u8, {bound}>"

    def encode(self, value: bytes) -> bytes:
        """Return the length and the bytes."""
        if self.bound is not None and len(value) > self.bound:
            raise InvalidInput("", f"{len(value)} bytes are more than {self.name} holds")
        return LENGTH.encode(len(value)) + value

    def read(self, data: bytes, at: int) -> tuple[bytes, int]:
        """Read the length and the bytes."""
        length, at = LENGTH.read(data, at)
        value = _piece(data, at, length, self.name)
        if self.bound is not None and length > self.bound:
            raise InvalidInput("", f"{length} bytes are more than {self.name} holds")
        return value, at + length


BYTES = ByteString()


class Vec(Codec[tuple[T, ...]]):
    """A sequence: its length, then its members. Flat numbers are packed at once."""

    def __init__(self, inner: Codec[T]) -> None:
        self.inner = inner
        self.name = f"Vec<{inner.name}>"
        self._width = len(inner.layout) if inner.layout else 0
        self._size = struct.calcsize("<" + inner.layout) if inner.layout else 0

    @rule("ST-scale/sequence", PARITY_SCALE_CODEC("src/codec.rs", "encode_slice_no_len"))
    def encode(self, value: tuple[T, ...]) -> bytes:
        """A sequence is the compact number of its members and then each of them in order."""
        length = LENGTH.encode(len(value))
        if self._width == 0:
            return length + b"".join(map(self.inner.encode, value))
        flat: Any = value if self._width == 1 else chain.from_iterable(cast(Any, value))
        try:
            return length + struct.pack("<" + cast(str, self.inner.layout) * len(value), *flat)
        except struct.error as failure:
            raise InvalidInput("", f"a member of {self.name} is out of range: {failure}") from None

    def read(self, data: bytes, at: int) -> tuple[tuple[T, ...], int]:
        """Read the length and so many members."""
        length, at = LENGTH.read(data, at)
        if self._width:
            return self._read_flat(data, at, length)
        members = []
        for _ in range(length):
            member, at = self.inner.read(data, at)
            members.append(member)
        return tuple(members), at

    def _read_flat(self, data: bytes, at: int, length: int) -> tuple[tuple[T, ...], int]:
        piece = _piece(data, at, length * self._size, self.name)
        layout = "<" + cast(str, self.inner.layout)
        if self._width == 1:
            return struct.unpack("<" + cast(str, self.inner.layout) * length, piece), at + len(piece)
        return cast(tuple[T, ...], tuple(struct.iter_unpack(layout, piece))), at + len(piece)


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


E = TypeVar("E", bound=Enum)


class PlainEnum(Codec[E]):
    """An enum without fields: its members' values are the variants' indices."""

    def __init__(self, members: type[E]) -> None:
        self.members = members
        self.name = members.__name__

    def encode(self, value: E) -> bytes:
        """Return the variant's index."""
        return bytes([value.value])

    def read(self, data: bytes, at: int) -> tuple[E, int]:
        """Read the index; an unknown one is refused."""
        index = _piece(data, at, 1, self.name)[0]
        try:
            return self.members(index), at + 1
        except ValueError:
            raise InvalidInput("", f"{self.name} has no variant {index}") from None


class TaggedEnum(Codec[Any]):
    """An enum whose variants are classes with fields, each with its index."""

    def __init__(self, name: str, variants: Mapping[int, Struct[Any]]) -> None:
        self.name = name
        self.variants = variants
        self._index = {variant.build: index for index, variant in variants.items()}

    @rule("ST-scale/enum", PARITY_SCALE_CODEC("derive/src/encode.rs", "quote"))
    def encode(self, value: Any) -> bytes:
        """An enum is a byte, the index of its variant, and then the variant's fields in order."""
        index = self._index[type(value)]
        return bytes([index]) + self.variants[index].encode(value)

    def read(self, data: bytes, at: int) -> tuple[Any, int]:
        """Read the index and the fields; an unknown index is refused."""
        index = _piece(data, at, 1, self.name)[0]
        variant = self.variants.get(index)
        if variant is None:
            raise InvalidInput("", f"{self.name} has no variant {index}")
        return variant.read(data, at + 1)


class Mapped(Codec[T]):
    """A type of our own over another's bytes, such as a fixed-point number over its bits."""

    def __init__(self, name: str, inner: Codec[V], build: Callable[[V], T], plain: Callable[[T], V]) -> None:
        self.name, self.inner, self.build, self.plain = name, inner, build, plain

    def encode(self, value: T) -> bytes:
        """Return the bytes of what ``plain`` gives."""
        return self.inner.encode(self.plain(value))

    def read(self, data: bytes, at: int) -> tuple[T, int]:
        """Read the inner value and build ours."""
        value, at = self.inner.read(data, at)
        return self.build(value), at
