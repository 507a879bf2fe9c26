"""The table of the epoch's mathematics: every function of the production file, its encoding and its rules."""

from typing import Any

import pytest

from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.types import codec
from subtensor_conformance.subjects.consensus import functions
from subtensor_conformance.subjects.consensus.functions.matrices import CONDITIONS
from subtensor_conformance.subjects.consensus.functions.uncalled import DENSE_TWINS
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.errors import InvalidInput

FUNCTIONS = [function for function in functions.FUNCTIONS if function.name.startswith("math.")]
BY_NAME = {function.name: function for function in FUNCTIONS}

UNCALLED = {
    "fixed",
    "fixed_to_u16",
    "fixed_to_u64",
    "fixed32_to_fixed64",
    "vec_fixed32_to_u64",
    "vec_fixed32_to_fixed64",
    "get_safe",
    "checked_sum_u16",
    "checked_sum_u64",
    "is_topk",
    "vecdiv",
}
"""Functions that production defines and calls nowhere but from others of the same file."""


def answer(name: str, *arguments: Any) -> Any:
    function = BY_NAME[f"math.{name}"]
    decoded = [
        codec(kind, raw=True).decode(argument)
        for (_, kind), argument in zip(function.parameters, arguments, strict=True)
    ]
    return codec(function.result, raw=True).encode(function.exact(*decoded))


def test_all_74_functions_of_the_file_are_there_once() -> None:
    assert len(FUNCTIONS) == len(BY_NAME) == 74
    assert all(function.raw_name == function.name for function in FUNCTIONS)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_rules_exist_and_only_what_production_never_calls_has_none(function: Function) -> None:
    assert set(function.rules) <= complete_registry().keys()
    unspecified = function in DENSE_TWINS or function.name.removeprefix("math.") in UNCALLED
    assert bool(function.rules) != unspecified


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_every_parameter_and_result_has_a_type(function: Function) -> None:
    for _, kind in function.parameters:
        codec(kind)
    codec(function.result)


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("fixed", ["1057132380"], "2190433280"),
        ("get_safe", [["7"], "0"], "7"),
        ("get_safe", [["7"], "1"], "0"),
        ("checked_sum_u16", [[65535, 1]], None),
        ("checked_sum_u64", [["5", "6"]], "11"),
        ("is_topk_nonzero", [["3", "0"], "18446744073709551615"], [True, False]),
        ("vec_fixed_proportions_to_u16", [["4294967296", "-1"]], [65535, 0]),
        ("inplace_normalize_64", [["1", "1"]], ["9223372036854775808"] * 2),
        ("mask_diag_sparse", [[[[0, "1"], [1, "2"]]]], [[[1, "2"]]]),
        ("row_sum", [[["1", "2"]]], ["3"]),
        ("weighted_median", [["1"], ["5"], ["0"], "0", "0", "1"], "5"),
        ("check_vec_max_limited", [[1, 1], 32767], False),
    ],
)
def test_answers_are_encoded_as_captured_ones(name: str, arguments: list[Any], expected: Any) -> None:
    assert answer(name, *arguments) == expected


@pytest.mark.parametrize(
    ("condition", "kept"), [("le", [[2, "3"]]), ("lt", [[1, "2"], [2, "3"]]), ("eq", [[0, "1"], [2, "3"]]),
                            ("ge", [[0, "1"]]), ("gt", [[0, "1"], [1, "2"]])]
)  # fmt: skip
def test_a_condition_compares_the_row_with_the_column(condition: str, kept: list[Any]) -> None:
    row = [[0, "1"], [1, "2"], [2, "3"]]
    assert answer("vec_mask_sparse_matrix", [row], ["5"], ["6", "5", "4"], condition) == [kept]
    assert answer("scalar_vec_mask_sparse_matrix", [row], "5", ["6", "5", "4"], condition) == [kept]
    assert len(CONDITIONS) == 5


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(InvalidInput, match="'ne' is no condition; there are le, lt, eq, ge, gt"):
        answer("scalar_vec_mask_sparse_matrix", [], "5", [], "ne")
