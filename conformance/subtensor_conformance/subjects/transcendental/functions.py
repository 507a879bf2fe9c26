"""The functions of chapter 3: transcendental functions, and safe-math's powers, roots and logarithms."""

from collections.abc import Iterator

from subtensor_conformance.functions.function import Function, Namespace
from subtensor_spec.arithmetic import FORMATS, I32F32, I64F64, I96F32, FixedPoint, transcendental
from subtensor_spec.arithmetic.transcendental import safe_math

CONSTANT = "TF-constant/coarse"
EXP = ("TF-exp/cases", "TF-exp/exact-one", "TF-exp/negative", "TF-exp/taylor", CONSTANT)
LOG2 = ("TF-log2/cases", "TF-log2/whole-part", "TF-log2/squaring", "TF-log2/halving")
LN = ("TF-ln/quotient", *LOG2, CONSTANT)
POW = ("TF-pow/zero-to-zero", "TF-pow/exp-of-ln", *LN, "TF-exp/cases", "TF-exp/negative", "TF-exp/taylor")
POWI = ("TF-powi/cases", "TF-powi/repeated")
SQRT = ("TF-sqrt/cases", "TF-sqrt/below-one", "TF-sqrt/newton")
SIN = ("TF-sin/mirrored", "TF-sin/whole-turns", "TF-sin/misread-angle", "TF-sin/rotation", CONSTANT)
SAFE_LN = ("TF-safe-ln/scaled", "TF-safe-ln/eight-terms")


def _with_constants(number: type[FixedPoint]) -> Iterator[Function]:
    """Yield the functions of a signed format that is fine enough for the constants."""
    own, maybe = number.NAME, f"option<{number.NAME}>"
    function = Namespace(own, f"fx.{own}")
    yield function("exp", f"a: {own} -> {maybe}", transcendental.exp, *EXP)
    yield function("ln", f"a: {own} -> {maybe}", transcendental.ln, *LN)
    yield function("log2", f"a: {own} -> {maybe}", transcendental.log2, *LOG2)
    yield function("pow", f"a: {own}, b: {own} -> {maybe}", transcendental.pow, *POW)
    yield function("powi", f"a: {own}, n: i32 -> {maybe}", transcendental.powi, *POWI)
    yield function("sin", f"a: {own} -> {own}", transcendental.sin, *SIN)
    yield function("cos", f"a: {own} -> {own}", transcendental.cos, "TF-cos/shifted-sine", *SIN)


def _of_any_format(number: type[FixedPoint]) -> Iterator[Function]:
    own, maybe = number.NAME, f"option<{number.NAME}>"
    yield Namespace(own, f"fx.{own}")("sqrt", f"a: {own} -> {maybe}", transcendental.sqrt, *SQRT)
    checked = Namespace(f"{own}.safe_math_checked", f"fx.{own}.fx_checked", joint="_")
    yield checked("sqrt", f"a: {own}, epsilon: {own} -> {maybe}", safe_math.checked_sqrt, "TF-safe-sqrt/bisection")
    power = ("TF-safe-pow/cases", "TF-safe-pow/squaring")
    yield checked("pow", f"a: {own}, n: i64 -> {maybe}", safe_math.checked_pow, *power)
    yield checked("ln", f"a: {own} -> {maybe}", safe_math.checked_ln, *SAFE_LN)
    quotient = ("TF-safe-log/quotient", *SAFE_LN)
    yield checked("log", f"a: {own}, base: {own} -> {maybe}", safe_math.checked_log, *quotient)


def _widening() -> Iterator[Function]:
    """Yield exp and ln of I32F32 computed in I64F64."""
    function = Namespace("I32F32", "fx.I32F32")
    yield function("exp_to_I64F64", "a: I32F32 -> option<I64F64>", lambda a: transcendental.exp(a, I64F64), *EXP)
    yield function("ln_to_I64F64", "a: I32F32 -> option<I64F64>", lambda a: transcendental.ln(a, I64F64), *LN)


FUNCTIONS: list[Function] = [
    *(function for number in (I32F32, I64F64, I96F32) for function in _with_constants(number)),
    *(function for number in FORMATS.values() for function in _of_any_format(number)),
    *_widening(),
]
