"""The numpy path of the fixed-point functions; ``display`` and ``from_str`` are text and stay with the exact path."""

from collections.abc import Callable, Sequence

import numpy as np

from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_conformance.functions.numpy_rows import (
    Row,
    column,
    only_where,
    outcomes,
    panicking,
    partial,
    total,
)
from subtensor_spec.vectorised.wide import arithmetic, floats, rounding
from subtensor_spec.vectorised.wide.conversion import convert
from subtensor_spec.vectorised.wide.floats import F32, F64, FloatFormat
from subtensor_spec.vectorised.wide.formats import FORMATS, INTEGERS, Format, Numbers, is_zero
from subtensor_spec.vectorised.wide.results import Result
from subtensor_spec.vectorised.wide.sums import wrapping_sums

_BINARY = {"add": arithmetic.add, "sub": arithmetic.subtract, "mul": arithmetic.multiply}
_UNARY = {"neg": arithmetic.negate, "abs": arithmetic.absolute}
_ROUNDINGS = {"ceil": rounding.ceiling, "round": rounding.rounded}


def _kernels(number: Format) -> dict[str, BatchKernel]:
    """Return the kernels of one format by the name behind the format's."""
    return {
        **_arithmetic(number),
        **_rounding(number),
        **_from_integers(number),
        **_to_integers(number),
        **_between_formats(number),
        **_floats(number),
    }


def _arithmetic(number: Format) -> dict[str, BatchKernel]:
    pair = (number, number)
    kernels: dict[str, BatchKernel] = {}
    for name, operation in _BINARY.items():
        kernels |= _overflowing(name, operation, *pair)
    if number.signed:
        for name, operation in _UNARY.items():
            kernels |= _overflowing(name, operation, number)
    return kernels | {
        "saturating_div": _saturating_divide(number),
        "checked_div": partial(arithmetic.checked_divide, *pair),
        "safe_div": total(arithmetic.safe_divide, *pair),
        "safe_div_or": total(arithmetic.safe_divide, number, number, number),
        "checked_rem": partial(arithmetic.remainder, *pair),
        "min": total(arithmetic.minimum, *pair),
        "max": total(arithmetic.maximum, *pair),
        "abs_diff": total(arithmetic.absolute_difference, *pair),
        "min_value": _constant(number, number.min_bits),
        "max_value": _constant(number, number.max_bits),
        "sum": _sum(number),
    }


def _rounding(number: Format) -> dict[str, BatchKernel]:
    kernels: dict[str, BatchKernel] = {}
    for name, operation in _ROUNDINGS.items():
        kernels |= _overflowing(name, operation, number)
    floor = total(rounding.integer_part, number)
    return kernels | {
        "int": floor,
        "frac": total(rounding.fraction, number),
        "floor": floor,
        "saturating_floor": floor,
        "checked_floor_std": floor,
        "fx_checked_floor": partial(rounding.safe_math_floor, number),
    }


def _overflowing(name: str, operation: Callable[..., Result], *formats: Format) -> dict[str, BatchKernel]:
    """Return the plain (wrapping), wrapping, saturating and checked kernels of one operation."""
    wrapping = total(lambda *numbers: operation(*numbers).wrapped, *formats)
    return {
        name: wrapping,
        f"wrapping_{name}": wrapping,
        f"saturating_{name}": total(lambda *numbers: operation(*numbers).saturated(), *formats),
        f"checked_{name}": partial(lambda *numbers: operation(*numbers).checked(), *formats),
    }


def _saturating_divide(number: Format) -> BatchKernel:
    def kernel(rows: Sequence[Row]) -> list[Outcome]:
        divisor = column(rows, 1, number)
        quotient = arithmetic.divide(column(rows, 0, number), divisor).saturated()
        return panicking(is_zero(divisor), "division by zero", outcomes(quotient, len(rows)))

    return kernel


def _constant(number: Format, bits: int) -> BatchKernel:
    return lambda rows: outcomes(Numbers.all_equal(number, bits), len(rows))


def _sum(number: Format) -> BatchKernel:
    def kernel(rows: Sequence[Row]) -> list[Outcome]:
        terms = Numbers.from_bits(number, [bits for (values,) in rows for bits in values])
        return wrapping_sums(terms, [len(values) for (values,) in rows]).to_bits()

    return kernel


def _from_integers(number: Format) -> dict[str, BatchKernel]:
    kernels: dict[str, BatchKernel] = {}
    for name, integer in INTEGERS.items():
        into = _conversions(integer, number)
        kernels |= {f"{way}_from_{name}": into[way] for way in into} | {f"from_num_{name}": into["wrapping"]}
    return kernels


def _to_integers(number: Format) -> dict[str, BatchKernel]:
    kernels: dict[str, BatchKernel] = {}
    for name, integer in INTEGERS.items():
        out = _conversions(number, integer)
        kernels |= {f"{way}_to_{name}": out[way] for way in out} | {f"to_num_{name}": out["wrapping"]}
    return kernels


def _between_formats(number: Format) -> dict[str, BatchKernel]:
    kernels: dict[str, BatchKernel] = {}
    for name, target in FORMATS.items():
        out = _conversions(number, target)
        kernels |= {f"to_{name.lower()}": out["saturating"], f"from_num_to_{name.lower()}": out["wrapping"]}
    return kernels


def _conversions(source: Format, target: Format) -> dict[str, BatchKernel]:
    return {
        "saturating": total(lambda numbers: convert(numbers, target).saturated(), source),
        "wrapping": total(lambda numbers: convert(numbers, target).wrapped, source),
        "checked": partial(lambda numbers: convert(numbers, target).checked(), source),
    }


def _floats(number: Format) -> dict[str, BatchKernel]:
    kernels: dict[str, BatchKernel] = {}
    for name, source in (("f32", F32), ("f64", F64)):
        kernels |= {
            f"saturating_from_{name}": _saturating_from_float(number, source),
            f"checked_from_{name}": _checked_from_float(number, source),
            f"from_num_{name}": _wrapping_from_float(number, source),
            f"saturating_to_{name}": _to_float(number, source),
        }
    return kernels


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
