"""Planned rows of the transcendental functions: where a result ceases to exist, found by halving."""

from collections.abc import Callable

from subtensor_conformance.authoring.plans.questions import Planned
from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.values import WHOLE_EXPONENTS, Named, angles
from subtensor_spec.arithmetic import FORMATS, FixedPoint
from subtensor_spec.arithmetic.transcendental import exp, ln, sqrt

SIGNED = ("I32F32", "I64F64", "I96F32")
"""The formats that exp and the logarithms are published for."""


LEAST_EXPONENT = -(2**31)

_NEAR_MISSES: dict[str, Planned] = {
    "i32f32.pow": [
        ("zero-to-zero", ["0", "0"]),
        ("zero-to-minus-one", ["0", str(-(1 << 32))]),
        ("product-wraps-to-nothing", [str(8 << 32), "8871008614152956588"]),
    ],
    "i32f32.sin": [("nothing-left-on-the-way", ["63718876"])],
    "i64f64.pow": [("zero-to-zero", ["0", "0"])],
    "i32f32.powi": [
        ("zero-to-zero", ["0", 0]),
        ("zero-to-minus-one", ["0", -1]),
        ("least-exponent", [str(3 << 31), LEAST_EXPONENT]),
        ("zero-to-the-least-exponent", ["0", LEAST_EXPONENT]),
    ],
    "i32f32.safe_math_checked_pow": [("zero-to-zero", ["0", "0"]), ("zero-to-minus-one", ["0", "-1"])],
}
"""Rows that tell a rule from what is nearly the rule."""


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
    return planned | _NEAR_MISSES


def values_of(function: Function, type_text: str) -> Named | None:
    """Return the values of a parameter where those of its type take too long, else nothing."""
    _, type_name, name = function.raw_name.split(".")
    if name == "powi" and type_text == "i32":
        return WHOLE_EXPONENTS
    return angles(FORMATS[type_name]) if name in ("sin", "cos") else None


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
