"""Typed values as JSON and back, by their codec.

Integers of 32 bits or fewer are JSON integers; wider ones, and the bits of fixed-point numbers, are decimal strings.
Bytes are ``0x`` and hex. A struct is an object; a variant without fields is its name, one with fields an object with
one member; a sequence, a tuple or a map's pairs are arrays; nothing is null.
"""

from functools import singledispatch
from typing import Any, cast

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
    Newtype,
    Option,
    PlainEnum,
    Struct,
    TaggedEnum,
    Tuple,
    Unit,
    Vec,
)
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.plain import Json, array, bytes_from_hex, is_canonical, shown

_NUMBER_BITS = 32
"""Integers wider than this are decimal strings."""


@singledispatch
def to_json(codec: Codec[Any], value: Any) -> Json:
    """Return a value of the codec's type in its JSON form."""
    raise TypeError(f"{codec} has no JSON form")


@singledispatch
def from_json(codec: Codec[Any], form: Json) -> Any:
    """Return the value that a JSON form of the codec's type states; :class:`InvalidInput` if it states none."""
    raise TypeError(f"{codec} has no JSON form")


@to_json.register
def _(codec: Integer, value: int) -> Json:
    return value if codec.width <= _NUMBER_BITS else str(value)


@from_json.register
def _(codec: Integer, form: Json) -> int:
    value = _integer(codec, form)
    if not codec.minimum <= value <= codec.maximum:
        raise InvalidInput("", f"{value} is outside the range of {codec.name}")
    return value


def _integer(codec: Integer, form: Json) -> int:
    if codec.width <= _NUMBER_BITS:
        if not isinstance(form, int) or isinstance(form, bool):
            raise InvalidInput("", f"{shown(form)} is no JSON integer ({codec.name})")
        return form
    if not isinstance(form, str) or not is_canonical(form):
        raise InvalidInput("", f"{shown(form)} is no canonical decimal string ({codec.name})")
    return int(form)


@to_json.register
def _(codec: Compact, value: int) -> Json:
    return to_json(codec.inner, value)


@from_json.register
def _(codec: Compact, form: Json) -> int:
    return cast(int, from_json(codec.inner, form))


@to_json.register
def _(_codec: Bool, value: bool) -> Json:
    return value


@from_json.register
def _(_codec: Bool, form: Json) -> bool:
    if not isinstance(form, bool):
        raise InvalidInput("", f"{shown(form)} is neither true nor false")
    return form


@to_json.register
def _(_codec: Unit, _value: None) -> Json:
    return None


@from_json.register
def _(_codec: Unit, form: Json) -> None:
    if form is not None:
        raise InvalidInput("", f"{shown(form)} is not null")


@to_json.register(FixedBytes)
@to_json.register(ByteString)
def _(_codec: Codec[bytes], value: bytes) -> Json:
    return "0x" + value.hex()


@from_json.register(FixedBytes)
@from_json.register(ByteString)
def _(codec: Codec[bytes], form: Json) -> bytes:
    value = bytes_from_hex(form)
    codec.encode(value)
    return value


@to_json.register
def _(codec: Vec, value: tuple[Any, ...]) -> Json:  # type: ignore[type-arg]
    return [to_json(codec.inner, member) for member in value]


@from_json.register
def _(codec: Vec, form: Json) -> tuple[Any, ...]:  # type: ignore[type-arg]
    return tuple(_within(f"[{i}]", codec.inner, member) for i, member in enumerate(array(form)))


def _within(where: str, codec: Codec[Any], form: Json) -> Any:
    try:
        return from_json(codec, form)
    except InvalidInput as complaint:
        raise complaint.within(where) from None


@to_json.register
def _(codec: Tuple, value: tuple[Any, ...]) -> Json:
    return [to_json(inner, member) for inner, member in zip(codec.inner, value, strict=True)]


@from_json.register
def _(codec: Tuple, form: Json) -> tuple[Any, ...]:
    members = array(form)
    if len(members) != len(codec.inner):
        raise InvalidInput("", f"{len(members)} members where {codec.name} has {len(codec.inner)}")
    return tuple(_within(f"[{i}]", inner, members[i]) for i, inner in enumerate(codec.inner))


@to_json.register
def _(codec: Option, value: Any) -> Json:  # type: ignore[type-arg]
    return None if value is None else to_json(codec.inner, value)


@from_json.register
def _(codec: Option, form: Json) -> Any:  # type: ignore[type-arg]
    return None if form is None else from_json(codec.inner, form)


@to_json.register
def _(codec: BTreeMap, value: Any) -> Json:  # type: ignore[type-arg]
    return [[to_json(codec.key, key), to_json(codec.value, value[key])] for key in sorted(value)]


@from_json.register
def _(codec: BTreeMap, form: Json) -> Any:  # type: ignore[type-arg]
    return dict(cast(Any, from_json(Vec(Tuple(codec.key, codec.value)), form)))


@to_json.register
def _(codec: Struct, value: Any) -> Json:  # type: ignore[type-arg]
    return {name: to_json(inner, getattr(value, name)) for name, inner in codec.fields.items()}


@from_json.register
def _(codec: Struct, form: Json) -> Any:  # type: ignore[type-arg]
    if not isinstance(form, dict) or set(form) != set(codec.fields):
        raise InvalidInput("", f"{shown(form)} is no {codec.name} with {', '.join(codec.fields)}")
    return codec.build(*(_within(name, inner, form[name]) for name, inner in codec.fields.items()))


@to_json.register
def _(codec: Newtype, value: Any) -> Json:  # type: ignore[type-arg]
    [(name, inner)] = codec.fields.items()
    return to_json(inner, getattr(value, name))


@from_json.register
def _(codec: Newtype, form: Json) -> Any:  # type: ignore[type-arg]
    [inner] = codec.fields.values()
    return codec.build(from_json(inner, form))


@to_json.register
def _(_codec: PlainEnum, value: Any) -> Json:  # type: ignore[type-arg]
    return value.name


@from_json.register
def _(codec: PlainEnum, form: Json) -> Any:  # type: ignore[type-arg]
    if not isinstance(form, str) or form not in codec.members.__members__:
        raise InvalidInput("", f"{shown(form)} is no {codec.name}")
    return codec.members[form]


@to_json.register
def _(codec: TaggedEnum, value: Any) -> Json:
    variant = next(v for v in codec.variants.values() if v.build is type(value))
    return {variant.name: to_json(variant, value)} if variant.fields else variant.name


@from_json.register
def _(codec: TaggedEnum, form: Json) -> Any:
    name, fields = next(iter(form.items())) if isinstance(form, dict) and len(form) == 1 else (form, {})
    for variant in codec.variants.values():
        if variant.name == name:
            return _within(variant.name, variant, fields)
    raise InvalidInput("", f"{shown(form)} is no {codec.name}")


@to_json.register
def _(codec: Mapped, value: Any) -> Json:  # type: ignore[type-arg]
    if codec is DISPATCH_ERROR:
        pallet, _, variant = value.code.partition(".")
        return {"Module": {"pallet": pallet, "code": variant}} if variant else pallet
    return to_json(codec.inner, codec.plain(value))


@from_json.register
def _(codec: Mapped, form: Json) -> Any:  # type: ignore[type-arg]
    return codec.build(from_json(codec.inner, form))
