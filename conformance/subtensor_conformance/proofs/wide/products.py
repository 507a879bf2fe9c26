"""Products of limbs: the real kernels, run on unknown limbs, are the product as a polynomial."""

from subtensor_conformance.proofs.symbolic.paths import Refuted, explore
from subtensor_conformance.proofs.symbolic.wholes import (
    Whole,
    settled,
    unbounded_difference,
    unbounded_sum,
    unknown,
    whole,
    with_unknowns,
)
from subtensor_spec.vectorised.wide import multiplication
from subtensor_spec.vectorised.wide.limbs import RADIX, sign

SHIFT = RADIX.bits


def unknown_limbs(name: str, count: int) -> tuple[Whole, ...]:
    """Return limbs of which nothing is known but their range."""
    return tuple(unknown(f"{name}{index}", 0, (1 << SHIFT) - 1) for index in range(count))


def check_unsigned(count: int) -> None:
    """The limbs of ``multiply`` stand for the product of the numbers that its arguments stand for."""

    def run() -> None:
        left, right = unknown_limbs("l", count), unknown_limbs("r", count)
        product = multiplication.multiply(left, right, RADIX)  # type: ignore[arg-type]
        difference = unbounded_difference(
            unbounded_sum(product, SHIFT), unbounded_sum(left, SHIFT), unbounded_sum(right, SHIFT)
        )
        _require_multiple(difference, 0)

    _on_every_path(run)


def check_signed(count: int) -> None:
    """The limbs of ``multiply_signed`` stand, in two's complement, for the product of the signed numbers.

    They stand for it modulo 2 to the power of twice the width, and the product is less than half of that.
    """

    def run() -> None:
        left, right = unknown_limbs("l", count), unknown_limbs("r", count)
        values = _signed(left), _signed(right)
        product = multiplication.multiply_signed(left, right, RADIX)  # type: ignore[arg-type]
        difference = unbounded_difference(unbounded_sum(product, SHIFT), *values)
        _require_multiple(difference, 1 << 2 * SHIFT * count)

    _on_every_path(run)


def _signed(limbs: tuple[Whole, ...]) -> Whole:
    """Return the number that limbs stand for in two's complement; whether it is negative is settled on each path."""
    negative = settled(sign(limbs, RADIX))  # type: ignore[arg-type]
    number = unbounded_sum(limbs, SHIFT)
    return unbounded_difference(number, negative, whole(1 << SHIFT * len(limbs)))


def _require_multiple(difference: Whole, modulus: int) -> None:
    left_over = {m: f for m, f in difference.terms.items() if not modulus or f % modulus}
    if left_over:
        raise Refuted(f"the product is off by {left_over}")


def _on_every_path(run: object) -> None:
    for _ in explore(with_unknowns(run)):  # type: ignore[arg-type]
        pass
