"""The array kernels of I32F32 give, number for number, what the exact numbers give."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.vectorised.words import i32f32
from subtensor_spec.vectorised.words.arrays import Int64Array, as_int64

ONE, MAX, MIN = i32f32.ONE, i32f32.MAX, i32f32.MIN
EDGES = [0, 1, -1, ONE, ONE - 1, ONE + 1, -ONE, MAX, MAX - 1, MIN, MIN + 1, 1 << 31, 1 << 62, -(1 << 62), 65535 * ONE]

PROPORTIONS = st.integers(0, ONE) | st.sampled_from([0, 1, ONE - 1, ONE])
WIDTHS = st.integers(1, 63).flatmap(lambda width: st.integers(-(1 << width), (1 << width) - 1))
ANY = WIDTHS | st.sampled_from(EDGES)


def pairs(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[list[tuple[int, int]]]:
    return st.lists(st.tuples(numbers, numbers), max_size=12)


PAIRS = pairs(ANY) | pairs(PROPORTIONS) | pairs(st.sampled_from(EDGES))

OPERATIONS = {
    "add": (i32f32.add, I32F32.saturating_add),
    "subtract": (i32f32.subtract, I32F32.saturating_sub),
    "multiply": (i32f32.multiply, I32F32.saturating_mul),
    "checked multiply": (i32f32.checked_multiply_or_zero, lambda a, b: a.checked_mul(b) or I32F32.ZERO),
    "safe divide": (i32f32.safe_divide, I32F32.safe_div),
}


def columns(given: list[tuple[int, int]]) -> tuple[Int64Array, Int64Array]:
    return as_int64(left for left, _ in given), as_int64(right for _, right in given)


@pytest.mark.parametrize("name", OPERATIONS)
@given(given_pairs=PAIRS)
@settings(max_examples=150)
def test_each_operation_is_the_exact_one_on_every_lane(name: str, given_pairs: list[tuple[int, int]]) -> None:
    """Whatever else is in the array: the range of the whole array only decides how many words are used."""
    compute, exact = OPERATIONS[name]
    expected = [exact(I32F32.from_bits(left), I32F32.from_bits(right)).bits for left, right in given_pairs]
    assert compute(*columns(given_pairs)).tolist() == expected


@pytest.mark.parametrize("name", OPERATIONS)
def test_all_pairs_of_edges_agree_alone_and_together(name: str) -> None:
    """Alone a pair may take the branch of one word, together with the others it takes that of two."""
    compute, exact = OPERATIONS[name]
    together = compute(*columns([(left, right) for left in EDGES for right in EDGES])).reshape(len(EDGES), -1)
    for left, row in zip(EDGES, together.tolist(), strict=True):
        for right, found in zip(EDGES, row, strict=True):
            expected = exact(I32F32.from_bits(left), I32F32.from_bits(right)).bits
            assert found == expected
            assert compute(as_int64([left]), as_int64([right])).tolist() == [expected]


@given(values=st.lists(ANY, max_size=8), factor=ANY)
@settings(max_examples=60)
def test_one_number_stands_for_any_number_of_equal_ones(values: list[int], factor: int) -> None:
    """A scalar operand broadcasts."""
    repeated = as_int64([factor] * len(values))
    for compute, _ in OPERATIONS.values():
        found = compute(as_int64(values), i32f32.scalar(factor))
        assert np.array_equal(found, compute(as_int64(values), repeated))
