"""Shifts by a number of places of each lane's own, and the leading zeros that division shifts by."""

import time
from unittest.mock import patch

import z3

from subtensor_conformance.proofs.symbolic.kernels import symbolic
from subtensor_conformance.proofs.symbolic.paths import prove
from subtensor_conformance.proofs.symbolic.words import BITS, Word, in_range, joined, limb_words
from subtensor_spec.vectorised.words.wide import division as real_division
from subtensor_spec.vectorised.words.wide import shifts as real_shifts
from subtensor_spec.vectorised.words.wide.limbs import RADIX

division, shifts = symbolic(real_division), symbolic(real_shifts)


def check_shift(count: int, below: int, seconds: float) -> None:
    """``shift_left_each`` is a shift of the whole number, for every number of places below the limit."""
    limbs = limb_words("n", count, RADIX.bits)
    places = Word(z3.BitVec("places", BITS))
    moved = shifts.shift_left_each(limbs, places, below, RADIX)
    whole = joined(limbs, RADIX.bits)
    claim = z3.And(in_range(moved, RADIX.bits), joined(moved, RADIX.bits) == whole << _resized(places, whole.size()))
    prove(claim, [z3.ULT(places.expression, below)], seconds)


def check_leading_zeros(count: int, seconds: float) -> None:
    """A number other than zero, shifted by its leading zeros, has its top bit set and has lost none."""
    limbs = limb_words("n", count, RADIX.bits)
    zeros = shifts.leading_zeros(limbs, RADIX)
    whole = joined(limbs, RADIX.bits)
    places = _resized(zeros, whole.size())
    moved = whole << places
    claim = z3.And(z3.ULT(places, whole.size()), moved < 0, z3.LShR(moved, places) == whole)
    prove(claim, [whole != 0], seconds)


def check_leading_part(numerator_count: int, divisor_count: int, seconds: float) -> None:
    """Shifted by the divisor's leading zeros, what a numerator has above its own limbs is below the shifted divisor."""
    width, extra = RADIX.bits * numerator_count, RADIX.bits * divisor_count
    numerator = z3.BitVec("numerator", width)
    zeros = z3.BitVec("zeros", extra)
    divisor = z3.BitVec("divisor", extra)
    moved = z3.ZeroExt(extra, numerator) << _extended(zeros, width + extra)
    leading = z3.Extract(width + extra - 1, width, moved)
    facts = [z3.ULT(zeros, extra), divisor << zeros < 0, z3.LShR(divisor << zeros, zeros) == divisor]
    lost_nothing = z3.LShR(moved, _extended(zeros, width + extra)) == z3.ZeroExt(extra, numerator)
    prove(z3.And(z3.ULT(leading, divisor << zeros), lost_nothing), facts, seconds)


def check_remainder(count: int, seconds: float) -> None:
    """``remainder`` shifts the rest of the shifted division back."""
    deadline = time.monotonic() + seconds
    rest = limb_words("rest", count, RADIX.bits)
    divisor = limb_words("divisor", count, RADIX.bits)
    zeros = shifts.leading_zeros(divisor, RADIX)
    whole = joined(rest, RADIX.bits)
    moved = whole << _resized(zeros, whole.size())
    parts = [z3.Extract(RADIX.bits * i + RADIX.bits - 1, RADIX.bits * i, moved) for i in range(count)]
    words = tuple(Word(z3.ZeroExt(BITS - RADIX.bits, part)) for part in parts)

    def divide(*_arguments: object) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        return (), words

    with patch.object(division, "divide", divide):
        found = division.remainder(rest, divisor, RADIX)
    nonzero = joined(divisor, RADIX.bits) != 0
    below = z3.ULT(whole, joined(divisor, RADIX.bits))
    claim = z3.And(in_range(found, RADIX.bits), joined(found, RADIX.bits) == whole)
    prove(claim, [nonzero, below], deadline - time.monotonic())


def _resized(places: Word, width: int) -> z3.BitVecRef:
    if width <= BITS:
        return z3.Extract(width - 1, 0, places.expression)
    return z3.ZeroExt(width - BITS, places.expression)


def _extended(number: z3.BitVecRef, width: int) -> z3.BitVecRef:
    return z3.ZeroExt(width - number.size(), number)
