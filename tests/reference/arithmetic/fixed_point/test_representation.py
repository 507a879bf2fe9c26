"""What a number is: its range, its identity, and the three answers to overflow."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import FORMATS, I32F32, I64F64, U64F64, FixedPoint
from subtensor_spec.errors import InvalidInput

every_format = pytest.mark.parametrize("number", FORMATS.values(), ids=FORMATS)
quick = settings(max_examples=60, deadline=None)


@pytest.mark.parametrize(
    ("name", "signed", "integer_bits", "fraction_bits"),
    [
        ("I32F32", True, 32, 32),
        ("I64F64", True, 64, 64),
        ("I96F32", True, 96, 32),
        ("I110F18", True, 110, 18),
        ("U64F64", False, 64, 64),
        ("U96F32", False, 96, 32),
        ("U110F18", False, 110, 18),
    ],
)
def test_formats_have_the_widths_that_their_names_say(name, signed, integer_bits, fraction_bits):
    number = FORMATS[name]
    width = integer_bits + fraction_bits
    assert (name, signed, width) == (number.NAME, number.SIGNED, number.WIDTH)
    assert (integer_bits, fraction_bits) == (number.INTEGER_BITS, number.FRACTION_BITS)
    assert (-(2 ** (width - 1)) if signed else 0) == number.MIN_BITS
    assert (2 ** (width - 1) - 1 if signed else 2**width - 1) == number.MAX_BITS
    assert (number.MIN.bits, number.MAX.bits) == (number.MIN_BITS, number.MAX_BITS)
    assert (number.ZERO.bits, number.ONE.bits) == (0, 2**fraction_bits)


@every_format
def test_bits_outside_the_range_are_refused(number):
    for bits in (number.MIN_BITS - 1, number.MAX_BITS + 1):
        with pytest.raises(InvalidInput, match=number.NAME):
            number.from_bits(bits)
    for bits in (1.0, True, "1", None):
        with pytest.raises(InvalidInput):
            number.from_bits(bits)


def test_a_number_cannot_be_changed():
    for change in (lambda: setattr(I32F32.ONE, "bits", 3), lambda: delattr(I32F32.ONE, "bits")):
        with pytest.raises(AttributeError, match="immutable"):
            change()
    assert I32F32.ONE.bits == 2**32


def test_numbers_of_different_formats_do_not_mix():
    """Adding or comparing across formats is an error in the program, never a silent conversion."""
    for attempt in (
        lambda: I32F32.ONE + I64F64.ONE,
        lambda: I64F64.ONE.saturating_mul(U64F64.ONE),
        lambda: I32F32.ONE < I64F64.ONE,
        lambda: I32F32.ONE.checked_div(1),
        lambda: I32F32.wrapping_sum([I64F64.ONE]),
    ):
        with pytest.raises(TypeError):
            attempt()
    assert I32F32.ONE != I64F64.ONE
    assert I32F32.ONE != 1


def test_unsigned_formats_have_no_negation_and_no_absolute_value():
    for attempt in (lambda: -U64F64.ONE, lambda: U64F64.ONE.abs(), lambda: U64F64.ONE.saturating_abs()):
        with pytest.raises(TypeError, match="unsigned"):
            attempt()


@every_format
def test_numbers_survive_pickling_and_serve_as_keys(number):
    value = number.from_bits(number.MAX_BITS // 3)
    assert pickle.loads(pickle.dumps(value)) == value
    assert {value: "found"}[number.from_bits(value.bits)] == "found"
    assert bool(value)
    assert not number.ZERO


def in_and_around(number: type[FixedPoint]) -> st.SearchStrategy[int]:
    """Integers within the range of a format's bits, and far outside."""
    span = 1 << number.WIDTH
    return st.one_of(
        st.integers(number.MIN_BITS - 3, number.MIN_BITS + 3),
        st.integers(number.MAX_BITS - 3, number.MAX_BITS + 3),
        st.integers(-(span**2), span**2),
    )


@every_format
@quick
@given(data=st.data())
def test_the_three_answers_to_overflow(number, data):
    """Where a result fits, all three give it; else they give the nearer limit, the congruent number, nothing."""
    exact = data.draw(in_and_around(number))
    fits = number.MIN_BITS <= exact <= number.MAX_BITS
    saturated, wrapped, checked = number.saturated(exact), number.wrapped(exact), number.checked(exact)
    assert saturated.bits == min(max(exact, number.MIN_BITS), number.MAX_BITS)
    assert (wrapped.bits - exact) % 2**number.WIDTH == 0
    assert checked == (number.from_bits(exact) if fits else None)
    if fits:
        assert saturated == wrapped == checked


@every_format
@quick
@given(data=st.data())
def test_order_is_that_of_the_bits(number, data):
    left, right = (data.draw(st.integers(number.MIN_BITS, number.MAX_BITS)) for _ in range(2))
    a, b = number.from_bits(left), number.from_bits(right)
    assert (a < b, a <= b, a > b, a >= b, a == b) == (
        left < right, left <= right, left > right, left >= right, left == right,
    )
