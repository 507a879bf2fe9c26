"""Rounding to whole numbers, and the whole and fractional parts."""

from typing import Self

from subtensor_spec.arithmetic.fixed_point.representation import Representation
from subtensor_spec.rules import SUBSTRATE_FIXED, rule


@rule(
    "FX-round/floor",
    SUBSTRATE_FIXED("src/macros_round.rs", "int"),
    SUBSTRATE_FIXED("src/macros_round.rs", "overflowing_floor"),
)
def whole_part(bits: int, fraction_bits: int) -> int:
    """The floor, and the whole part too, is the greatest whole number that is not greater; it always fits."""
    return bits >> fraction_bits << fraction_bits


@rule("FX-round/fraction", SUBSTRATE_FIXED("src/macros_round.rs", "frac"))
def fractional_part(bits: int, fraction_bits: int) -> int:
    """The fractional part is the number less its floor: never negative, so -0.25 has the fraction 0.75."""
    return bits - whole_part(bits, fraction_bits)


@rule("FX-round/ceiling", SUBSTRATE_FIXED("src/macros_round.rs", "overflowing_ceil"))
def ceiling(bits: int, fraction_bits: int) -> int:
    """The ceiling is the least whole number that is not smaller; the numbers just below the greatest overflow."""
    return -whole_part(-bits, fraction_bits)


@rule("FX-round/half-away-from-zero", SUBSTRATE_FIXED("src/macros_round.rs", "overflowing_round"))
def nearest_whole(bits: int, fraction_bits: int) -> int:
    """The nearest whole number; a number half-way between two goes away from zero."""
    half = 1 << (fraction_bits - 1)
    nearest = whole_part(abs(bits) + half, fraction_bits)
    return nearest if bits >= 0 else -nearest


class Rounding(Representation):
    """Rounding under each answer to overflow; only a ceiling or a rounding up can overflow."""

    __slots__ = ()

    def int(self) -> Self:
        """Return the whole part: the floor."""
        return self._of(whole_part(self.bits, self.FRACTION_BITS))

    def frac(self) -> Self:
        """Return the fractional part, between zero and one."""
        return self._of(fractional_part(self.bits, self.FRACTION_BITS))

    def floor(self) -> Self:
        """Round down."""
        return self._of(whole_part(self.bits, self.FRACTION_BITS))

    saturating_floor = floor

    def checked_floor(self) -> Self | None:
        """Round down; there is always a result."""
        return self.floor()

    def ceil(self) -> Self:
        """Round up; an overflow wraps."""
        return self.wrapped(ceiling(self.bits, self.FRACTION_BITS))

    def saturating_ceil(self) -> Self:
        """Round up; an overflow gives the greatest number."""
        return self.saturated(ceiling(self.bits, self.FRACTION_BITS))

    def checked_ceil(self) -> Self | None:
        """Round up; an overflow gives nothing."""
        return self.checked(ceiling(self.bits, self.FRACTION_BITS))

    def round(self) -> Self:
        """Round to the nearest whole number, half away from zero; an overflow wraps."""
        return self.wrapped(nearest_whole(self.bits, self.FRACTION_BITS))

    def saturating_round(self) -> Self:
        """Round to the nearest whole number, half away from zero; an overflow gives the greatest number."""
        return self.saturated(nearest_whole(self.bits, self.FRACTION_BITS))

    def checked_round(self) -> Self | None:
        """Round to the nearest whole number, half away from zero; an overflow gives nothing."""
        return self.checked(nearest_whole(self.bits, self.FRACTION_BITS))
