"""SCALE: how the chain writes values as bytes, one codec for each type.

A codec is a value that describes a type: ``U64``, ``Vec(ACCOUNT_ID)``, ``Struct(LockState, locked_mass=U64, …)``.
Integers are little-endian and of fixed width; a sequence states its length first, compactly; a struct is its fields in
order; an enum is the index of its variant, then the variant's fields. What a codec decodes is immutable and must be
left so.
"""

from subtensor_spec.chain.scale.codec import Codec, Mapped
from subtensor_spec.chain.scale.enums import PlainEnum, TaggedEnum
from subtensor_spec.chain.scale.numbers import (
    BOOL,
    I16,
    I32,
    I64,
    I128,
    LENGTH,
    U8,
    U16,
    U32,
    U64,
    U128,
    UNIT,
    Bool,
    Compact,
    Integer,
    Unit,
)
from subtensor_spec.chain.scale.products import BTreeMap, Newtype, Option, Struct, Tuple
from subtensor_spec.chain.scale.sequences import BYTES, ByteString, FixedBytes, Vec

__all__ = [
    "BOOL",
    "BYTES",
    "I16",
    "I32",
    "I64",
    "I128",
    "LENGTH",
    "U8",
    "U16",
    "U32",
    "U64",
    "U128",
    "UNIT",
    "BTreeMap",
    "Bool",
    "ByteString",
    "Codec",
    "Compact",
    "FixedBytes",
    "Integer",
    "Mapped",
    "Newtype",
    "Option",
    "PlainEnum",
    "Struct",
    "TaggedEnum",
    "Tuple",
    "Unit",
    "Vec",
]
