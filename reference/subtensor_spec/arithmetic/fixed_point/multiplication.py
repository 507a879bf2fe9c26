"""Multiplication: the exact product, rounded down."""

from typing import Self

from subtensor_spec.arithmetic.fixed_point.representation import Representation
from subtensor_spec.rules import SUBSTRATE_FIXED, rule


@rule("FX-mul/floor", SUBSTRATE_FIXED("src/arith.rs", "mul_overflow"))
def floored_product(left: int, right: int, fraction_bits: int) -> int:
    """A product is rounded toward minus infinity, so that -1 bit times 1 bit is -1 bit, not zero."""
    return left * right >> fraction_bits


class Multiplication(Representation):
    """The product under each answer to overflow."""

    __slots__ = ()

    def saturating_mul(self, other: Self) -> Self:
        """Multiply, rounding down; an overflow gives the limit."""
        return self.saturated(floored_product(self.bits, self._other(other), self.FRACTION_BITS))

    def checked_mul(self, other: Self) -> Self | None:
        """Multiply, rounding down; an overflow gives nothing."""
        return self.checked(floored_product(self.bits, self._other(other), self.FRACTION_BITS))

    def wrapping_mul(self, other: Self) -> Self:
        """Multiply, rounding down; an overflow wraps. This is production's plain ``*``."""
        return self.wrapped(floored_product(self.bits, self._other(other), self.FRACTION_BITS))

    __mul__ = wrapping_mul
