"""The one place where a decimal float becomes a double, for tests and people."""

import struct

NOT_A_NUMBER = 0xFFF8_0000_0000_0000
"""Zero times infinity, as the processors of the chain's nodes write it."""


def bits_of_product_with_power_of_ten(mantissa: int, exponent: int) -> int:
    """Return the IEEE 754 bits of ``mantissa · 10**exponent`` computed in doubles, each operation rounded once.

    An exponent outside i32 counts as the nearest i32.
    """
    clamped = min(max(exponent, -(2**31)), 2**31 - 1)
    product = float(mantissa) * _power_of_ten(clamped)
    if product != product:
        return NOT_A_NUMBER
    return int.from_bytes(struct.pack(">d", product), "big")


def _power_of_ten(exponent: int) -> float:
    """Return ten to the power, by squaring; a negative power is one over the positive one."""
    result, factor, remaining = 1.0, 10.0, abs(exponent)
    while remaining:
        if remaining % 2:
            result *= factor
        remaining //= 2
        factor *= factor
    return 1.0 / result if exponent < 0 else result
