"""Metadata of version 14 as a node serves it, in SCALE, turned into the form of JSON metadata."""

from typing import Any

from subtensor_spec.chain.scale import BYTES, U8, U32, Codec, Compact, Option, Vec
from subtensor_spec.errors import InvalidInput

MAGIC = b"meta"
VERSION = 14
_NUMBER = Compact(U32)
_PRIMITIVES = (
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "u256", "i8", "i16", "i32", "i64", "i128", "i256",
)  # fmt: skip
_HASHERS = (
    "Blake2_128", "Blake2_256", "Blake2_128Concat", "Twox128", "Twox256", "Twox64Concat", "Identity",
)  # fmt: skip


class _Text(Codec[str]):
    """UTF-8 text."""

    name = "str"

    def encode(self, value: str) -> bytes:
        return BYTES.encode(value.encode())

    def read(self, data: bytes, at: int) -> tuple[str, int]:
        raw, at = BYTES.read(data, at)
        return raw.decode(), at


class _Record(Codec[dict[str, Any]]):
    """Named fields in order, as a dictionary."""

    def __init__(self, name: str, /, **fields: Codec[Any]) -> None:
        self.name = name
        self.fields = fields

    def encode(self, value: dict[str, Any]) -> bytes:
        return b"".join(codec.encode(value[name]) for name, codec in self.fields.items())

    def read(self, data: bytes, at: int) -> tuple[dict[str, Any], int]:
        record = {}
        for name, codec in self.fields.items():
            record[name], at = codec.read(data, at)
        return record, at


class _Choice(Codec[dict[str, Any]]):
    """An enum as a dictionary with the variant's name and its body."""

    def __init__(self, name: str, variants: dict[str, Codec[Any]]) -> None:
        self.name, self.variants = name, list(variants.items())

    def encode(self, value: dict[str, Any]) -> bytes:
        ((kind, body),) = value.items()
        index = [name for name, _ in self.variants].index(kind)
        return bytes([index]) + self.variants[index][1].encode(body)

    def read(self, data: bytes, at: int) -> tuple[dict[str, Any], int]:
        index, at = U8.read(data, at)
        if index >= len(self.variants):
            raise InvalidInput("", f"{self.name} has no variant {index}")
        name, codec = self.variants[index]
        body, at = codec.read(data, at)
        return {name: body}, at


_TEXT = _Text()
_DOCS = Vec(_TEXT)
_FIELD = _Record("Field", name=Option(_TEXT), type=_NUMBER, type_name=Option(_TEXT), docs=_DOCS)
_VARIANT = _Record("Variant", name=_TEXT, fields=Vec(_FIELD), index=U8, docs=_DOCS)
_DEFINITION = _Choice(
    "TypeDef",
    {
        "composite": Vec(_FIELD),
        "variant": Vec(_VARIANT),
        "sequence": _NUMBER,
        "array": _Record("TypeDefArray", len=U32, type=_NUMBER),
        "tuple": Vec(_NUMBER),
        "primitive": U8,
        "compact": _NUMBER,
        "bits": _Record("TypeDefBitSequence", store=_NUMBER, order=_NUMBER),
    },
)
_PARAMETER = _Record("TypeParameter", name=_TEXT, type=Option(_NUMBER))
_TYPE = _Record("Type", id=_NUMBER, path=Vec(_TEXT), params=Vec(_PARAMETER), **{"def": _DEFINITION}, docs=_DOCS)
_MAP = _Record("Map", hashers=Vec(U8), key=_NUMBER, value=_NUMBER)
_ENTRY = _Record(
    "StorageEntry", name=_TEXT, modifier=U8, type=_Choice("StorageEntryType", {"plain": _NUMBER, "map": _MAP}),
    default=BYTES, docs=_DOCS,
)  # fmt: skip
_STORAGE = _Record("PalletStorage", prefix=_TEXT, entries=Vec(_ENTRY))
_CONSTANT = _Record("PalletConstant", name=_TEXT, type=_NUMBER, value=BYTES, docs=_DOCS)
_PALLET = _Record(
    "Pallet", name=_TEXT, storage=Option(_STORAGE), calls=Option(_NUMBER), events=Option(_NUMBER),
    constants=Vec(_CONSTANT), errors=Option(_NUMBER), index=U8,
)  # fmt: skip


def decode_metadata(data: bytes) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the types and the pallets of SCALE metadata, version 14; :class:`InvalidInput` for any other bytes."""
    if not data.startswith(MAGIC):
        raise InvalidInput("", "is no metadata: it does not begin with `meta`")
    if len(data) < 5 or data[4] != VERSION:
        raise InvalidInput("", f"is metadata of version {data[4] if len(data) > 4 else '?'}, not {VERSION}")
    try:
        types, at = Vec(_TYPE).read(data, len(MAGIC) + 1)
        pallets, _ = Vec(_PALLET).read(data, at)
    except UnicodeDecodeError:
        raise InvalidInput("", "holds a name that is no UTF-8") from None
    return [_with_names(entry) for entry in types], list(pallets)


def _with_names(entry: dict[str, Any]) -> dict[str, Any]:
    primitive = entry["def"].get("primitive")
    return entry if primitive is None else {**entry, "def": {"primitive": _PRIMITIVES[primitive]}}


def hasher_name(index: int) -> str:
    """Return the name of a storage hasher by its number."""
    return _HASHERS[index]
