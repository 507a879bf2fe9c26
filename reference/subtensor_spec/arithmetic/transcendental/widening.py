"""The format that a transcendental function computes in and returns."""

from typing import TypeVar

from subtensor_spec.arithmetic.formats import FixedPoint
from subtensor_spec.arithmetic.transcendental.constants import FRACTION_BITS

Number = TypeVar("Number", bound=FixedPoint)


def widened(number: FixedPoint, destination: type[Number]) -> Number:
    """Return ``number`` in the format ``destination``, which must hold every number of its format exactly."""
    if isinstance(number, destination):
        return number
    source = type(number)
    if (
        source.INTEGER_BITS + destination.SIGNED - source.SIGNED > destination.INTEGER_BITS
        or source.SIGNED > destination.SIGNED
        or source.FRACTION_BITS > destination.FRACTION_BITS
    ):
        raise TypeError(f"{destination.NAME} does not hold every number of {source.NAME}")
    return destination.wrapping_from_num(number)


def require_constants(destination: type[FixedPoint]) -> None:
    """Refuse a format that is unsigned, or too coarse for the constants: production does not compile it."""
    if not destination.SIGNED or destination.FRACTION_BITS < FRACTION_BITS:
        raise TypeError(f"production defines no such function for {destination.NAME}")
