"""Limbs against Python's own integers, which have no width."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.vectorised.words.wide import addition, division, limbs, multiplication, shifts
from subtensor_spec.vectorised.words.wide.limbs import RADIX

COUNT = 4
WIDTH = COUNT * RADIX.bits


def edge_heavy(width: int) -> st.SearchStrategy[int]:
    """Unsigned integers of a width, often next to a power of two: all zeros or all ones in some limbs."""
    powers = st.builds(lambda place, nudge: (1 << place) + nudge, st.integers(0, width), st.integers(-2, 2))
    return st.one_of(st.integers(0, (1 << width) - 1), powers.map(lambda value: value % (1 << width)))


PAIRS = st.lists(st.tuples(edge_heavy(WIDTH), edge_heavy(WIDTH)), min_size=1, max_size=40)


def columns(pairs: list[tuple[int, int]]) -> tuple[limbs.Limbs, limbs.Limbs]:
    return tuple(limbs.from_integers([pair[side] for pair in pairs], COUNT) for side in (0, 1))


def signed(value: int) -> int:
    return value - (1 << WIDTH) if value >> WIDTH - 1 else value


@given(PAIRS)
@settings(max_examples=60, deadline=None)
def test_sums_differences_and_order_are_those_of_integers_modulo_the_width(pairs):
    left, right = columns(pairs)
    total, carry = addition.add_carrying(left, right, limbs.ZERO, RADIX)
    assert limbs.to_integers(total, signed=False) == [(a + b) % (1 << WIDTH) for a, b in pairs]
    assert carry.tolist() == [(a + b) >> WIDTH for a, b in pairs]
    difference = addition.subtract(left, right, RADIX)
    assert limbs.to_integers(difference, signed=False) == [(a - b) % (1 << WIDTH) for a, b in pairs]
    assert addition.less(left, right, RADIX).tolist() == [a < b for a, b in pairs]
    assert addition.less_signed(left, right, RADIX).tolist() == [signed(a) < signed(b) for a, b in pairs]
    sizes = limbs.to_integers(addition.magnitude(left, RADIX), signed=False)
    assert sizes == [abs(signed(a)) for a, _ in pairs]


@given(PAIRS)
@settings(max_examples=60, deadline=None)
def test_products_are_whole(pairs):
    left, right = columns(pairs)
    product = multiplication.multiply(left, right, RADIX)
    assert limbs.to_integers(product, signed=False) == [a * b for a, b in pairs]
    product = multiplication.multiply_signed(left, right, RADIX)
    assert limbs.to_integers(product, signed=True) == [signed(a) * signed(b) for a, b in pairs]


@given(st.lists(st.tuples(edge_heavy(2 * WIDTH), edge_heavy(WIDTH).filter(bool)), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_quotient_and_remainder_are_those_of_integers(pairs):
    numerator = limbs.from_integers([pair[0] for pair in pairs], 2 * COUNT)
    divisor = limbs.from_integers([pair[1] for pair in pairs], COUNT)
    quotient, _ = division.divide(numerator, divisor, RADIX)
    assert limbs.to_integers(quotient, signed=False) == [a // b for a, b in pairs]
    rest = division.remainder(numerator, divisor, RADIX)
    assert limbs.to_integers(rest, signed=False) == [a % b for a, b in pairs]


def test_division_corrects_an_estimate_that_is_two_too_large():
    """Algorithm D's hardest case: the top limbs alone suggest a digit that must be lowered twice."""
    base = 1 << RADIX.bits
    divisor = base // 2 * base**3 + base**3 - 1
    numerator = (base - 1) * (base // 2) * base**3
    estimate = (numerator // base**3) // (divisor // base**3)
    assert estimate - numerator // divisor == 2
    quotient, _ = division.divide(limbs.from_integers([numerator], 5), limbs.from_integers([divisor], 4), RADIX)
    assert limbs.to_integers(quotient, signed=False) == [numerator // divisor]


@pytest.mark.parametrize("divisor", [1, 2, 3, 63, (1 << 32) - 1])
@given(values=st.lists(edge_heavy(WIDTH), min_size=1, max_size=40))
@settings(max_examples=15, deadline=None)
def test_division_by_a_small_integer_is_that_of_integers(divisor, values):
    quotient = division.divide_by_small(limbs.from_integers(values, COUNT), divisor, RADIX)
    assert limbs.to_integers(quotient, signed=False) == [value // divisor for value in values]


@given(st.lists(edge_heavy(WIDTH), min_size=1, max_size=40), st.integers(0, 2 * WIDTH))
@settings(max_examples=60, deadline=None)
def test_shifts_multiply_and_divide_by_powers_of_two_rounding_down(values, places):
    numbers = limbs.from_integers(values, COUNT)
    raised = shifts.shift_left(numbers, places, RADIX)
    assert limbs.to_integers(raised, signed=False) == [value << places for value in values]
    raised = shifts.shift_left_signed(numbers, places, RADIX)
    assert limbs.to_integers(raised, signed=True) == [signed(value) << places for value in values]
    lowered = shifts.shift_right(numbers, places, RADIX)
    assert limbs.to_integers(lowered, signed=True) == [signed(value) >> places for value in values]


@given(st.lists(st.tuples(edge_heavy(WIDTH), st.integers(0, WIDTH - 1)), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_each_lane_is_shifted_by_its_own_places_and_counts_its_own_zeros(pairs):
    numbers = limbs.from_integers([value for value, _ in pairs], COUNT)
    places = np.array([place for _, place in pairs], dtype=np.uint64)
    raised = shifts.shift_left_each(numbers, places, WIDTH, RADIX)
    assert limbs.to_integers(raised, signed=False) == [(v << p) % (1 << WIDTH) for v, p in pairs]
    zeros = shifts.leading_zeros(numbers, RADIX).tolist()
    assert zeros == [WIDTH - max(value.bit_length(), 1) for value, _ in pairs]


def test_every_limb_is_an_array_of_64_bit_words():
    """Were a limb ever another type, numpy would go on in floats or Python objects without a word."""
    numbers = limbs.from_integers([5, 7], COUNT)
    quotient, rest = division.divide(numbers, numbers, RADIX)
    product = multiplication.multiply_signed(numbers, numbers, RADIX)
    shifted = shifts.shift_left_each(numbers, shifts.leading_zeros(numbers, RADIX), WIDTH, RADIX)
    for limb in (*quotient, *rest, *product, *shifted, *limbs.constant(-1, COUNT, RADIX)):
        assert limb.dtype == np.uint64
