"""The tables of published functions fit together, and their type language says what it reads and writes."""

import re
from typing import Any

import pytest

from subtensor_conformance.functions import all_functions, all_kernels, find
from subtensor_conformance.functions.types import codec, split_type
from subtensor_spec.arithmetic import I32F32
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.errors import InvalidInput

NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")


def test_functions_are_found_by_either_name() -> None:
    """The published name and the name in captured answers lead to the same function, and no two share one."""
    functions = all_functions().values()
    assert len({function.raw_name for function in functions}) == len(functions)
    for function in functions:
        assert NAME.fullmatch(function.name), function.name
        assert find(function.name) is function
        assert find(function.raw_name) is function
    assert find("no.such") is None


def test_every_type_and_rule_of_a_function_is_known() -> None:
    """Parameters and results are written in the type language, and the rules that a function pins are stated."""
    rules = complete_registry()
    for function in all_functions().values():
        for type_text in (*(kind for _, kind in function.parameters), function.result):
            for bits in (False, True):
                codec(type_text, bits=bits)
        assert set(function.rules) <= rules.keys(), function.name


def test_every_kernel_belongs_to_a_function() -> None:
    """The numpy path has nothing that the exact path does not have."""
    assert all_kernels().keys() <= all_functions().keys()


@pytest.mark.parametrize(
    ("type_text", "value", "written", "raw"),
    [
        ("I32F32", I32F32.from_bits(-1), "-1", "-1"),
        ("u8", 5, 5, 5),
        ("u16", 65535, 65535, 65535),
        ("u32", 7, 7, "7"),
        ("i64", -7, "-7", "-7"),
        ("usize", 7, "7", "7"),
        ("f64", 2**63, str(2**63), str(2**63)),
        ("bool", True, True, True),
        ("text", "1.5", "1.5", "1.5"),
        ("json", {"a": [None]}, {"a": [None]}, {"a": [None]}),
        ("list<u64>", [1, 2], ["1", "2"], ["1", "2"]),
        ("sparse<I32F32>", [[(3, I32F32.ONE)], []], [[[3, str(2**32)]], []], [[[3, str(2**32)]], []]),
        ("option<u64>", None, None, None),
        ("tuple<u16,list<option<u64>>>", (1, [None, 2]), [1, [None, "2"]], [1, [None, "2"]]),
    ],
)
def test_values_are_read_as_they_are_written(type_text: str, value: Any, written: Any, raw: Any) -> None:
    """Both dialects write as they should and are read back to the same value."""
    for dialect, expected in ((False, written), (True, raw)):
        used = codec(type_text, raw=dialect)
        assert used.encode(value) == expected
        assert type(used.encode(value)) is type(expected)
        assert used.decode(expected) == value


@pytest.mark.parametrize(
    ("type_text", "value", "complaint"),
    [
        ("u16", 65536, "65536 is outside the range of u16"),
        ("u64", "-1", '"-1" is outside the range of u64'),
        ("u64", "01", '"01" is not an integer (u64)'),
        ("u64", "+1", '"+1" is not an integer (u64)'),
        ("u64", "1_000", '"1_000" is not an integer (u64)'),
        ("u64", "١", '"١" is not an integer (u64)'),
        ("u64", True, "true is not an integer (u64)"),
        ("i64", "-0", '"-0" is not an integer (i64)'),
        ("I32F32", str(2**63), f'"{2**63}" is outside the range of I32F32 in bits'),
        ("bool", 1, "1 is not true or false"),
        ("text", 1, "1 is not text"),
        ("list<u8>", [1, "x"], '[1]: "x" is not an integer (u8)'),
        ("list<u8>", {"a": 1}, '{"a": 1} is not a list'),
        ("sparse<u16>", [[], [[1, 2], [3, -4]]], "[1][1][1]: -4 is outside the range of u16"),
        ("tuple<u8,u8>", [1], "[1] is not a list of 2 values"),
        ("option<u8>", 256, "256 is outside the range of u8"),
        ("u64", "9" * 5000, f'"{"9" * 58}… is not an integer (u64)'),
    ],
)
def test_what_is_no_value_is_refused_with_its_place(type_text: str, value: Any, complaint: str) -> None:
    """The complaint says what is wrong, where, in one short line."""
    with pytest.raises(InvalidInput) as caught:
        codec(type_text).decode(value)
    assert str(caught.value) == complaint


@pytest.mark.parametrize("type_text", ["u7", "i65", "float", "list", "list<u8,u8>", "option<>", "u8<u8>", "list<u8"])
def test_unknown_types_are_refused(type_text: str) -> None:
    """A type outside the language is an error of the table, not of the input."""
    with pytest.raises(ValueError, match=r"unknown type|takes one type"):
        codec(type_text)


def test_types_are_split_at_their_own_commas() -> None:
    """Commas inside a parameter stay there."""
    assert split_type("tuple<u8,tuple<u8,u16>,list<u8>>") == ("tuple", ["u8", "tuple<u8,u16>", "list<u8>"])
