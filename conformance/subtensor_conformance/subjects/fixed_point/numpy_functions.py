"""The numpy path of the fixed-point functions; ``display`` and ``from_str`` are text and stay with the exact path."""

from collections.abc import Callable, Sequence

import numpy as np

from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_conformance.functions.numpy_rows import (
    ArrayKernel,
    Row,
    column,
    only_where,
    outcomes,
    panicking,
    partial,
    total,
)
from subtensor_spec.vectorised.words.wide import arithmetic, floats, rounding
from subtensor_spec.vectorised.words.wide.conversion import convert
from subtensor_spec.vectorised.words.wide.floats import F32, F64, FloatFormat
from subtensor_spec.vectorised.words.wide.formats import FORMATS, I32F32, INTEGERS, Format, Numbers, is_zero
from subtensor_spec.vectorised.words.wide.results import Result
from subtensor_spec.vectorised.words.wide.sums import wrapping_sums

_BINARY = {"add": arithmetic.add, "sub": arithmetic.subtract, "mul": arithmetic.multiply}
_ROUNDINGS = {"ceil": rounding.ceiling, "round": rounding.rounded}


def _kernels(number: Format) -> dict[str, BatchKernel]:
    """Return the kernels of one format by the name behind the format's."""
    return {
        **arithmetic_kernels(number),
        **kernels_of_one_number(number),
        **_to_other_types(number),
        **_from_other_types(number),
    }


def arithmetic_kernels(number: Format) -> dict[str, BatchKernel]:
    """Return the kernels of two numbers of one format, and of its sums, by the name behind the format's."""
    pair = (number, number)
    kernels: dict[str, BatchKernel] = {}
    for name, operation in _BINARY.items():
        kernels |= _overflowing(name, operation, *pair)
        kernels[f"wrapping_{name}"] = kernels[name]
    return kernels | {
        "div": _dividing(lambda left, right: arithmetic.divide(left, right).wrapped, number),
        "saturating_div": _dividing(lambda left, right: arithmetic.divide(left, right).saturated(), number),
        "checked_div": partial(arithmetic.checked_divide, *pair),
        "safe_div": total(arithmetic.safe_divide, *pair),
        "safe_div_or": total(arithmetic.safe_divide, number, number, number),
        "rem": _dividing(lambda left, right: arithmetic.remainder(left, right)[0], number),
        "checked_rem": partial(arithmetic.remainder, *pair),
        "abs_diff": total(arithmetic.absolute_difference, *pair),
        "min": total(arithmetic.minimum, *pair),
        "max": total(arithmetic.maximum, *pair),
        "sum": _sum(number),
    }


def kernels_of_one_number(number: Format) -> dict[str, BatchKernel]:
    """Return the kernels of one number, and the format's limits, by the name behind the format's."""
    floor = total(rounding.integer_part, number)
    kernels: dict[str, BatchKernel] = {
        "min_value": _constant(number, number.min_bits),
        "max_value": _constant(number, number.max_bits),
        "int": floor,
        "frac": total(rounding.fraction, number),
        "floor": floor,
        "saturating_floor": floor,
        "checked_floor": floor,
        "safe_math_checked_floor": partial(rounding.safe_math_floor, number),
    }
    for name, operation in _ROUNDINGS.items():
        kernels |= _overflowing(name, operation, number)
    negations = _overflowing("neg", arithmetic.negate, number)
    if number.signed:
        return kernels | negations | _overflowing("abs", arithmetic.absolute, number)
    return kernels | {name: kernel for name, kernel in negations.items() if name != "neg"}


def _overflowing(name: str, operation: Callable[..., Result], *formats: Format) -> dict[str, BatchKernel]:
    """Return the plain (wrapping), saturating and checked kernels of one operation."""
    return {
        name: total(lambda *numbers: operation(*numbers).wrapped, *formats),
        f"saturating_{name}": total(lambda *numbers: operation(*numbers).saturated(), *formats),
        f"checked_{name}": partial(lambda *numbers: operation(*numbers).checked(), *formats),
    }


def _dividing(compute: Callable[[Numbers, Numbers], Numbers], number: Format) -> BatchKernel:
    """Return the kernel of an operation that panics where its second argument is zero."""
    return ArrayKernel(
        compute, (number, number), panics=lambda _dividend, divisor: is_zero(divisor), message="division by zero"
    )


def _constant(number: Format, bits: int) -> BatchKernel:
    return lambda rows: outcomes(Numbers.all_equal(number, bits), len(rows))


def _sum(number: Format) -> BatchKernel:
    def kernel(rows: Sequence[Row]) -> list[Outcome]:
        terms = Numbers.from_bits(number, [bits for (values,) in rows for bits in values])
        return wrapping_sums(terms, [len(values) for (values,) in rows]).to_bits()

    return kernel


def _to_other_types(number: Format) -> dict[str, BatchKernel]:
    kernels: dict[str, BatchKernel] = {
        "checked_to_u64": _checked(number, INTEGERS["u64"]),
        "from_num_to_i32f32": _wrapping(number, I32F32),
        "saturating_to_f64": _to_float(number, F64),
        "saturating_to_f32": _to_float(number, F32),
    }
    kernels |= {f"to_{name.lower()}": _saturating(number, target) for name, target in FORMATS.items()}
    for name in ("u16", "u32", "u64", "u128", "i64", "i128"):
        kernels[f"saturating_to_{name}"] = _saturating(number, INTEGERS[name])
    for name in ("u64", "i64"):
        kernels[f"to_num_{name}"] = _wrapping(number, INTEGERS[name])
    return kernels


def _from_other_types(number: Format) -> dict[str, BatchKernel]:
    kernels: dict[str, BatchKernel] = {
        "checked_from_u64": _checked(INTEGERS["u64"], number),
        "wrapping_from_i128": _wrapping(INTEGERS["i128"], number),
        "saturating_from_f64": _saturating_from_float(number, F64),
        "saturating_from_f32": _saturating_from_float(number, F32),
        "from_num_f64": _wrapping_from_float(number, F64),
        "checked_from_f64": _checked_from_float(number, F64),
    }
    for name in ("u64", "i64", "u128", "i128"):
        kernels[f"saturating_from_{name}"] = _saturating(INTEGERS[name], number)
    for name in ("u64", "i64"):
        kernels[f"from_num_{name}"] = _wrapping(INTEGERS[name], number)
    return kernels


def _saturating(source: Format, target: Format) -> BatchKernel:
    return total(lambda numbers: convert(numbers, target).saturated(), source)


def _wrapping(source: Format, target: Format) -> BatchKernel:
    return total(lambda numbers: convert(numbers, target).wrapped, source)


def _checked(source: Format, target: Format) -> BatchKernel:
    return partial(lambda numbers: convert(numbers, target).checked(), source)


def _saturating_from_float(number: Format, source: FloatFormat) -> BatchKernel:
    def kernel(rows: Sequence[Row]) -> list[Outcome]:
        read = floats.from_float(_unsigned(rows), source, number)
        return panicking(read.nan, "NaN", read.result.saturated().to_bits())

    return kernel


def _wrapping_from_float(number: Format, source: FloatFormat) -> BatchKernel:
    def kernel(rows: Sequence[Row]) -> list[Outcome]:
        read = floats.from_float(_unsigned(rows), source, number)
        values = panicking(read.nan, "NaN", read.result.wrapped.to_bits())
        return panicking(read.infinite, "infinite", values)

    return kernel


def _checked_from_float(number: Format, source: FloatFormat) -> BatchKernel:
    def kernel(rows: Sequence[Row]) -> list[Outcome]:
        read = floats.from_float(_unsigned(rows), source, number)
        present = ~(read.nan | read.infinite | read.result.overflow)
        return only_where(present, read.result.wrapped.to_bits())

    return kernel


def _to_float(number: Format, target: FloatFormat) -> BatchKernel:
    return lambda rows: floats.to_float(column(rows, 0, number), target).tolist()


def _unsigned(rows: Sequence[Row]) -> np.ndarray:
    return np.array([bits for (bits,) in rows], dtype=np.uint64)


KERNELS: dict[str, BatchKernel] = {
    f"{name.lower()}.{function}": kernel
    for name, number in FORMATS.items()
    for function, kernel in _kernels(number).items()
}
