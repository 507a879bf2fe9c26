"""The numpy path of chapters 2 and 3 against the exact path: the same bits for every function and any input."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_conformance.functions import (
    fixed_point,
    fixed_point_numpy,
    transcendental,
    transcendental_numpy,
)
from subtensor_conformance.functions.function import Function
from subtensor_spec.arithmetic import FORMATS
from subtensor_spec.errors import Panic

KERNELS = {**fixed_point_numpy.KERNELS, **transcendental_numpy.KERNELS}
FUNCTIONS = [*fixed_point.FUNCTIONS, *transcendental.FUNCTIONS]
ROWS = 12

INTEGERS = {"u64": (0, 2**64 - 1), "i64": (-(2**63), 2**63 - 1), "u128": (0, 2**128 - 1), "i32": (-40, 40)}
INTEGERS["i128"] = (-(2**127), 2**127 - 1)


def test_every_function_but_text_has_a_kernel_and_every_kernel_a_function():
    names = {function.name for function in FUNCTIONS if "text" not in str(function.parameters) + function.result}
    assert set(KERNELS) == names


@pytest.mark.parametrize("name", FORMATS)
@given(seed=st.integers(0, 2**64 - 1))
@settings(max_examples=4, deadline=None)
def test_arithmetic_and_conversions_agree(name, seed):
    assert_agreement([one for one in fixed_point.FUNCTIONS if one.name.startswith(f"{name.lower()}.")], seed)


@pytest.mark.parametrize("name", FORMATS)
@given(seed=st.integers(0, 2**64 - 1))
@settings(max_examples=3, deadline=None)
def test_transcendental_functions_agree(name, seed):
    assert_agreement([one for one in transcendental.FUNCTIONS if one.name.startswith(f"{name.lower()}.")], seed)


def assert_agreement(functions: list[Function], seed: int) -> None:
    draw = random.Random(seed)
    for function in functions:
        if function.name not in KERNELS:
            continue
        rows = [tuple(argument(kind, function.name, draw) for _, kind in function.parameters) for _ in range(ROWS)]
        expected = [exact_outcome(function, row) for row in rows]
        actual = [shown(outcome) for outcome in KERNELS[function.name](rows)]
        assert actual == expected, (function.name, rows)


def exact_outcome(function: Function, row: tuple) -> object:
    values = [typed(kind, value) for (_, kind), value in zip(function.parameters, row, strict=True)]
    try:
        return shown(function.exact(*values))
    except Panic as panic:
        return shown(panic)


def typed(kind: str, value):
    if kind in FORMATS:
        return FORMATS[kind].from_bits(value)
    if isinstance(value, list):
        return [FORMATS[kind[5:-1]].from_bits(term) for term in value]
    return value


def shown(outcome: object) -> object:
    if isinstance(outcome, Panic):
        return f"panic: {outcome}"
    return getattr(outcome, "bits", outcome)


def argument(kind: str, function: str, draw: random.Random):
    """Return an argument in bits, most often where something happens: near a limit, a whole number, a power of two."""
    if kind in FORMATS:
        return fixed_point_bits(FORMATS[kind], draw)
    if kind.startswith("list<"):
        return [argument(kind[5:-1], function, draw) for _ in range(draw.randrange(6))]
    if kind in ("f32", "f64"):
        return float_bits(*((32, 24) if kind == "f32" else (64, 53)), draw)
    low, high = INTEGERS[kind]
    edge = draw.choice((low, high, 0, 1, 1 << draw.randrange(high.bit_length())))
    return min(max(edge + draw.randrange(-2, 3), low), high) if draw.random() < 0.7 else draw.randint(low, high)


def fixed_point_bits(number, draw: random.Random) -> int:
    near = draw.choice(
        (
            number.MIN_BITS,
            number.MAX_BITS,
            draw.randrange(-20, 20) << number.FRACTION_BITS,
            1 << draw.randrange(number.WIDTH),
            draw.getrandbits(number.FRACTION_BITS + draw.randrange(-8, 12)),
            draw.getrandbits(draw.randrange(1, number.WIDTH)),
        )
    )
    sign = draw.choice((1, -1))
    return min(max(sign * near + draw.randrange(-2, 3), number.MIN_BITS), number.MAX_BITS)


def float_bits(width: int, precision: int, draw: random.Random) -> int:
    """Return a float's bits: any, or one of the formats' range whose significand has few bits, so that ties occur."""
    if draw.random() < 0.3:
        return draw.getrandbits(width)
    bias = (1 << width - precision - 1) - 1
    exponent = draw.choice((bias + draw.randrange(-70, 115), 0, 2 * bias, 2 * bias + 1))
    fraction = draw.getrandbits(precision - 1) >> (kept := draw.randrange(precision)) << kept
    return draw.getrandbits(1) << width - 1 | exponent << precision - 1 | fraction
