"""Square roots: by Newton's method as substrate-fixed computes them, by bisection as safe-math does."""

from dataclasses import dataclass

from subtensor_spec.vectorised.words.wide import arithmetic
from subtensor_spec.vectorised.words.wide.formats import Numbers, choose, is_negative, is_zero
from subtensor_spec.vectorised.words.wide.limbs import Lanes, Mask
from subtensor_spec.vectorised.words.wide.progress import Active
from subtensor_spec.vectorised.words.wide.results import Checked

_BISECTIONS = 129
"""How often safe-math halves the interval at most: it counts to more than 128."""


def sqrt(operand: Numbers) -> Checked:
    """Return the square root; below 1 it is the inverse of the root of the inverse.

    None for a number below zero, and where an inverse overflows.
    """
    one = Numbers.integer(operand.format, 1)
    special = is_zero(operand) | arithmetic.equal(operand, one)
    present = ~is_negative(operand)
    small = arithmetic.less(operand, one)
    inverse, invertible = arithmetic.checked_divide(one, operand)
    present = present & (~small | invertible)
    root = _newton(choose(small, inverse, operand), Active(present & ~special))
    turned, invertible = arithmetic.checked_divide(one, root)
    present = present & (~small | invertible)
    return choose(special, operand, choose(small, turned, root)), present | special


def _newton(operand: Numbers, active: Active) -> Numbers:
    """Return the root of numbers of at least 1 in the given lanes, after as many steps as there are fraction bits."""
    number = operand.format
    one = Numbers.integer(number, 1)
    guess = arithmetic.add(arithmetic.divide_by_integer(operand, 2), one).wrapped
    for _ in range(number.fraction_bits):
        if not active:
            break
        previous = guess.take(active.lanes)
        quotient = arithmetic.divide(operand.take(active.lanes), previous).wrapped
        current = arithmetic.divide_by_integer(arithmetic.add(previous, quotient).wrapped, 2)
        guess = guess.put(active.lanes, current)
        # A step that changes nothing is repeated without effect.
        active.keep(~arithmetic.equal(previous, current))
    return guess


def safe_math_sqrt(operand: Numbers, tolerance: Numbers) -> Checked:
    """Return the square root to within a tolerance, by bisection; none for a number below zero.

    The interval is halved until ``operand / middle`` and ``middle`` differ by no more than the tolerance, which for a
    negative tolerance never happens, or 129 times.
    """
    number = operand.format
    zero, one = Numbers.all_equal(number, 0), Numbers.integer(number, 1)
    present = ~is_negative(operand)
    large = arithmetic.less(one, operand)
    active = Active(present)
    interval = _Interval(
        operand.take(active.lanes),
        tolerance.take(active.lanes),
        choose(large, operand, one).take(active.lanes),
        choose(large, zero, operand).take(active.lanes),
    )
    root = operand
    for _ in range(_BISECTIONS):
        if not active:
            break
        middle, apart, halved = interval.halve()
        root = root.put(active.lanes, middle)
        interval = halved.take(active.keep(apart))
    return root.put(active.lanes, interval.middle()), present


@dataclass(frozen=True)
class _Interval:
    operand: Numbers
    tolerance: Numbers
    high: Numbers
    low: Numbers

    def middle(self) -> Numbers:
        return arithmetic.divide_by_integer(arithmetic.add(self.high, self.low).saturated(), 2)

    def halve(self) -> tuple[Numbers, Mask, "_Interval"]:
        """Return the middle, where it is not yet near enough to the root, and the half that the root lies in."""
        middle = self.middle()
        quotient = arithmetic.safe_divide(self.operand, middle)
        apart = arithmetic.less(self.tolerance, arithmetic.absolute_difference(quotient, middle))
        above = arithmetic.less(quotient, middle)
        high, low = choose(above, middle, self.high), choose(above, self.low, middle)
        return middle, apart, _Interval(self.operand, self.tolerance, high, low)

    def take(self, lanes: Lanes) -> "_Interval":
        return _Interval(*(part.take(lanes) for part in (self.operand, self.tolerance, self.high, self.low)))
