"""Sine and cosine."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32, I64F64, I96F32, I110F18
from subtensor_spec.arithmetic.transcendental import cos, sin
from subtensor_spec.arithmetic.transcendental.constants import HALF_PI, PI, TWO_PI

formats = pytest.mark.parametrize("number", [I32F32, I64F64, I96F32], ids=lambda number: number.NAME)
quick = settings(max_examples=100, deadline=None)


@formats
@quick
@given(data=st.data())
def test_are_near_the_true_ones_for_small_angles(number, data):
    """24 rotations leave an error of up to 2**-23; each turn adds twice the error of the coarse π."""
    angle = number.from_bits(data.draw(st.integers(-30 << number.FRACTION_BITS, 30 << number.FRACTION_BITS)))
    value = angle.bits / number.ONE.bits
    assert sin(angle).bits / number.ONE.bits == pytest.approx(math.sin(value), abs=2e-6)
    assert cos(angle).bits / number.ONE.bits == pytest.approx(math.cos(value), abs=2e-6)


@formats
@quick
@given(data=st.data())
def test_cosine_is_the_sine_a_quarter_turn_on(number, data):
    angle = number.from_bits(data.draw(st.integers(number.MIN_BITS, number.MAX_BITS)))
    quarter = number.from_bits(HALF_PI << (number.FRACTION_BITS - 23))
    assert cos(angle) == sin(angle + quarter)


@formats
def test_from_256_on_angles_are_misread(number):
    """From 256 to 512 an angle is neither reduced nor mirrored; a greater one is, to just below 512."""
    whole = number.saturating_from_num
    limit = sin(whole(300)).bits
    assert sin(whole(256)).bits == sin(whole(511)).bits == sin(whole(512)).bits == sin(whole(100_000)).bits == limit
    assert limit / number.ONE.bits == pytest.approx(0.98515, abs=1e-4)
    assert sin(whole(255)).bits / number.ONE.bits == pytest.approx(math.sin(255), abs=1e-4)
    assert sin(-whole(300)).bits / number.ONE.bits == pytest.approx(math.sin(-300), abs=1e-4)


def test_the_coarse_constants_are_cut_off_not_rounded():
    assert tuple(math.floor(value * 2**23) for value in (math.pi, 2 * math.pi, math.pi / 2)) == (PI, TWO_PI, HALF_PI)


def test_a_format_too_coarse_for_the_constants_is_refused():
    with pytest.raises(TypeError):
        sin(I110F18.ONE)


@pytest.mark.parametrize(
    ("function", "number", "angle", "expected"),
    [
        (sin, I32F32, 39370078793, 1096750506),
        (cos, I32F32, 39370078793, -4152575134),
        (sin, I64F64, -31393032867358730105, -18288631087338634663),
        (cos, I64F64, -31393032867358730105, -2410045424760014304),
    ],
)
def test_observed_values(function, number, angle, expected):
    assert function(number.from_bits(angle)).bits == expected
