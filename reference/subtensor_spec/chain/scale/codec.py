"""What a codec is."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from subtensor_spec.errors import InvalidInput

T = TypeVar("T")
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


def piece(data: bytes, at: int, length: int, name: str) -> bytes:
    """Return so many bytes from ``at`` on; :class:`InvalidInput`, which says ``name``, if there are fewer."""
    found = data[at : at + length]
    if len(found) != length:
        raise InvalidInput("", f"{name} ends after {len(found)} of {length} bytes")
    return found


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
