"""The functions of chapter 4: the decimal float, Perquintill, ratio powers and Q32.

A decimal float is its mantissa and exponent. A ratio power may have thousands of digits, more than any integer
type, and is written as text.
"""

from collections.abc import Callable
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_spec.arithmetic.decimals import Perquintill, Ratio, SafeFloat, q32, ratio_power
from subtensor_spec.errors import InvalidInput

MAX_PRECISION = 4096
"""Bits behind the point that a ratio power is computed to at most here; the chain asks for 1 024."""

_PAIR = "tuple<u128,i64>"
_MAYBE = f"option<{_PAIR}>"
_CHUNK_DIGITS = 4000

Pair = tuple[int, int]


def _pair(number: SafeFloat | None) -> Pair | None:
    return None if number is None else (number.mantissa, number.exponent)


def _of_pairs(method: Callable[..., Any], convert: Callable[[Any], Any] = _pair) -> Callable[..., Any]:
    return lambda *pairs: convert(method(*(SafeFloat(*pair) for pair in pairs)))


def _as_it_is(value: Any) -> Any:
    return value


def _safe_float(
    name: str, parameters: tuple[tuple[str, str], ...], result: str, exact: Callable[..., Any], *rules: str
) -> Function:
    published = name.lower()
    return Function(f"safe_float.{published}", f"sf.{name}", parameters, result, exact, rules)


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


_ONE, _TWO = (("a", _PAIR),), (("a", _PAIR), ("b", _PAIR))
_NORMALISE = "DR-safe-float/normalise"
_CAP = "DR-safe-float/power-of-ten"

_SAFE_FLOAT = [
    _safe_float(
        "new",
        (("mantissa", "u128"), ("exponent", "i64")),
        _MAYBE,
        lambda mantissa, exponent: _pair(SafeFloat.new(mantissa, exponent)),
        "DR-safe-float/new",
        _NORMALISE,
    ),
    _safe_float("add", _TWO, _MAYBE, _of_pairs(SafeFloat.add), "DR-safe-float/add", _NORMALISE, _CAP),
    _safe_float("sub", _TWO, _MAYBE, _of_pairs(SafeFloat.sub), "DR-safe-float/sub", _NORMALISE, _CAP),
    _safe_float("div", _TWO, _MAYBE, _of_pairs(SafeFloat.div), "DR-safe-float/div", _NORMALISE),
    _safe_float(
        "mul_div",
        (*_TWO, ("c", _PAIR)),
        _MAYBE,
        _of_pairs(SafeFloat.mul_div),
        "DR-safe-float/mul-div",
        _NORMALISE,
    ),
    _safe_float("gt", _TWO, "bool", _of_pairs(SafeFloat.gt, _as_it_is), "DR-safe-float/greater"),
    _safe_float("to_u64", _ONE, "u64", _of_pairs(SafeFloat.to_u64, _as_it_is), "DR-safe-float/to-integer", _CAP),
    _safe_float("to_f64", _ONE, "f64", _of_pairs(SafeFloat.to_f64_bits, _as_it_is), "DR-safe-float/to-double"),
    _safe_float(
        "from_u64",
        (("value", "u64"),),
        _PAIR,
        lambda value: _pair(SafeFloat.from_u64(value)),
        "DR-safe-float/from-integer",
        _NORMALISE,
    ),
    _safe_float(
        "from_U64F64",
        (("value", "U64F64"),),
        _PAIR,
        lambda value: _pair(SafeFloat.from_u64f64(value)),
        "DR-safe-float/from-fixed",
        "DR-safe-float/div",
        "DR-safe-float/add",
    ),
]

_RATIOS = [
    Function(
        "perquintill.from_rational",
        "perquintill.from_rational",
        (("numerator", "u128"), ("denominator", "u128")),
        "u64",
        lambda numerator, denominator: Perquintill.from_rational(numerator, denominator).parts,
        ("DR-perquintill/from-rational",),
    ),
    Function(
        "perquintill.mul_round",
        "perquintill.mul_round",
        (("parts", "u64"), ("amount", "u128")),
        "u128",
        lambda parts, amount: Perquintill.from_parts(parts).of(amount),
        ("DR-perquintill/of-amount",),
    ),
    Function(
        "perquintill.complement",
        "perquintill.complement",
        (("parts", "u64"),),
        "u64",
        lambda parts: Perquintill.from_parts(parts).complement().parts,
        ("DR-perquintill/complement",),
    ),
    Function(
        "bigmath.pow_ratio_scaled",
        "bigmath.pow_ratio_scaled",
        (
            ("base_numerator", "u128"),
            ("base_denominator", "u128"),
            ("exponent_numerator", "u128"),
            ("exponent_denominator", "u128"),
            ("precision", "u32"),
            ("scale", "u128"),
        ),
        "option<text>",
        _ratio_power,
        (
            "DR-ratio-power/scaled",
            "DR-ratio-power/exact",
            "DR-ratio-power/approximate",
            "DR-series/ln",
            "DR-series/ln-two",
            "DR-series/ln-one-plus",
            "DR-series/exp",
            "DR-series/round",
        ),
    ),
]

_Q32 = [
    Function(
        "q32.mul",
        "q32.mul_by_q32",
        (("value", "u64"), ("factor", "u64")),
        "u64",
        q32.multiply,
        ("DR-q32/mul",),
    ),
    Function(
        "q32.pow",
        "q32.pow_q32",
        (("base", "u64"), ("exponent", "u16")),
        "u64",
        q32.power,
        ("DR-q32/pow", "DR-q32/mul"),
    ),
    Function(
        "q32.decay_factor",
        "q32.decay_factor_q32",
        (("half_life", "u16"),),
        "u64",
        q32.decay_factor,
        ("DR-q32/decay-factor", "DR-q32/pow"),
    ),
]

FUNCTIONS: list[Function] = [*_SAFE_FLOAT, *_RATIOS, *_Q32]
