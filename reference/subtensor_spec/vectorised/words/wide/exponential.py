"""The exponential function and powers, as substrate-fixed computes them."""

import numpy as np
import numpy.typing as npt

from subtensor_spec.vectorised.words.wide import arithmetic
from subtensor_spec.vectorised.words.wide.constants import E, in_format
from subtensor_spec.vectorised.words.wide.conversion import convert
from subtensor_spec.vectorised.words.wide.formats import Format, Numbers, choose, is_negative, is_zero
from subtensor_spec.vectorised.words.wide.logarithm import ln
from subtensor_spec.vectorised.words.wide.progress import Active, Presence
from subtensor_spec.vectorised.words.wide.results import Checked


def exp(operand: Numbers, destination: Format) -> Checked:
    """Return e to the power of ``operand`` in another format; none where a term or the sum overflows.

    The series has as many terms as the destination has fraction bits. Exactly 0 and 1 have answers of their own.
    """
    one = Numbers.integer(destination, 1)
    euler = Numbers.all_equal(destination, in_format(E, 23, destination))
    is_one = arithmetic.equal(operand, Numbers.integer(operand.format, 1))
    special = is_zero(operand) | is_one
    below = is_negative(operand)
    negated = arithmetic.negate(operand)
    presence = Presence(~(below & negated.overflow))
    raised = convert(choose(below, negated.wrapped, operand), destination).wrapped
    total = _series(raised, presence)
    inverse, invertible = arithmetic.checked_divide(one, total)
    presence.mask = presence.mask & (~below | invertible)
    outcome = choose(below, inverse, total)
    return choose(is_one, euler, choose(special, one, outcome)), presence.mask | special


def _series(operand: Numbers, presence: Presence) -> Numbers:
    one = Numbers.integer(operand.format, 1)
    total = presence.take(arithmetic.add(operand, one).checked())
    term = operand
    for index in range(2, operand.format.fraction_bits):
        term = presence.take(arithmetic.multiply(term, operand).checked())
        term = arithmetic.divide_by_integer(term, index)
        total = presence.take(arithmetic.add(total, term).checked())
    return total


def power(base: Numbers, exponent: Numbers) -> Checked:
    """Return ``exp(ln(base) * exponent)``; 0 for base 0, then 1 for exponent 0, then the base for exponent 1.

    None where the base is below zero or a step overflows.
    """
    number = base.format
    zero, one = Numbers.all_equal(number, 0), Numbers.integer(number, 1)
    base_zero, exponent_zero = is_zero(base), is_zero(exponent)
    exponent_one = arithmetic.equal(exponent, one)
    logarithm, presence_mask = ln(base, number)
    presence = Presence(presence_mask)
    scaled = presence.take(arithmetic.multiply(logarithm, exponent).checked())
    outcome = presence.take(exp(scaled, number))
    outcome = choose(exponent_one, base, outcome)
    outcome = choose(exponent_zero, one, outcome)
    special = base_zero | exponent_zero | exponent_one
    return choose(base_zero, zero, outcome), presence.mask | special


def integer_power(base: Numbers, exponents: npt.NDArray[np.int64]) -> Checked:
    """Return the base multiplied by itself one factor at a time; the inverse of that for a negative exponent.

    ``exponents`` are 32-bit. 0 for base 0, then 1 for exponent 0. None where a product or the inverse overflows. The
    magnitude of the smallest exponent wraps to itself, so that the base is not multiplied at all.
    """
    number = base.format
    zero, one = Numbers.all_equal(number, 0), Numbers.integer(number, 1)
    factors = np.where(exponents == -(1 << 31), 1, np.abs(exponents))
    presence = Presence(np.ones(exponents.shape, dtype=np.bool_))
    product = _repeated_product(base, factors, presence)
    below = exponents < 0
    inverse, invertible = arithmetic.checked_divide(one, product)
    presence.mask = presence.mask & (~below | invertible)
    outcome = choose(below, inverse, product)
    outcome = choose(exponents == 0, one, outcome)
    base_zero = is_zero(base)
    return choose(base_zero, zero, outcome), presence.mask | base_zero | (exponents == 0)


def _repeated_product(base: Numbers, factors: npt.NDArray[np.int64], presence: Presence) -> Numbers:
    """Return the product of ``factors`` times the base, at least once."""
    product = base
    active = Active(factors > 1)
    done = 1
    while active:
        previous = product.take(active.lanes)
        current, present = arithmetic.multiply(previous, base.take(active.lanes)).checked()
        presence.mask[active.lanes] &= present
        product = product.put(active.lanes, current)
        done += 1
        # Once a product is unchanged by the base, every further one is the same.
        moving = ~arithmetic.equal(previous, current)
        active.keep(present & moving & (factors[active.lanes] > done))
    return product


def saturating_power(base: Numbers, exponents: npt.NDArray[np.int64]) -> Checked:
    """Return safe-math's power by repeated squaring, saturating; 1 for exponent 0, whatever the base.

    An exponent outside 32 bits counts as the nearest that is within. None for a negative power of zero; 0 where the
    inverse of a negative power overflows.
    """
    number = base.format
    one = Numbers.integer(number, 1)
    clamped = np.clip(exponents, -(1 << 31), (1 << 31) - 1)
    left = np.abs(clamped)
    outcome, square = one, base
    while left.any():
        outcome = choose(left & 1 == 1, arithmetic.multiply(outcome, square).saturated(), outcome)
        square = arithmetic.multiply(square, square).saturated()
        left = left >> 1
    outcome = choose(clamped < 0, arithmetic.safe_divide(one, outcome), outcome)
    outcome = choose(clamped == 0, one, outcome)
    base_zero = is_zero(base) & (clamped != 0)
    return choose(base_zero, Numbers.all_equal(number, 0), outcome), ~(base_zero & (clamped < 0))
