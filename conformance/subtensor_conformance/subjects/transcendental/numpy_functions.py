"""The numpy path of the transcendental functions."""

from collections.abc import Callable, Sequence

import numpy as np

from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_conformance.functions.numpy_rows import Row, column, only_where, outcomes, partial, total
from subtensor_spec.vectorised.words.wide.exponential import exp, integer_power, power, saturating_power
from subtensor_spec.vectorised.words.wide.formats import FORMATS, I32F32, I64F64, I96F32, Format, Numbers
from subtensor_spec.vectorised.words.wide.logarithm import ln, log2, safe_math_ln, safe_math_log
from subtensor_spec.vectorised.words.wide.results import Checked
from subtensor_spec.vectorised.words.wide.roots import safe_math_sqrt, sqrt
from subtensor_spec.vectorised.words.wide.trigonometry import cosine, sine


def _of_every_format(number: Format) -> dict[str, BatchKernel]:
    return {
        "sqrt": partial(sqrt, number),
        "safe_math_checked_sqrt": partial(safe_math_sqrt, number, number),
        "safe_math_checked_ln": partial(safe_math_ln, number),
        "safe_math_checked_log": partial(safe_math_log, number, number),
        "safe_math_checked_pow": _with_exponent(saturating_power, number),
    }


def _of_wide_fractions(number: Format) -> dict[str, BatchKernel]:
    """Return the functions of the signed formats whose fraction holds production's constants."""
    return {
        "exp": partial(lambda operand: exp(operand, number), number),
        "ln": partial(lambda operand: ln(operand, number), number),
        "log2": partial(lambda operand: log2(operand, number), number),
        "pow": partial(power, number, number),
        "powi": _with_exponent(integer_power, number),
        "sin": total(sine, number),
        "cos": total(cosine, number),
    }


def _with_exponent(operation: Callable[[Numbers, np.ndarray], Checked], number: Format) -> BatchKernel:
    def kernel(rows: Sequence[Row]) -> list[Outcome]:
        exponents = np.array([row[1] for row in rows], dtype=np.int64)
        numbers, present = operation(column(rows, 0, number), exponents)
        return only_where(present, outcomes(numbers, len(rows)))

    return kernel


def _all() -> dict[str, BatchKernel]:
    kernels: dict[str, BatchKernel] = {}
    for name, number in FORMATS.items():
        kernels |= {f"{name.lower()}.{function}": kernel for function, kernel in _of_every_format(number).items()}
    for number in (I32F32, I64F64, I96F32):
        name = number.name.lower()
        kernels |= {f"{name}.{function}": kernel for function, kernel in _of_wide_fractions(number).items()}
    return kernels | {
        "i32f32.exp_to_i64f64": partial(lambda operand: exp(operand, I64F64), I32F32),
        "i32f32.ln_to_i64f64": partial(lambda operand: ln(operand, I64F64), I32F32),
    }


KERNELS: dict[str, BatchKernel] = _all()
