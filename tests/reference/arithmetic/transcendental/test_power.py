"""pow, powi and safe-math's power: three powers with different edges."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import FORMATS, I32F32, I64F64, I96F32, U64F64
from subtensor_spec.arithmetic.transcendental import exp, ln, pow, powi
from subtensor_spec.arithmetic.transcendental.safe_math import checked_pow

formats = pytest.mark.parametrize("number", [I32F32, I64F64, I96F32], ids=lambda number: number.NAME)
every_format = pytest.mark.parametrize("number", FORMATS.values(), ids=FORMATS)
quick = settings(max_examples=60, deadline=None)

LEAST_I32 = -(2**31)


@formats
def test_zero_to_the_power_zero(number):
    """Zero for the library's powers, one for safe-math's."""
    assert pow(number.ZERO, number.ZERO) == number.ZERO
    assert powi(number.ZERO, 0) == number.ZERO
    assert checked_pow(number.ZERO, 0) == number.ONE


@formats
def test_zero_to_a_negative_power(number):
    """Zero for the library's powers, nothing for safe-math's."""
    assert pow(number.ZERO, -number.ONE) == number.ZERO
    assert powi(number.ZERO, -1) == number.ZERO
    assert checked_pow(number.ZERO, -1) is None


@formats
def test_exact_exponents(number):
    base = -number.saturating_from_num(3)
    assert pow(base, number.ZERO) == number.ONE
    assert pow(base, number.ONE) == base
    assert powi(base, 0) == number.ONE
    assert powi(base, 1) == base


def test_a_negative_base_has_no_other_power():
    assert pow(-I32F32.ONE, I32F32.saturating_from_num(2)) is None
    assert powi(-I32F32.ONE, 2) == I32F32.ONE


@formats
@quick
@given(data=st.data())
def test_any_other_power_is_exp_of_exponent_times_ln(number, data):
    base = number.from_bits(data.draw(st.integers(3, number.MAX_BITS)))
    exponent = number.from_bits(data.draw(st.integers(-5 * number.ONE.bits, 5 * number.ONE.bits)))
    product = ln(base).checked_mul(exponent)
    expected = None if product is None else exp(product)
    if exponent.bits not in (0, number.ONE.bits):
        assert pow(base, exponent) == expected


def test_base_and_exponent_are_of_one_format():
    with pytest.raises(TypeError):
        pow(I32F32.ONE, I64F64.ONE)


def test_an_integer_power_rounds_each_product_down():
    assert powi(I32F32.saturating_from_num(7), 7).bits == 823543 << 32
    assert powi(I96F32.from_bits(3658430756), 15).bits == 387243851
    assert powi(-I32F32.from_bits(1 << 31), 33) == -I32F32.from_bits(1)
    assert powi(-I32F32.from_bits(1 << 31), 34) == I32F32.ZERO


def test_a_negative_integer_power_is_the_reciprocal():
    assert powi(I32F32.saturating_from_num(2), -2).bits == 1 << 30
    assert powi(I32F32.from_bits(1), -2) is None
    assert powi(I64F64.from_bits(5654307657996923998), -10).bits == 2519547755491232250700335


def test_the_least_exponent_counts_as_minus_one():
    """The absolute value of the least i32 wraps to itself, so nothing is multiplied, and the reciprocal is taken."""
    assert powi(I32F32.saturating_from_num(4), LEAST_I32).bits == 1 << 30
    assert powi(I32F32.saturating_from_num(4), LEAST_I32 + 1) is None


@quick
@given(bits=st.integers(-(2**33), 2**33), exponent=st.integers(2, 300))
def test_an_integer_power_is_step_by_step_multiplication(bits, exponent):
    base = I32F32.from_bits(bits)
    expected: I32F32 | None = base
    for _ in range(exponent - 1):
        expected = None if expected is None else expected.checked_mul(base)
    assert powi(base, exponent) == (expected if base else I32F32.ZERO)


def test_endless_powers_that_settle_or_alternate_end_at_once():
    most = 2**31 - 1
    assert powi(I32F32.ONE, most) == I32F32.ONE
    assert powi(-I32F32.ONE, most) == -I32F32.ONE
    assert powi(-I32F32.ONE, most - 1) == I32F32.ONE
    assert powi(I32F32.from_bits(1 << 31), most) == I32F32.ZERO


@every_format
@quick
@given(data=st.data())
def test_safe_maths_power_is_exact_for_whole_numbers_that_fit(number, data):
    base, exponent = data.draw(st.integers(1, 9)), data.draw(st.integers(0, 12))
    exact = base**exponent * number.ONE.bits
    power = checked_pow(number.saturating_from_num(base), exponent)
    assert power == number.saturated(exact)
    assert checked_pow(number.saturating_from_num(base), -exponent) == number.ONE.safe_div(power)


def test_safe_maths_power_saturates_and_takes_far_exponents_as_the_limit():
    two = U64F64.saturating_from_num(2)
    assert checked_pow(two, 64) == U64F64.MAX
    assert checked_pow(two, 2**40) == U64F64.MAX
    assert checked_pow(two, -(2**40)) == U64F64.from_bits(1)
    assert checked_pow(U64F64.from_bits(1), -2) == U64F64.ZERO
    assert checked_pow(I64F64.from_bits(-15683108403811085205), -1).bits == -21697380274324182986
