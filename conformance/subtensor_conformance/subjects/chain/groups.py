"""Groups of storage: by the shape of what is stored, and by what is wrong with it."""

from collections.abc import Callable
from typing import Any

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_spec.chain.scale import (
    Bool,
    BTreeMap,
    ByteString,
    Codec,
    FixedBytes,
    Integer,
    Mapped,
    Option,
    PlainEnum,
    Struct,
    TaggedEnum,
    Tuple,
    Unit,
    Vec,
)
from subtensor_spec.wire.plain import bytes_from_hex
from subtensor_spec.wire.state.items import find_item, item_of


def _codec(row: Row) -> Codec[Any] | None:
    """Return how the value of the entry that a row is about is stored, nothing where there is no such item."""
    if row.function.name == "storage.entry":
        return _plain(find_item(row.values[0]).value)
    item = item_of(bytes_from_hex(row.values[0]))
    return None if item is None else _plain(item.value)


def _plain(codec: Codec[Any]) -> Codec[Any]:
    return _plain(codec.inner) if isinstance(codec, Mapped) else codec


def _is(*kinds: type[Any]) -> Callable[[Row], bool]:
    return lambda row: isinstance(_codec(row), kinds)


def _by_shape() -> list[Group]:
    """Return the groups of entries by the shape of their values."""
    shapes = (
        ("integer", (Integer,), "A number, the least significant byte first.", "Big-endian numbers."),
        ("truth", (Bool,), "A truth value, one byte.", "A bit, or a word."),
        ("bytes", (FixedBytes,), "Bytes of a fixed number: no length before them.", "A length before them."),
        (
            "text",
            (ByteString,),
            "Bytes of any number, their compact length first.",
            "A length of four bytes.",
        ),
        ("option", (Option,), "A value that may be nothing: a byte says which.", "Nothing as no bytes."),
        (
            "sequence",
            (Vec,),
            "A sequence: the compact number of members first.",
            "Eight bytes for the length.",
        ),
        ("map", (BTreeMap,), "A map in order of key, as a sequence of pairs.", "The order of insertion."),
        ("enum", (TaggedEnum,), "A variant with fields: its index, then the fields.", "Padding to the widest."),
        ("plain-enum", (PlainEnum,), "A variant without fields is its index.", "Its name, or four bytes."),
        ("unit", (Unit,), "A value that says nothing but that the entry is there has no bytes.", "A byte for it."),
        ("tuple", (Tuple,), "Members in order, with nothing between.", "Alignment."),
        ("struct", (Struct,), "Fields in order, with nothing between.", "Names, alignment, another order."),
    )
    return [Group(slug, _is(*kinds), why, catches) for slug, kinds, why, catches in shapes]


REFUSED = Group(
    "no-entry",
    lambda row: row.is_none,
    why="No item is stored so: a hash that is not its key's, bytes missing or too many, an unknown variant or item.",
    catches="Reading what a prefix of the bytes means, or taking a wrong hash for right.",
)

GROUPS: dict[str, list[Group]] = {
    "storage.entry": _by_shape(),
    "storage.read": [REFUSED, *_by_shape()],
    "storage.in_order": [
        Group(
            "identity",
            lambda row: row.values[0].endswith("SubnetTAO"),
            why="Keys that are not hashed are gone through by their bytes, the least significant first: 256 before 1.",
            catches="The order of numbers.",
        ),
        Group(
            "hashed",
            anything,
            why="Hashed keys are gone through in the order of their hashes.",
            catches="The order of keys, or of insertion.",
        ),
    ],
    "storage.digest": [
        Group(
            "any-order",
            anything,
            why="SHA-256 over keys and values in order of raw key, however the entries come.",
            catches="The order in which they come; lengths between them.",
        )
    ],
    "scale.compact": [
        Group(
            "shortest", anything, why="Every number has the shortest of four forms.", catches="A form that is longer."
        )
    ],
    "scale.read_compact": [
        Group(
            "refused",
            lambda row: row.is_none,
            why="Bytes that are missing or too many, a number too wide, and a form that is not the shortest.",
            catches="Reading them all the same.",
        ),
        Group("number", anything, why="The two lowest bits say which form it is.", catches="Reading them as a length."),
    ],
    "hashing.twox": [
        Group(
            "seeds",
            anything,
            why="xxHash64 with the seeds 0, 1, …, each as eight bytes, the least significant first.",
            catches="XXH128, or digests as their hex is printed.",
        )
    ],
    "hashing.key": [
        Group("and-the-key", anything, why="The hash stands before the key itself.", catches="The hash alone.")
    ],
    "hashing.prefix": [
        Group("two-hashes", anything, why="The pallet's hash, then the item's.", catches="One hash of both names.")
    ],
}
