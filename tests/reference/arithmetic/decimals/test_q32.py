"""Q32 powers: never above the true power, saturating, and the decay factor is the greatest that halves in time."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic.decimals.q32 import ONE, decay_factor, multiply, power

U64 = st.integers(0, 2**64 - 1)
TOP = 2**64 - 1


@given(U64, U64)
@settings(deadline=None)
def test_a_product_is_rounded_down_and_saturates(value: int, factor: int) -> None:
    assert multiply(value, factor) == min(int(Fraction(value) * Fraction(factor, ONE)), TOP)


@given(st.integers(0, ONE), st.integers(0, 2**16 - 1))
@settings(deadline=None)
def test_a_power_of_a_factor_up_to_one_is_at_most_the_true_one(base: int, exponent: int) -> None:
    """Each of at most 30 products rounds down, and the errors stay below the number of factors in last bits."""
    exact = (base / ONE) ** exponent * ONE
    assert exact - exponent - 1 <= power(base, exponent) <= exact * (1 + 1e-9) + 1


@given(st.integers(0, ONE), st.integers(1, 2000))
@settings(deadline=None)
def test_a_power_falls_as_the_exponent_grows(base: int, exponent: int) -> None:
    """Up to one bit for each product of the squaring, which can round one exponent more than the next."""
    assert power(base, exponent + 1) <= power(base, exponent) + 2 * exponent.bit_length()


def test_anything_to_the_zeroth_is_one_and_a_great_base_saturates() -> None:
    assert power(0, 0) == power(TOP, 0) == ONE
    assert power(0, 1) == 0
    assert power(2 * ONE, 31) == 2**63
    assert power(2 * ONE, 32) == power(TOP, 65535) == TOP


@given(st.integers(1, 2**16 - 1))
@settings(deadline=None, max_examples=40)
def test_the_decay_factor_halves_within_a_half_life_and_the_next_one_does_not(half_life: int) -> None:
    factor = decay_factor(half_life)
    assert power(factor, half_life) <= ONE // 2
    assert factor == ONE - 1 or power(factor + 1, half_life) > ONE // 2


@pytest.mark.parametrize(("half_life", "factor"), [(0, ONE), (1, ONE // 2), (360, 4286705684)])
def test_known_decay_factors(half_life: int, factor: int) -> None:
    assert decay_factor(half_life) == factor
