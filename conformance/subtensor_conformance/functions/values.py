"""Values worth asking about, by type, each with a name that becomes part of an id."""

from collections.abc import Mapping
from math import isqrt

from subtensor_spec.arithmetic import FORMATS, FixedPoint

Named = Mapping[str, int | str]
"""Values by name: bits of a fixed-point number, an integer, IEEE bits, or text."""

RAO = 10**9
SUPPLY = 21_000_000_000_000_000


def values_of(type_text: str, number: type[FixedPoint] | None = None) -> Named | None:
    """Return the values of a type, nothing for one that has no list; floats and text are chosen for a format."""
    if type_text in FORMATS:
        return fixed_point(FORMATS[type_text])
    if type_text in ("f32", "f64") and number is not None:
        return floats(int(type_text[1:]), number)
    if type_text == "text" and number is not None:
        return decimal_texts(number)
    if type_text[0] in "ui" and type_text[1:].isdigit():
        return integers(type_text)
    return None


WHOLE_EXPONENTS: Named = {
    **{f"power-{exponent}": exponent for exponent in (0, 1, 2, 3, 7, 31, 64, 127)},
    **{f"power-minus-{exponent}": -exponent for exponent in (1, 2, 3, 7, 31, 64, 127)},
}
"""Exponents of functions that multiply as often as the exponent says."""

LARGEST_ANGLE = 4096
"""Functions of angles take off whole turns one by one, so that larger angles take long."""


def angles(number: type[FixedPoint]) -> Named:
    """Return the values of a format that are small enough for an angle."""
    limit = LARGEST_ANGLE * number.ONE.bits
    values = {**fixed_point(number), "misread": 300 * number.ONE.bits, "turns": 1000 * number.ONE.bits}
    return {name: value for name, value in values.items() if -limit <= int(value) <= limit}


def fixed_point(number: type[FixedPoint]) -> Named:
    """Return bits around zero, one half, one, the square root of the limit, and the limits."""
    one, greatest = number.ONE.bits, number.MAX_BITS
    values = {
        "zero": 0,
        "bit": 1,
        "two-bits": 2,
        "three-bits": 3,
        "half-less-bit": one // 2 - 1,
        "half": one // 2,
        "half-and-bit": one // 2 + 1,
        "one-less-bit": one - 1,
        "one": one,
        "one-and-bit": one + 1,
        "one-and-half": one + one // 2,
        "three": 3 * one,
        "twenty-less-bit": 20 * one - 1,
        "twenty": 20 * one,
        "twenty-and-bit": 20 * one + 1,
        "root-of-max": isqrt(greatest << number.FRACTION_BITS),
        "half-of-max": greatest >> 1,
        "whole-max": greatest - greatest % one,
        "whole-max-and-half": greatest - greatest % one + one // 2,
        "max-less-bit": greatest - 1,
        "max": greatest,
    }
    if number.SIGNED:
        values |= {f"minus-{name}": -value for name, value in values.items() if value}
        values |= {"min-and-bit": number.MIN_BITS + 1, "min": number.MIN_BITS}
    return values


def integers(kind: str) -> Named:
    """Return integers around zero, the limits of this and of narrower types, and a few amounts of rao."""
    signed, width = kind[0] == "i", int(kind[1:])
    greatest = 2 ** (width - 1) - 1 if signed else 2**width - 1
    values = {"zero": 0, "one": 1, "two": 2, "seven": 7, "u16-max": 65535, "tao": RAO, "supply": SUPPLY}
    for power in (15, 31, 32, 45, 46, 63, 64, 77, 95, 96, 109, 110, 127):
        values |= {f"below-2-to-{power}": 2**power - 1, f"2-to-{power}": 2**power}
    values |= {"max-less-one": greatest - 1, "max": greatest}
    if signed:
        values |= {f"minus-{name}": -value for name, value in values.items() if value}
        values |= {"min": -greatest - 1}
    return {name: value for name, value in values.items() if -greatest - 1 <= value <= greatest}


def floats(width: int, number: type[FixedPoint]) -> Named:
    """Return IEEE bits of floats at ties, at the limits of a format, and at what production misreads."""
    precision, bias = (24, 127) if width == 32 else (53, 1023)
    sign = 1 << (width - 1)

    def scaled(significand: int, exponent: int) -> int:
        """Return the bits of ``significand · 2**exponent``, which is a normal float."""
        shift = precision - significand.bit_length()
        field = (significand << shift) - (1 << (precision - 1))
        return (exponent - shift + precision - 1 + bias << (precision - 1)) | field

    fraction, limit = number.FRACTION_BITS, number.MAX_BITS.bit_length() - number.FRACTION_BITS
    values = {
        "zero": 0,
        "least": 1,
        "one": scaled(1, 0),
        "bit": scaled(1, -fraction),
        "half-a-bit": scaled(1, -fraction - 1),
        "above-half-a-bit": scaled(1, -fraction - 1) + 1,
        "bit-and-half": scaled(3, -fraction - 1),
        "two-bits-and-half": scaled(5, -fraction - 1),
        "third": scaled((1 << precision) // 3, -precision),
        "limit": scaled(1, limit),
        "below-limit": scaled(1, limit) - 1,
        "above-limit": scaled(1, limit) + 1,
        "last-exponent": scaled(1, bias),
        "last-exponent-and-more": scaled(3, bias - 1),
        "greatest": scaled((1 << precision) - 1, bias - precision + 1),
        "infinity": (2 * bias + 1) << (precision - 1),
        "nan": ((2 * bias + 1) << (precision - 1)) | 1 << (precision - 2),
    }
    return values | {f"minus-{name}": value | sign for name, value in values.items()}


def decimal_texts(number: type[FixedPoint]) -> Named:
    """Return decimals at ties and limits of a format, and text that is no number."""
    half = f"{5 ** (number.FRACTION_BITS + 1):0{number.FRACTION_BITS + 1}d}"
    whole = number.MAX_BITS >> number.FRACTION_BITS
    return {
        "empty": "",
        "zero": "0",
        "minus-zero": "-0",
        "plus": "+1.25",
        "point-first": ".5",
        "point-last": "5.",
        "point-alone": ".",
        "two-signs": "--1",
        "two-points": "1.2.3",
        "blank": " 1",
        "exponent": "1e0",
        "underscore": "1_000",
        "hexadecimal": "0x10",
        "leading-zeros": "000001.5",
        "half-a-bit": f"0.{half}",
        "above-half-a-bit": f"0.{half}1",
        "bit-and-half": f"0.{int(half) * 3:0{number.FRACTION_BITS + 1}d}",
        "all-nines": "0." + "9" * 40,
        "whole-max": f"{whole}",
        "above-whole-max": f"{whole + 1}",
        "carries-past-max": f"{whole}." + "9" * 40,
        "minus-one": "-1",
    }
