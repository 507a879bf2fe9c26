"""The functions of chapter 3: transcendental functions, and safe-math's powers, roots and logarithms."""

from collections.abc import Callable, Iterator
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_spec.arithmetic import FORMATS, I32F32, I64F64, I96F32, FixedPoint, transcendental
from subtensor_spec.arithmetic.transcendental import safe_math

Parameters = tuple[tuple[str, str], ...]

CONSTANT = "TF-constant/coarse"
EXP = ("TF-exp/cases", "TF-exp/exact-one", "TF-exp/negative", "TF-exp/taylor", CONSTANT)
LOG2 = ("TF-log2/cases", "TF-log2/whole-part", "TF-log2/squaring", "TF-log2/halving")
LN = ("TF-ln/quotient", *LOG2, CONSTANT)
POW = ("TF-pow/zero-to-zero", "TF-pow/exp-of-ln", *LN, "TF-exp/cases", "TF-exp/negative", "TF-exp/taylor")
POWI = ("TF-powi/cases", "TF-powi/repeated")
SQRT = ("TF-sqrt/cases", "TF-sqrt/below-one", "TF-sqrt/newton")
SIN = ("TF-sin/mirrored", "TF-sin/whole-turns", "TF-sin/misread-angle", "TF-sin/rotation", CONSTANT)
SAFE_LN = ("TF-safe-ln/scaled", "TF-safe-ln/eight-terms")


def _function(
    number: type[FixedPoint],
    name: str,
    parameters: Parameters,
    result: str,
    exact: Callable[..., Any],
    rules: tuple[str, ...],
    raw: str = "",
) -> Function:
    own = number.NAME
    return Function(f"{own}.{name}".lower(), f"fx.{own}.{raw or name}", parameters, result, exact, rules)


def _with_constants(number: type[FixedPoint]) -> Iterator[Function]:
    """Yield the functions of a signed format that is fine enough for the constants."""
    own, maybe = number.NAME, f"option<{number.NAME}>"
    one: Parameters = (("a", own),)
    yield _function(number, "exp", one, maybe, transcendental.exp, EXP)
    yield _function(number, "ln", one, maybe, transcendental.ln, LN)
    yield _function(number, "log2", one, maybe, transcendental.log2, LOG2)
    yield _function(number, "pow", (*one, ("b", own)), maybe, transcendental.pow, POW)
    yield _function(number, "powi", (*one, ("n", "i32")), maybe, transcendental.powi, POWI)
    yield _function(number, "sin", one, own, transcendental.sin, SIN)
    yield _function(number, "cos", one, own, transcendental.cos, ("TF-cos/shifted-sine", *SIN))


def _of_any_format(number: type[FixedPoint]) -> Iterator[Function]:
    own, maybe = number.NAME, f"option<{number.NAME}>"
    one: Parameters = (("a", own),)
    yield _function(number, "sqrt", one, maybe, transcendental.sqrt, SQRT)
    rows: tuple[tuple[str, Parameters, Callable[..., Any], tuple[str, ...]], ...] = (
        ("sqrt", (*one, ("epsilon", own)), safe_math.checked_sqrt, ("TF-safe-sqrt/bisection",)),
        ("pow", (*one, ("n", "i64")), safe_math.checked_pow, ("TF-safe-pow/cases", "TF-safe-pow/squaring")),
        ("ln", one, safe_math.checked_ln, SAFE_LN),
        ("log", (*one, ("base", own)), safe_math.checked_log, ("TF-safe-log/quotient", *SAFE_LN)),
    )
    for name, parameters, exact, rules in rows:
        yield _function(
            number, f"safe_math_checked_{name}", parameters, maybe, exact, rules, raw=f"fx_checked_{name}"
        )


def _widening() -> Iterator[Function]:
    """Yield exp and ln of I32F32 computed in I64F64."""
    one: Parameters = (("a", I32F32.NAME),)
    maybe = f"option<{I64F64.NAME}>"
    wide_exp = lambda a: transcendental.exp(a, I64F64)  # noqa: E731
    wide_ln = lambda a: transcendental.ln(a, I64F64)  # noqa: E731
    yield _function(I32F32, "exp_to_I64F64", one, maybe, wide_exp, EXP)
    yield _function(I32F32, "ln_to_I64F64", one, maybe, wide_ln, LN)


FUNCTIONS: list[Function] = [
    *(function for number in (I32F32, I64F64, I96F32) for function in _with_constants(number)),
    *(function for number in FORMATS.values() for function in _of_any_format(number)),
    *_widening(),
]
