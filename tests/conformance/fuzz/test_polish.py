"""The last touch makes an input smaller as long as it still differs, and ends."""

from typing import Any

import pytest

from subtensor_conformance.fuzz.polish import polished, smaller


def test_a_number_goes_to_the_least_that_differs() -> None:
    """A number above a limit ends just above it."""
    assert polished(["123456789"], lambda value: bool(value) and int(value[0]) > 1000, 10_000) == ["1001"]


def test_a_negative_number_rises() -> None:
    """A negative number moves toward zero from below."""
    assert polished([-70000], lambda value: bool(value) and value[0] < -5, 10_000) == [-6]


def test_items_and_members_go() -> None:
    """What plays no part is left out, of lists and of objects."""
    value = {"rows": [["1", "0"], ["9", "4"], ["3", "3"]], "other": True}

    def differs(value: Any) -> bool:
        return any(int(row[0]) >= 7 for row in value.get("rows", []) if row)

    assert polished(value, differs, 10_000) == {"rows": [["7"]]}


def test_text_gets_shorter() -> None:
    """Text that is no integer loses the characters that play no part."""
    assert polished("+012.5000", lambda text: "." in text, 10_000) == "."


def test_it_ends_after_so_many_steps() -> None:
    """However much could still be gained, no more steps are taken than allowed."""
    taken = []

    def accept(value: Any) -> bool:
        taken.append(value)
        return True

    polished([10**30] * 50, accept, 7)
    assert len(taken) <= 8


@pytest.mark.parametrize("value", [0, "0", False, [], {}, None, ""])
def test_nothing_is_smaller_than_the_least(value: Any) -> None:
    """Zero, false and what is empty have nothing below them, so that the search cannot go in circles."""
    assert list(smaller(value)) == []


@pytest.mark.parametrize("value", [5, -5, "17", "-17", [1, [2, "3"]], {"a": [True], "b": "x1"}, 2**64, "0.5"])
def test_smaller_is_smaller(value: Any) -> None:
    """Every candidate is less than the value: shorter, or of as many parts and nearer to zero."""

    def weight(part: Any) -> tuple[int, int]:
        if isinstance(part, list):
            return sum(weight(item)[0] + 1 for item in part), sum(weight(item)[1] for item in part)
        if isinstance(part, dict):
            return weight(list(part.values()))
        if isinstance(part, str) and not part.lstrip("-").isdecimal():
            return len(part), 0
        return 0, abs(int(part))

    assert all(weight(candidate) < weight(value) for candidate in smaller(value))
