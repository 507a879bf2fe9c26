"""The I32F32 kernels of the epoch at their full width."""

from collections.abc import Callable, Iterator
from functools import partial

from subtensor_conformance.proofs.proof import Proof, shown_by
from subtensor_conformance.subjects.fixed_point.proofs.words import i32f32
from subtensor_spec.arithmetic import I32F32

SCOPE = "all numbers of I32F32"
POLYNOMIALS = "the kernel run on polynomials; z3"
BIT_VECTORS = "kernel and exact path run on the same bit-vectors; z3"
MUL, SATURATE = "FX-mul/floor", "FX-overflow/saturate"
DIV = ("FX-div/toward-zero", "FX-div/checked", "FX-div/safe-zero")
SLOW = range(1, 4)
"""Steps of few bits take many of them."""


def proofs() -> Iterator[Proof]:
    """Yield the proofs of sums, products and quotients."""
    yield from _sums()
    yield from _products()
    yield from _quotients()


def _sums() -> Iterator[Proof]:
    for name, exact in (("add", I32F32.saturating_add), ("subtract", I32F32.saturating_sub)):
        rule = "FX-add/exact" if name == "add" else "FX-sub/exact"
        claim = f"{name} gives the saturated exact result, in either branch."
        yield _proof(f"sum/{name}", claim, BIT_VECTORS, (rule, SATURATE), partial(i32f32.check_sum, name, exact))


def _products() -> Iterator[Proof]:
    floor = "The product is the true product rounded down, and no operation leaves the word"
    yield _proof("product/two-words", f"{floor}: general branch.", POLYNOMIALS, (MUL,), i32f32.check_wide_product)
    for signed, branch in ((False, "unsigned"), (True, "signed")):
        check = partial(i32f32.check_product_branch, signed)
        claim = f"{floor}: {branch} branch, where the ranges keep it within a word."
        yield _proof(f"product/one-word-{branch}", claim, POLYNOMIALS, (MUL,), check)
    settled = {
        "multiply": (I32F32.saturated, SATURATE),
        "checked_multiply_or_zero": (lambda product: I32F32.checked(product) or I32F32.ZERO, "FX-overflow/check"),
    }
    for name, (exact, rule) in settled.items():
        check = partial(i32f32.check_product_settled, name, exact)
        claim = f"{name} makes of the rounded product what the exact path makes of it."
        yield _proof(f"product/{name.replace('_', '-')}", claim, BIT_VECTORS, (MUL, rule), check)


def _quotients() -> Iterator[Proof]:
    claim = "Long division gives the quotient rounded down, and no operation leaves the word: {} bits a step."
    for step in range(32, 0, -1):
        check = partial(i32f32.check_quotient, step)
        identifier, text = f"quotient/by-{step}-bits", claim.format(step)
        yield _proof(identifier, text, POLYNOMIALS, DIV[:1], check, quick=step not in SLOW)
    claim = "The quotient of numbers below one is rounded down, where the ranges rule an overflow out."
    yield _proof("quotient/one-word", claim, POLYNOMIALS, DIV[:1], i32f32.check_quotient_branch)
    claim = "safe_divide makes of the quotient what the exact path makes of it."
    yield _proof("quotient/safe-divide", claim, BIT_VECTORS, DIV, i32f32.check_quotient_settled)


def _proof(
    topic: str, claim: str, method: str, rules: tuple[str, ...], check: Callable[[float], None], *, quick: bool = True
) -> Proof:
    return Proof(f"words/{topic}", claim, SCOPE, method, rules, shown_by(check), quick)
