"""Requests that ask several cases at once, and the answers sorted back to the cases."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from subtensor_conformance.protocol.check import RESULT_PROBLEMS
from subtensor_conformance.protocol.values import UNANSWERED
from subtensor_conformance.runner.judge import ANSWER, Reply
from subtensor_conformance.runner.opening import Opening

_LISTS = {"arith": "rows", "epoch": "cases", "op": "cases"}


@dataclass(frozen=True, slots=True)
class Batch:
    """Cases that one request asks. ``entries`` are what the wire carries, ``ids`` what they are called."""

    method: str
    fields: dict[str, Any]
    ids: Sequence[str]
    entries: Sequence[Any]
    opening: Opening | None = None
    """The state that the cases are asked on."""

    def request(self) -> dict[str, Any]:
        """Return the request's fields, apart from ``seq`` and ``method``."""
        return {**self.fields, _LISTS[self.method]: self.entries}

    def part(self, start: int, end: int) -> "Batch":
        """Return the batch of some of the cases."""
        return replace(self, ids=self.ids[start:end], entries=self.entries[start:end])


def arith_batch(revision: str, function: str, ids: Sequence[str], arguments: Sequence[Any]) -> Batch:
    """Return the batch of rows of one function."""
    rows = [[identifier, row] for identifier, row in zip(ids, arguments, strict=True)]
    return Batch("arith", {"revision": revision, "function": function}, ids, rows)


def epoch_batch(revision: str, stages: bool, ids: Sequence[str], inputs: Sequence[Any]) -> Batch:
    """Return the batch of some epochs."""
    cases = [{"id": identifier, "input": value} for identifier, value in zip(ids, inputs, strict=True)]
    return Batch("epoch", {"revision": revision, "stages": stages}, ids, cases)


def op_batch(opening: Opening, ids: Sequence[str], inputs: Sequence[Any]) -> Batch:
    """Return the batch of some calls on a state."""
    cases = [{"id": identifier, **value} for identifier, value in zip(ids, inputs, strict=True)]
    return Batch("op", {"trace": opening.name}, ids, cases, opening)


def sort_results(batch: Batch, results: list[Any]) -> dict[str, Reply]:
    """Return the reply to each case of a batch; a fault of the list is put down to the cases that it concerns."""
    found = [_identifier(result) for result in results]
    if found != list(batch.ids):
        return _sort_disordered(batch, results, found)
    read = _READERS[batch.method]
    try:
        return {identifier: read(result) for identifier, result in zip(batch.ids, results, strict=True)}
    except RecursionError:
        return dict.fromkeys(batch.ids, ("protocol", "an answer is nested too deeply"))


def _identifier(result: Any) -> str | None:
    if type(result) is list and result and type(result[0]) is str:
        return str(result[0])
    if type(result) is dict and type(result.get("id")) is str:
        return str(result["id"])
    return None


def _sort_disordered(batch: Batch, results: list[Any], found: list[str | None]) -> dict[str, Reply]:
    """Answers that are missing, given twice, or out of order are faults of their cases; the others stand.

    An answer to a case that was not asked is a fault of the case in whose place it stands.
    """
    count = Counter(found)
    asked = set(batch.ids)
    in_order = [identifier for identifier in batch.ids if count[identifier] == 1]
    given = [identifier for identifier in found if identifier in asked and count[identifier] == 1]
    in_place = {identifier for identifier, other in zip(in_order, given, strict=True) if identifier == other}
    read = _READERS[batch.method]
    replies: dict[str, Reply] = {}
    for identifier in batch.ids:
        if count[identifier] != 1:
            what = "no answer to it" if not count[identifier] else f"{count[identifier]} answers to it"
            replies[identifier] = "protocol", f"{what} in the response"
        elif identifier not in in_place:
            replies[identifier] = "protocol", "answered out of order"
    for place, (name, result) in enumerate(zip(found, results, strict=True)):
        if name is None or name not in asked:
            what = f"in its place stands an answer to {name!r}, which was not asked"
            replies[batch.ids[min(place, len(batch.ids) - 1)]] = "protocol", what
        elif name in in_place:
            replies.setdefault(name, read(result))
    return replies


def _read_arith(result: Any) -> Reply:
    problem = RESULT_PROBLEMS["arith"](result)
    if problem:
        return "protocol", problem
    outcome = result[1]
    ((tag, payload),) = outcome.items()
    return _unanswered(tag, payload) if tag in UNANSWERED else (ANSWER, outcome)


def _read_epoch(result: Any) -> Reply:
    return _read_object(result, "epoch")


def _read_op(result: Any) -> Reply:
    return _read_object(result, "op")


def _read_object(result: Any, method: str) -> Reply:
    problem = RESULT_PROBLEMS[method](result)
    if problem:
        return "protocol", problem
    for tag in UNANSWERED:
        if tag in result:
            return _unanswered(tag, result[tag])
    return ANSWER, result


def _unanswered(tag: str, payload: Any) -> Reply:
    if tag == "error":
        return tag, ": ".join(filter(None, (payload.get("where", ""), payload["what"])))
    return tag, payload if tag == "skip" else "the adapter does not have it"


_READERS = {"arith": _read_arith, "epoch": _read_epoch, "op": _read_op}
