"""How far the transcendental functions lie from true values, measured with mpmath over stated domains.

A *bound* here is measured, not proven: no measured point exceeds it, and the tests look for others that do.
mpmath is imported when something is measured; no rule depends on it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from subtensor_spec.arithmetic.fixed_point.formats import I32F32, I64F64, I96F32, I110F18, U64F64, U96F32, FixedPoint
from subtensor_spec.arithmetic.transcendental import checked_ln, checked_sqrt, exp, ln, log2, pow, sqrt

PRECISION = 320
"""Bits that true values are computed to: more than any format has, by far."""

POINTS = 1201
"""Points of an evenly spaced domain."""

PER_OCTAVE = 24
"""Points between a number and its double in a logarithmically spaced domain."""

Point = tuple[FixedPoint, ...]


@dataclass(frozen=True)
class Domain:
    """One function of one format over a stated set of arguments.

    ``bits_bound`` limits the distance from the true value in bits of the format; ``relative_bound`` limits it as a
    part of the true value, and is nothing where true values come close to zero.
    """

    function: str
    number: type[FixedPoint]
    description: str
    points: Callable[[], Iterator[Point]]
    computed: Callable[..., FixedPoint | None]
    true: str
    bits_bound: float
    relative_bound: float | None


@dataclass(frozen=True)
class Error:
    """The signed error at one point: in bits, and relative to the true value (nothing if that is zero)."""

    point: Point
    bits: Any
    relative: Any


@dataclass(frozen=True)
class Measurement:
    """The largest errors found in a domain, and where."""

    domain: Domain
    points: int
    bits: Error
    relative: Error


def even(number: type[FixedPoint], low: int, high: int) -> Callable[[], Iterator[Point]]:
    """Return the points of a domain between two whole numbers, evenly spaced, both ends among them."""
    first, last = low << number.FRACTION_BITS, high << number.FRACTION_BITS

    def points() -> Iterator[Point]:
        for index in range(POINTS):
            yield (number.from_bits(first + (last - first) * index // (POINTS - 1)),)

    return points


def octaves(number: type[FixedPoint], low_bits: int, high_bits: int) -> Callable[[], Iterator[Point]]:
    """Return the points of a domain between two numbers in bits, evenly spaced within each doubling."""

    def points() -> Iterator[Point]:
        start = low_bits
        while start <= high_bits:
            for step in range(PER_OCTAVE):
                bits = start * (PER_OCTAVE + step) // PER_OCTAVE
                if bits <= high_bits:
                    yield (number.from_bits(bits),)
            start *= 2
        yield (number.from_bits(high_bits),)

    return points


def pairs(number: type[FixedPoint]) -> Callable[[], Iterator[Point]]:
    """Return bases from 1/8 to 8, each with exponents from -4 to 4."""
    one = 1 << number.FRACTION_BITS

    def points() -> Iterator[Point]:
        for base in range(1, 41):
            for exponent in range(-40, 41):
                yield number.from_bits(one * base // 5 - one * 3 // 40), number.from_bits(one * exponent // 10)

    return points


def _safe_root(argument: U64F64) -> U64F64 | None:
    """Safe-math's root with the tolerance of its one use, a thousandth."""
    return checked_sqrt(argument, U64F64.ONE.safe_div(U64F64.saturating_from_num(1000)))


def errors(domain: Domain) -> Iterator[Error]:
    """Yield the error at each point of a domain where the function gives something."""
    import mpmath  # type: ignore[import-untyped]

    context = mpmath.mp.clone()
    context.prec = PRECISION
    functions = {"ln": context.log, "log2": lambda x: context.log(x, 2), "pow": context.power}
    true = functions.get(domain.true) or getattr(context, domain.true)
    for point in domain.points():
        result = domain.computed(*point)
        if result is None:
            continue
        value = true(*(context.mpf(number.bits) / 2**number.FRACTION_BITS for number in point))
        exact_bits = value * 2**result.FRACTION_BITS
        difference = result.bits - exact_bits
        yield Error(point, difference, difference / exact_bits if exact_bits else None)


def measure(domain: Domain) -> Measurement:
    """Return the largest errors of a domain."""
    found = list(errors(domain))
    worst_bits = max(found, key=lambda error: abs(error.bits))
    worst_relative = max(found, key=lambda error: abs(error.relative or 0))
    return Measurement(domain, len(found), worst_bits, worst_relative)


def _logarithm(function: str, number: type[FixedPoint], bits_bound: float) -> Domain:
    computed = ln if function == "ln" else log2
    whole = octaves(number, 3, number.MAX_BITS)
    return Domain(function, number, "3 bits … greatest", whole, computed, function, bits_bound, None)


def _root(number: type[FixedPoint], description: str, high_bits: int) -> Domain:
    return Domain("sqrt", number, description, octaves(number, 3, high_bits), sqrt, "sqrt", 2.0, None)


def _from(number: type[FixedPoint], low: int) -> Callable[[], Iterator[Point]]:
    return octaves(number, low << number.FRACTION_BITS, number.MAX_BITS)


_POWERS = "(1/8 … 8) ^ (-4 … 4)"
_GREATEST = "greatest"

DOMAINS = (
    Domain("exp", I32F32, "-20 … 0", even(I32F32, -20, 0), exp, "exp", 6.0, None),
    Domain("exp", I32F32, "0 … 1", even(I32F32, 0, 1), exp, "exp", 354.6, 3.04e-8),
    Domain("exp", I32F32, "0 … 10", even(I32F32, 0, 10), exp, "exp", 2.34e6, 3.04e-8),
    Domain("exp", I32F32, "0 … 20", even(I32F32, 0, 20), exp, "exp", 1.69e16, 8.1e-3),
    Domain("exp", I64F64, "-20 … 0", even(I64F64, -20, 0), exp, "exp", 10.0, None),
    Domain("exp", I64F64, "0 … 1", even(I64F64, 0, 1), exp, "exp", 1.53e12, 3.04e-8),
    Domain("exp", I64F64, "2 … 20", even(I64F64, 2, 20), exp, "exp", 3.87e13, 4.4e-15),
    _logarithm("ln", I32F32, 1240.0),
    _logarithm("ln", I64F64, 1.08e13),
    Domain("ln", I64F64, f"2 … {_GREATEST}", _from(I64F64, 2), ln, "ln", 1.08e13, 1.336e-8),
    _logarithm("log2", I32F32, 4.0),
    _logarithm("log2", I64F64, 4.0),
    _logarithm("log2", I96F32, 4.0),
    Domain("pow", I32F32, _POWERS, pairs(I32F32), pow, "pow", 1.95e6, 1.0e-6),
    Domain("pow", I64F64, _POWERS, pairs(I64F64), pow, "pow", 8.4e15, 1.12e-7),
    _root(I32F32, f"3 bits … {_GREATEST}", I32F32.MAX_BITS),
    _root(I64F64, f"3 bits … {_GREATEST}", I64F64.MAX_BITS),
    _root(U64F64, f"3 bits … {_GREATEST}", U64F64.MAX_BITS),
    _root(U96F32, "3 bits … 2^56", 2**88),
    _root(I110F18, "3 bits … 2^30", 2**48),
    Domain("safe-math ln", I64F64, f"1 … {_GREATEST}", _from(I64F64, 1), checked_ln, "ln", 1.09e18, 0.0855),
    Domain("safe-math sqrt", U64F64, f"1 … {_GREATEST}", _from(U64F64, 1), _safe_root, "sqrt", 9.23e15, 5e-4),
)
"""What is measured, with the bounds that the tests hold it to."""
