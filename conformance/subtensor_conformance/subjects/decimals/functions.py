"""The functions of chapter 4: the decimal float, Perquintill, ratio powers and Q32.

A decimal float is its mantissa and exponent. A ratio power may have thousands of digits, more than any integer
type, and is written as text.
"""

from collections.abc import Callable, Iterator
from typing import Any

from subtensor_conformance.functions.function import Function, Namespace
from subtensor_spec.arithmetic.decimals import Perquintill, Ratio, SafeFloat, q32, ratio_power
from subtensor_spec.errors import InvalidInput

MAX_PRECISION = 4096
"""Bits behind the point that a ratio power is computed to at most here; the chain asks for 1 024."""

_CHUNK_DIGITS = 4000

Pair = tuple[int, int]


def _pair(number: SafeFloat | None) -> Pair | None:
    return None if number is None else (number.mantissa, number.exponent)


def _as_pair(method: Callable[..., SafeFloat | None]) -> Callable[..., Pair | None]:
    return lambda *values: _pair(method(*values))


def _of_pairs(method: Callable[..., Any], convert: Callable[[Any], Any] = _pair) -> Callable[..., Any]:
    return lambda *pairs: convert(method(*(SafeFloat(*pair) for pair in pairs)))


def _as_it_is(value: Any) -> Any:
    return value


def _ratio_power(
    base_numerator: int, base_denominator: int, numerator: int, denominator: int, precision: int, scale: int
) -> str | None:
    if precision > MAX_PRECISION:
        raise InvalidInput("precision", f"{precision} bits are more than {MAX_PRECISION}")
    base, exponent = Ratio(base_numerator, base_denominator), Ratio(numerator, denominator)
    power = ratio_power(base, exponent, precision, scale)
    return None if power is None else digits_of(power)


def digits_of(number: int) -> str:
    """Return the decimal digits of an integer of any size."""
    if number < 0:
        return "-" + digits_of(-number)
    chunks = []
    while number >= 10**_CHUNK_DIGITS:
        number, chunk = divmod(number, 10**_CHUNK_DIGITS)
        chunks.append(f"{chunk:0{_CHUNK_DIGITS}}")
    return str(number) + "".join(reversed(chunks))


_NORMALISE = "DR-safe-float/normalise"
_CAP = "DR-safe-float/power-of-ten"
_NUMBER = "tuple<u128,i64>"
_MAYBE = f"option<{_NUMBER}>"
_TWO = f"a: {_NUMBER}, b: {_NUMBER}"


def _safe_floats() -> Iterator[Function]:
    function = Namespace("safe_float", "sf")
    new = _as_pair(SafeFloat.new)
    yield function("new", f"mantissa: u128, exponent: i64 -> {_MAYBE}", new, "DR-safe-float/new", _NORMALISE)
    for name, operation in (("add", SafeFloat.add), ("sub", SafeFloat.sub)):
        rule = f"DR-safe-float/{name}"
        yield function(name, f"{_TWO} -> {_MAYBE}", _of_pairs(operation), rule, _NORMALISE, _CAP)
    yield function("div", f"{_TWO} -> {_MAYBE}", _of_pairs(SafeFloat.div), "DR-safe-float/div", _NORMALISE)
    three = f"{_TWO}, c: {_NUMBER} -> {_MAYBE}"
    yield function("mul_div", three, _of_pairs(SafeFloat.mul_div), "DR-safe-float/mul-div", _NORMALISE)
    yield function("gt", f"{_TWO} -> bool", _of_pairs(SafeFloat.gt, _as_it_is), "DR-safe-float/greater")
    one = f"a: {_NUMBER}"
    yield function("to_u64", f"{one} -> u64", _of_pairs(SafeFloat.to_u64, _as_it_is), "DR-safe-float/to-integer", _CAP)
    yield function("to_f64", f"{one} -> f64", _of_pairs(SafeFloat.to_f64_bits, _as_it_is), "DR-safe-float/to-double")
    integer = _as_pair(SafeFloat.from_u64)
    yield function("from_u64", f"value: u64 -> {_NUMBER}", integer, "DR-safe-float/from-integer", _NORMALISE)
    rules = ("DR-safe-float/from-fixed", "DR-safe-float/div", "DR-safe-float/add")
    yield function("from_U64F64", f"value: U64F64 -> {_NUMBER}", _as_pair(SafeFloat.from_u64f64), *rules)


def _perquintills() -> Iterator[Function]:
    function = Namespace("perquintill", "perquintill")
    yield function(
        "from_rational",
        "numerator: u128, denominator: u128 -> u64",
        lambda numerator, denominator: Perquintill.from_rational(numerator, denominator).parts,
        "DR-perquintill/from-rational",
    )
    yield function(
        "mul_round",
        "parts: u64, amount: u128 -> u128",
        lambda parts, amount: Perquintill.from_parts(parts).of(amount),
        "DR-perquintill/of-amount",
    )
    yield function(
        "complement",
        "parts: u64 -> u64",
        lambda parts: Perquintill.from_parts(parts).complement().parts,
        "DR-perquintill/complement",
    )


def _ratio_powers() -> Iterator[Function]:
    yield Namespace("bigmath", "bigmath", slow=True)(
        "pow_ratio_scaled",
        "base_numerator: u128, base_denominator: u128, exponent_numerator: u128, exponent_denominator: u128, "
        "precision: u32, scale: u128 -> option<text>",
        _ratio_power,
        *(f"DR-ratio-power/{case}" for case in ("scaled", "exact", "approximate")),
        *(f"DR-series/{case}" for case in ("ln", "ln-two", "ln-one-plus", "exp", "round")),
    )


def _q32() -> Iterator[Function]:
    function = Namespace("q32", "q32")
    yield function("mul", "value: u64, factor: u64 -> u64", q32.multiply, "DR-q32/mul", raw="mul_by_q32")
    yield function("pow", "base: u64, exponent: u16 -> u64", q32.power, "DR-q32/pow", "DR-q32/mul", raw="pow_q32")
    decay = ("DR-q32/decay-factor", "DR-q32/pow")
    yield function("decay_factor", "half_life: u16 -> u64", q32.decay_factor, *decay, raw="decay_factor_q32")


FUNCTIONS: list[Function] = [*_safe_floats(), *_perquintills(), *_ratio_powers(), *_q32()]
