"""What a runtime's metadata says, reduced to what a specification can be compared with.

Types are compared by *shape*, the text of what their bytes are: ``u64``, ``[u16]`` for a sequence, ``(u64,u16)`` for a
product, ``32*u8`` for an array, ``compact<u32>``, ``{0:(),1:(u16)}`` for an enum by index. A product of one is its
member.
"""

from dataclasses import dataclass, field

Shape = str


@dataclass(frozen=True)
class StorageEntry:
    """One storage item."""

    optional: bool
    hashers: tuple[str, ...]
    keys: tuple[Shape, ...]
    value: Shape
    default: bytes


@dataclass(frozen=True)
class Signature:
    """A call or an event: its index, and its fields in order."""

    index: int
    fields: tuple[tuple[str | None, Shape], ...]


@dataclass(frozen=True)
class Pallet:
    """One pallet; nothing for a part that the metadata at hand does not tell."""

    storage: dict[str, StorageEntry]
    calls: dict[str, Signature] | None = None
    errors: dict[str, int] | None = None
    events: dict[str, Signature] | None = None
    constants: dict[str, bytes] | None = None


@dataclass(frozen=True)
class Runtime:
    """A whole runtime."""

    spec_version: int | None
    pallets: dict[str, Pallet] = field(default_factory=dict)


def product(members: list[Shape]) -> Shape:
    """Return the shape of some shapes one after another."""
    return members[0] if len(members) == 1 else f"({','.join(members)})"


def sequence(member: Shape) -> Shape:
    """Return the shape of any number of one shape."""
    return f"[{member}]"


def choice(variants: dict[int, Shape]) -> Shape:
    """Return the shape of an enum."""
    return "{" + ",".join(f"{index}:{variants[index]}" for index in sorted(variants)) + "}"


def option(member: Shape) -> Shape:
    """Return the shape of a value that may be missing."""
    return choice({0: "()", 1: member})
