"""Arguments of published functions, drawn where something happens: near a limit, a whole number, a power of two."""

import random
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_spec.arithmetic import FORMATS, FixedPoint

Row = tuple[Any, ...]

_LIMITS = {
    "u64": (0, 2**64 - 1),
    "i64": (-(2**63), 2**63 - 1),
    "u128": (0, 2**128 - 1),
    "i128": (-(2**127), 2**127 - 1),
    "i32": (-40, 40),
}
"""Of a 32-bit exponent, which counts multiplications, few are asked for."""


def rows(function: Function, count: int, seed: int) -> list[Row]:
    """Return so many rows of arguments in bits; the same for the same seed."""
    draw = random.Random(f"{function.name} {seed}")
    return [tuple(_argument(kind, draw) for _, kind in function.parameters) for _ in range(count)]


def _argument(kind: str, draw: random.Random) -> Any:
    if kind in FORMATS:
        return _fixed_point_bits(FORMATS[kind], draw)
    if kind.startswith("list<"):
        return [_argument(kind.removeprefix("list<")[:-1], draw) for _ in range(draw.randrange(6))]
    if kind in ("f32", "f64"):
        return _float_bits(*((32, 24) if kind == "f32" else (64, 53)), draw)
    low, high = _LIMITS[kind]
    edge = draw.choice((low, high, 0, 1, 1 << draw.randrange(high.bit_length())))
    return min(max(edge + draw.randrange(-2, 3), low), high) if draw.random() < 0.7 else draw.randint(low, high)


def _fixed_point_bits(number: type[FixedPoint], draw: random.Random) -> int:
    near = draw.choice(
        (
            number.MIN_BITS,
            number.MAX_BITS,
            draw.randrange(-20, 20) << number.FRACTION_BITS,
            1 << draw.randrange(number.WIDTH),
            draw.getrandbits(number.FRACTION_BITS + draw.randrange(-8, 12)),
            draw.getrandbits(draw.randrange(1, number.WIDTH)),
        )
    )
    sign = draw.choice((1, -1))
    return min(max(sign * near + draw.randrange(-2, 3), number.MIN_BITS), number.MAX_BITS)


def _float_bits(width: int, precision: int, draw: random.Random) -> int:
    """Return any float, or one in the formats' range whose significand has few bits, so that ties occur."""
    if draw.random() < 0.3:
        return draw.getrandbits(width)
    bias = (1 << width - precision - 1) - 1
    exponent = draw.choice((bias + draw.randrange(-70, 115), 0, 2 * bias, 2 * bias + 1))
    kept = draw.randrange(precision)
    fraction = draw.getrandbits(precision - 1) >> kept << kept
    return draw.getrandbits(1) << width - 1 | exponent << precision - 1 | fraction
