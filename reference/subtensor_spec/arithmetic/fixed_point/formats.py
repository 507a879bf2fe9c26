"""The seven fixed-point formats that the chain uses."""

from subtensor_spec.arithmetic.fixed_point.addition import Addition
from subtensor_spec.arithmetic.fixed_point.conversion import Conversion
from subtensor_spec.arithmetic.fixed_point.division import Division
from subtensor_spec.arithmetic.fixed_point.floats import Floats
from subtensor_spec.arithmetic.fixed_point.multiplication import Multiplication
from subtensor_spec.arithmetic.fixed_point.rounding import Rounding
from subtensor_spec.arithmetic.fixed_point.text import Text


class FixedPoint(Addition, Multiplication, Division, Rounding, Conversion, Floats, Text):
    """An immutable binary fixed-point number; the operations of one format do not mix with another's."""

    __slots__ = ()


class I32F32(FixedPoint, integer_bits=32, fraction_bits=32, signed=True):
    """Signed, 64 bits: the epoch's weights, shares and bonds."""

    __slots__ = ()


class I64F64(FixedPoint, integer_bits=64, fraction_bits=64, signed=True):
    """Signed, 128 bits: stakes, and shares of them, before they are narrowed to I32F32."""

    __slots__ = ()


class I96F32(FixedPoint, integer_bits=96, fraction_bits=32, signed=True):
    """Signed, 128 bits: issuance, emission and moving prices."""

    __slots__ = ()


class I110F18(FixedPoint, integer_bits=110, fraction_bits=18, signed=True):
    """Signed, 128 bits, the widest range."""

    __slots__ = ()


class U64F64(FixedPoint, integer_bits=64, fraction_bits=64):
    """Unsigned, 128 bits: prices and shares of pools."""

    __slots__ = ()


class U96F32(FixedPoint, integer_bits=96, fraction_bits=32):
    """Unsigned, 128 bits: amounts of TAO and alpha in emission."""

    __slots__ = ()


class U110F18(FixedPoint, integer_bits=110, fraction_bits=18):
    """Unsigned, 128 bits, the widest range."""

    __slots__ = ()


FORMATS: dict[str, type[FixedPoint]] = {
    number.NAME: number for number in (I32F32, I64F64, I96F32, I110F18, U64F64, U96F32, U110F18)
}
"""Every format by its name."""
