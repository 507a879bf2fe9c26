"""Comparison is strict, and the first difference is found where it is."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_conformance.runner.compare import MISSING, first_difference, path_text, same

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 2) | st.sampled_from(["0", "1", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("expected", "actual"),
    [(1, True), (0, False), ("1", 1), (None, False), ([1], [True]), ({"a": 0}, {"a": False}), ([], {}), ("", None)],
)
def test_types_are_told_apart(expected: Any, actual: Any) -> None:
    """One is not true, text is not a number, nothing is not false."""
    assert not same(expected, actual)
    assert first_difference(expected, actual) is not None


@pytest.mark.parametrize(
    ("expected", "actual", "path", "here", "there"),
    [
        ("1", "2", "", "1", "2"),
        ([["1", "2"], ["3"]], [["1", "2"], ["4"]], "[1][0]", "3", "4"),
        ({"a": [1], "b": [2]}, {"b": [3], "a": [1]}, ".b[0]", 2, 3),
        ([1, 2], [1], "[1]", 2, MISSING),
        ([1], [1, 2], "[1]", MISSING, 2),
        ([1, 2], [3], "[0]", 1, 3),
        ({"a": 1}, {}, ".a", 1, MISSING),
        ({}, {"z": 1}, ".z", MISSING, 1),
    ],
)
def test_the_first_difference_is_located(expected: Any, actual: Any, path: str, here: Any, there: Any) -> None:
    """The path leads to the first value that differs, or that only one side has."""
    found = first_difference(expected, actual)
    assert found is not None
    assert (path_text(found[0]), found[1], found[2]) == (path, here, there)


@given(VALUES, VALUES)
@settings(max_examples=300, deadline=None)
def test_same_means_no_difference(expected: Any, actual: Any) -> None:
    """Two values are the same exactly if no place differs; the order of keys is nothing."""
    assert same(expected, actual) == (first_difference(expected, actual) is None)
    assert same(actual, expected) == same(expected, actual)


@given(VALUES)
@settings(max_examples=100, deadline=None)
def test_every_value_is_the_same_as_itself(value: Any) -> None:
    """Comparison is reflexive."""
    assert same(value, value)
