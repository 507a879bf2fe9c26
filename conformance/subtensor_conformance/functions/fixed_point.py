"""The functions of chapter 2: every operation and conversion of the seven fixed-point formats."""

from collections.abc import Callable, Iterator
from operator import add, mod, mul, neg, sub, truediv
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_spec.arithmetic import FORMATS, I64, I128, U16, U32, U64, U128, FixedPoint
from subtensor_spec.arithmetic.fixed_point.safe_floor import checked_floor

Parameters = tuple[tuple[str, str], ...]

SATURATE, WRAP, CHECK = "FX-overflow/saturate", "FX-overflow/wrap", "FX-overflow/check"


def functions_of(number: type[FixedPoint]) -> Iterator[Function]:
    """Yield every function of one format."""
    own = number.NAME

    def function(
        name: str, parameters: Parameters, result: str, exact: Callable[..., Any], *rules: str, raw: str = ""
    ) -> Function:
        return Function(f"{own}.{name}".lower(), f"fx.{own}.{raw or name}", parameters, result, exact, rules)

    yield from _arithmetic(number, function)
    yield from _of_one_number(number, function)
    yield from _to_other_types(number, function)
    yield from _from_other_types(number, function)


def _arithmetic(number: type[FixedPoint], function: Callable[..., Function]) -> Iterator[Function]:
    own, maybe = number.NAME, f"option<{number.NAME}>"
    two: Parameters = (("a", own), ("b", own))
    verbs = (("add", add, "FX-add/exact"), ("sub", sub, "FX-sub/exact"), ("mul", mul, "FX-mul/floor"))
    for verb, operator, rule in verbs:
        yield function(f"saturating_{verb}", two, own, getattr(number, f"saturating_{verb}"), rule, SATURATE)
        yield function(f"checked_{verb}", two, maybe, getattr(number, f"checked_{verb}"), rule, CHECK)
        yield function(f"wrapping_{verb}", two, own, getattr(number, f"wrapping_{verb}"), rule, WRAP)
        yield function(verb, two, own, operator, rule, WRAP)
    quotient, panics = "FX-div/toward-zero", "FX-div/zero-panics"
    yield function("saturating_div", two, own, number.saturating_div, quotient, panics, SATURATE)
    yield function("checked_div", two, maybe, number.checked_div, quotient, "FX-div/checked", CHECK)
    yield function("div", two, own, truediv, quotient, panics, WRAP)
    yield function("safe_div", two, own, number.safe_div, quotient, "FX-div/checked", "FX-div/safe-zero")
    three = (*two, ("default", own))
    yield function("safe_div_or", three, own, number.safe_div_or, quotient, "FX-div/checked", "FX-div/safe-default")
    yield function("checked_rem", two, maybe, number.checked_rem, "FX-rem/sign-of-dividend")
    yield function("rem", two, own, mod, "FX-rem/sign-of-dividend", panics)
    yield function("abs_diff", two, own, number.abs_diff, "FX-distance/saturating", "FX-sub/exact", SATURATE)
    yield function("min", two, own, lambda a, b: b if b < a else a, "FX-compare/bits")
    yield function("max", two, own, lambda a, b: b if a < b else a, "FX-compare/bits")
    yield function("sum", (("terms", f"list<{own}>"),), own, number.wrapping_sum, "FX-sum/wrapping", WRAP)


def _of_one_number(number: type[FixedPoint], function: Callable[..., Function]) -> Iterator[Function]:
    own, maybe = number.NAME, f"option<{number.NAME}>"
    one: Parameters = (("a", own),)
    yield function("int", one, own, number.int, "FX-round/floor")
    yield function("frac", one, own, number.frac, "FX-round/fraction")
    yield function("floor", one, own, number.floor, "FX-round/floor")
    yield function("saturating_floor", one, own, number.saturating_floor, "FX-round/floor")
    yield function("checked_floor", one, maybe, number.checked_floor, "FX-round/floor", raw="checked_floor_std")
    off_by_one = ("FX-round/floor-off-by-one", "FX-round/floor", *(["FX-round/fraction"] if number.SIGNED else []))
    yield function("safe_math_checked_floor", one, maybe, checked_floor, *off_by_one, raw="fx_checked_floor")
    for name, rule in (("ceil", "FX-round/ceiling"), ("round", "FX-round/half-away-from-zero")):
        yield function(name, one, own, getattr(number, name), rule, WRAP)
        yield function(f"saturating_{name}", one, own, getattr(number, f"saturating_{name}"), rule, SATURATE)
        yield function(f"checked_{name}", one, maybe, getattr(number, f"checked_{name}"), rule, CHECK)
    yield function("saturating_neg", one, own, number.saturating_neg, "FX-neg/exact", SATURATE)
    yield function("checked_neg", one, maybe, number.checked_neg, "FX-neg/exact", CHECK)
    if number.SIGNED:
        yield function("neg", one, own, neg, "FX-neg/exact", WRAP)
        yield function("abs", one, own, number.abs, "FX-abs/exact", WRAP)
        yield function("saturating_abs", one, own, number.saturating_abs, "FX-abs/exact", SATURATE)
        yield function("checked_abs", one, maybe, number.checked_abs, "FX-abs/exact", CHECK)
    yield function("max_value", (), own, lambda: number.from_bits(number.MAX_BITS), "FX-format/range")
    yield function("min_value", (), own, lambda: number.from_bits(number.MIN_BITS), "FX-format/range")


def _to_other_types(number: type[FixedPoint], function: Callable[..., Function]) -> Iterator[Function]:
    one: Parameters = (("a", number.NAME),)
    floor, whole = "FX-convert/floor", "FX-convert/to-integer"
    for kind in (U16, U32, U64, U128, I64, I128):
        to_kind = lambda a, kind=kind: a.saturating_to_num(kind)  # noqa: E731
        yield function(f"saturating_to_{kind.name}", one, kind.name, to_kind, floor, whole)
    for kind in (U64, I64):
        to_kind = lambda a, kind=kind: a.wrapping_to_num(kind)  # noqa: E731
        yield function(f"to_num_{kind.name}", one, kind.name, to_kind, floor, whole)
    yield function("checked_to_u64", one, "option<u64>", lambda a: a.checked_to_num(U64), floor, whole)
    yield function("saturating_to_f64", one, "f64", number.to_f64_bits, "FX-float/from-fixed")
    yield function("saturating_to_f32", one, "f32", number.to_f32_bits, "FX-float/from-fixed")
    for other in FORMATS.values():
        yield function(f"to_{other.NAME}", one, other.NAME, other.saturating_from_num, floor, SATURATE)
    i32f32 = FORMATS["I32F32"]
    yield function("from_num_to_I32F32", one, i32f32.NAME, i32f32.wrapping_from_num, floor, WRAP)
    yield function("display", one, "text", number.to_decimal, "FX-text/shortest")


def _from_other_types(number: type[FixedPoint], function: Callable[..., Function]) -> Iterator[Function]:
    own, maybe = number.NAME, f"option<{number.NAME}>"
    floor = "FX-convert/floor"
    for kind in (U64, I64, U128, I128):
        source: Parameters = (("a", kind.name),)
        yield function(f"saturating_from_{kind.name}", source, own, number.saturating_from_num, floor, SATURATE)
    for kind in (U64, I64):
        source = (("a", kind.name),)
        yield function(f"from_num_{kind.name}", source, own, number.wrapping_from_num, floor, WRAP)
    yield function("checked_from_u64", (("a", "u64"),), maybe, number.checked_from_num, floor, CHECK)
    yield function("wrapping_from_i128", (("a", "i128"),), own, number.wrapping_from_num, floor, WRAP)
    classes, nearest = "FX-float/misread-classes", "FX-float/half-to-even"
    by_sign = (classes, nearest, "FX-float/saturate-by-sign", SATURATE)
    yield function("saturating_from_f64", (("a", "f64"),), own, number.saturating_from_f64_bits, *by_sign)
    yield function("saturating_from_f32", (("a", "f32"),), own, number.saturating_from_f32_bits, *by_sign)
    wraps = (classes, nearest, "FX-float/wrap", WRAP)
    yield function("from_num_f64", (("a", "f64"),), own, number.wrapping_from_f64_bits, *wraps)
    checks = (classes, nearest, "FX-float/check", CHECK)
    yield function("checked_from_f64", (("a", "f64"),), maybe, number.checked_from_f64_bits, *checks)
    reading = ("FX-text/parse", "FX-text/digits", "FX-text/nearest", "FX-text/long-fraction", CHECK)
    yield function("from_str", (("a", "text"),), maybe, number.from_decimal, *reading)


FUNCTIONS: list[Function] = [function for number in FORMATS.values() for function in functions_of(number)]
