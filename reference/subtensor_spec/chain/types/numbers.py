"""Numbers that storage holds as structs of their own."""

from collections.abc import Callable
from typing import TypeVar, cast

from subtensor_spec.arithmetic import I64F64, I96F32, U64F64, U96F32, FixedPoint
from subtensor_spec.arithmetic.decimals import Perquintill, SafeFloat
from subtensor_spec.chain.scale import I64, I128, U64, U128, Codec, Mapped, Struct

Fixed = TypeVar("Fixed", bound=FixedPoint)


def _fixed(number: type[Fixed]) -> Mapped[Fixed]:
    bits: Codec[int] = I128 if number.SIGNED else U128
    return Mapped(number.NAME, bits, number.from_bits, cast(Callable[[Fixed], int], _bits_of))


def _bits_of(number: FixedPoint) -> int:
    return number.bits


I64F64_CODEC = _fixed(I64F64)
I96F32_CODEC = _fixed(I96F32)
U64F64_CODEC = _fixed(U64F64)
U96F32_CODEC = _fixed(U96F32)
SAFE_FLOAT = Struct(SafeFloat, mantissa=U128, exponent=I64)
PERQUINTILL: Codec[Perquintill] = Mapped("Perquintill", U64, Perquintill, lambda part: part.parts)
