"""Decimal text in and out."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import FORMATS, I32F32, I110F18, U64F64

every_format = pytest.mark.parametrize("number", FORMATS.values(), ids=FORMATS)
quick = settings(max_examples=80, deadline=None)


def bits(number):
    return st.integers(number.MIN_BITS, number.MAX_BITS) | st.integers(0, 4 << number.FRACTION_BITS)


@every_format
@quick
@given(data=st.data())
def test_text_reads_back_as_the_number_it_was_written_for(number, data):
    x = number.from_bits(data.draw(bits(number)))
    assert number.from_decimal(x.to_decimal()) == x
    assert str(x) == x.to_decimal()


@every_format
@quick
@given(data=st.data())
def test_no_shorter_text_lies_within_half_a_bit(number, data):
    """One digit fewer, rounded either way, is half a bit or more away."""
    x = number.from_bits(data.draw(bits(number)))
    _, _, after = x.to_decimal().partition(".")
    if after:
        value, scale = abs(Fraction(x.bits, number.ONE.bits)), 10 ** (len(after) - 1)
        below = Fraction(int(value * scale), scale)
        for shorter in (below, below + Fraction(1, scale)):
            assert abs(shorter - value) * number.ONE.bits >= Fraction(1, 2)


@every_format
@quick
@given(data=st.data())
def test_short_text_is_rounded_to_the_nearest_half_to_even(number, data):
    whole = data.draw(st.integers(0, number.MAX_BITS >> number.FRACTION_BITS))
    after = data.draw(st.text("0123456789", max_size=17))
    exact = round(Fraction(f"{whole}.{after or '0'}") * number.ONE.bits)
    assert number.from_decimal(f"{whole}.{after}") == number.checked(exact)
    if number.SIGNED:
        assert number.from_decimal(f"-{whole}.{after}") == number.checked(-exact)


@quick
@given(before=st.text("0123456789", max_size=12), after=st.text("0123456789", min_size=28, max_size=140))
def test_long_text_is_nearest_unless_it_agrees_with_a_tie_to_its_end(before, after):
    exact = Fraction(f"{before or '0'}.{after}") * 2**64
    result = U64F64.from_decimal(f"{before}.{after}")
    assert result is not None
    assert abs(result.bits - exact) <= Fraction(1, 2) + Fraction(2**64, 10 ** len(after.rstrip("0")))


def test_a_long_text_just_below_a_tie_counts_as_the_tie():
    """1.5 bits of I32F32, cut after 28 of its 33 digits, is below the tie and yet rounded up to the even 2 bits."""
    digits = f"{3 * 10**33 // 2**33:033d}"
    assert I32F32.from_decimal("0." + digits).bits == 2
    assert I32F32.from_decimal("0." + digits[:30]).bits == 2
    assert I32F32.from_decimal("0." + digits[:27]).bits == 1


def test_a_short_text_just_above_a_tie_counts_as_the_tie_in_the_coarse_formats():
    """Half a bit of I110F18 plus 1e-27 is above the tie and yet rounded down to the even zero."""
    half_a_bit = f"{10**27 // 2**19:027d}"
    assert I110F18.from_decimal("0." + half_a_bit).bits == 0
    assert I110F18.from_decimal("0." + half_a_bit[:-1] + "1").bits == 0
    assert I110F18.from_decimal("0." + half_a_bit[:-3] + "999").bits == 1


NO_NUMBERS = ["", ".", "+", "-", "+.", "1e5", "1 ", " 1", "1_0", "--1", "1-", "1.2.3", "0x1", "\uff11", "1\n"]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_gives_nothing(text):
    assert I32F32.from_decimal(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("5.", 5 << 32), (".5", 1 << 31), ("+1", 1 << 32), ("-.5", -(1 << 31)), ("-0", 0), ("0001.000", 1 << 32)],
)
def test_points_signs_and_zeros(text, expected):
    assert I32F32.from_decimal(text).bits == expected


def test_text_beyond_the_range_gives_nothing():
    assert I32F32.from_decimal("2147483648") is None
    assert I32F32.from_decimal("-2147483648") == I32F32.MIN
    assert I32F32.from_decimal("2147483647.99999999999") is None
    assert U64F64.from_decimal("-1") is None
    assert U64F64.from_decimal("-0.0") == U64F64.ZERO
    assert U64F64.from_decimal("9" * 10_000) is None


def test_very_long_text_is_read():
    assert I32F32.from_decimal("0.5" + "0" * 10_000).bits == 1 << 31
    assert I32F32.from_decimal("0." + "9" * 10_000).bits == 1 << 32


def test_a_number_shows_its_format_and_bits():
    assert repr(I32F32.from_bits(3 << 31)) == "<I32F32 1.5 (bits 6442450944)>"
