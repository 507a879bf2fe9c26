"""Division and remainder: the exact quotient, rounded toward zero, and what a divisor of zero does."""

from typing import Self

from subtensor_spec.arithmetic.representation import Representation
from subtensor_spec.errors import Panic
from subtensor_spec.rules import SUBSTRATE_FIXED, SUBTENSOR, rule


@rule("FX-div/toward-zero", SUBSTRATE_FIXED("src/arith.rs", "div_overflow"))
def truncated_quotient(left: int, right: int, fraction_bits: int) -> int:
    """A quotient is rounded toward zero, so that negating an operand negates the result."""
    dividend = left << fraction_bits
    quotient = abs(dividend) // abs(right)
    return quotient if (dividend < 0) == (right < 0) else -quotient


class Division(Representation):
    """The quotient under each answer to overflow and to a divisor of zero."""

    __slots__ = ()

    def saturating_div(self, other: Self) -> Self:
        """Divide, rounding toward zero; an overflow gives the limit, a divisor of zero panics."""
        return self.saturated(truncated_quotient(self.bits, self._divisor(other), self.FRACTION_BITS))

    def checked_div(self, other: Self) -> Self | None:
        """Divide, rounding toward zero; an overflow or a divisor of zero gives nothing."""
        divisor = self._other(other)
        return self.checked(truncated_quotient(self.bits, divisor, self.FRACTION_BITS)) if divisor else None

    def wrapping_div(self, other: Self) -> Self:
        """Divide, rounding toward zero; an overflow wraps, a divisor of zero panics."""
        return self.wrapped(truncated_quotient(self.bits, self._divisor(other), self.FRACTION_BITS))

    __truediv__ = wrapping_div

    @rule("FX-div/safe", SUBTENSOR("primitives/safe-math/src/lib.rs", "safe_div"))
    def safe_div(self, other: Self) -> Self:
        """Safe division gives zero where there is no quotient: for a divisor of zero, and on overflow too."""
        quotient = self.checked_div(other)
        return self.ZERO if quotient is None else quotient

    @rule("FX-div/safe-or", SUBTENSOR("primitives/safe-math/src/lib.rs", "safe_div_or"))
    def safe_div_or(self, other: Self, default: Self) -> Self:
        """Safe division with a default gives that default for a divisor of zero, and on overflow too."""
        quotient = self.checked_div(other)
        return default if quotient is None else quotient

    def _divisor(self, other: Self) -> int:
        divisor = self._other(other)
        if not divisor:
            raise Panic("division by zero")
        return divisor
