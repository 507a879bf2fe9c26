"""Conversions from and to IEEE floating point, by bit patterns: the chain writes a few constants as floats.

Python's own floats take no part: a float is an integer of 32 or 64 bits here, so that every NaN can be named.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Self

from subtensor_spec.arithmetic.fixed_point.representation import Representation
from subtensor_spec.errors import InvalidInput, Panic
from subtensor_spec.rules import SUBSTRATE_FIXED, rule


@dataclass(frozen=True)
class FloatFormat:
    """An IEEE binary format: its width and the bits of its significand, the leading one included."""

    name: str
    width: int
    precision: int

    @property
    def bias(self) -> int:
        """The exponent's bias, which is also the greatest exponent of a finite float."""
        return (1 << (self.width - self.precision - 1)) - 1


F32 = FloatFormat("f32", width=32, precision=24)
F64 = FloatFormat("f64", width=64, precision=53)


class Class(Enum):
    """How production classes a float; see :func:`classify`."""

    FINITE = "finite"
    INFINITE = "infinite"
    NAN = "NaN"


@dataclass(frozen=True)
class Parts:
    """A float taken apart: its value is ``±significand · 2**exponent``."""

    negative: bool
    kind: Class
    significand: int
    exponent: int


def take_apart(pattern: int, float_format: FloatFormat) -> Parts:
    """Return the parts of a float given by its bit pattern; :class:`InvalidInput` if that is too wide."""
    if not 0 <= pattern < 1 << float_format.width:
        raise InvalidInput("", f"{pattern} is no bit pattern of {float_format.name}")
    field_width = float_format.precision - 1
    field = pattern & ((1 << field_width) - 1)
    biased = pattern >> field_width & (2 * float_format.bias + 1)
    return Parts(
        negative=pattern >> (float_format.width - 1) == 1,
        kind=classify(biased - float_format.bias, field, float_format),
        significand=field | (1 << field_width) if biased else field,
        exponent=max(biased, 1) - float_format.bias - field_width,
    )


@rule("FX-float/misread-classes", SUBSTRATE_FIXED("src/float_helper.rs", "to_float_kind"))
def classify(exponent: int, field: int, float_format: FloatFormat) -> Class:
    """Infinity and NaN are looked for one exponent too low, among the greatest finite floats.

    So 2**1023 counts as infinite and the larger finite f64 as NaN, while a true infinity or NaN counts as a finite
    number with the exponent 1024. For f32 the exponents are 127 and 128.
    """
    if exponent != float_format.bias:
        return Class.FINITE
    return Class.NAN if field else Class.INFINITE


@rule("FX-float/half-to-even", SUBSTRATE_FIXED("src/float_helper.rs", "to_float_kind"))
def nearest_bits(parts: Parts, fraction_bits: int) -> int:
    """A float becomes the nearest fixed-point number; half-way between two, the one with even bits."""
    magnitude = shifted_half_to_even(parts.significand, parts.exponent + fraction_bits)
    return -magnitude if parts.negative else magnitude


def shifted_half_to_even(magnitude: int, shift: int) -> int:
    """Return ``magnitude · 2**shift`` rounded to an integer, half to even."""
    if shift >= 0:
        return magnitude << shift
    quotient = magnitude >> -shift
    twice_rest = (magnitude - (quotient << -shift)) * 2
    unit = 1 << -shift
    return quotient + (twice_rest > unit or (twice_rest == unit and quotient & 1))


@rule("FX-float/from-fixed", SUBSTRATE_FIXED("src/float_helper.rs", "from_to_float_helper"))
def nearest_float(bits: int, fraction_bits: int, float_format: FloatFormat) -> int:
    """A fixed-point number becomes the nearest float; half-way between two, the one with the even significand.

    Every number of the seven formats lies within the normal range of both float formats. Returns the bit pattern.
    """
    magnitude = abs(bits)
    if not magnitude:
        return 0
    field_width = float_format.precision - 1
    drop = magnitude.bit_length() - float_format.precision
    significand = shifted_half_to_even(magnitude, -drop)
    exponent = drop - fraction_bits + field_width + float_format.bias
    # A significand that was rounded up to the next power of two carries into the exponent by itself.
    pattern = (exponent << field_width) + significand - (1 << field_width)
    return pattern | (bits < 0) << (float_format.width - 1)


class Floats(Representation):
    """Numbers from and to floats, under each answer to overflow."""

    __slots__ = ()

    @classmethod
    @rule("FX-float/saturate-by-sign", SUBSTRATE_FIXED("src/helpers.rs", "private_saturating_from_float_helper"))
    def _saturating_from(cls, pattern: int, float_format: FloatFormat) -> Self:
        """Saturating: what is classed infinite gives the limit on its sign's side, what is classed NaN panics.

        A true infinity or NaN is classed finite and very large, so it gives the limit on the side of its sign bit.
        """
        parts = take_apart(pattern, float_format)
        if parts.kind is Class.NAN:
            raise Panic(parts.kind.value)
        if parts.kind is Class.INFINITE:
            return cls.MIN if parts.negative else cls.MAX
        return cls.saturated(nearest_bits(parts, cls.FRACTION_BITS))

    @classmethod
    @rule("FX-float/wrap", SUBSTRATE_FIXED("src/helpers.rs", "private_overflowing_from_float_helper"))
    def _wrapping_from(cls, pattern: int, float_format: FloatFormat) -> Self:
        """Wrapping: what is classed infinite or NaN panics; a true infinity or NaN is large, and wraps like any other.

        That of f64 is a multiple of every format's range and wraps to zero.
        """
        parts = take_apart(pattern, float_format)
        if parts.kind is not Class.FINITE:
            raise Panic(parts.kind.value)
        return cls.wrapped(nearest_bits(parts, cls.FRACTION_BITS))

    @classmethod
    @rule("FX-float/check", SUBSTRATE_FIXED("src/traits.rs", "checked_to_fixed"))
    def _checked_from(cls, pattern: int, float_format: FloatFormat) -> Self | None:
        """Checked: what overflows, and what is classed infinite or NaN, gives nothing."""
        parts = take_apart(pattern, float_format)
        if parts.kind is not Class.FINITE:
            return None
        return cls.checked(nearest_bits(parts, cls.FRACTION_BITS))

    @classmethod
    def saturating_from_f64_bits(cls, pattern: int) -> Self:
        """Convert an f64, rounding half to even; an overflow gives the limit."""
        return cls._saturating_from(pattern, F64)

    @classmethod
    def saturating_from_f32_bits(cls, pattern: int) -> Self:
        """Convert an f32, rounding half to even; an overflow gives the limit."""
        return cls._saturating_from(pattern, F32)

    @classmethod
    def wrapping_from_f64_bits(cls, pattern: int) -> Self:
        """Convert an f64, rounding half to even; an overflow wraps. This is production's plain ``from_num``."""
        return cls._wrapping_from(pattern, F64)

    @classmethod
    def wrapping_from_f32_bits(cls, pattern: int) -> Self:
        """Convert an f32, rounding half to even; an overflow wraps. This is production's plain ``from_num``."""
        return cls._wrapping_from(pattern, F32)

    @classmethod
    def checked_from_f64_bits(cls, pattern: int) -> Self | None:
        """Convert an f64, rounding half to even; an overflow gives nothing."""
        return cls._checked_from(pattern, F64)

    @classmethod
    def checked_from_f32_bits(cls, pattern: int) -> Self | None:
        """Convert an f32, rounding half to even; an overflow gives nothing."""
        return cls._checked_from(pattern, F32)

    def to_f64_bits(self) -> int:
        """Convert to an f64, rounding half to even; returns its bit pattern."""
        return nearest_float(self.bits, self.FRACTION_BITS, F64)

    def to_f32_bits(self) -> int:
        """Convert to an f32, rounding half to even; returns its bit pattern."""
        return nearest_float(self.bits, self.FRACTION_BITS, F32)
