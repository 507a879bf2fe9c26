"""Addition, subtraction, negation, absolute value, distance and sums: nothing is rounded."""

from collections.abc import Iterable
from typing import Self

from subtensor_spec.arithmetic.fixed_point.representation import Representation
from subtensor_spec.rules import SUBSTRATE_FIXED, SUBTENSOR, rule


@rule(
    "FX-add/exact",
    SUBSTRATE_FIXED("src/macros_no_frac.rs", "saturating_add"),
    SUBSTRATE_FIXED("src/macros_no_frac.rs", "checked_add"),
    SUBSTRATE_FIXED("src/macros_no_frac.rs", "wrapping_add"),
)
def exact_sum(left: int, right: int) -> int:
    """A sum of two numbers is exact: their bits are added."""
    return left + right


@rule(
    "FX-sub/exact",
    SUBSTRATE_FIXED("src/macros_no_frac.rs", "saturating_sub"),
    SUBSTRATE_FIXED("src/macros_no_frac.rs", "checked_sub"),
    SUBSTRATE_FIXED("src/macros_no_frac.rs", "wrapping_sub"),
)
def exact_difference(left: int, right: int) -> int:
    """A difference is exact; an unsigned one below zero is an overflow."""
    return left - right


@rule(
    "FX-neg/exact",
    SUBSTRATE_FIXED("src/macros_no_frac.rs", "saturating_neg"),
    SUBSTRATE_FIXED("src/macros_no_frac.rs", "checked_neg"),
    SUBSTRATE_FIXED("src/macros_no_frac.rs", "wrapping_neg"),
)
def exact_negative(bits: int) -> int:
    """A negation is exact; the least signed number, and every unsigned one but zero, overflows."""
    return -bits


@rule(
    "FX-abs/exact",
    SUBSTRATE_FIXED("src/macros_no_frac.rs", "abs"),
    SUBSTRATE_FIXED("src/macros_no_frac.rs", "saturating_abs"),
    SUBSTRATE_FIXED("src/macros_no_frac.rs", "checked_abs"),
)
def exact_magnitude(bits: int) -> int:
    """An absolute value is exact; that of the least number overflows, and the plain ``abs`` then gives it back."""
    return abs(bits)


class Addition(Representation):
    """The operations whose exact result needs no rounding, under each answer to overflow."""

    __slots__ = ()

    def saturating_add(self, other: Self) -> Self:
        """Add; an overflow gives the limit."""
        return self.saturated(exact_sum(self.bits, self._other(other)))

    def checked_add(self, other: Self) -> Self | None:
        """Add; an overflow gives nothing."""
        return self.checked(exact_sum(self.bits, self._other(other)))

    def wrapping_add(self, other: Self) -> Self:
        """Add; an overflow wraps. This is production's plain ``+``."""
        return self.wrapped(exact_sum(self.bits, self._other(other)))

    __add__ = wrapping_add

    def saturating_sub(self, other: Self) -> Self:
        """Subtract; an overflow gives the limit, which is zero for an unsigned format."""
        return self.saturated(exact_difference(self.bits, self._other(other)))

    def checked_sub(self, other: Self) -> Self | None:
        """Subtract; an overflow gives nothing."""
        return self.checked(exact_difference(self.bits, self._other(other)))

    def wrapping_sub(self, other: Self) -> Self:
        """Subtract; an overflow wraps. This is production's plain ``-``."""
        return self.wrapped(exact_difference(self.bits, self._other(other)))

    __sub__ = wrapping_sub

    def saturating_neg(self) -> Self:
        """Negate; the least signed number gives the greatest, any unsigned number gives zero."""
        return self.saturated(exact_negative(self.bits))

    def checked_neg(self) -> Self | None:
        """Negate; what the format cannot hold gives nothing."""
        return self.checked(exact_negative(self.bits))

    def wrapping_neg(self) -> Self:
        """Negate; an overflow wraps."""
        return self.wrapped(exact_negative(self.bits))

    def __neg__(self) -> Self:
        self._require_signed("negation")
        return self.wrapped(exact_negative(self.bits))

    def abs(self) -> Self:
        """Return the absolute value; the least number wraps to itself."""
        self._require_signed("absolute value")
        return self.wrapped(exact_magnitude(self.bits))

    __abs__ = abs

    def saturating_abs(self) -> Self:
        """Return the absolute value; the least number gives the greatest."""
        self._require_signed("absolute value")
        return self.saturated(exact_magnitude(self.bits))

    def checked_abs(self) -> Self | None:
        """Return the absolute value; the least number gives nothing."""
        self._require_signed("absolute value")
        return self.checked(exact_magnitude(self.bits))

    @rule("FX-distance/saturating", SUBTENSOR("primitives/safe-math/src/lib.rs", "abs_diff"))
    def abs_diff(self, other: Self) -> Self:
        """The distance of two numbers is the greater less the smaller; an overflow gives the greatest number."""
        return other.saturating_sub(self) if self < other else self.saturating_sub(other)

    @classmethod
    @rule("FX-sum/wrapping", SUBSTRATE_FIXED("src/arith.rs", "sum"))
    def wrapping_sum(cls, terms: Iterable[Self]) -> Self:
        """A sum over many numbers adds with the plain operator, so each step wraps; no numbers give zero.

        Wrapping is congruence modulo ``2**WIDTH``, so wrapping once at the end gives the same bits.
        """
        return cls.wrapped(sum(term._bits_as(cls) for term in terms))

    def _bits_as(self, kind: type[Representation]) -> int:
        if type(self) is not kind:
            raise TypeError(f"a sum of {kind.NAME} does not take {self.NAME}; convert it first")
        return self.bits

    def _require_signed(self, operation: str) -> None:
        if not self.SIGNED:
            raise TypeError(f"{self.NAME} is unsigned: production defines no {operation} for it")
