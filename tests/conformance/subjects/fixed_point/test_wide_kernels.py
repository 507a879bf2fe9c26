"""The numpy path of chapters 2 and 3 against the exact path: the same bits for every function and any input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_conformance.functions.function import Function
from subtensor_conformance.proofs.sampled.agreement import check_agreement
from subtensor_conformance.subjects.fixed_point import functions as fixed_point
from subtensor_conformance.subjects.fixed_point import numpy_functions as fixed_point_numpy
from subtensor_conformance.subjects.transcendental import functions as transcendental
from subtensor_conformance.subjects.transcendental import numpy_functions as transcendental_numpy
from subtensor_spec.arithmetic import FORMATS

KERNELS = {**fixed_point_numpy.KERNELS, **transcendental_numpy.KERNELS}
SEEDS = st.integers(0, 2**64 - 1)
ROWS = 12


def test_every_function_but_text_has_a_kernel_and_every_kernel_a_function():
    functions = [*fixed_point.FUNCTIONS, *transcendental.FUNCTIONS]
    names = {function.name for function in functions if "text" not in str(function.parameters) + function.result}
    assert set(KERNELS) == names


def test_a_batch_of_no_rows_has_no_outcomes():
    assert [name for name, kernel in KERNELS.items() if kernel([]) != []] == []


@pytest.mark.parametrize("name", FORMATS)
@given(seed=SEEDS)
@settings(max_examples=4, deadline=None)
def test_arithmetic_and_conversions_agree(name, seed):
    check_agreement(pairs(name, fixed_point.FUNCTIONS), ROWS, seed)


@pytest.mark.parametrize("name", FORMATS)
@given(seed=SEEDS)
@settings(max_examples=3, deadline=None)
def test_transcendental_functions_agree(name, seed):
    check_agreement(pairs(name, transcendental.FUNCTIONS), ROWS, seed)


def pairs(name: str, functions: list[Function]):
    own = [function for function in functions if function.name.startswith(f"{name.lower()}.")]
    return [(function, KERNELS[function.name]) for function in own if function.name in KERNELS]
