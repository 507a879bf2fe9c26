"""The one-word kernels of proportions: right up to one itself, where products and numerators reach two to the 64th."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.matrix.conversions import fixed_proportion_to_u16
from subtensor_spec.vectorised.words import proportions
from subtensor_spec.vectorised.words.arrays import as_int64, as_uint64

ONE = 1 << 32
PROPORTION = st.integers(0, ONE) | st.sampled_from([0, 1, ONE - 1, ONE])


@given(pairs=st.lists(st.tuples(PROPORTION, PROPORTION), min_size=1, max_size=10))
def test_a_product_is_rounded_down(pairs: list[tuple[int, int]]) -> None:
    """One times one is one, though its product needs a bit more than a word."""
    left, right = as_int64(a for a, _ in pairs), as_int64(b for _, b in pairs)
    expected = [I32F32.from_bits(a).saturating_mul(I32F32.from_bits(b)).bits for a, b in pairs]
    assert proportions.scale(left, right, np.empty_like(left)).tolist() == expected
    assert proportions.scale(left, right, left).tolist() == expected


@given(data=st.data())
@settings(max_examples=150)
def test_columns_are_divided_by_something_at_least_as_large(data: st.DataObject) -> None:
    """A value of one is divided right as well, by one or by a larger sum; a column of zeros stays."""
    rows, columns = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 4))
    table = [[data.draw(PROPORTION) for _ in range(columns)] for _ in range(rows)]
    extra = [data.draw(st.integers(0, 3 * ONE) | st.just(0)) for _ in range(columns)]
    divisors = [max(row[j] for row in table) + extra[j] for j in range(columns)]
    by = [I32F32.from_bits(divisor) for divisor in divisors]
    expected = [[I32F32.from_bits(value).safe_div(by[j]).bits for j, value in enumerate(row)] for row in table]
    assert proportions.divide_columns(np.array(table), as_int64(divisors)).tolist() == expected


@pytest.mark.parametrize("power", range(1, 63))
def test_reciprocals_around_powers_of_two(power: int) -> None:
    """A power of two divides two to the 64th, so its reciprocal is one more than that of two to the 64th less one."""
    values = [value for value in (2**power - 1, 2**power, 2**power + 1) if value > 1]
    assert proportions.reciprocal(as_uint64(values)).tolist() == [2**64 // value for value in values]


@given(parts=st.lists(st.tuples(st.integers(0, 2**31 - 1), st.integers(0, 2**31 - 1)), min_size=1, max_size=8))
def test_integers_become_parts_of_their_totals(parts: list[tuple[int, int]]) -> None:
    """Rounded down; the whole total is one."""
    values, totals = as_int64(min(pair) for pair in parts), as_int64(max(pair) for pair in parts)
    expected = [(min(pair) << 32) // max(max(pair), 1) for pair in parts]
    assert proportions.divide_integers(values, totals).tolist() == expected


@given(values=st.lists(PROPORTION, max_size=10))
def test_proportions_as_u16(values: list[int]) -> None:
    """One is 65535; everything else is rounded down."""
    assert proportions.to_u16(as_int64(values)).tolist() == [
        fixed_proportion_to_u16(I32F32.from_bits(value)) for value in values
    ]


def test_what_is_a_proportion() -> None:
    """Neither a negative number nor one bit above one is."""
    assert proportions.are_proportions(as_int64([0, 1, ONE]))
    assert not proportions.are_proportions(as_int64([0, ONE + 1]))
    assert not proportions.are_proportions(as_int64([-1, 0]))
