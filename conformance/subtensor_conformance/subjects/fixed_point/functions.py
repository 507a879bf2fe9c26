"""The functions of chapter 2: every operation and conversion of the seven fixed-point formats."""

from collections.abc import Iterator
from operator import add, mod, mul, neg, sub, truediv

from subtensor_conformance.functions.function import Function, Namespace
from subtensor_spec.arithmetic import FORMATS, I64, I128, U16, U32, U64, U128, FixedPoint
from subtensor_spec.arithmetic.fixed_point.safe_floor import checked_floor

SATURATE, WRAP, CHECK = "FX-overflow/saturate", "FX-overflow/wrap", "FX-overflow/check"


def functions_of(number: type[FixedPoint]) -> Iterator[Function]:
    """Yield every function of one format."""
    function = Namespace(number.NAME, f"fx.{number.NAME}")
    yield from _arithmetic(number, function)
    yield from _of_one_number(number, function)
    yield from _to_other_types(number, function)
    yield from _from_other_types(number, function)


def _arithmetic(number: type[FixedPoint], function: Namespace) -> Iterator[Function]:
    own, maybe = number.NAME, f"option<{number.NAME}>"
    two = f"a: {own}, b: {own}"
    verbs = (("add", add, "FX-add/exact"), ("sub", sub, "FX-sub/exact"), ("mul", mul, "FX-mul/floor"))
    for verb, operator, rule in verbs:
        yield function(f"saturating_{verb}", f"{two} -> {own}", getattr(number, f"saturating_{verb}"), rule, SATURATE)
        yield function(f"checked_{verb}", f"{two} -> {maybe}", getattr(number, f"checked_{verb}"), rule, CHECK)
        yield function(f"wrapping_{verb}", f"{two} -> {own}", getattr(number, f"wrapping_{verb}"), rule, WRAP)
        yield function(verb, f"{two} -> {own}", operator, rule, WRAP)
    quotient, panics = "FX-div/toward-zero", "FX-div/zero-panics"
    yield function("saturating_div", f"{two} -> {own}", number.saturating_div, quotient, panics, SATURATE)
    yield function("checked_div", f"{two} -> {maybe}", number.checked_div, quotient, "FX-div/checked", CHECK)
    yield function("div", f"{two} -> {own}", truediv, quotient, panics, WRAP)
    yield function("safe_div", f"{two} -> {own}", number.safe_div, quotient, "FX-div/checked", "FX-div/safe-zero")
    three = f"{two}, default: {own}"
    yield function(
        "safe_div_or", f"{three} -> {own}", number.safe_div_or, quotient, "FX-div/checked", "FX-div/safe-default"
    )
    yield function("checked_rem", f"{two} -> {maybe}", number.checked_rem, "FX-rem/sign-of-dividend")
    yield function("rem", f"{two} -> {own}", mod, "FX-rem/sign-of-dividend", panics)
    yield function("abs_diff", f"{two} -> {own}", number.abs_diff, "FX-distance/saturating", "FX-sub/exact", SATURATE)
    yield function("min", f"{two} -> {own}", lambda a, b: b if b < a else a, "FX-compare/bits")
    yield function("max", f"{two} -> {own}", lambda a, b: b if a < b else a, "FX-compare/bits")
    yield function("sum", f"terms: list<{own}> -> {own}", number.wrapping_sum, "FX-sum/wrapping", WRAP)


def _of_one_number(number: type[FixedPoint], function: Namespace) -> Iterator[Function]:
    own, maybe = number.NAME, f"option<{number.NAME}>"
    one = f"a: {own}"
    yield function("int", f"{one} -> {own}", number.int, "FX-round/floor")
    yield function("frac", f"{one} -> {own}", number.frac, "FX-round/fraction")
    yield function("floor", f"{one} -> {own}", number.floor, "FX-round/floor")
    yield function("saturating_floor", f"{one} -> {own}", number.saturating_floor, "FX-round/floor")
    yield function(
        "checked_floor", f"{one} -> {maybe}", number.checked_floor, "FX-round/floor", raw="checked_floor_std"
    )
    off_by_one = ("FX-round/floor-off-by-one", "FX-round/floor", *(["FX-round/fraction"] if number.SIGNED else []))
    yield function("safe_math_checked_floor", f"{one} -> {maybe}", checked_floor, *off_by_one, raw="fx_checked_floor")
    for name, rule in (("ceil", "FX-round/ceiling"), ("round", "FX-round/half-away-from-zero")):
        yield function(name, f"{one} -> {own}", getattr(number, name), rule, WRAP)
        yield function(f"saturating_{name}", f"{one} -> {own}", getattr(number, f"saturating_{name}"), rule, SATURATE)
        yield function(f"checked_{name}", f"{one} -> {maybe}", getattr(number, f"checked_{name}"), rule, CHECK)
    yield function("saturating_neg", f"{one} -> {own}", number.saturating_neg, "FX-neg/exact", SATURATE)
    yield function("checked_neg", f"{one} -> {maybe}", number.checked_neg, "FX-neg/exact", CHECK)
    if number.SIGNED:
        yield function("neg", f"{one} -> {own}", neg, "FX-neg/exact", WRAP)
        yield function("abs", f"{one} -> {own}", number.abs, "FX-abs/exact", WRAP)
        yield function("saturating_abs", f"{one} -> {own}", number.saturating_abs, "FX-abs/exact", SATURATE)
        yield function("checked_abs", f"{one} -> {maybe}", number.checked_abs, "FX-abs/exact", CHECK)
    yield function("max_value", f"-> {own}", lambda: number.from_bits(number.MAX_BITS), "FX-format/range")
    yield function("min_value", f"-> {own}", lambda: number.from_bits(number.MIN_BITS), "FX-format/range")


def _to_other_types(number: type[FixedPoint], function: Namespace) -> Iterator[Function]:
    one = f"a: {number.NAME}"
    floor, whole = "FX-convert/floor", "FX-convert/to-integer"
    for kind in (U16, U32, U64, U128, I64, I128):
        to_kind = lambda a, kind=kind: a.saturating_to_num(kind)  # noqa: E731
        yield function(f"saturating_to_{kind.name}", f"{one} -> {kind.name}", to_kind, floor, whole)
    for kind in (U64, I64):
        to_kind = lambda a, kind=kind: a.wrapping_to_num(kind)  # noqa: E731
        yield function(f"to_num_{kind.name}", f"{one} -> {kind.name}", to_kind, floor, whole)
    yield function("checked_to_u64", f"{one} -> option<u64>", lambda a: a.checked_to_num(U64), floor, whole)
    yield function("saturating_to_f64", f"{one} -> f64", number.to_f64_bits, "FX-float/from-fixed")
    yield function("saturating_to_f32", f"{one} -> f32", number.to_f32_bits, "FX-float/from-fixed")
    for other in FORMATS.values():
        yield function(f"to_{other.NAME}", f"{one} -> {other.NAME}", other.saturating_from_num, floor, SATURATE)
    i32f32 = FORMATS["I32F32"]
    yield function("from_num_to_I32F32", f"{one} -> {i32f32.NAME}", i32f32.wrapping_from_num, floor, WRAP)
    yield function("display", f"{one} -> text", number.to_decimal, "FX-text/shortest")


def _from_other_types(number: type[FixedPoint], function: Namespace) -> Iterator[Function]:
    own, maybe = number.NAME, f"option<{number.NAME}>"
    floor = "FX-convert/floor"
    for kind in (U64, I64, U128, I128):
        source = f"a: {kind.name}"
        yield function(
            f"saturating_from_{kind.name}", f"{source} -> {own}", number.saturating_from_num, floor, SATURATE
        )
    for kind in (U64, I64):
        source = f"a: {kind.name}"
        yield function(f"from_num_{kind.name}", f"{source} -> {own}", number.wrapping_from_num, floor, WRAP)
    yield function("checked_from_u64", f"a: u64 -> {maybe}", number.checked_from_num, floor, CHECK)
    yield function("wrapping_from_i128", f"a: i128 -> {own}", number.wrapping_from_num, floor, WRAP)
    classes, nearest = "FX-float/misread-classes", "FX-float/half-to-even"
    by_sign = (classes, nearest, "FX-float/saturate-by-sign", SATURATE)
    yield function("saturating_from_f64", f"a: f64 -> {own}", number.saturating_from_f64_bits, *by_sign)
    yield function("saturating_from_f32", f"a: f32 -> {own}", number.saturating_from_f32_bits, *by_sign)
    wraps = (classes, nearest, "FX-float/wrap", WRAP)
    yield function("from_num_f64", f"a: f64 -> {own}", number.wrapping_from_f64_bits, *wraps)
    checks = (classes, nearest, "FX-float/check", CHECK)
    yield function("checked_from_f64", f"a: f64 -> {maybe}", number.checked_from_f64_bits, *checks)
    reading = ("FX-text/parse", "FX-text/digits", "FX-text/nearest", "FX-text/long-fraction", CHECK)
    yield function("from_str", f"a: text -> {maybe}", number.from_decimal, *reading)


FUNCTIONS: list[Function] = [function for number in FORMATS.values() for function in functions_of(number)]
