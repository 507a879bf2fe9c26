"""Numbers of every type, near the edges of formats and of the values that rules treat apart."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions import values
from subtensor_spec.arithmetic import FORMATS, FixedPoint
from subtensor_spec.chapters.issuance import TOTAL_SUPPLY, steps

Integers = SearchStrategy[int]

STEPS = 3
"""How far from an edge is still near it."""

UNITS = 32
"""Whole units on both sides of zero within which ordinary values lie; exp fails beyond 21."""

LARGEST_ANGLE = values.LARGEST_ANGLE


@cache
def fixed_point(name: str) -> Integers:
    """Return bits of a format: small values, values near edges and powers of two, and any."""
    number = FORMATS[name]
    edges = sorted({int(value) for value in values.fixed_point(number).values()}, key=abs)
    ordinary = st.integers(max(-UNITS * number.ONE.bits, number.MIN_BITS), UNITS * number.ONE.bits)
    return st.one_of(
        ordinary,
        st.sampled_from(edges),
        near(edges, number.MIN_BITS, number.MAX_BITS),
        _near_powers(number.WIDTH, number.MIN_BITS, number.MAX_BITS),
        st.integers(number.MIN_BITS, number.MAX_BITS),
    )


@cache
def proportions(name: str = "I32F32") -> Integers:
    """Return bits from zero to one, the ends and their neighbours often."""
    one = FORMATS[name].ONE.bits
    edges = [0, 1, one // 65535, one // 2, one // 2 * 65534 // 65535, one - 1, one]
    return st.one_of(st.integers(0, one), near(edges, 0, one))


@cache
def integers(kind: str) -> Integers:
    """Return integers of a kind such as ``u64``: small ones, near limits of this and other types, and any."""
    width, signed = int(kind[1:]), kind[0] == "i"
    low, high = (-(2 ** (width - 1)), 2 ** (width - 1) - 1) if signed else (0, 2**width - 1)
    edges = sorted({int(value) for value in values.integers(kind).values()}, key=abs)
    small = st.integers(max(low, -100), min(high, 100))
    return st.one_of(
        small, st.sampled_from(edges), near(edges, low, high), _near_powers(width, low, high), st.integers(low, high)
    )


@cache
def issuances() -> Integers:
    """Return amounts issued, in rao: near the steps of the emission curve, within the supply, and any u64."""
    thresholds = [step.first_issuance for step in steps()]
    return st.one_of(near([*thresholds, TOTAL_SUPPLY], 0, 2**64 - 1), st.integers(0, TOTAL_SUPPLY), integers("u64"))


@cache
def floats(width: int, name: str) -> Integers:
    """Return IEEE bits: ties and limits of a format, what production misreads, and any."""
    edges = sorted(int(value) for value in values.floats(width, FORMATS[name]).values())
    greatest = 2**width - 1
    return st.one_of(
        st.sampled_from(edges), near(edges, 0, greatest), _half_way(width, FORMATS[name]), st.integers(0, greatest)
    )


@cache
def decimal_texts(name: str) -> SearchStrategy[str]:
    """Return decimals: ties of a format, cut and continued, limits, and text that may be no number."""
    number = FORMATS[name]
    edges = [str(value) for value in values.decimal_texts(number).values()]
    digits = st.text("0123456789", max_size=40)
    sign = st.sampled_from(["", "-", "+"])
    written = st.builds(lambda sign, whole, rest: f"{sign}{whole}.{rest}", sign, digits, digits)
    return st.one_of(written, _ties(number), st.sampled_from(edges), st.text("0123456789.+-e x_", max_size=12))


@cache
def angles(name: str) -> Integers:
    """Return bits of angles that few whole turns take off."""
    number = FORMATS[name]
    limit = min(LARGEST_ANGLE * number.ONE.bits, number.MAX_BITS)
    edges = sorted((int(value) for value in values.angles(number).values()), key=abs)
    return st.one_of(st.integers(-limit, limit), near(edges, -limit, limit))


def near(edges: list[int], low: int, high: int) -> Integers:
    """Return values a few steps from an edge, within limits."""
    steps = st.integers(-STEPS, STEPS)
    return st.builds(lambda edge, step: min(max(edge + step, low), high), st.sampled_from(edges), steps)


def _near_powers(width: int, low: int, high: int) -> Integers:
    """Return values a few steps from a power of two or its negative, within limits."""

    def near(power: int, negative: bool, step: int) -> int:
        return min(max((-(1 << power) if negative and low else 1 << power) + step, low), high)

    return st.builds(near, st.integers(0, width - 1), st.booleans(), st.integers(-STEPS, STEPS))


def _half_way(width: int, number: type[FixedPoint]) -> Integers:
    """Return IEEE bits of floats half-way between two numbers of a format, or next to that."""
    precision, bias = (24, 127) if width == 32 else (53, 1023)

    def pattern(odd: int, step: int, negative: bool) -> int:
        shift = precision - odd.bit_length()
        exponent = bias + odd.bit_length() - 2 - number.FRACTION_BITS
        field = (odd << shift) - (1 << (precision - 1))
        return ((exponent << (precision - 1)) + field + step) | negative << (width - 1)

    odd = st.integers(0, 2 ** (min(precision, number.WIDTH) - 2) - 1).map(lambda half: 2 * half + 1)
    return st.builds(pattern, odd, st.integers(-1, 1), st.booleans())


def _ties(number: type[FixedPoint]) -> SearchStrategy[str]:
    """Return the exact decimals of half-way points, cut off or continued."""
    places = number.FRACTION_BITS + 1

    def tie(odd: int, kept: int, tail: str) -> str:
        digits = f"{(2 * odd + 1) * 5**places:0{places}d}"
        whole, fraction = digits[:-places] or "0", digits[-places:]
        return f"{whole}.{fraction[: places - kept]}{tail}"

    cut = st.one_of(st.just(0), st.integers(0, places))
    return st.builds(tie, st.integers(0, 2**number.FRACTION_BITS), cut, st.sampled_from(["", "0", "1", "0001"]))
