"""Planned rows of the transcendental functions: where a result ceases to exist, found by halving."""

from collections.abc import Callable
from typing import Any

from subtensor_spec.arithmetic import FORMATS, FixedPoint
from subtensor_spec.arithmetic.transcendental import exp, ln, sqrt

Planned = list[tuple[str, list[Any]]]

SIGNED = ("I32F32", "I64F64", "I96F32")
"""The formats that exp and the logarithms are published for."""


def edge(exists: Callable[[int], bool], low: int, high: int) -> int:
    """Return the last bits where results exist as at ``low``; at ``high`` it is the other way round."""
    here = exists(low)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if exists(middle) is here else (low, middle)
    return low


def rows() -> dict[str, Planned]:
    """Return the planned rows of each function by its published name."""
    planned: dict[str, Planned] = {}
    for name in SIGNED:
        number = FORMATS[name]
        planned[f"{name.lower()}.exp"] = _exponential(number)
        tiny = _tiny(number, lambda value: ln(value) is not None)
        planned[f"{name.lower()}.ln"] = planned[f"{name.lower()}.log2"] = tiny
        planned[f"{name.lower()}.sqrt"] = _tiny(number, lambda value: sqrt(value) is not None)
    return planned


def _exponential(number: type[FixedPoint]) -> Planned:
    def exists(bits: int) -> bool:
        return exp(number.from_bits(bits)) is not None

    greatest = edge(exists, number.ONE.bits, number.MAX_BITS)
    least = -edge(lambda bits: exists(-bits), number.ONE.bits, number.MAX_BITS)
    return [
        ("last-with-a-result", [str(greatest)]),
        ("first-without-a-result", [str(greatest + 1)]),
        ("last-negative-with-a-result", [str(least)]),
        ("first-negative-without-a-result", [str(least - 1)]),
    ]


def _tiny(number: type[FixedPoint], exists: Callable[[FixedPoint], bool]) -> Planned:
    """Return values around the least for which a function that inverts its argument has a result."""

    def exist(bits: int) -> bool:
        return exists(number.from_bits(bits))

    last_without = 0 if exist(1) else edge(exist, 1, number.ONE.bits)
    around = range(max(last_without - 1, 1), last_without + 3)
    return [(f"tiny-{bits}-bits", [str(bits)]) for bits in around]
