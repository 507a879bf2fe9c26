"""Kernels of limbs: products, quotients, shifts."""

from collections.abc import Callable, Iterator
from functools import partial

from subtensor_conformance.proofs.proof import Proof, shown_by
from subtensor_conformance.subjects.fixed_point.proofs.limbs import products, quotients, shifting

POLYNOMIALS = "the kernel run on polynomials; z3"
BIT_VECTORS = "the kernel run on bit-vectors; z3"
MUL, DIV, REM = ("FX-mul/floor",), ("FX-div/toward-zero",), ("FX-rem/sign-of-dividend",)

SERIES = range(2, 64)
"""What the series of exp divides by, and the halving of roots."""


def proofs() -> Iterator[Proof]:
    """Yield the proofs, for numbers of 64 bits (two limbs of 32) and of 128 (four)."""
    for count in (2, 4):
        yield from _products(count)
        yield from _quotients(count)
        yield from _shifts(count)


def _products(count: int) -> Iterator[Proof]:
    whole = "no operation leaves the word"
    yield _limbs(
        "product/unsigned", count, f"The limbs of a product stand for the product; {whole}.",
        POLYNOMIALS, MUL, partial(products.check_unsigned, count),
    )  # fmt: skip
    yield _limbs(
        "product/signed", count, f"The limbs of a signed product stand for it in two's complement; {whole}.",
        POLYNOMIALS, MUL, partial(products.check_signed, count),
    )  # fmt: skip


def _quotients(count: int) -> Iterator[Proof]:
    yield _limbs(
        "division/step", count,
        "A step of long division takes off digit times divisor and leaves less than the divisor; no operation "
        "leaves the word.", POLYNOMIALS, DIV, partial(quotients.check_step, count),
    )  # fmt: skip
    for numerator in _numerators(count):
        yield _limbs(
            f"division/by-steps-{numerator}", count,
            f"The steps of dividing {numerator} limbs, each as shown, make up quotient and remainder.",
            POLYNOMIALS, DIV, partial(quotients.check_induction, numerator, count),
        )  # fmt: skip
    yield _limbs(
        "division/by-small", count, "A number divided by one integer from 2 to 63 is its quotient rounded down.",
        POLYNOMIALS, DIV, partial(quotients.check_small_divisors, count, SERIES),
    )  # fmt: skip
    yield _limbs(
        "division/remainder", count, "The remainder is the rest of the division, shifted back.",
        BIT_VECTORS, REM, partial(shifting.check_remainder, count),
    )  # fmt: skip


def _shifts(count: int) -> Iterator[Proof]:
    width = 32 * count
    yield _limbs(
        "shift/leading-zeros", count, "A number shifted by its leading zeros has its top bit set and has lost none.",
        BIT_VECTORS, DIV, partial(shifting.check_leading_zeros, count),
    )  # fmt: skip
    for size in (count, *(numerator + count for numerator in _numerators(count))):
        yield _limbs(
            f"shift/each-{size}", count,
            f"Shifting {size} limbs by each lane's own places is a shift of the whole number.",
            BIT_VECTORS, DIV, partial(shifting.check_shift, size, width), quick=size < 8,
        )  # fmt: skip
    for numerator in _numerators(count):
        yield _limbs(
            f"shift/leading-part-{numerator}", count,
            f"What a shifted numerator of {numerator} limbs has above these is less than the shifted divisor.",
            BIT_VECTORS, DIV, partial(shifting.check_leading_part, numerator, count), quick=count < 4,
        )  # fmt: skip


def _numerators(count: int) -> tuple[int, ...]:
    """Return the lengths of the numerators of that width's formats: with 32, or 18 or 32 and 64, fraction bits."""
    return (2, 3) if count == 2 else (4, 5, 6)


def _limbs(
    topic: str, count: int, claim: str, method: str, rules: tuple[str, ...], check: Callable[[float], None],
    *, quick: bool = True,
) -> Proof:  # fmt: skip
    scope = f"all numbers of {32 * count} bits"
    return Proof(f"limbs/{topic}/{32 * count}-bit", claim, scope, method, rules, shown_by(check), quick)
