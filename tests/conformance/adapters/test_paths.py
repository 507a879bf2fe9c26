"""Rows in, answers out, in order, whatever a kernel does."""

from typing import Any

import pytest

from subtensor_conformance.adapters import paths
from subtensor_conformance.adapters.paths import NONE, PANIC, UNSUPPORTED, ExactPath, NumpyPath
from subtensor_conformance.functions.function import Function
from subtensor_spec.errors import InvalidInput, Panic


def halve(number: int) -> int | None:
    """Half of an even number; nothing for an odd one; what is wrong with some others."""
    if number == 13:
        raise Panic("thirteen")
    if number == 17:
        raise InvalidInput("number", "seventeen")
    if number == 19:
        raise ZeroDivisionError("two\nlines")
    return None if number % 2 else number // 2


HALVE = Function("test.halve", "test.halve", (("number", "u64"),), "u64", halve, ())


def one_by_one(rows: Any) -> list[Any]:
    """A kernel that cannot be asked about 13, 17 or 19 together with others."""
    return [halve(number) for (number,) in rows]


def with_outcomes(rows: Any) -> list[Any]:
    """A kernel that reports panics as outcomes."""
    return [Panic("thirteen") if number == 13 else halve(number) for (number,) in rows]


ROWS = [["4"], ["5"], ["13"], ["x"], ["17"], ["8"], ["19"], ["2"], "row", ["1", "2"]]
EXPECTED = [
    ("ok", "2"),
    NONE,
    PANIC,
    ("error", {"where": "number", "what": '"x" is not an integer (u64)'}),
    ("error", {"where": "number", "what": "seventeen"}),
    ("ok", "4"),
    ("error", {"where": "", "what": "internal error, ZeroDivisionError: two lines"}),
    ("ok", "1"),
    ("error", {"where": "arguments", "what": "not a list"}),
    ("error", {"where": "arguments", "what": "test.halve takes 1, here are 2"}),
]


def numpy_path(kernel: Any = None) -> NumpyPath:
    path = NumpyPath()
    path.kernels = {"test.halve": kernel} if kernel else {}
    return path


def test_the_exact_path_answers_row_by_row() -> None:
    """Each row has its own outcome, and an error of one touches no other."""
    assert ExactPath().evaluate(HALVE, ROWS, raw=False) == EXPECTED


@pytest.mark.parametrize("kernel", [one_by_one, with_outcomes])
def test_the_numpy_path_gives_the_same_whatever_its_kernel_does(kernel: Any) -> None:
    """A kernel may report a panic, or raise it for the whole batch; every row is answered as on the exact path."""
    assert numpy_path(kernel).evaluate(HALVE, ROWS, raw=False) == EXPECTED


def test_batches_are_cut_and_joined_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than a kernel is given at once are answered in order, none lost."""
    monkeypatch.setattr(paths, "LARGEST_BATCH", 7)
    sizes = []

    def kernel(rows: Any) -> list[Any]:
        sizes.append(len(rows))
        return one_by_one(rows)

    rows = [[str(2 * number)] for number in range(100, 130)]
    assert numpy_path(kernel).evaluate(HALVE, rows, raw=False) == [("ok", str(n)) for n in range(100, 130)]
    assert sizes == [7, 7, 7, 7, 2]


def test_a_kernel_that_loses_a_row_gives_no_partial_answer() -> None:
    """Too few outcomes are an error of every row concerned, never answers shifted to other rows."""
    answers = numpy_path(lambda rows: one_by_one(rows)[1:]).evaluate(HALVE, [["4"], ["6"]], raw=False)
    assert [tag for tag, _ in answers] == ["error", "error"]


def test_a_function_without_a_kernel_is_unsupported() -> None:
    """The numpy path says so rather than falling back silently on the exact one."""
    assert numpy_path().evaluate(HALVE, ROWS, raw=False) == [UNSUPPORTED] * len(ROWS)
