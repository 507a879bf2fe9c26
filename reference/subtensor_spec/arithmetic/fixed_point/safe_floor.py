"""The floor of the chain's own ``safe-math`` primitive, which is not that of the fixed-point library."""

from typing import TypeVar

from subtensor_spec.arithmetic.fixed_point.formats import FixedPoint
from subtensor_spec.rules import SUBTENSOR, rule

Number = TypeVar("Number", bound=FixedPoint)


@rule("FX-round/floor-off-by-one", SUBTENSOR("primitives/safe-math/src/lib.rs", "checked_floor"))
def checked_floor(number: Number) -> Number | None:
    """Safe-math's floor takes one off the whole part of a negative number with a fraction, although it is the floor.

    So -0.1 gives -2. Below the least whole number there is no result.
    """
    whole = number.int()
    if number.bits >= 0 or not number.frac():
        return whole
    return whole.checked_sub(number.ONE)
