"""Division and remainder: the exact quotient, rounded toward zero, and what a divisor of zero does."""

from typing import Self

from subtensor_spec.arithmetic.fixed_point.representation import Representation
from subtensor_spec.errors import Panic
from subtensor_spec.rules import SUBSTRATE_FIXED, SUBTENSOR, rule


@rule("FX-div/toward-zero", SUBSTRATE_FIXED("src/arith.rs", "div_overflow"))
def truncated_quotient(left: int, right: int, fraction_bits: int) -> int:
    """A quotient is rounded toward zero, so that negating an operand negates the quotient."""
    quotient = (abs(left) << fraction_bits) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


@rule("FX-rem/sign-of-dividend", SUBSTRATE_FIXED("src/macros_no_frac.rs", "checked_rem"))
def signed_remainder(left: int, right: int) -> int:
    """A remainder has the sign of the dividend and is smaller than the divisor: both sets of bits are integers."""
    remainder = abs(left) % abs(right)
    return remainder if left >= 0 else -remainder


class Division(Representation):
    """The quotient under each answer to overflow and to a divisor of zero."""

    __slots__ = ()

    def saturating_div(self, other: Self) -> Self:
        """Divide, rounding toward zero; an overflow gives the limit, a divisor of zero panics."""
        return self.saturated(truncated_quotient(self.bits, self._divisor(other), self.FRACTION_BITS))

    @rule("FX-div/checked", SUBSTRATE_FIXED("src/macros_frac.rs", "checked_div"))
    def checked_div(self, other: Self) -> Self | None:
        """Checked division has no result for a divisor of zero, nor on overflow."""
        divisor = self._other(other)
        return self.checked(truncated_quotient(self.bits, divisor, self.FRACTION_BITS)) if divisor else None

    def wrapping_div(self, other: Self) -> Self:
        """Divide, rounding toward zero; an overflow wraps, a divisor of zero panics. This is plain ``/``."""
        return self.wrapped(truncated_quotient(self.bits, self._divisor(other), self.FRACTION_BITS))

    __truediv__ = wrapping_div

    @rule("FX-div/safe-zero", SUBTENSOR("primitives/safe-math/src/lib.rs", "safe_div"))
    def safe_div(self, other: Self) -> Self:
        """Safe division gives zero where checked division gives nothing: for a divisor of zero, and on overflow."""
        quotient = self.checked_div(other)
        return self.ZERO if quotient is None else quotient

    @rule("FX-div/safe-default", SUBTENSOR("primitives/safe-math/src/lib.rs", "safe_div_or"))
    def safe_div_or(self, other: Self, default: Self) -> Self:
        """Safe division with a default gives the default where checked division gives nothing."""
        quotient = self.checked_div(other)
        return default if quotient is None else quotient

    def checked_rem(self, other: Self) -> Self | None:
        """Return the remainder, with the sign of the dividend; a divisor of zero gives nothing."""
        divisor = self._other(other)
        return self._of(signed_remainder(self.bits, divisor)) if divisor else None

    def __mod__(self, other: Self) -> Self:
        return self._of(signed_remainder(self.bits, self._divisor(other)))

    @rule("FX-div/zero-panics", SUBSTRATE_FIXED("src/wide_div.rs", "normalize"))
    def _divisor(self, other: Self) -> int:
        """A divisor of zero panics in plain, wrapping and saturating division, and in the plain remainder."""
        divisor = self._other(other)
        if not divisor:
            raise Panic("division by zero")
        return divisor
