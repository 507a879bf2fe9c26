"""The share pool's decimal float: a mantissa of up to 21 digits and a power of ten.

A number is ``mantissa · 10**exponent``. A normalised one is zero (0, 0) or has a mantissa above 10²⁰ and not above
10²¹, so that one rao more or less in a pool shows and a tenth of a rao does not. Nothing is ever negative.
"""

from dataclasses import dataclass
from typing import Self

from subtensor_spec.arithmetic import I64, U64, U64F64, U128
from subtensor_spec.arithmetic.decimals.double import bits_of_product_with_power_of_ten
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import SUBTENSOR, rule

MAX_MANTISSA = 10**21
"""The greatest normalised mantissa; the least is one more than a tenth of it."""

MANTISSA_DIGITS = 21
"""The power of ten by which a quotient's dividend is widened."""

_PATH = "primitives/share-pool/src/lib.rs"


@rule("DR-safe-float/power-of-ten", SUBTENSOR(_PATH, "cappow10"))
def capped_power_of_ten(exponent: int) -> int:
    """A power of ten, capped at 10²².

    Dividing a normalised mantissa by 10²² already gives zero, so a greater power is never needed.
    """
    power: int = 10 ** min(exponent, MANTISSA_DIGITS + 1)
    return power


@dataclass(frozen=True, slots=True)
class SafeFloat:
    """An unsigned decimal number; ``mantissa`` is a u128 and ``exponent`` an i64.

    The constructor takes any such pair, as storage may hold it; :meth:`new` normalises.
    """

    mantissa: int = 0
    exponent: int = 0

    def __post_init__(self) -> None:
        """Refuse what the two integer types cannot hold."""
        if not U128.holds(self.mantissa):
            raise InvalidInput("mantissa", f"{self.mantissa} is outside the range of u128")
        if not I64.holds(self.exponent):
            raise InvalidInput("exponent", f"{self.exponent} is outside the range of i64")

    @classmethod
    @rule("DR-safe-float/new", SUBTENSOR(_PATH, "new"))
    def new(cls, mantissa: int, exponent: int) -> Self | None:
        """A number is made from a mantissa of at most 10²¹ by normalising it; a greater mantissa gives nothing."""
        if mantissa > MAX_MANTISSA:
            return None
        return cls.normalised(mantissa, exponent)

    @classmethod
    @rule("DR-safe-float/normalise", SUBTENSOR(_PATH, "normalize"))
    def normalised(cls, mantissa: int, exponent: int) -> Self | None:
        """The mantissa is brought above 10²⁰ and to at most 10²¹, moving the exponent along.

        Digits that drop off are lost (rounded down, one digit at a time). Zero becomes (0, 0) whatever its exponent.
        There is no result if the exponent leaves the range of i64 at any step.
        """
        if mantissa == 0:
            return cls()
        while mantissa > MAX_MANTISSA:
            mantissa //= 10
            exponent += 1
        if exponent > I64.MAX:
            return None
        while mantissa <= MAX_MANTISSA // 10:
            mantissa *= 10
            exponent -= 1
        return cls(mantissa, exponent) if exponent >= I64.MIN else None

    @classmethod
    @rule("DR-safe-float/from-integer", SUBTENSOR(_PATH, "from"))
    def from_u64(cls, value: int) -> Self:
        """An integer of 64 bits has at most 20 digits, so it is held exactly."""
        return cls._or_zero(cls.new(value, 0))

    @classmethod
    @rule("DR-safe-float/from-fixed", SUBTENSOR(_PATH, "from"))
    def from_u64f64(cls, value: U64F64) -> Self:
        """A U64F64 is its integer part plus its fraction's numerator divided by 2⁶⁴, each a decimal float.

        The quotient keeps 21 digits and the sum drops what lies below the integer part's last digit.
        """
        integer, numerator = divmod(value.bits, 2**64)
        fraction = cls._or_zero(cls.from_u64(numerator).div(cls._or_zero(cls.new(2**64, 0))))
        return cls._or_zero(cls.from_u64(integer).add(fraction))

    @classmethod
    def _or_zero(cls, number: Self | None) -> Self:
        return cls() if number is None else number

    @property
    def is_zero(self) -> bool:
        """Whether the mantissa is zero."""
        return self.mantissa == 0

    @rule("DR-safe-float/div", SUBTENSOR(_PATH, "div"))
    def div(self, divisor: Self) -> Self | None:
        """The quotient keeps 21 digits: the dividend's mantissa is multiplied by 10²¹ and divided, rounding down.

        There is no result for a divisor of zero, nor where the exponent leaves i64 before or after normalising.
        """
        exponent = self.exponent - divisor.exponent - MANTISSA_DIGITS
        if divisor.is_zero or not I64.holds(exponent):
            return None
        return self.normalised(self.mantissa * MAX_MANTISSA // divisor.mantissa, exponent)

    @rule("DR-safe-float/add", SUBTENSOR(_PATH, "add"))
    def add(self, other: Self) -> Self | None:
        """The operand with the lower exponent is cut to the other's last digit, then the mantissas are added.

        Adding to or from zero returns the other operand as it is. There is no result if the exponent leaves i64.
        """
        if self.is_zero:
            return other
        if other.is_zero:
            return self
        left, right, exponent = self._aligned(other)
        return self.normalised(left + right, exponent)

    @rule("DR-safe-float/sub", SUBTENSOR(_PATH, "sub"))
    def sub(self, other: Self) -> Self | None:
        """The operand with the lower exponent is cut to the other's last digit, then the mantissas are subtracted.

        A larger subtrahend gives zero, but zero minus anything other than zero gives nothing at all. There is no
        result either if the exponent leaves i64.
        """
        if other.is_zero:
            return self if self.mantissa else type(self)()
        if self.is_zero:
            return None
        left, right, exponent = self._aligned(other)
        return self.normalised(max(left - right, 0), exponent)

    def _aligned(self, other: Self) -> tuple[int, int, int]:
        """Return both mantissas at the greater exponent, and that exponent."""
        divisor = capped_power_of_ten(abs(self.exponent - other.exponent))
        if self.exponent >= other.exponent:
            return self.mantissa, other.mantissa // divisor, self.exponent
        return self.mantissa // divisor, other.mantissa, other.exponent

    @rule("DR-safe-float/mul-div", SUBTENSOR(_PATH, "mul_div"))
    def mul_div(self, factor: Self, divisor: Self) -> Self | None:
        """``self · factor / divisor`` with one rounding: the full product is divided, rounding down, then normalised.

        There is no result for a divisor of zero, nor where the sum or difference of the exponents leaves i64.
        """
        exponent = self.exponent + factor.exponent
        if divisor.is_zero or not I64.holds(exponent) or not I64.holds(exponent - divisor.exponent):
            return None
        mantissa = self.mantissa * factor.mantissa // divisor.mantissa
        return self.normalised(mantissa, exponent - divisor.exponent)

    @rule("DR-safe-float/greater", SUBTENSOR(_PATH, "gt"))
    def gt(self, other: Self) -> bool:
        """Numbers compare by exponent where these lie two or more apart, else by mantissas at a common exponent.

        Zero has exponent 0, so it counts as greater than any number whose exponent is -2 or less.
        """
        gap = self.exponent - other.exponent
        if abs(gap) > 1:
            return gap > 0
        left = self.mantissa * 10 if gap == 1 else self.mantissa
        right = other.mantissa * 10 if gap == -1 else other.mantissa
        return left > right

    @rule("DR-safe-float/to-integer", SUBTENSOR(_PATH, "from"))
    def to_u64(self) -> int:
        """The number is rounded down to an integer; more than u64 holds gives the greatest u64."""
        scale = capped_power_of_ten(abs(self.exponent))
        value = self.mantissa * scale if self.exponent > 0 else self.mantissa // scale
        return U64.saturated(value)

    @rule("DR-safe-float/to-double", SUBTENSOR(_PATH, "from"))
    def to_f64_bits(self) -> int:
        """The bits of the double ``mantissa · 10**exponent``; production uses it in tests only.

        The mantissa is rounded to a double, the power of ten is multiplied up in doubles by squaring (and inverted for
        a negative exponent), and the two are multiplied, each step rounding to nearest, ties to even.
        """
        return bits_of_product_with_power_of_ten(self.mantissa, self.exponent)
