"""Bytes and sequences."""

import struct
from itertools import chain
from typing import Any, TypeVar, cast

from subtensor_spec.chain.scale.codec import Codec, piece
from subtensor_spec.chain.scale.numbers import LENGTH
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import PARITY_SCALE_CODEC, rule

T = TypeVar("T")


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
        return piece(data, at, self.length, self.name), at + self.length


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
        value = piece(data, at, length, self.name)
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
        flat = piece(data, at, length * self._size, self.name)
        layout = "<" + cast(str, self.inner.layout)
        if self._width == 1:
            return struct.unpack("<" + cast(str, self.inner.layout) * length, flat), at + len(flat)
        return cast(tuple[T, ...], tuple(struct.iter_unpack(layout, flat))), at + len(flat)
