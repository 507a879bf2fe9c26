"""The constants of production's transcendental functions, in bits."""

from subtensor_spec.vectorised.words.wide.formats import Format

CONSTANT = Format("I9F23", True, 32, 23)
"""The format that production keeps its constants in: 23 fraction bits, whatever the format that is computed in."""

E = 0x15BF0A8
"""Euler's number, cut to 23 fraction bits."""

LOG2_E = 0xB8AA3B
"""The binary logarithm of Euler's number, cut to 23 fraction bits."""

PI = 0x1921FB5
TWO_PI = 0x3243F6A
HALF_PI = 0xC90FDA

CORDIC_GAIN = 0x9B74EDA8A01E2000
"""The inverse of the gain of the CORDIC rotation, with 64 fraction bits."""

ARC_TANGENTS = (
    0xC90FDAA22168C000, 0x76B19C1586ED3C00, 0x3EB6EBF25901BA00, 0x1FD5BA9AAC2F6E00,
    0x0FFAADDB967EF500, 0x07FF556EEA5D8940, 0x03FFEAAB776E5360, 0x01FFFD555BBBA970,
    0x00FFFFAAAADDDDB8, 0x007FFFF55556EEF0, 0x003FFFFEAAAAB778, 0x001FFFFFD55555BC,
    0x000FFFFFFAAAAAAE, 0x0007FFFFFF555555, 0x0003FFFFFFEAAAAA, 0x0001FFFFFFFD5555,
    0x0000FFFFFFFFAAAA, 0x00007FFFFFFFF555, 0x00003FFFFFFFFEAA, 0x00001FFFFFFFFFD5,
    0x00000FFFFFFFFFFA, 0x000007FFFFFFFFFF, 0x000003FFFFFFFFFF, 0x000001FFFFFFFFFF,
)  # fmt: skip
"""The arc tangents of 1, 1/2, 1/4, …, with 64 fraction bits: as many as production rotates by."""


def in_format(bits: int, fraction_bits: int, number: Format) -> int:
    """Return a non-negative constant in the bits of a format, cut to its fraction bits."""
    places = number.fraction_bits - fraction_bits
    return bits << places if places >= 0 else bits >> -places


def nearest_to_float(bits: int, number: Format) -> int:
    """Return the bits of the number nearest to a normal, positive 64-bit float, ties to even."""
    mantissa = bits & (1 << 52) - 1 | 1 << 52
    places = 1075 - (bits >> 52) - number.fraction_bits
    if places <= 0:
        return mantissa << -places
    quotient, rest = divmod(mantissa, 1 << places)
    half = 1 << places - 1
    return quotient + (rest > half or (rest == half and quotient & 1 == 1))
