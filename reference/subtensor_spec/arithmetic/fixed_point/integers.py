"""The integer kinds that numbers are converted from and to, each with its range."""

from dataclasses import dataclass


@dataclass(frozen=True)
class IntegerType:
    """A two's complement integer kind of fixed width, such as ``u64``."""

    name: str
    MIN: int
    MAX: int

    @property
    def width(self) -> int:
        """The number of bits."""
        return (self.MAX - self.MIN).bit_length()

    def holds(self, value: int) -> bool:
        """Tell whether ``value`` lies within the range."""
        return self.MIN <= value <= self.MAX

    def saturated(self, value: int) -> int:
        """Return ``value``, or the limit of the range that it exceeds."""
        return self.MIN if value < self.MIN else min(value, self.MAX)

    def wrapped(self, value: int) -> int:
        """Return ``value`` modulo 2 to the width, in the range."""
        return (value - self.MIN) % (self.MAX - self.MIN + 1) + self.MIN


def _unsigned(width: int) -> IntegerType:
    return IntegerType(f"u{width}", 0, 2**width - 1)


def _signed(width: int) -> IntegerType:
    return IntegerType(f"i{width}", -(2 ** (width - 1)), 2 ** (width - 1) - 1)


U8 = _unsigned(8)
U16 = _unsigned(16)
U32 = _unsigned(32)
U64 = _unsigned(64)
U128 = _unsigned(128)
I16 = _signed(16)
I32 = _signed(32)
I64 = _signed(64)
I128 = _signed(128)
