"""Between stored integers and fixed-point numbers."""

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32, I64F64
from subtensor_spec.chapters.consensus.matrix.conversions import (
    fixed64_to_fixed32,
    fixed64_to_u64,
    fixed_proportion_to_u16,
    fixed_to_fixed_u16_proportion,
    u16_proportion_to_fixed,
    u16_to_fixed,
)

ONE = 1 << 32


def test_kappa_of_32767_is_a_little_under_one_half() -> None:
    """So that an exact half of the stake is a majority."""
    assert u16_proportion_to_fixed(32767).bits == 2147450879
    assert u16_proportion_to_fixed(32768).bits == 2147516416


@given(st.integers(0, 65535))
def test_a_proportion_is_the_65535th_part_rounded_down(value: int) -> None:
    assert u16_proportion_to_fixed(value).bits == value * ONE // 65535
    assert u16_to_fixed(value).bits == value * ONE


@given(st.integers(0, 65535))
def test_storing_a_stored_proportion_again_loses_at_most_one(value: int) -> None:
    """Reading rounds down and writing rounds down, so only 0 and 65535 are sure to come back."""
    again = fixed_proportion_to_u16(u16_proportion_to_fixed(value))
    assert value - 1 <= again <= value
    if value in (0, 65535):
        assert again == value


@given(st.integers(-(1 << 63), (1 << 63) - 1))
def test_a_proportion_outside_zero_and_one_is_stored_as_the_nearer_limit(bits: int) -> None:
    stored = fixed_proportion_to_u16(I32F32.from_bits(bits))
    assert stored == min(max(bits * 65535 // ONE, 0), 65535)


def test_dividing_by_65535_rounds_toward_zero() -> None:
    assert fixed_to_fixed_u16_proportion(I32F32.from_bits(-65536)).bits == -1
    assert fixed_to_fixed_u16_proportion(I32F32.from_bits(-65534)).bits == 0


@given(st.integers(-(1 << 127), (1 << 127) - 1))
def test_a_stake_is_whole_rao_rounded_down_and_never_negative(bits: int) -> None:
    assert fixed64_to_u64(I64F64.from_bits(bits)) == max(bits >> 64, 0)


def test_narrowing_rounds_down_and_saturates() -> None:
    assert fixed64_to_fixed32(I64F64.from_bits(-1)).bits == -1
    assert fixed64_to_fixed32(I64F64.from_bits((1 << 32) - 1)).bits == 0
    assert fixed64_to_fixed32(I64F64.MAX) == I32F32.MAX
    assert fixed64_to_fixed32(I64F64.MIN) == I32F32.MIN
