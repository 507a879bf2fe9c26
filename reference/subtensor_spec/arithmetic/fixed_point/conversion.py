"""Conversions between fixed-point formats and integers: every one rounds down."""

from typing import Self

from subtensor_spec.arithmetic.fixed_point.integers import IntegerType
from subtensor_spec.arithmetic.fixed_point.representation import Representation
from subtensor_spec.rules import SUBSTRATE_FIXED, rule


@rule("FX-convert/floor", SUBSTRATE_FIXED("src/int_helper.rs", "to_fixed_helper"))
def rescaled(bits: int, from_fraction_bits: int, to_fraction_bits: int) -> int:
    """A number goes to fewer fraction bits by rounding toward minus infinity, to as many or more exactly.

    An integer is a number without fraction bits.
    """
    shift = to_fraction_bits - from_fraction_bits
    return bits << shift if shift >= 0 else bits >> -shift


@rule(
    "FX-convert/to-integer",
    SUBSTRATE_FIXED("src/traits.rs", "saturating_from_fixed"),
    SUBSTRATE_FIXED("src/traits.rs", "overflowing_from_fixed"),
)
def whole(number: Representation) -> int:
    """A number becomes an integer by rounding toward minus infinity; the integer's own range then decides.

    Beyond that range the result is its limit, or congruent modulo 2 to the integer's width, or nothing.
    """
    return rescaled(number.bits, number.FRACTION_BITS, 0)


class Conversion(Representation):
    """Numbers from and to integers and other formats, under each answer to overflow."""

    __slots__ = ()

    @classmethod
    def saturating_from_num(cls, number: int | Representation) -> Self:
        """Convert, rounding down; an overflow gives the limit."""
        return cls.saturated(cls._bits_of(number))

    @classmethod
    def wrapping_from_num(cls, number: int | Representation) -> Self:
        """Convert, rounding down; an overflow wraps. This is production's plain ``from_num``."""
        return cls.wrapped(cls._bits_of(number))

    @classmethod
    def checked_from_num(cls, number: int | Representation) -> Self | None:
        """Convert, rounding down; an overflow gives nothing."""
        return cls.checked(cls._bits_of(number))

    @classmethod
    def _bits_of(cls, number: int | Representation) -> int:
        if isinstance(number, int):
            return rescaled(number, 0, cls.FRACTION_BITS)
        return rescaled(number.bits, number.FRACTION_BITS, cls.FRACTION_BITS)

    def saturating_to_num(self, kind: IntegerType) -> int:
        """Convert to an integer, rounding down; an overflow gives the kind's limit."""
        return kind.saturated(whole(self))

    def wrapping_to_num(self, kind: IntegerType) -> int:
        """Convert to an integer, rounding down; an overflow wraps. This is production's plain ``to_num``."""
        return kind.wrapped(whole(self))

    def checked_to_num(self, kind: IntegerType) -> int | None:
        """Convert to an integer, rounding down; an overflow gives nothing."""
        value = whole(self)
        return value if kind.holds(value) else None
