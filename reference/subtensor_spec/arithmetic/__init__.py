"""The chain's arithmetic: fixed-point formats, transcendental functions, decimal numbers and ratios.

It knows nothing of a chain. Import the numbers from here; the transcendental functions live in
:mod:`subtensor_spec.arithmetic.transcendental`.
"""

from subtensor_spec.arithmetic.fixed_point.formats import (
    FORMATS,
    I32F32,
    I64F64,
    I96F32,
    I110F18,
    U64F64,
    U96F32,
    U110F18,
    FixedPoint,
)
from subtensor_spec.arithmetic.fixed_point.integers import I16, I32, I64, I128, U8, U16, U32, U64, U128, IntegerType

__all__ = [
    "FORMATS",
    "I16",
    "I32",
    "I32F32",
    "I64",
    "I64F64",
    "I96F32",
    "I110F18",
    "I128",
    "U8",
    "U16",
    "U32",
    "U64",
    "U64F64",
    "U96F32",
    "U110F18",
    "U128",
    "FixedPoint",
    "IntegerType",
]
