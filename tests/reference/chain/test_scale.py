"""SCALE: forms of numbers, sequences and enums, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scalecodec.base import RuntimeConfigurationObject, ScaleBytes
from scalecodec.type_registry import load_type_registry_preset

from subtensor_spec.chain.scale import (
    BOOL,
    BYTES,
    I64,
    U8,
    U16,
    U64,
    U128,
    Codec,
    Compact,
    Option,
    Tuple,
    Vec,
)
from subtensor_spec.chain.types import RATE_LIMIT_KEY, RECYCLE_OR_BURN, ROOT_CLAIM_TYPE, KeepSubnets, NetUid
from subtensor_spec.errors import InvalidInput

INDEPENDENT = RuntimeConfigurationObject()
INDEPENDENT.update_type_registry(load_type_registry_preset("core"))


@given(st.integers(0, 2**128 - 1))
def test_compact_numbers_are_those_of_an_independent_codec(value: int) -> None:
    codec = Compact(U128)
    theirs = INDEPENDENT.create_scale_object("Compact<u128>").encode(value)
    assert codec.encode(value) == bytes(theirs.data)
    assert codec.decode(codec.encode(value)) == value


@given(st.lists(st.tuples(st.integers(0, 2**16 - 1), st.integers(0, 2**16 - 1)), max_size=80))
def test_flat_sequences_are_those_of_an_independent_codec(value: list[tuple[int, int]]) -> None:
    codec = Vec(Tuple(U16, U16))
    theirs = INDEPENDENT.create_scale_object("Vec<(u16, u16)>").encode(value)
    assert codec.encode(tuple(value)) == bytes(theirs.data)
    assert codec.decode(codec.encode(tuple(value))) == tuple(value)


@given(st.integers(-(2**63), 2**63 - 1))
def test_signed_numbers_are_twos_complement(value: int) -> None:
    read = INDEPENDENT.create_scale_object("i64", ScaleBytes(bytearray(I64.encode(value))))
    assert read.decode() == value


@pytest.mark.parametrize(
    ("codec", "data", "words"),
    [
        (U64, b"\0" * 7, "u64 ends after 7 of 8 bytes"),
        (U64, b"\0" * 9, "1 bytes too many for u64"),
        (BOOL, b"\2", "byte 2 is no bool"),
        (Compact(U64), b"\1\0", "not in its shortest form"),
        (BYTES, b"\x10abc", "ends after 3 of 4 bytes"),
        (Vec(U16), b"\x08\1\0", "ends after 2 of 4 bytes"),
        (Vec(Option(U8)), b"\x04\2", "byte 2 is no bool"),
        (RECYCLE_OR_BURN, b"\2", "RecycleOrBurnEnum has no variant 2"),
        (ROOT_CLAIM_TYPE, b"\3", "RootClaimTypeEnum has no variant 3"),
        (RATE_LIMIT_KEY, b"\1\0\0\xff", "Hyperparameter has no variant 255"),
    ],
)
def test_bytes_that_are_no_value_are_refused(codec: Codec[object], data: bytes, words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        codec.decode(data)


@pytest.mark.parametrize(
    ("codec", "value"), [(U8, 256), (U8, -1), (Vec(U16), (65_536,)), (Compact(U16), 65_536), (I64, 2**63)]
)
def test_values_that_a_type_does_not_hold_are_refused(codec: Codec[object], value: object) -> None:
    with pytest.raises(InvalidInput, match=r"out of range|outside the range"):
        codec.encode(value)


def test_an_enum_is_its_index_and_its_fields() -> None:
    value = KeepSubnets((NetUid(1), NetUid(3)))
    assert ROOT_CLAIM_TYPE.encode(value) == b"\2\x08\1\0\3\0"
    assert ROOT_CLAIM_TYPE.decode(b"\2\x08\1\0\3\0") == value
