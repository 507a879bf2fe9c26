"""Division of limbs: one step of the real kernel on unknown limbs, and from it, by induction, the whole."""

import time
from collections.abc import Iterable
from typing import Any
from unittest.mock import patch

import z3

from subtensor_conformance.proofs.symbolic.kernels import symbolic
from subtensor_conformance.proofs.symbolic.paths import assume, current_path, prove, prove_every_path
from subtensor_conformance.proofs.symbolic.unknowns import with_unknowns
from subtensor_conformance.proofs.symbolic.wholes import Whole, unbounded_difference, unbounded_sum, unknown, whole
from subtensor_conformance.subjects.fixed_point.proofs.limbs.products import SHIFT, unknown_limbs
from subtensor_spec.vectorised.words.wide import division as real_division
from subtensor_spec.vectorised.words.wide.limbs import RADIX

division = symbolic(real_division)


def check_step(count: int, seconds: float) -> None:
    """One step of long division: rest = digit * divisor + new rest, and the new rest is below the divisor."""
    deadline = time.monotonic() + seconds

    def run() -> z3.BoolRef:
        divisor = normalised_divisor(count)
        rest = unknown_limbs("rest", count + 1)
        before, by = unbounded_sum(rest, SHIFT), unbounded_sum(divisor, SHIFT)
        assume(before.formula < by.formula * (1 << SHIFT))
        digit, after = division.divide_step(rest, divisor, RADIX)
        left = unbounded_sum(after, SHIFT)
        exact = unbounded_difference(before, digit, by)
        return z3.And(left.formula == exact.formula, left.formula >= 0, left.formula < by.formula)

    prove_every_path(with_unknowns(run), deadline - time.monotonic())


def check_induction(numerator_count: int, divisor_count: int, seconds: float) -> None:
    """Long division, given its step: the digits times the divisor, and a rest below it, make up the numerator.

    Both are taken as shifted until the divisor's top bit is set, and the numerator's leading part as below the divisor;
    :mod:`.shifting` shows both.
    """
    deadline = time.monotonic() + seconds

    def run() -> z3.BoolRef:
        divisor = normalised_divisor(divisor_count)
        numerator = unknown_limbs("numerator", numerator_count + divisor_count)
        by = unbounded_sum(divisor, SHIFT)
        assume(unbounded_sum(numerator[numerator_count:], SHIFT).formula < by.formula)
        shifted = iter((divisor, numerator))
        with (
            patch.object(division, "leading_zeros", lambda _limbs, _radix: whole(0)),
            patch.object(division, "shift_left_each", lambda *_arguments: next(shifted)),
            patch.object(division, "divide_step", lambda rest, by, _radix: _granted_step(rest, by, deadline)),
        ):
            quotient, rest = division.divide(numerator[:numerator_count], divisor, RADIX)
        left = unbounded_sum(rest, SHIFT)
        made_up = unbounded_difference(unbounded_sum(numerator, SHIFT), unbounded_sum(quotient, SHIFT), by)
        return z3.And(left.formula == made_up.formula, left.formula >= 0, left.formula < by.formula)

    prove_every_path(with_unknowns(run), deadline - time.monotonic())


def _granted_step(
    rest: tuple[Whole, ...], divisor: tuple[Whole, ...], deadline: float
) -> tuple[Whole, tuple[Whole, ...]]:
    """Return what :func:`check_step` shows of a step, after showing that the step was asked for what it can do."""
    before, by = unbounded_sum(rest, SHIFT), unbounded_sum(divisor, SHIFT)
    needed = before.formula < by.formula * (1 << SHIFT)
    prove(needed, current_path().facts, deadline - time.monotonic())
    digit = unknown("digit", 0, (1 << SHIFT) - 1)
    after = unknown_limbs("after", len(divisor))
    left = unbounded_sum(after, SHIFT)
    exact = unbounded_difference(before, digit, by)
    assume(left.formula == exact.formula, left.formula < by.formula)
    return digit, after


def check_small_divisors(count: int, divisors: Iterable[int], seconds: float) -> None:
    """Division by one small integer: quotient times divisor, and a rest below it, make up the number."""
    deadline = time.monotonic() + seconds
    for divisor in divisors:

        def run(divisor: int = divisor) -> z3.BoolRef:
            numerator = unknown_limbs("numerator", count)
            quotient = division.divide_by_small(numerator, divisor, RADIX)
            rest = unbounded_difference(
                unbounded_sum(numerator, SHIFT), unbounded_sum(quotient, SHIFT), whole(divisor)
            ).formula
            return z3.And(rest >= 0, rest < divisor)

        prove_every_path(with_unknowns(run), deadline - time.monotonic())


def normalised_divisor(count: int) -> Any:
    """Return limbs of a divisor whose top bit is set."""
    top = unknown("divisor", 1 << SHIFT - 1, (1 << SHIFT) - 1)
    return (*unknown_limbs("divisor", count - 1), top)
