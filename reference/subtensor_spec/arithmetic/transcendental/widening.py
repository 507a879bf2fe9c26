"""The format that a transcendental function computes in and returns."""

from typing import TypeVar

from subtensor_spec.arithmetic.fixed_point.formats import FixedPoint
from subtensor_spec.arithmetic.transcendental.constants import FRACTION_BITS

Number = TypeVar("Number", bound=FixedPoint)


def widened(number: FixedPoint, destination: type[Number]) -> Number:
    """Return ``number`` in the format ``destination``, which must hold every number of its format exactly."""
    if isinstance(number, destination):
        return number
    _require_lossless(type(number), destination)
    return destination.wrapping_from_num(number)


def require_constants(source: type[FixedPoint], destination: type[FixedPoint]) -> None:
    """Refuse formats that production does not compile the functions with constants for.

    The format to compute in must be signed, hold the constants' 23 fraction bits, and hold all of ``source``.
    """
    if not destination.SIGNED or destination.FRACTION_BITS < FRACTION_BITS:
        raise TypeError(f"production defines no such function for {destination.NAME}")
    _require_lossless(source, destination)


def _require_lossless(source: type[FixedPoint], destination: type[FixedPoint]) -> None:
    fits = destination.MIN_BITS <= source.MIN_BITS << destination.FRACTION_BITS >> source.FRACTION_BITS
    fits &= source.MAX_BITS << destination.FRACTION_BITS >> source.FRACTION_BITS <= destination.MAX_BITS
    if not fits or source.FRACTION_BITS > destination.FRACTION_BITS:
        raise TypeError(f"{destination.NAME} does not hold every number of {source.NAME}")
