"""Groups of the conversions between fixed-point numbers and floats, whose values are given as their IEEE bits."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.grouping.exact_results import HALF, Operation, groups_of
from subtensor_conformance.authoring.rows import Row
from subtensor_spec.arithmetic import FixedPoint


@dataclass(frozen=True)
class Float:
    """A binary interchange format of IEEE 754."""

    width: int
    fraction_bits: int

    @property
    def exponent_mask(self) -> int:
        """The exponent field's greatest value, which marks an infinity or a NaN."""
        return (1 << (self.width - self.fraction_bits - 1)) - 1

    def fields(self, bits: int) -> tuple[int, int, int]:
        """Return sign, exponent and fraction fields."""
        fraction = bits & ((1 << self.fraction_bits) - 1)
        return bits >> (self.width - 1), bits >> self.fraction_bits & self.exponent_mask, fraction

    def is_special(self, bits: int) -> bool:
        """Return whether these are the bits of an infinity or a NaN."""
        return self.fields(bits)[1] == self.exponent_mask

    def is_greatest(self, bits: int) -> bool:
        """Return whether these are the bits of a finite float with the greatest exponent."""
        return self.fields(bits)[1] == self.exponent_mask - 1

    def value(self, bits: int) -> Fraction:
        """Return the value of a finite float."""
        sign, exponent, fraction = self.fields(bits)
        if exponent:
            fraction |= 1 << self.fraction_bits
        scale = max(exponent, 1) - (self.exponent_mask >> 1) - self.fraction_bits
        return Fraction(-fraction if sign else fraction) * Fraction(2) ** scale


_MISREAD = {
    "saturate": ("a power of two goes to the limit of its sign, and others panic", "it goes to the limit of its sign"),
    "wrap": ("the conversion panics", "it wraps to zero"),
    "check": ("there is no answer", "it does not fit, so there is no answer"),
}

FLOATS = {32: Float(32, 23), 64: Float(64, 52)}


def from_float_groups(width: int, overflow: str) -> Callable[[type[FixedPoint]], list[Group]]:
    """Return the groups of a conversion from a float, which rounds to nearest, a tie to even."""
    source = FLOATS[width]

    def groups(number: type[FixedPoint]) -> list[Group]:
        operation = Operation(
            "value",
            lambda values: source.value(values[0]) * number.ONE.bits,
            "to nearest, a tie to even",
            overflow,
            number.MIN_BITS,
            number.MAX_BITS,
            number.NAME,
        )
        return [*_misread(source, overflow), *groups_of(operation)]

    return groups


def _misread(source: Float, overflow: str) -> list[Group]:
    greatest, special = _MISREAD[overflow]
    return [
        Group(
            "greatest-exponent",
            lambda row: source.is_greatest(row.values[0]),
            why=f"Production looks for infinity and NaN one exponent too low, among the greatest floats: {greatest}.",
            catches="Taking such a float for the finite number that it is.",
        ),
        Group(
            "infinity-or-nan",
            lambda row: source.is_special(row.values[0]),
            why=f"A true infinity or NaN is taken for a very large finite number of its sign: {special}.",
            catches="Turning a NaN into zero, or panicking on one.",
        ),
    ]


def to_float_groups(width: int) -> Callable[[type[FixedPoint]], list[Group]]:
    """Return the groups of the conversion to a float, which rounds to nearest, a tie to even."""
    digits = FLOATS[width].fraction_bits + 1

    def surplus(row: Row) -> Fraction:
        magnitude = abs(row.values[0])
        return Fraction(magnitude, 1 << max(magnitude.bit_length() - digits, 0))

    groups = [
        Group(
            "half-way",
            lambda row: surplus(row) % 1 == HALF,
            why="The value lies half way between two floats: it goes to the one with an even last digit.",
            catches="Cutting off the bits that a float cannot hold.",
        ),
        Group(
            "inexact",
            lambda row: surplus(row) % 1 != 0,
            why=f"The value has more than {digits} significant bits: it is rounded to the nearest float.",
            catches="Cutting off the bits that a float cannot hold, or rounding twice by way of another type.",
        ),
        Group("exact", anything, why="A float holds the value exactly.", catches="A wrong exponent, a lost sign."),
    ]
    return lambda _number: groups
