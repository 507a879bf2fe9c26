"""Scaling to the full range of u16."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.matrix.max_upscale import (
    check_vec_max_limited,
    vec_max_upscale_to_u16,
    vec_u16_max_upscale_to_u16,
)

WEIGHTS = st.lists(st.integers(0, 65535), max_size=10)


def whole(*values: int) -> list[I32F32]:
    return [I32F32.saturating_from_num(value) for value in values]


@given(WEIGHTS)
def test_the_greatest_becomes_65535_and_the_order_stays(weights: list[int]) -> None:
    result = vec_u16_max_upscale_to_u16(weights)
    assert len(result) == len(weights)
    if any(weights):
        assert max(result) == 65535
    assert all(
        a <= b
        for low, a in zip(weights, result, strict=True)
        for high, b in zip(weights, result, strict=True)
        if low <= high
    )


@given(WEIGHTS)
def test_scaling_again_changes_nothing(weights: list[int]) -> None:
    once = vec_u16_max_upscale_to_u16(weights)
    assert vec_u16_max_upscale_to_u16(once) == once


def test_half_is_rounded_up() -> None:
    """1 of 2 is 32767.5 of 65535."""
    assert vec_u16_max_upscale_to_u16([1, 2]) == [32768, 65535]


@pytest.mark.parametrize(("greatest", "expected"), [(32768, 2), (32769, 2)])
def test_above_32768_the_factor_is_divided_first(greatest: int, expected: int) -> None:
    assert vec_max_upscale_to_u16(whole(1, greatest)) == [expected, 65535]


def test_a_factor_divided_first_loses_bits() -> None:
    """65535 divided by the greatest number is cut to 32 bits after the point, so even that number falls short."""
    assert vec_max_upscale_to_u16([I32F32.MAX, I32F32.ONE]) == [65535, 0]
    assert vec_max_upscale_to_u16(whole(2_000_000_000, 1_000_000_000)) == [65535, 32767]


def test_nothing_above_zero() -> None:
    """With a greatest of zero entries are multiplied and cut; with a negative one the signs cancel."""
    assert vec_max_upscale_to_u16([]) == []
    assert vec_max_upscale_to_u16(whole(0, -3)) == [0, 0]
    assert vec_max_upscale_to_u16(whole(-1, -2)) == [65535, 65535]


def test_a_limit_is_on_the_share_of_the_sum() -> None:
    assert check_vec_max_limited([], 0)
    assert check_vec_max_limited([0, 0], 0)
    assert check_vec_max_limited([1, 1], 32768)
    assert not check_vec_max_limited([1, 1], 32767)
    assert check_vec_max_limited([5], 65535)
