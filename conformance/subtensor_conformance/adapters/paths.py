"""The two built-in paths behind one face: rows of a function in, one answer each out."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from subtensor_conformance.functions import all_functions, all_kernels
from subtensor_conformance.functions.function import BatchKernel, Function
from subtensor_conformance.functions.types import codec
from subtensor_spec.chain.errors import CallError
from subtensor_spec.errors import InvalidInput, Panic

Answer = tuple[str, Any]
"""A tag and its payload: ``ok`` and a value in JSON, ``none``, ``panic``, ``err``, ``unsupported``, or ``error``."""

NONE: Answer = ("none", True)
PANIC: Answer = ("panic", True)
UNSUPPORTED: Answer = ("unsupported", True)

LARGEST_BATCH = 4096
"""Rows that a kernel is given at once: enough to be fast, few enough to stay in cache and memory."""


def fault(error: BaseException) -> Answer:
    """Return the answer that tells of bad input, or of an error of the adapter itself."""
    if isinstance(error, InvalidInput):
        return "error", {"where": error.where, "what": error.what}
    return "error", {"where": "", "what": " ".join(f"internal error, {type(error).__name__}: {error}".split())}


class Path(Protocol):
    """One way to compute the published functions."""

    name: str

    def names(self) -> list[str]:
        """Return the published names of the functions that this path has."""

    def evaluate(self, function: Function, rows: Sequence[Any], *, raw: bool) -> list[Answer]:
        """Answer rows of arguments in JSON, in order; ``raw`` selects the dialect of captured answers."""


class ExactPath:
    """The exact path: one row at a time, on its own number objects."""

    name = "exact"

    def names(self) -> list[str]:
        """Return every published function."""
        return list(all_functions())

    def evaluate(self, function: Function, rows: Sequence[Any], *, raw: bool) -> list[Answer]:
        """Answer rows one by one."""
        encode = codec(function.result, raw=raw).encode
        answers = []
        for row in rows:
            try:
                result = function.exact(*decode_arguments(function, row, bits=False))
                answers.append(NONE if result is None else ("ok", encode(result)))
            except Panic:
                answers.append(PANIC)
            except CallError as error:
                answers.append(("err", {"code": error.code}))
            except Exception as error:
                answers.append(fault(error))
        return answers


class NumpyPath:
    """The numpy path: whole batches through the kernels, on bits."""

    name = "numpy"

    def __init__(self) -> None:
        self.kernels: Mapping[str, BatchKernel] = all_kernels()

    def names(self) -> list[str]:
        """Return the functions that have a kernel."""
        return list(self.kernels)

    def evaluate(self, function: Function, rows: Sequence[Any], *, raw: bool) -> list[Answer]:
        """Answer rows in batches; rows that cannot be read are answered by themselves."""
        kernel = self.kernels.get(function.name)
        if kernel is None:
            return [UNSUPPORTED] * len(rows)
        answers: list[Answer] = [NONE] * len(rows)
        places, readable = [], []
        for place, row in enumerate(rows):
            try:
                readable.append(decode_arguments(function, row, bits=True))
                places.append(place)
            except Exception as error:
                answers[place] = fault(error)
        encode = codec(function.result, bits=True, raw=raw).encode
        for start in range(0, len(places), LARGEST_BATCH):
            outcomes = _run(kernel, readable[start : start + LARGEST_BATCH], encode)
            for place, answer in zip(places[start : start + LARGEST_BATCH], outcomes, strict=True):
                answers[place] = answer
        return answers


def _run(kernel: BatchKernel, rows: Sequence[tuple[Any, ...]], encode: Any) -> list[Answer]:
    """Run a batch; if it fails as a whole, run its rows alone, so that one bad row costs no other its answer."""
    try:
        outcomes = kernel(rows)
        if len(outcomes) != len(rows):
            raise ValueError(f"{len(outcomes)} outcomes for {len(rows)} rows")
        return [_answer(outcome, encode) for outcome in outcomes]
    except Exception as error:
        if len(rows) == 1:
            return [PANIC if isinstance(error, Panic) else fault(error)]
        return [answer for row in rows for answer in _run(kernel, [row], encode)]


def _answer(outcome: Any, encode: Any) -> Answer:
    if outcome is None:
        return NONE
    return PANIC if isinstance(outcome, Panic) else ("ok", encode(outcome))


def decode_arguments(function: Function, row: Any, *, bits: bool) -> tuple[Any, ...]:
    """Return the arguments of one row as Python values; :class:`InvalidInput` says which one is wrong."""
    if not isinstance(row, list):
        raise InvalidInput("arguments", "not a list")
    if len(row) != len(function.parameters):
        raise InvalidInput("arguments", f"{function.name} takes {len(function.parameters)}, here are {len(row)}")
    values = []
    for (name, type_text), value in zip(function.parameters, row, strict=True):
        try:
            values.append(codec(type_text, bits=bits).decode(value))
        except InvalidInput as error:
            raise error.within(name) from None
    return tuple(values)


def built_in(name: str) -> Path:
    """Return the path ``exact`` or ``numpy``; numpy is imported only for the latter."""
    return NumpyPath() if name == "numpy" else ExactPath()
