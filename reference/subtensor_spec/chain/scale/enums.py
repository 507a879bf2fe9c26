"""Enums."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

from subtensor_spec.chain.scale.codec import Codec, piece
from subtensor_spec.chain.scale.products import Struct
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import PARITY_SCALE_CODEC, rule

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
        index = piece(data, at, 1, self.name)[0]
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
        index = piece(data, at, 1, self.name)[0]
        variant = self.variants.get(index)
        if variant is None:
            raise InvalidInput("", f"{self.name} has no variant {index}")
        return variant.read(data, at + 1)
