"""Decimals are shown where a type has them, and nowhere else."""

from typing import Any

import pytest

from subtensor_conformance.runner.decimals import OUTPUT_TYPES, leaf_type, shown

HALF = str(2**31)


@pytest.mark.parametrize(
    ("value", "type_text", "steps", "decimal"),
    [
        (HALF, "I32F32", [], "0.5"),
        ("-1", "I32F32", [], "-0.0000000002"),
        (HALF, "list<I32F32>", [3], "0.5"),
        (HALF, "sparse<I32F32>", [3, 0, 1], "0.5"),
        (7, "sparse<I32F32>", [3, 0, 0], ""),
        (HALF, "tuple<u16,I32F32>", [1], "0.5"),
        (HALF, "tuple<u16,I32F32>", [2], ""),
        (HALF, "option<list<I32F32>>", [0], "0.5"),
        ([HALF], "list<I32F32>", [], ""),
        (None, "option<I32F32>", [], ""),
        ("many", "I32F32", [], ""),
        (str(2**70), "I32F32", [], ""),
        (HALF, "json", ["a"], ""),
        (32768, OUTPUT_TYPES["consensus"], [0], "0.500008"),
        ("1500000000", OUTPUT_TYPES["emission"], [2], "1.500000000"),
        ([0, 1], OUTPUT_TYPES["bonds"], [2, 0], ""),
        (65535, OUTPUT_TYPES["bonds"], [2, 0, 1], "1.000000"),
    ],
)
def test_decimals(value: Any, type_text: str, steps: list[Any], decimal: str) -> None:
    """The decimal is that of the type found on the way into the value."""
    found = shown(value, type_text, steps)
    assert found.decimal.startswith(decimal) if decimal else found.decimal == ""
    assert found.bits == value


def test_a_way_that_leads_nowhere_has_no_type() -> None:
    """A path deeper than the type ends without one."""
    assert leaf_type("list<I32F32>", [0]) == "I32F32"
    assert leaf_type("list<I32F32>", [0, 1]) == ""
    assert leaf_type("tuple<u16,u16>", ["name"]) == ""
