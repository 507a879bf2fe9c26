"""The numpy path of the epoch's mathematics and of issuance against the exact path, function by function.

Arguments are drawn by their types, small in shape and anything in value, so that lengths that do not match, repeated
and unknown columns, and every saturation occur.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_conformance.adapters.paths import built_in
from subtensor_conformance.subjects.consensus.functions import FUNCTIONS as CONSENSUS
from subtensor_conformance.subjects.consensus.functions.matrices import CONDITIONS
from subtensor_conformance.subjects.consensus.numpy_functions import epoch as epoch_numpy
from subtensor_conformance.subjects.consensus.numpy_functions import math as math_numpy
from subtensor_conformance.subjects.issuance import numpy_functions as issuance_numpy
from subtensor_conformance.subjects.issuance.functions import FUNCTIONS as ISSUANCE
from subtensor_spec.errors import InvalidInput

KERNELS = math_numpy.KERNELS | epoch_numpy.KERNELS | issuance_numpy.KERNELS
FUNCTIONS = {function.name: function for function in [*CONSENSUS, *ISSUANCE]}
DRAWN = sorted(name for name in KERNELS if not name.startswith(("epoch.sparse", "epoch.persist")))

ONE = 1 << 32
I32F32 = (
    st.integers(0, ONE)
    | st.sampled_from([0, 1, -1, ONE, -ONE, ONE - 1, 2**63 - 1, -(2**63), 2**62, 65535 * ONE])
    | st.integers(-(2**63), 2**63 - 1)
)
I64F64 = (
    st.integers(-(2**127), 2**127 - 1) | st.sampled_from([0, 1, 2**64, 2**126, 2**127 - 1]) | st.integers(0, 2**100)
)
F32 = st.integers(0, 2**32 - 1) | st.sampled_from([0, 0x7F800000, 0xFF800000, 0x7FC00000, 0x7F7FFFFF, 0x7F000000])
COLUMN = st.integers(0, 4) | st.just(65535)
ATOMS = {
    "I32F32": I32F32.map(str),
    "I64F64": I64F64.map(str),
    "f32": F32.map(str),
    "u16": st.integers(0, 5) | st.integers(0, 65535),
    "u64": (st.integers(0, 5) | st.integers(0, 2**64 - 1) | st.sampled_from([2**64 - 1, 2**63])).map(str),
    "usize": (st.integers(0, 6) | st.just(2**64 - 1)).map(str),
    "bool": st.booleans(),
    "text": st.sampled_from(list(CONDITIONS)),
}


def of_type(text: str) -> st.SearchStrategy[Any]:
    """Draw a value of a type of the language in which functions are described."""
    if text.startswith("list<"):
        return st.lists(of_type(text[5:-1]), max_size=4)
    if text.startswith("sparse<"):
        entry = st.tuples(COLUMN, of_type(text[7:-1])).map(list)
        return st.lists(st.lists(entry, max_size=4), max_size=4)
    return ATOMS[text]


def rows_of(name: str) -> st.SearchStrategy[list[list[Any]]]:
    types = [type_text for _, type_text in FUNCTIONS[name].parameters]
    return st.lists(st.tuples(*(of_type(text) for text in types)).map(list), min_size=1, max_size=6)


@pytest.mark.parametrize("name", DRAWN)
@given(data=st.data())
@settings(max_examples=25)
def test_each_kernel_answers_as_the_exact_function(name: str, data: st.DataObject) -> None:
    """The same bits, and a panic where the exact path panics."""
    rows = data.draw(rows_of(name))
    function = FUNCTIONS[name]
    assert built_in("numpy").evaluate(function, rows, raw=True) == built_in("exact").evaluate(function, rows, raw=True)


def test_every_function_of_the_mathematics_and_the_epoch_has_a_kernel() -> None:
    """Of issuance only what is computed for many issuances at once."""
    assert {*math_numpy.KERNELS, *epoch_numpy.KERNELS} == {function.name for function in CONSENSUS}
    assert {*issuance_numpy.KERNELS} <= FUNCTIONS.keys()


@pytest.mark.parametrize("name", KERNELS)
def test_no_rows_have_no_answers(name: str) -> None:
    """An empty batch is no special case for a caller."""
    assert KERNELS[name]([]) == []


def test_a_condition_that_does_not_exist_is_named() -> None:
    """As on the exact path."""
    with pytest.raises(InvalidInput, match="'near' is no condition"):
        KERNELS["math.scalar_vec_mask_sparse_matrix"]([([], 1, [], "near")])
