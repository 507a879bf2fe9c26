"""The shapes of this specification's own types."""

from functools import singledispatch
from typing import Any

from subtensor_spec.chain.events import DISPATCH_ERROR
from subtensor_spec.chain.scale import (
    Bool,
    BTreeMap,
    ByteString,
    Codec,
    Compact,
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
from subtensor_spec.wire.metadata.runtime import Shape, choice, option, product, sequence

ANY = "?"
"""The shape of what is not compared: an error within an event."""


@singledispatch
def shape_of(codec: Codec[Any]) -> Shape:
    """Return the shape of a codec's type."""
    raise TypeError(f"{codec} has no shape")


@shape_of.register
def _(codec: Integer) -> Shape:
    return codec.name


@shape_of.register
def _(codec: Compact) -> Shape:
    return f"compact<{codec.inner.name}>"


@shape_of.register
def _(_codec: Bool) -> Shape:
    return "bool"


@shape_of.register
def _(_codec: Unit) -> Shape:
    return "()"


@shape_of.register
def _(codec: FixedBytes) -> Shape:
    return f"{codec.length}*u8"


@shape_of.register
def _(_codec: ByteString) -> Shape:
    return sequence("u8")


@shape_of.register
def _(codec: Vec) -> Shape:  # type: ignore[type-arg]
    return sequence(shape_of(codec.inner))


@shape_of.register
def _(codec: Tuple) -> Shape:
    return product([shape_of(inner) for inner in codec.inner])


@shape_of.register
def _(codec: Option) -> Shape:  # type: ignore[type-arg]
    return option(shape_of(codec.inner))


@shape_of.register
def _(codec: BTreeMap) -> Shape:  # type: ignore[type-arg]
    return sequence(product([shape_of(codec.key), shape_of(codec.value)]))


@shape_of.register
def _(codec: Struct) -> Shape:  # type: ignore[type-arg]
    return product([shape_of(inner) for inner in codec.fields.values()])


@shape_of.register
def _(codec: PlainEnum) -> Shape:  # type: ignore[type-arg]
    return choice({member.value: "()" for member in codec.members})


@shape_of.register
def _(codec: TaggedEnum) -> Shape:
    return choice({index: shape_of(variant) for index, variant in codec.variants.items()})


@shape_of.register
def _(codec: Mapped) -> Shape:  # type: ignore[type-arg]
    return ANY if codec is DISPATCH_ERROR else shape_of(codec.inner)
