"""Decimal text: the shortest that names a number, and how text is read."""

import re
from typing import Self

from subtensor_spec.arithmetic.fixed_point.representation import Representation
from subtensor_spec.rules import SUBSTRATE_FIXED, rule

_NUMBER = re.compile(r"([+-]?)([0-9]*)(?:\.([0-9]*))?")

CHUNK = 27
"""How many digits after the point production reads as one integer."""

FIVES: int = 5**CHUNK

LONGEST = 99
"""A half-way point has at most 65 digits, so that of digits beyond this only their presence matters."""


@rule("FX-text/shortest", SUBSTRATE_FIXED("src/display.rs", "write_frac_dec"))
def shortest_decimal(bits: int, fraction_bits: int) -> str:
    """A number is written with the fewest digits after the point that lie less than half a bit away from it.

    There are never more of them than tell two neighbouring numbers apart: 6, 10 or 20 for 18, 32 or 64 fraction bits.
    The last digit is rounded, half to even; a whole number has neither point nor digits after it.
    """
    one = 1 << fraction_bits
    whole, fraction = divmod(abs(bits), one)
    most = len(str(one - 1))
    for places in range(1, most + 1):
        scale: int = 10**places
        digits, rest = divmod(fraction * scale, one)
        if min(rest, one - rest) * 2 < scale:
            break
    if rest * 2 > one or (rest * 2 == one and digits & 1):
        digits += 1
    carry, digits = divmod(digits, scale)
    after_point = f"{digits:0{places}}".rstrip("0")
    return ("-" if bits < 0 else "") + str(whole + carry) + ("." + after_point if after_point else "")


@rule("FX-text/digits", SUBSTRATE_FIXED("src/from_str.rs", "parse_bounds"))
def split_number(text: str) -> tuple[bool, str, str] | None:
    """Text is a sign or none, ASCII digits, and at most one point among or beside them; anything else is no number.

    There must be at least one digit. Returns whether the sign is minus, the digits before the point without leading
    zeros, and those after it without trailing zeros.
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    sign, before, after = match[1], match[2], match[3] or ""
    return (sign == "-", before.lstrip("0"), after.rstrip("0")) if before or after else None


@rule("FX-text/nearest", SUBSTRATE_FIXED("src/from_str.rs", "dec_to_bin"))
def nearest_fraction(digits: str, fraction_bits: int) -> int:
    """At most 27 digits after the point become the nearest multiple of a bit, a tie the even one; one may carry.

    With fewer than 26 fraction bits production first drops low bits of the digits, so that with 18 what lies above a
    tie by less than 2.56e-25 counts as the tie.
    """
    decimal = int(digits.ljust(CHUNK, "0"))
    doubled = (decimal << 38 >> 64 - fraction_bits) + FIVES
    bits, rest = divmod(doubled, 2 * FIVES)
    tie = rest == 0
    return bits - (tie and bits & 1)


@rule("FX-text/long-fraction", SUBSTRATE_FIXED("src/from_str.rs", "dec_str_frac_to_bin"))
def nearest_long_fraction(digits: str, fraction_bits: int) -> int:
    """More than 27 digits are compared with the half-way point cut to as many digits; equal so far counts as a tie.

    So digits that stop short of the half-way point while agreeing with it are rounded to the even neighbour.
    """
    if len(digits) > LONGEST:
        digits = digits[:LONGEST] + "1"
    decimal = int(digits)
    scale: int = 10 ** len(digits)
    below = (decimal << fraction_bits) // scale
    half_way = (2 * below + 1) * scale >> (fraction_bits + 1)
    return below + (decimal > half_way or (decimal == half_way and below & 1))


class Text(Representation):
    """Numbers from and to decimal text."""

    __slots__ = ()

    def to_decimal(self) -> str:
        """Return the shortest decimal text that reads back as this number."""
        return shortest_decimal(self.bits, self.FRACTION_BITS)

    def __str__(self) -> str:
        return shortest_decimal(self.bits, self.FRACTION_BITS)

    def __repr__(self) -> str:
        return f"<{self.NAME} {self.to_decimal()} (bits {self.bits})>"

    @classmethod
    @rule("FX-text/parse", SUBSTRATE_FIXED("src/from_str.rs", "overflowing_from_str_radix"))
    def from_decimal(cls, text: str) -> Self | None:
        """Read decimal text; what is no number, and what does not fit the format, gives nothing.

        The magnitude is rounded and then given its sign, so that minus zero is zero, even for an unsigned format.
        """
        parts = split_number(text)
        if parts is None:
            return None
        negative, before, after = parts
        if len(before) > len(str(cls.MAX_BITS)):
            return None
        convert = nearest_fraction if len(after) <= CHUNK else nearest_long_fraction
        magnitude = (int(before or "0") << cls.FRACTION_BITS) + convert(after, cls.FRACTION_BITS)
        return cls.checked(-magnitude if negative else magnitude)
