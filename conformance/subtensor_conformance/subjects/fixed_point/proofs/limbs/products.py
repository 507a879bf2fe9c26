"""Products of limbs: the real kernels, run on unknown limbs, are the product as a polynomial."""

from collections.abc import Iterable
from typing import Any

import z3

from subtensor_conformance.proofs.proof import Refuted
from subtensor_conformance.proofs.symbolic.kernels import symbolic
from subtensor_conformance.proofs.symbolic.paths import prove_every_path
from subtensor_conformance.proofs.symbolic.unknowns import with_unknowns
from subtensor_conformance.proofs.symbolic.wholes import (
    Whole,
    settled,
    unbounded_difference,
    unbounded_sum,
    unknown,
    whole,
)
from subtensor_spec.vectorised.words.wide import limbs as real_limbs
from subtensor_spec.vectorised.words.wide import multiplication as real_multiplication
from subtensor_spec.vectorised.words.wide.limbs import RADIX

kernels, multiplication = symbolic(real_limbs), symbolic(real_multiplication)

SHIFT = RADIX.bits


def unknown_limbs(name: str, count: int) -> Any:
    """Return limbs of which nothing is known but their range."""
    return tuple(unknown(f"{name}{index}", 0, (1 << SHIFT) - 1) for index in range(count))


def check_unsigned(count: int, seconds: float) -> None:
    """The limbs of ``multiply`` stand for the product of the numbers that its arguments stand for."""

    def run() -> z3.BoolRef:
        left, right = unknown_limbs("l", count), unknown_limbs("r", count)
        product = multiplication.multiply(left, right, RADIX)
        difference = unbounded_difference(
            unbounded_sum(product, SHIFT), unbounded_sum(left, SHIFT), unbounded_sum(right, SHIFT)
        )
        return _all_in_range(product) and _is_multiple(difference, 0)

    prove_every_path(with_unknowns(run), seconds)


def check_signed(count: int, seconds: float) -> None:
    """The limbs of ``multiply_signed`` stand, in two's complement, for the product of the signed numbers.

    They stand for it modulo 2 to the power of twice the width, and the product is less than half of that.
    """

    def run() -> z3.BoolRef:
        left, right = unknown_limbs("l", count), unknown_limbs("r", count)
        values = _signed(left), _signed(right)
        product = multiplication.multiply_signed(left, right, RADIX)
        difference = unbounded_difference(unbounded_sum(product, SHIFT), *values)
        return _all_in_range(product) and _is_multiple(difference, 1 << 2 * SHIFT * count)

    prove_every_path(with_unknowns(run), seconds)


def _signed(limbs: tuple[Whole, ...]) -> Whole:
    """Return the number that limbs stand for in two's complement; whether it is negative is settled on each path."""
    negative = settled(kernels.sign(limbs, RADIX))
    number = unbounded_sum(limbs, SHIFT)
    return unbounded_difference(number, negative, whole(1 << SHIFT * len(limbs)))


def _all_in_range(limbs: Iterable[Whole]) -> bool:
    if any(limb.low < 0 or limb.high >> SHIFT for limb in limbs):
        raise Refuted("a limb may leave its range")
    return True


def _is_multiple(difference: Whole, modulus: int) -> z3.BoolRef:
    """Return the claim that a polynomial is a multiple of the modulus, term by term (zero: that there is no term)."""
    return z3.BoolVal(all(modulus and factor % modulus == 0 for factor in difference.terms.values()))
