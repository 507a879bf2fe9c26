"""What a law is, and the words that the laws share."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from subtensor_conformance.protocol.question import Inquiry, Question

Input = dict[str, Any]
Round = Generator[list[Question], list[Any], Any]
"""A step of an inquiry that asks one round and returns what it makes of the answers."""


ROWS = "a function and rows of its arguments"
"""What an input of a law about one function holds."""


class Broken(Exception):  # noqa: N818 - it says what happened to the law
    """The law is broken; the text says how."""


@dataclass(frozen=True)
class Law:
    """A property in words, and the inquiry that tries it on one input.

    ``takes`` says in words what an input holds. ``rules`` are those that the law rests on.
    """

    name: str
    statement: str
    takes: str
    rules: tuple[str, ...]
    inquire: Callable[[Input], Round]

    def __call__(self, value: Input) -> Inquiry:
        """Try the law on an input: ask, judge, and return how it is broken, or the empty text."""
        try:
            yield from self.inquire(value)
        except Broken as breach:
            return str(breach)
        except (KeyError, IndexError, TypeError, ValueError):
            return "the answers are not of the form that the question asks for"
        return ""


def ask(function: str, *rows: list[Any]) -> Round:
    """Ask a function about several rows and return the results; anything but a result breaks the law."""
    outcomes = yield [Question("arith", row, function) for row in rows]
    return [_result(function, row, outcome) for row, outcome in zip(rows, outcomes, strict=True)]


def ask_calls(function: str, *rows: list[Any]) -> Round:
    """Ask a function that may refuse; nothing stands for a refusal."""
    outcomes = yield [Question("arith", row, function) for row in rows]
    return [
        None if isinstance(outcome, dict) and "err" in outcome else _result(function, row, outcome)
        for row, outcome in zip(rows, outcomes, strict=True)
    ]


def ask_epochs(*inputs: Input) -> Round:
    """Ask for several epochs and return their terms; anything but terms breaks the law."""
    answers = yield [Question("epoch", value) for value in inputs]
    for answer in answers:
        if not isinstance(answer, dict) or "terms" not in answer:
            raise Broken(f"an epoch is answered with {_short(answer)}")
    return [answer["terms"] for answer in answers]


def in_order(value: Input, rising: bool) -> Round:
    """Ask a function about rows in rising order of one argument; results never fall, or never rise."""
    function, rows = value["function"], value["rows"]
    results = yield from ask(function, *rows)
    for (row, one), (next_row, other) in pairwise(zip(rows, integers(results), strict=True)):
        in_order = one <= other if rising else one >= other
        word = "less" if rising else "more"
        require(in_order, f"{function} of {next_row} is {other}, {word} than {one} of {row}")


def require(condition: bool, breach: str) -> None:
    """Raise :class:`Broken` unless a condition holds."""
    if not condition:
        raise Broken(breach)


def integers(values: list[Any]) -> list[int]:
    """Return numbers written as text as integers."""
    return [int(value) for value in values]


def _result(function: str, row: list[Any], outcome: Any) -> Any:
    if not isinstance(outcome, dict) or "ok" not in outcome:
        raise Broken(f"{function} of {_short(row)} has no result but {_short(outcome)}")
    return outcome["ok"]


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 120 else text[:119] + "…"
