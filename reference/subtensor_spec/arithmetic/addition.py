"""Addition, subtraction, negation, absolute value and sums."""

from collections.abc import Iterable
from typing import Self

from subtensor_spec.arithmetic.representation import Representation


class Addition(Representation):
    """The operations whose exact result needs no rounding."""

    __slots__ = ()

    def saturating_add(self, other: Self) -> Self:
        """Add; an overflow gives the limit."""
        return self.saturated(self.bits + self._other(other))

    def checked_add(self, other: Self) -> Self | None:
        """Add; an overflow gives nothing."""
        return self.checked(self.bits + self._other(other))

    def wrapping_add(self, other: Self) -> Self:
        """Add; an overflow wraps."""
        return self.wrapped(self.bits + self._other(other))

    __add__ = wrapping_add

    def saturating_sub(self, other: Self) -> Self:
        """Subtract; an overflow gives the limit."""
        return self.saturated(self.bits - self._other(other))

    def checked_sub(self, other: Self) -> Self | None:
        """Subtract; an overflow gives nothing."""
        return self.checked(self.bits - self._other(other))

    def wrapping_sub(self, other: Self) -> Self:
        """Subtract; an overflow wraps."""
        return self.wrapped(self.bits - self._other(other))

    __sub__ = wrapping_sub

    def saturating_neg(self) -> Self:
        """Negate; the least signed value gives the greatest, and any unsigned value gives zero."""
        return self.saturated(-self.bits)

    def checked_neg(self) -> Self | None:
        """Negate; what the format cannot hold gives nothing."""
        return self.checked(-self.bits)

    def wrapping_neg(self) -> Self:
        """Negate; an overflow wraps."""
        return self.wrapped(-self.bits)

    def __neg__(self) -> Self:
        self._require_signed("-")
        return self.wrapped(-self.bits)

    def abs(self) -> Self:
        """Return the absolute value; the least value wraps to itself."""
        self._require_signed("abs")
        return self.wrapped(abs(self.bits))

    __abs__ = abs

    def saturating_abs(self) -> Self:
        """Return the absolute value; the least value gives the greatest."""
        self._require_signed("saturating_abs")
        return self.saturated(abs(self.bits))

    def checked_abs(self) -> Self | None:
        """Return the absolute value; the least value gives nothing."""
        self._require_signed("checked_abs")
        return self.checked(abs(self.bits))

    def abs_diff(self, other: Self) -> Self:
        """Return the distance between the two; an overflow gives the limit."""
        return self.saturated(abs(self.bits - self._other(other)))

    @classmethod
    def wrapping_sum(cls, terms: Iterable[Self]) -> Self:
        """Add up; every overflow on the way wraps, so the sum is exact modulo 2 to the width."""
        return cls.wrapped(sum(term._bits_as(cls) for term in terms))

    def _bits_as(self, kind: type[Representation]) -> int:
        if type(self) is not kind:
            raise TypeError(f"a sum of {kind.NAME} does not take {self.NAME}; convert it first")
        return self.bits

    def _require_signed(self, operation: str) -> None:
        if not self.SIGNED:
            raise TypeError(f"{self.NAME} is unsigned and has no {operation}")
