"""The exponential of whole arrays takes the chain's every rounding, however many words a product needs."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.matrix import sigmoid
from subtensor_spec.vectorised.consensus.matrix import exponential
from subtensor_spec.vectorised.words.arrays import as_int64, as_uint64

ONE = 1 << 32
LIMIT = 20 * ONE
EDGES = [0, 1, -1, ONE, -ONE, ONE - 1, ONE + 1, LIMIT, -LIMIT, LIMIT + 1, -LIMIT - 1, (1 << 63) - 1, -(1 << 63)]
ARGUMENTS = st.integers(-LIMIT - ONE, LIMIT + ONE) | st.integers(-2 * ONE, 2 * ONE) | st.sampled_from(EDGES)


def number(bits: int) -> I32F32:
    return I32F32.from_bits(bits)


@given(values=st.lists(ARGUMENTS, max_size=12))
@settings(max_examples=150)
def test_the_safe_exponential_is_the_exact_one(values: list[int]) -> None:
    """Whatever the greatest argument beside it, which decides how products are computed."""
    assert exponential.exp_safe(as_int64(values)).tolist() == [sigmoid.exp_safe(number(x)).bits for x in values]


@pytest.mark.parametrize("greatest", [ONE // 2, ONE, 2 * ONE, 5 * ONE, 11 * ONE, 12 * ONE, 13 * ONE, 19 * ONE, LIMIT])
def test_each_way_to_multiply_gives_the_same_series(greatest: int) -> None:
    """One word, x split in two, or both factors split: a small argument has the same exponential beside any other."""
    values = [0, 1, ONE // 3, greatest // 2, greatest - 1, greatest]
    alone = [exponential.exp_series(as_uint64([x])).tolist()[0] for x in values]
    assert exponential.exp_series(as_uint64(values)).tolist() == alone
    assert alone == [sigmoid.exp_safe(number(x)).bits if x != ONE else alone[i] for i, x in enumerate(values)]


@given(greatest=st.integers(0, LIMIT), part=st.integers(0, 1000))
@settings(max_examples=60)
def test_terms_of_the_greatest_bound_all_others(greatest: int, part: int) -> None:
    """Multiplying, dividing and rounding down preserve order."""
    lesser = exponential.term_bounds(greatest * part // 1000)
    assert all(small <= large for small, large in zip(lesser, exponential.term_bounds(greatest), strict=True))


@given(values=st.lists(st.integers(-(1 << 63), (1 << 63) - 1) | st.integers(0, 40), max_size=8))
@example(values=[0, 1, 2, 3, ONE])
@settings(max_examples=30)
def test_the_safe_logarithm_is_the_exact_one(values: list[int]) -> None:
    """Zero where there is none."""
    assert exponential.safe_ln(as_int64(values)).tolist() == [sigmoid.safe_ln(number(x)).bits for x in values]


PROPORTION = st.integers(0, ONE) | st.sampled_from([0, 1, ONE])
STEEPNESS = st.integers(-32768, 32767).map(lambda stored: stored << 32) | st.sampled_from([(1 << 63) - 1, -(1 << 63)])
ANY = st.integers(-(1 << 63), (1 << 63) - 1) | PROPORTION


@given(
    rows=st.lists(st.tuples(ANY, ANY, ANY), min_size=1, max_size=6),
    low=PROPORTION,
    high=PROPORTION,
    steepness=STEEPNESS,
)
@settings(max_examples=120)
def test_the_sigmoid_of_liquid_alpha_is_the_exact_one(
    rows: list[tuple[int, int, int]], low: int, high: int, steepness: int
) -> None:
    """For weights, bonds and consensus of any size, and limits that cross."""
    settings_of_alpha = [low, high, steepness]
    arrays = [as_int64(column) for column in zip(*rows, strict=True)]
    found = exponential.alpha_sigmoid(*arrays, *(np.array([bits]) for bits in settings_of_alpha))
    expected = [sigmoid.alpha_sigmoid(*(number(bits) for bits in (*row, *settings_of_alpha))).bits for row in rows]
    assert found.tolist() == expected
