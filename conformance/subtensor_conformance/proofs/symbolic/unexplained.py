"""Products, quotients and remainders of symbolic integers that are left unexplained.

An operation on arrays and its exact twin then agree if they ask for the same products and quotients and do the same
with them. That the kernels of limbs really return these is shown on its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import z3

from subtensor_conformance.proofs.symbolic.words import BITS, Word, joined
from subtensor_spec.vectorised.words.wide import division, multiplication
from subtensor_spec.vectorised.words.wide.limbs import Limbs, Radix

WIDTH = 400
"""The width of a symbolic integer: more than any intermediate value of the operations that are proven."""

_SORT = z3.BitVecSort(WIDTH)
PRODUCT = z3.Function("product", _SORT, _SORT, _SORT)
QUOTIENT = z3.Function("quotient", _SORT, _SORT, _SORT)
REMAINDER = z3.Function("remainder", _SORT, _SORT, _SORT)


@contextmanager
def unexplained() -> Iterator[list[z3.BoolRef]]:
    """Let the kernels of limbs return unexplained results; yields the list of what is known of their size."""
    sizes: list[z3.BoolRef] = []

    def multiply_signed(left: Limbs, right: Limbs, radix: Radix) -> tuple[Word, ...]:
        product = PRODUCT(_extended(left, radix, signed=True), _extended(right, radix, signed=True))
        return _limbs(product, len(left) + len(right), radix, sizes, signed=True)

    def multiply(left: Limbs, right: Limbs, radix: Radix) -> tuple[Word, ...]:
        product = PRODUCT(_extended(left, radix), _extended(right, radix))
        return _limbs(product, len(left) + len(right), radix, sizes)

    def divide(numerator: Limbs, divisor: Limbs, radix: Radix) -> tuple[Any, None]:
        quotient = QUOTIENT(_extended(numerator, radix), _extended(divisor, radix))
        return _limbs(quotient, len(numerator), radix, sizes), None

    def remainder(numerator: Limbs, divisor: Limbs, radix: Radix) -> tuple[Word, ...]:
        by = _extended(divisor, radix)
        rest = REMAINDER(_extended(numerator, radix), by)
        sizes.append(z3.ULT(rest, by))
        return _limbs(rest, len(divisor), radix, sizes)

    with (
        patch.object(multiplication, "multiply_signed", multiply_signed),
        patch.object(multiplication, "multiply", multiply),
        patch.object(division, "divide", divide),
        patch.object(division, "remainder", remainder),
    ):
        yield sizes


def _extended(limbs: Limbs, radix: Radix, *, signed: bool = False) -> z3.BitVecRef:
    number = joined(limbs, radix.bits)
    extend = z3.SignExt if signed else z3.ZeroExt
    return extend(WIDTH - number.size(), number)


def _limbs(
    number: z3.BitVecRef, count: int, radix: Radix, sizes: list[z3.BoolRef], *, signed: bool = False
) -> tuple[Word, ...]:
    extend = z3.SignExt if signed else z3.ZeroExt
    width = count * radix.bits
    sizes.append(number == extend(WIDTH - width, z3.Extract(width - 1, 0, number)))
    parts = (z3.Extract(radix.bits * (index + 1) - 1, radix.bits * index, number) for index in range(count))
    return tuple(Word(z3.ZeroExt(BITS - radix.bits, part)) for part in parts)
