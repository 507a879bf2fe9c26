"""What a fixed-point number is: an integer of fixed width, read as a multiple of a fixed power of two.

A number holds ``bits``, an integer that fits its format; its value is ``bits / 2**FRACTION_BITS``. Every operation
of this package computes its exact result as an integer without limit, rounds it as its rule says, and then lets one
of three functions here decide what happens if the result does not fit: it saturates, it wraps, or there is none.
"""

from typing import Any, ClassVar, NoReturn, Self

from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import SUBSTRATE_FIXED, rule


class Representation:
    """The bits of a number, its format's limits, and the three answers to overflow."""

    __slots__ = ("bits",)

    bits: int
    """The value times ``2**FRACTION_BITS``, an integer between ``MIN_BITS`` and ``MAX_BITS``."""

    NAME: ClassVar[str]
    SIGNED: ClassVar[bool]
    WIDTH: ClassVar[int]
    INTEGER_BITS: ClassVar[int]
    FRACTION_BITS: ClassVar[int]
    MIN_BITS: ClassVar[int]
    MAX_BITS: ClassVar[int]
    MIN: ClassVar[Self]
    MAX: ClassVar[Self]
    ZERO: ClassVar[Self]
    ONE: ClassVar[Self]

    def __init_subclass__(
        cls, *, integer_bits: int = 0, fraction_bits: int = 0, signed: bool = False
    ) -> None:
        """Work out a format's limits; the sign bit counts among the integer bits."""
        super().__init_subclass__()
        if not integer_bits:
            return
        width = integer_bits + fraction_bits
        cls.NAME = cls.__name__
        cls.SIGNED = signed
        cls.WIDTH = width
        cls.INTEGER_BITS = integer_bits
        cls.FRACTION_BITS = fraction_bits
        cls.MIN_BITS = -(1 << (width - 1)) if signed else 0
        cls.MAX_BITS = (1 << (width - 1)) - 1 if signed else (1 << width) - 1
        constants = {"MIN": cls.MIN_BITS, "MAX": cls.MAX_BITS, "ZERO": 0, "ONE": 1 << fraction_bits}
        for name, bits in constants.items():
            setattr(cls, name, cls.from_bits(bits))

    @classmethod
    @rule(
        "FX-format/range",
        SUBSTRATE_FIXED("src/macros_no_frac.rs", "from_bits"),
        SUBSTRATE_FIXED("src/macros_no_frac.rs", "min_value"),
        SUBSTRATE_FIXED("src/macros_no_frac.rs", "max_value"),
    )
    def from_bits(cls, bits: int) -> Self:
        """A number is any integer of its format's width, two's complement if signed; its value is that over ``2**F``.

        Raises :class:`InvalidInput` for bits that do not fit the format.
        """
        if not isinstance(bits, int) or isinstance(bits, bool):
            raise InvalidInput("", f"{bits!r} is not an integer ({cls.NAME} in bits)")
        if not cls.MIN_BITS <= bits <= cls.MAX_BITS:
            raise InvalidInput("", f"{bits} is outside the range of {cls.NAME} in bits")
        return cls._of(bits)

    @classmethod
    def _of(cls, bits: int) -> Self:
        """Return the number with bits that are known to fit."""
        number = _new(cls)
        _set_bits(number, bits)
        return number

    @classmethod
    @rule("FX-overflow/saturate", SUBSTRATE_FIXED("src/macros_frac.rs", "saturating_mul"))
    def saturated(cls, exact: int) -> Self:
        """Saturating: a result that does not fit becomes the limit that it exceeds."""
        if exact > cls.MAX_BITS:
            return cls.MAX
        if exact < cls.MIN_BITS:
            return cls.MIN
        return cls._of(exact)

    @classmethod
    @rule("FX-overflow/wrap", SUBSTRATE_FIXED("src/macros_frac.rs", "wrapping_mul"))
    def wrapped(cls, exact: int) -> Self:
        """Wrapping: a result that does not fit is taken modulo 2 to the width, in the format's range."""
        if cls.MIN_BITS <= exact <= cls.MAX_BITS:
            return cls._of(exact)
        return cls._of((exact - cls.MIN_BITS) % (1 << cls.WIDTH) + cls.MIN_BITS)

    @classmethod
    @rule("FX-overflow/check", SUBSTRATE_FIXED("src/macros_frac.rs", "checked_mul"))
    def checked(cls, exact: int) -> Self | None:
        """Checked: there is no result if it does not fit."""
        if cls.MIN_BITS <= exact <= cls.MAX_BITS:
            return cls._of(exact)
        return None

    def _other(self, other: object) -> int:
        """Return the bits of the other operand, which must be of the same format."""
        if type(other) is not type(self):
            raise TypeError(f"{self.NAME} does not mix with {type(other).__name__}; convert one first")
        return other.bits

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.bits == other.bits

    @rule("FX-compare/bits", SUBSTRATE_FIXED("src/cmp.rs", "lt"))
    def __lt__(self, other: Self) -> bool:
        """Two numbers of one format compare as their bits do."""
        return self.bits < self._other(other)

    def __le__(self, other: Self) -> bool:
        return self.bits <= self._other(other)

    def __gt__(self, other: Self) -> bool:
        return self.bits > self._other(other)

    def __ge__(self, other: Self) -> bool:
        return self.bits >= self._other(other)

    def __hash__(self) -> int:
        return hash((self.NAME, self.bits))

    def __bool__(self) -> bool:
        return self.bits != 0

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{self.NAME} is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{self.NAME} is immutable")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).from_bits, (self.bits,)


_new = object.__new__
_set_bits = Representation.__dict__["bits"].__set__
