"""The I32F32 kernels of the epoch at their full width, each branch on its own.

Which branch is taken depends on the range of whole arrays. A branch is proven for every lane that satisfies the
condition which the range guarantees; that a product or sum within given ranges is within the product or sum of their
ends is what makes it a guarantee.
"""

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import z3

from subtensor_conformance.proofs.symbolic.kernels import symbolic
from subtensor_conformance.proofs.symbolic.numbers import Number, expression
from subtensor_conformance.proofs.symbolic.paths import assume, prove_every_path
from subtensor_conformance.proofs.symbolic.unexplained import QUOTIENT, WIDTH
from subtensor_conformance.proofs.symbolic.unknowns import with_unknowns
from subtensor_conformance.proofs.symbolic.wholes import (
    unbounded_difference,
    unbounded_product,
    unbounded_sum,
    unknown,
    whole,
)
from subtensor_conformance.proofs.symbolic.words import BITS, Truth, Word
from subtensor_spec.arithmetic import I32F32
from subtensor_spec.vectorised.words import i32f32 as real

i32f32 = symbolic(real)
ONE = real.ONE
FULL = (real.MIN, real.MAX)

Exact = Callable[[I32F32, I32F32], I32F32]


def check_sum(name: str, exact: Exact, seconds: float) -> None:
    """Addition or subtraction, in the branch that no range rules an overflow out, and in the one that it does."""
    left, right = _numbers()
    for bounds, overflows in ((FULL, True), ((0, 0), False)):
        with patch.object(i32f32, "bounds", lambda _values, bounds=bounds: bounds):
            found = getattr(i32f32, name)(left, right)
        plain = _integer(left) + _integer(right) if name == "add" else _integer(left) - _integer(right)
        fits = z3.And(plain >= i32f32.MIN, plain <= i32f32.MAX)
        _prove_equal(found, lambda: exact(_exact(left), _exact(right)), [] if overflows else [fits], seconds)


def check_wide_product(seconds: float) -> None:
    """The two words of the product are its floor: what lies above the low 32 bits, and those; no word is left."""

    def run() -> z3.BoolRef:
        left, right = _signed_unknown("left"), _signed_unknown("right")
        high, low = i32f32._wide_product(left, right)
        floor = unbounded_sum((low, high), 32)
        rest = unbounded_difference(unbounded_product(left, right), whole(ONE), floor).formula
        return z3.And(rest >= 0, rest < ONE, low.formula >= 0, low.formula < ONE)

    prove_every_path(with_unknowns(run), seconds)


def check_product_branch(signed: bool, seconds: float) -> None:
    """Multiplication where the product of the ranges fits one word: the floor, and no word is left."""

    def run() -> z3.BoolRef:
        low = i32f32.MIN if signed else 0
        left, right = (unknown(name, low, i32f32.MAX) for name in ("left", "right"))
        left.signed = right.signed = True
        product = unbounded_product(left, right)
        limit = i32f32.MAX if signed else (1 << BITS) - 1
        assume(product.formula <= limit, product.formula >= (-limit if signed else 0))
        with patch.object(i32f32, "bounds", lambda _values: (-1, 1) if signed else (0, 1)):
            found = i32f32.multiply(left, right)
        rest = unbounded_difference(product, whole(ONE), found).formula
        return z3.And(rest >= 0, rest < ONE)

    prove_every_path(with_unknowns(run), seconds)


def check_product_settled(name: str, exact: Callable[[Number], Any], seconds: float) -> None:
    """From the two words of a product to the number: saturated, or zero where it overflows."""
    left, right = _numbers()
    high, low = Word(z3.BitVec("high", BITS), signed=True), Word(z3.ZeroExt(32, z3.BitVec("low", 32)), signed=True)
    with (
        patch.object(i32f32, "bounds", lambda _values: FULL),
        patch.object(i32f32, "_wide_product", lambda _left, _right: (high, low)),
    ):
        found = getattr(i32f32, name)(left, right)
    product = Number(_integer(high) * ONE + _integer(low))
    reach = 1 << 62
    facts = [high.expression >= -reach, high.expression <= reach]
    _prove_equal(found, lambda: exact(product), facts, seconds)


def check_quotient(step: int, seconds: float) -> None:
    """Long division by ``step`` bits at a time, for divisors up to 2 to the 64 less ``step``; no word is left.

    It is claimed for quotients that fit a word; the others are told by their whole part.
    """
    limit = 1 << BITS - step

    def run() -> z3.BoolRef:
        left, right = unknown("left", 0, 1 << 63), unknown("right", 1, min(limit, 1 << 63))
        assume(left.formula < right.formula * ONE)
        with patch.object(i32f32, "bounds", lambda _values: (1, limit)):
            quotient, too_large = i32f32._wide_quotient(left, right)
        rest = unbounded_difference(unbounded_product(left, whole(ONE)), quotient, right).formula
        return z3.And(not too_large, rest >= 0, rest < right.formula)

    thresholds = tuple({ONE, 1 << step, 1 << (32 % step or step)})
    prove_every_path(with_unknowns(run, thresholds), seconds)


def check_quotient_settled(seconds: float) -> None:
    """Safe division from the quotient of the magnitudes: its sign, zero for the divisor zero and on overflow."""
    left, right = _numbers()
    quotient = z3.BitVec("quotient.word", BITS)
    asked: list[z3.BoolRef] = []

    def wide_quotient(dividend: Word, divisor: Word) -> tuple[Word, Truth]:
        numerator = z3.ZeroExt(WIDTH - BITS, dividend.expression) << 32
        true = QUOTIENT(numerator, z3.ZeroExt(WIDTH - BITS, divisor.expression))
        too_large = z3.UGE(true, z3.BitVecVal(1 << BITS, WIDTH))
        asked.append(z3.Or(too_large, true == z3.ZeroExt(WIDTH - BITS, quotient)))
        asked.append(true >= 0)
        return Word(quotient), Truth(too_large)

    with (
        patch.object(i32f32, "bounds", lambda _values: FULL),
        patch.object(i32f32, "_wide_quotient", wide_quotient),
    ):
        found = i32f32.safe_divide(left, right)
    _prove_equal(found, lambda: _exact(left).safe_div(_exact(right)), asked, seconds)


def check_quotient_branch(seconds: float) -> None:
    """Safe division of numbers below one where the ranges rule an overflow out: the floor, and no word is left."""

    def run() -> z3.BoolRef:
        left, right = unknown("left", 0, ONE - 1), unknown("right", 1, i32f32.MAX)
        left.signed = right.signed = True
        assume(left.formula * ONE < right.formula * (1 << 63))
        with patch.object(i32f32, "bounds", lambda _values: (1, 1)):
            found = i32f32.safe_divide(left, right)
        rest = unbounded_difference(unbounded_product(left, whole(ONE)), found, right).formula
        return z3.And(rest >= 0, rest < right.formula)

    prove_every_path(with_unknowns(run, thresholds=(1 << 63,)), seconds)


def _numbers() -> tuple[Any, Any]:
    return Word(z3.BitVec("left", BITS), signed=True), Word(z3.BitVec("right", BITS), signed=True)


def _signed_unknown(name: str) -> Any:
    number = unknown(name, *FULL)
    number.signed = True
    return number


def _integer(word: Word) -> z3.BitVecRef:
    return z3.SignExt(WIDTH - BITS, word.expression)


def _exact(word: Word) -> I32F32:
    return I32F32._of(Number(_integer(word)))


def _prove_equal(found: Word, exact: Callable[[], Any], facts: list[z3.BoolRef], seconds: float) -> None:
    def claim() -> z3.BoolRef:
        return _integer(found) == expression(exact().bits)

    prove_every_path(claim, seconds, facts)
